public import Checks
internal import Observations

/// In which form findings are given.
public enum FindingFormat: String, Sendable, Hashable, CaseIterable {
  /// For a reader: each with its lines and the sentences.
  case text
  case csv, json
  case jsonLines = "jsonl"
}

/// Findings as bytes of one form.
public struct FindingWriter: Sendable {
  private let format: FindingFormat
  private let phrases: FindingPhrases

  public init(format: FindingFormat, phrases: FindingPhrases) {
    self.format = format
    self.phrases = phrases
  }

  /// The findings in their order.
  public func bytes(of findings: [Finding]) -> [UInt8] {
    head + Array(findings.map(bytes).joined(separator: separator)) + tail
  }

  /// What stands before the first finding.
  public var head: [UInt8] {
    switch format {
    case .text, .jsonLines: return []
    case .json: return [UInt8(ascii: "[")]
    case .csv:
      var output: [UInt8] = []
      append(Self.columns, to: &output)
      return output
    }
  }

  /// What stands between two findings.
  public var separator: [UInt8] { format == .json ? [UInt8(ascii: ",")] : [] }

  /// What stands behind the last finding.
  public var tail: [UInt8] {
    format == .json ? [UInt8(ascii: "]"), UInt8(ascii: "\n")] : []
  }

  /// One finding.
  public func bytes(of finding: Finding) -> [UInt8] {
    var output: [UInt8] = []
    switch format {
    case .text: output += text(of: finding).utf8
    case .csv: append(row(of: finding), to: &output)
    case .json:
      output.append(UInt8(ascii: "\n"))
      object(of: finding).append(to: &output)
    case .jsonLines:
      object(of: finding).append(to: &output)
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  private func text(of finding: Finding) -> String {
    var text = "\(finding.severity.rawValue): \(finding.code)\n"
    text += "  \(phrases.vietnamese(finding))\n  \(phrases.english(finding))\n"
    for (document, sentence, start) in Self.sentences(of: finding) {
      text += "  \(document):\(start): \(sentence)\n"
    }
    return text + "\n"
  }

  /// Each sentence once, with the place of the first record in it.
  private static func sentences(
    of finding: Finding
  ) -> [(document: String, sentence: String, start: Int)] {
    var sentences: [(document: String, sentence: String, start: Int)] = []
    for record in finding.records {
      let words = record.sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if sentences.contains(where: { $0.document == record.document && $0.sentence == words }) {
        continue
      }
      sentences.append((record.document, words, record.start))
    }
    return sentences
  }

  private static let columns = [
    "severity", "code", "document", "vietnamese", "english", "roles", "texts", "starts", "numbers",
    "sentence",
  ]

  private func row(of finding: Finding) -> [String] {
    let records = finding.records
    return [
      finding.severity.rawValue, finding.code,
      Self.unique(records.map(\.document)).joined(separator: ";"), phrases.vietnamese(finding),
      phrases.english(finding), finding.parts.map(\.role).joined(separator: ";"),
      records.map(\.text).joined(separator: ";"),
      records.map { String($0.start) }.joined(separator: ";"),
      finding.numbers.map { "\($0.role)=\($0.low)..\($0.high)" }.joined(separator: ";"),
      Self.unique(records.map(\.sentence)).joined(separator: " "),
    ]
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private func append(_ fields: [String], to output: inout [UInt8]) {
    for (k, field) in fields.enumerated() {
      if k > 0 { output.append(UInt8(ascii: ",")) }
      output.appendCSVField(field)
    }
    output += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  private func object(of finding: Finding) -> JSONObject {
    var object = JSONObject()
    object.add("code", text: finding.code)
    object.add("severity", text: finding.severity.rawValue)
    object.add("vietnamese", text: phrases.vietnamese(finding))
    object.add("english", text: phrases.english(finding))
    object.add("roles", texts: finding.parts.map(\.role))
    object.add(
      "numbers",
      objects: finding.numbers.map { number in
        var object = JSONObject()
        object.add("role", text: number.role)
        object.add("low", decimal: number.low)
        object.add("high", decimal: number.high)
        object.add("unit", text: number.unit)
        object.add("unit_mult", integer: number.unitMultiplier)
        return object
      }, onOneLine: true)
    object.add("records", observations: finding.records, onOneLine: true)
    return object
  }
}
