import Quantities
import TestSupport

/// The slips that are made in a report: the same ones each time, at most eight a figure.
struct AlterationMaker {
  private let report: ConsistentReport

  init(_ report: ConsistentReport) { self.report = report }

  func alterations() -> [Alteration] {
    report.figures.indices.flatMap(alterations) + exchanges()
  }

  private func alterations(of index: Int) -> [Alteration] {
    let figure = report.figures[index]
    let seed = report.description.utf8.reduce(UInt64(figure.range.lowerBound)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    var generator = SplitMix(seed: seed)
    let digits = digitRange(figure)
    let numeral = Numeral(report.text[digits])
    func pick(_ candidates: [Numeral], _ kind: Alteration.Kind) -> [Alteration] {
      candidates.shuffled(using: &generator).prefix(2).compactMap { altered in
        guard altered.text != numeral.text, let value = altered.value else { return nil }
        var number = figure.number
        number.value = number.value.isNegative ? -value : value
        return Alteration(
          kind: kind, edits: [.init(range: digits, replacement: altered.text)],
          numbers: [index: number])
      }
    }
    return pick(swaps(numeral), .digitsSwapped)
      + pick(replacements(numeral, using: &generator), .digitReplaced)
      + pick(shifts(numeral), .separator) + [unit(index), sign(index)].compactMap { $0 }
  }

  /// Without the sign.
  private func digitRange(_ figure: ConsistentReport.Figure) -> Range<Int> {
    isSign(report.text[figure.range.lowerBound])
      ? figure.range.lowerBound + 1..<figure.range.upperBound : figure.range
  }

  private func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "+" }
}

// MARK: - Digits

extension AlterationMaker {
  private func swaps(_ numeral: Numeral) -> [Numeral] {
    numeral.digits.indices.dropLast().compactMap { i in
      var altered = numeral
      altered.digits.swapAt(i, i + 1)
      return altered != numeral && isWellFormed(altered, like: numeral) ? altered : nil
    }
  }

  private func replacements(_ numeral: Numeral, using generator: inout SplitMix) -> [Numeral] {
    numeral.digits.indices.compactMap { i in
      var altered = numeral
      let digit = UInt8((numeral.digits[i].value - 48 + .random(in: 1...9, using: &generator)) % 10)
      altered.digits[i] = Unicode.Scalar(48 + digit)
      return isWellFormed(altered, like: numeral) ? altered : nil
    }
  }

  /// The comma lost, or moved right or left; the point of a group written as a comma.
  private func shifts(_ numeral: Numeral) -> [Numeral] {
    let places = numeral.fractionDigits
    let isOneGroup = numeral.isGrouped && numeral.digits.count <= 6
    let shifted =
      places == 0
      ? (isOneGroup ? [3, 1] : []) : [places - 1, places + 1] + (places > 1 ? [0] : [])
    return Set(shifted).sorted().map { numeral.shifted(to: $0) }
  }

  /// No zero has come to the front, nor is the number gone.
  private func isWellFormed(_ altered: Numeral, like numeral: Numeral) -> Bool {
    (altered.digits.first != "0" || numeral.digits.first == "0")
      && altered.digits.contains { $0 != "0" }
  }
}

// MARK: - Words

extension AlterationMaker {
  private static let units: [(words: String, becomes: String, shift: Int)] = [
    (" nghìn ", " ", -3), (" ngàn ", " ", -3), (" triệu ", " tỷ ", 3), (" tỷ ", " triệu ", -3),
    (" tỉ ", " triệu ", -3), (" tấn", " tạ", -1),
  ]

  /// Another unit; a number before a slash or a dash has it from the one after.
  private func unit(_ index: Int) -> Alteration? {
    let end = report.figures[index].range.upperBound
    guard let unit = Self.units.first(where: { has($0.words, at: end) }) else { return nil }
    var numbers = [index: report.figures[index].number]
    if index > 0 {
      let between = string(
        report.figures[index - 1].range.upperBound..<report.figures[index].range.lowerBound)
      if ["/", " - ", " đến "].contains(between) {
        numbers[index - 1] = report.figures[index - 1].number
      }
    }
    return Alteration(
      kind: .unit,
      edits: [
        .init(
          range: end..<end + unit.words.unicodeScalars.count,
          replacement: Array(unit.becomes.unicodeScalars))
      ],
      numbers: numbers.mapValues { number in
        var number = number
        number.multiplier += unit.shift
        return number
      })
  }

  /// A rise for a fall, or the other way round.
  private func sign(_ index: Int) -> Alteration? {
    let start = report.figures[index].range.lowerBound
    var numbers = [index: report.figures[index].number.negated]
    if isSign(report.text[start]) {
      let other: Unicode.Scalar = report.text[start] == "-" ? "+" : "-"
      return Alteration(
        kind: .sign, edits: [.init(range: start..<start + 1, replacement: [other])],
        numbers: numbers)
    }
    for (verb, other) in [("tăng", "giảm"), ("giảm", "tăng")] where has(verb + " ", before: start) {
      for follower in followers(of: index) {
        numbers[follower] = report.figures[follower].number.negated
      }
      let range = start - 1 - verb.unicodeScalars.count..<start - 1
      return Alteration(
        kind: .sign, edits: [.init(range: range, replacement: Array(other.unicodeScalars))],
        numbers: numbers)
    }
    return nil
  }

  /// The percentages that have their direction from the verb of the change in units before them.
  private func followers(of index: Int) -> [Int] {
    report.relations.compactMap { relation in
      guard relation.kind == "change_and_growth", relation.figures["change"] == index,
        let growth = relation.figures["growth"], growth > index
      else { return nil }
      let start = report.figures[growth].range.lowerBound
      let isSigned =
        isSign(report.text[start]) || has("tăng ", before: start) || has("giảm ", before: start)
      return isSigned ? nil : growth
    }
  }

  /// The month's number, with its power of ten, in the place of the cumulative one and that in its.
  private func exchanges() -> [Alteration] {
    report.relations.compactMap { relation in
      guard relation.kind == "month_and_cumulative", let month = relation.figures["month"],
        let cumulative = relation.figures["cumulative"]
      else { return nil }
      let ranges = [month, cumulative].sorted().map(rangeWithScale)
      let words = ranges.map { Array(report.text[$0]) }
      guard words[0] != words[1] else { return nil }
      return Alteration(
        kind: .exchange,
        edits: [
          .init(range: ranges[0], replacement: words[1]),
          .init(range: ranges[1], replacement: words[0]),
        ],
        numbers: [
          month: report.figures[cumulative].number, cumulative: report.figures[month].number,
        ])
    }
  }

  private func rangeWithScale(_ index: Int) -> Range<Int> {
    let range = report.figures[index].range
    let scale = [" nghìn tỷ", " ngàn tỉ", " nghìn", " ngàn", " triệu", " tỷ", " tỉ"]
      .first { has($0, at: range.upperBound) }
    return range.lowerBound..<range.upperBound + (scale?.unicodeScalars.count ?? 0)
  }

  private func has(_ words: String, at position: Int) -> Bool {
    report.text[position...].starts(with: words.unicodeScalars)
  }

  private func has(_ words: String, before position: Int) -> Bool {
    let start = position - words.unicodeScalars.count
    return start >= 0 && has(words, at: start)
  }

  private func string(_ range: Range<Int>) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: report.text[range])
    return string
  }
}
