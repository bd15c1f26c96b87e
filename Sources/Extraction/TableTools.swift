import Observations
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// A unit of a table, with the scale before it: 1.000 tấn, triệu đồng.
struct TableUnit {
  var name: String
  var power = 0
  var kind: Unit.Kind?

  static let percent = TableUnit(name: "%", kind: .percent)

  var isRelative: Bool { kind == .percent || kind == .points || kind == .times }
}

/// What every part of a table is read with.
struct TableTools {
  let document: TokenizedDocument
  let vocabulary: Vocabulary
  let quantities: QuantityReader
  let items: ItemReader

  init(_ document: TokenizedDocument, _ vocabulary: Vocabulary, _ style: NumberStyle) {
    self.document = document
    self.vocabulary = vocabulary
    quantities = QuantityReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: style)
    items = ItemReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: style)
  }

  var tokens: [Token] { document.tokens }

  func isSign(_ t: Int, _ sign: Character) -> Bool {
    tokens[t].kind == .sign && tokens[t].span.count == 1
      && document.bytes[Int(tokens[t].span.start)] == sign.asciiValue
  }

  // MARK: Words of the head

  /// The column words in `range`, in their order.
  func words(in range: Range<Int>) -> [(word: ColumnWord, range: Range<Int>)] {
    var words: [(ColumnWord, Range<Int>)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let match = vocabulary.lexicon.longestMatch(
        .column, tokens, at: i, end: range.upperBound),
        case .column(let word) = vocabulary.meanings[match.rule]
      {
        words.append((word, i..<i + match.count))
        i += match.count
      } else {
        i += 1
      }
    }
    return words
  }

  /// The column word that `range` begins with.
  func leading(_ range: Range<Int>) -> (word: ColumnWord, range: Range<Int>)? {
    guard let first = range.first,
      let match = vocabulary.lexicon.longestMatch(
        .column, tokens, at: first, end: range.upperBound),
      case .column(let word) = vocabulary.meanings[match.rule]
    else { return nil }
    return (word, first..<first + match.count)
  }

  /// The column word that `range` is, but for what stands in brackets or behind a colon.
  func whole(_ range: Range<Int>) -> ColumnWord? {
    guard let found = leading(range) else { return nil }
    let next = found.range.upperBound
    return next == range.upperBound || isSign(next, "(") || isSign(next, ":") ? found.word : nil
  }

  func cue(at i: Int, end: Int) -> (cue: Cue, count: Int)? {
    guard i < end,
      let match = vocabulary.lexicon.longestMatch(.phrase, tokens, at: i, end: end),
      case .cue(let cue) = vocabulary.meanings[match.rule]
    else { return nil }
    return (cue, match.count)
  }

  /// Whether the cell holds nothing: it is empty, or has a sign for that.
  func isBlank(_ range: Range<Int>) -> Bool {
    range.isEmpty || whole(range) == .empty
  }

  /// Whether a cell of units says that the unit is that above: ", -nt-, -//-.
  func isDitto(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    return whole(range) == .ditto
      || range.allSatisfy { tokens[$0].kind == .sign }
        && document.string(range).unicodeScalars.allSatisfy(Self.dittoSigns.contains)
  }

  private static let dittoSigns = Set("\"'`´″′”“„’‘〃/-–— ".unicodeScalars)

  /// Whether the cell begins with digits, a sign before them or not.
  func isFigure(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if tokens[first].kind == .number { return true }
    return range.count > 1 && tokens[first].kind == .sign && tokens[first + 1].kind == .number
  }

  /// 2023 as the head of a column.
  func year(_ range: Range<Int>) -> Int? {
    guard range.count == 1, let first = range.first, tokens[first].shape.contains(.year) else {
      return nil
    }
    return wholeNumber(tokens[first], document.bytes, digits: 4)
  }

  // MARK: Units

  /// The unit that fills `range`; a word that the lexicon does not have as a unit is one where
  /// `isNamed` says that a unit must stand here.
  func unit(in range: Range<Int>, isNamed: Bool = false) -> TableUnit? {
    var i = range.lowerBound
    var end = range.upperBound
    while i < end, isSign(i, ":") || isSign(i, ",") { i += 1 }
    while i < end, isSign(end - 1, ".") || isSign(end - 1, ")") || isSign(end - 1, ":") { end -= 1 }
    if let list = (i..<end).first(where: { isSign($0, ",") || isSign($0, ";") }) {
      guard isNamed, list > i else { return nil }
      end = list
    }
    guard i < end else { return nil }
    var power = 0
    if tokens[i].kind == .number {
      guard let zeros = powerOfTen(i), i + 1 < end else { return nil }
      power = zeros
      i += 1
    }
    let scales = quantities.scales(at: i, end: end)
    power += scales.power
    i = scales.end
    if scales.power > 0, i + 1 < end, isSign(i, ".") { i += 1 }
    if i == end {
      // Bare tỷ is money.
      return power >= 9 ? TableUnit(name: "VND", power: power, kind: .money) : nil
    }
    if let found = quantities.unit(at: i, end: end), found.end == end {
      return TableUnit(
        name: found.name, power: power + found.unit.power,
        kind: found.name == found.unit.name ? found.unit.kind : .measure)
    }
    guard isNamed, tokens[i].kind == .word, !isTwoUnits(i..<end) else { return nil }
    var name = document.string(i..<end)
    if !tokens[i].flags.contains(.allCapitals) {
      name = name.prefix(1).lowercased() + name.dropFirst()
    }
    return TableUnit(name: name, power: power)
  }

  /// Whether a unit ends before another begins: đồng Nghìn tấn, of two rows.
  private func isTwoUnits(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { t in
      tokens[t].flags.contains(.capitalized) && !tokens[t].flags.contains(.allCapitals)
        && (quantities.scales(at: t, end: range.upperBound).power > 0
          || quantities.unit(at: t, end: range.upperBound) != nil)
    }
  }

  /// Số dự án cấp mới: the unit that its count has.
  func countedUnit(in range: Range<Int>) -> TableUnit? {
    guard let first = range.first, range.count > 1, vocabulary.isWord(tokens[first], .number),
      let found = quantities.unit(at: first + 1, end: range.upperBound)
    else { return nil }
    return TableUnit(name: found.name, power: found.unit.power, kind: found.unit.kind)
  }

  /// 3 for 1.000 and for 1000.
  private func powerOfTen(_ t: Int) -> Int? {
    let digits = document.bytes[tokens[t].span.range].filter { $0 != 0x2E && $0 != 0x2C }
    guard digits.count > 1, digits.first == UInt8(ascii: "1"),
      digits.dropFirst().allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return digits.count - 1
  }

  /// The last bracket of `range` that holds a unit and nothing else, and that unit.
  func bracketedUnit(in range: Range<Int>) -> (unit: TableUnit, range: Range<Int>)? {
    guard let open = range.last(where: { isSign($0, "(") }),
      let close = (open..<range.upperBound).first(where: { isSign($0, ")") })
    else { return nil }
    let inner = open + 1..<close
    if let found = titledUnit(in: inner) { return (found, open..<close + 1) }
    return unit(in: inner).map { ($0, open..<close + 1) }
  }

  /// The unit behind the words Đơn vị tính, wherever they stand in `range`.
  func titledUnit(in range: Range<Int>) -> TableUnit? {
    guard let found = words(in: range).last(where: { $0.word == .unit }) else { return nil }
    let rest = found.range.upperBound..<range.upperBound
    let end = rest.first { isSign($0, ")") } ?? rest.upperBound
    // The units of the province are no unit of measure: only behind a colon any word is one.
    let isNamed = rest.first.map { isSign($0, ":") } ?? false
    return unit(in: rest.lowerBound..<end, isNamed: isNamed && end - rest.lowerBound < 8)
  }
}
