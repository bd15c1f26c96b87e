internal import Observations
internal import Quantities
public import RuleLanguage

/// How findings are told: the table `findings.tsv`.
public struct FindingPhrases: Sendable {
  private struct Phrase: Sendable {
    let severity: Severity
    let vietnamese: String
    let english: String
  }

  private let phrases: [String: Phrase]

  /// Reads the table: `code`, `severity`, `vietnamese`, `english`, `example`.
  ///
  /// - Throws: ``LexiconError`` with every problem of the table.
  public init(file: LexiconFile) throws(LexiconError) {
    let table = DataTable(
      file, columns: ["code", "severity", "vietnamese", "english", "example"])
    var problems = table.problems
    var phrases: [String: Phrase] = [:]
    for row in table.rows {
      guard let severity = Severity(rawValue: row["severity"]) else {
        problems.append(
          row.problem(
            "severity", "unknown severity '\(row["severity"])'",
            remedy: "write one of: \(Severity.allCases.map(\.rawValue).joined(separator: ", "))"))
        continue
      }
      phrases[row["code"]] = Phrase(
        severity: severity, vietnamese: row["vietnamese"], english: row["english"])
    }
    let untold = FindingCode.allCases.map(\.rawValue).filter { phrases[$0] == nil }
    if problems.isEmpty, !untold.isEmpty {
      problems.append(
        LexiconProblem(
          FileLocation(file: file.name, line: 1, column: 1),
          "no line for \(untold.joined(separator: ", "))",
          remedy: "add one, with its severity and how it is told"))
    }
    guard problems.isEmpty else { throw LexiconError(problems: problems) }
    self.phrases = phrases
  }

  func finding(_ violation: Violation, in report: ReportFigures) -> Finding {
    finding(
      violation.code,
      parts: violation.parts.map {
        Finding.Part(role: $0.role, record: report.record($0.figure))
      },
      numbers: violation.numbers.compactMap { number in
        Finding.Number(number.role, number.interval, like: report.record(number.like))
      })
  }

  func finding(
    _ code: FindingCode, parts: [Finding.Part], numbers: [Finding.Number]
  ) -> Finding {
    Finding(
      code: code.rawValue, severity: phrases[code.rawValue]?.severity ?? .warning, parts: parts,
      numbers: numbers)
  }

  /// One line in Vietnamese, the figures as they are printed.
  public func vietnamese(_ finding: Finding) -> String {
    Self.fill(phrases[finding.code]?.vietnamese ?? finding.code, finding, mark: ",")
  }

  /// One line in English, the figures as they are printed.
  public func english(_ finding: Finding) -> String {
    Self.fill(phrases[finding.code]?.english ?? finding.code, finding, mark: ".")
  }

  /// `{role}` is the figure, `{role.indicator}` what it is of, `{role.period}` its time, `{role.report}` its report,
  /// `{role.signed}` a change with its sign.
  private static func fill(_ template: String, _ finding: Finding, mark: Character) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += value(of: rest[rest.index(after: open)..<close], finding, mark)
      rest = rest[rest.index(after: close)...]
    }
    // A figure that a finding has not leaves nothing behind: (905 tỷ đồng, ).
    return (text + rest).replacing(", )", with: ")")
  }

  private static func value(
    of name: Substring, _ finding: Finding, _ mark: Character
  ) -> String {
    let names = name.split(separator: ".", maxSplits: 1)
    guard let role = names.first else { return "" }
    if let number = finding.numbers.first(where: { $0.role == role }) {
      return number.text(mark: mark)
    }
    let records = finding.parts.filter { $0.role == role }.map(\.record)
    switch names.dropFirst().first {
    case "indicator":
      guard let first = records.first else { return "" }
      return first.parent.isEmpty || !first.indicator.isEmpty && first.indicator.count > 12
        ? first.indicator : "\(first.indicator) (\(first.parent))"
    case "period": return records.first?.period ?? ""
    case "report": return records.first?.document ?? ""
    case "signed":
      guard let first = records.first else { return "" }
      return first.value.isNegative ? "−\(first.text)" : "+\(first.text)"
    default: return records.map(\.text).joined(separator: " + ")
    }
  }
}

extension Finding.Number {
  /// `nil` where the interval has too many digits to be told.
  ///
  /// - Parameter unitPower: the power of ten by which the record's unit comes to that of the interval.
  init?(_ role: String, _ interval: Interval, like record: Observation, unitPower: Int = 0) {
    let places = record.value.fractionDigits + 2
    let power = record.unitMultiplier + unitPower
    guard
      let low = interval.low.decimal(power: power, places: places, up: false),
      let high = interval.high.decimal(power: power, places: places, up: true)
    else { return nil }
    self.init(
      role: role, low: low, high: high, unit: record.unit,
      unitMultiplier: record.unitMultiplier, words: Self.words(of: record))
  }

  /// What stands behind the number.
  private static func words(of record: Observation) -> String {
    let end = record.text.lastIndex { $0.isNumber }.map { record.text.index(after: $0) }
    return String(record.text[(end ?? record.text.startIndex)...])
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `2.280–2.281 tỷ đồng`, grouped and with the decimal mark of the language.
  func text(mark: Character) -> String {
    let (from, to) = (Self.grouped(low, mark), Self.grouped(high, mark))
    let text = from == to ? from : "\(from)–\(to)"
    return words.isEmpty ? text : words == "%" ? "\(text)%" : "\(text) \(words)"
  }

  /// In threes, as reports print it: 1.820,5, and 1,820.5 in English.
  private static func grouped(_ number: ExactDecimal, _ mark: Character) -> String {
    let parts = number.magnitude.description.split(separator: ".")
    let separator = mark == "," ? "." : ","
    var whole = ""
    for (k, digit) in (parts.first ?? "0").enumerated() {
      if k > 0, ((parts.first?.count ?? 0) - k) % 3 == 0 { whole += separator }
      whole.append(digit)
    }
    return (number.isNegative ? "-" : "") + whole
      + (parts.count > 1 ? "\(mark)\(parts[1])" : "")
  }
}

extension Rational {
  /// In units of 10 to the `power`, with so many places, rounded up or down.
  fileprivate func decimal(power: Int, places: Int, up: Bool) -> ExactDecimal? {
    var factor: Int128 = 1
    for _ in 0..<abs(places - power) { factor *= 10 }
    let scaled: Rational? =
      places >= power ? self * Rational(factor) : self / Rational(factor)
    guard let scaled, places <= ExactDecimal.maximumDigits else { return nil }
    var quotient = scaled.numerator / scaled.denominator
    let remainder = scaled.numerator % scaled.denominator
    if up, remainder > 0 { quotient += 1 }
    if !up, remainder < 0 { quotient -= 1 }
    return ExactDecimal(quotient, fractionDigits: places).trimmed
  }
}

extension ExactDecimal {
  /// Without the zeros that end its fraction.
  fileprivate var trimmed: ExactDecimal {
    var (significand, digits) = (significand, fractionDigits)
    while digits > 0, significand % 10 == 0 {
      significand /= 10
      digits -= 1
    }
    return ExactDecimal(significand, fractionDigits: digits)
  }
}
