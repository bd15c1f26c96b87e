import Quantities
import TextModel
import VietnameseText

/// The label of a row: what stands before it, its words, its unit.
struct TableLabel {
  /// The place in the order of parts: A, I, 1, 1.1, a, no mark, -, +.
  enum Rank {
    static let letter = 0
    static let roman = 10
    static let group = 15
    static let number = 20
    static let smallLetter = 60
    static let plain = 70
    static let dash = 80
    static let plus = 90
  }

  private(set) var text = ""
  private(set) var range = 0..<0
  private(set) var unit: TableUnit?
  /// `nil` where neither a number nor a dash says it.
  private(set) var mark: Int?
  /// How far it is indented, up to 9.
  private(set) var indent = 0
  /// Trong đó: with or without a part behind it.
  private(set) var opensParts = false
  /// Tổng …: no part of what stands above.
  private(set) var isTotal = false
  /// Tổng số alone.
  private(set) var isWhole = false
  private(set) var isStock = false
  /// Chỉ số giá so với tháng trước: what the row's figures are against, which is no part of its name.
  private(set) var comparison: RowComparison?

  /// Whether it names nothing but a comparison: - So với tháng trước.
  var isComparisonAlone: Bool { comparison != nil && range.isEmpty }

  /// - Parameter more: where the name goes on, in other lines.
  init(_ range: Range<Int>, ordinal: Range<Int>?, more: [Range<Int>] = [], _ tools: TableTools) {
    if let ordinal, !ordinal.isEmpty { mark = Self.mark(ordinal, isAlone: true, tools)?.rank }
    var i = range.lowerBound
    var end = range.upperBound
    if i < end { indent = min(9, Self.spaces(before: i, tools) / 2) }
    if let found = Self.mark(range, isAlone: false, tools) {
      mark = max(mark ?? 0, found.rank)
      i = found.end
    }
    if let open = tools.cue(at: i, end: end), case .open(let opening) = open.cue,
      opening != .close
    {
      opensParts = true
      i += open.count
      while i < end, tools.isSign(i, ":") { i += 1 }
      if let found = Self.mark(i..<end, isAlone: false, tools) { i = found.end }
    }
    if let bracket = tools.bracketedUnit(in: i..<end), bracket.range.upperBound == end,
      bracket.range.lowerBound > i
    {
      unit = bracket.unit
      end = bracket.range.lowerBound
    }
    while i < end, tools.isSign(end - 1, ":") || tools.isSign(end - 1, ";") { end -= 1 }
    comparison = RowComparison(i..<max(i, end), tools)
    if let subject = comparison?.subject { end = subject.upperBound }
    self.range = i..<max(i, end)
    text = tools.document.string(self.range)
    add(more, tools)
    guard i < end else { return }
    isWhole = tools.leading(i..<end).map { $0.word == .whole && $0.range == i..<end } ?? false
    isTotal = isWhole || tools.vocabulary.isWord(tools.tokens[i], .total)
    if case (.head(.stock), _)? = tools.cue(at: i, end: end) { isStock = true }
  }

  private mutating func add(_ more: [Range<Int>], _ tools: TableTools) {
    for (k, line) in more.enumerated() {
      var end = line.upperBound
      if k == more.count - 1, let bracket = tools.bracketedUnit(in: line),
        bracket.range.upperBound == end
      {
        unit = bracket.unit
        end = bracket.range.lowerBound
      }
      if line.lowerBound < end { text += " " + tools.document.string(line.lowerBound..<end) }
    }
  }

  private static func spaces(before t: Int, _ tools: TableTools) -> Int {
    let bytes = tools.document.bytes
    var i = Int(tools.tokens[t].span.start)
    var spaces = 0
    while i > 0, bytes[i - 1] == UInt8(ascii: " ") {
      i -= 1
      spaces += 1
    }
    return spaces
  }

  /// The number, letter or dash at the start of `range`; in the column of ordinals it is alone.
  private static func mark(
    _ range: Range<Int>, isAlone: Bool, _ tools: TableTools
  ) -> (rank: Int, end: Int)? {
    guard let first = range.first else { return nil }
    let token = tools.tokens[first]
    let next = first + 1
    let isStopped =
      next < range.upperBound && tools.tokens[next].isGlued
      && (tools.isSign(next, ".") || tools.isSign(next, ")"))
    let end = isStopped ? next + 1 : next
    let isMarked = isStopped || isAlone
    switch token.kind {
    case .sign:
      if tools.isSign(first, "+") { return (Rank.plus, next) }
      if tools.vocabulary.isWord(token, .dash) { return (Rank.dash, next) }
      let isBullet = tools.isSign(first, "*") || token.span.count > 1
      return isBullet && range.count > 1 ? (Rank.dash, next) : nil
    case .number:
      let points = dotted(token, tools.document.bytes).count - 1
      guard points >= 0, token.span.count <= 8, isMarked || points > 0 else { return nil }
      return (Rank.number + 10 * min(points, 3), end)
    case .word:
      guard isMarked else { return nil }
      if token.flags.contains(.allCapitals),
        romanValue(tools.document.bytes[token.span.range]) != nil
      {
        return (Rank.roman, end)
      }
      guard token.span.count == 1 else { return nil }
      return (token.flags.contains(.capitalized) ? Rank.letter : Rank.smallLetter, end)
    }
  }
}

/// The wholes above a row, each with the unit that it gives to its parts.
struct TableTree {
  struct Whole {
    var rank = 0
    var text = ""
    var unit: TableUnit?
    /// What its parts are against too, where they have their unit from it.
    var comparison: RowComparison?
    /// It has a unit and no figures: a group, or a row that is not filled in.
    var isDoubtful = false
    /// Its figures, where it has any.
    var numbers: [CellReader.Number] = []
  }

  private var stack: [Whole] = []
  /// Set by a bare "Trong đó:": what follows without a mark is a part.
  private var isOpen = false

  var parent: String { stack.last?.text ?? "" }

  /// Goes up to the whole of the row, and returns the rank of the row below it.
  private mutating func rank(of label: TableLabel, isGroup: Bool) -> Int {
    if let mark = label.mark {
      if mark < TableLabel.Rank.plain { isOpen = false }
      return mark + (mark >= TableLabel.Rank.plain ? label.indent : 0)
    }
    if isGroup, !label.opensParts {
      isOpen = false
      return TableLabel.Rank.group
    }
    if label.isTotal { isOpen = false }
    if isOpen || label.opensParts { return TableLabel.Rank.dash }
    return TableLabel.Rank.plain + label.indent
  }

  /// Takes the row in, but for a time and a comparison, which have no parts. Returns its whole, and the
  /// whole that gives it its unit.
  mutating func place(
    _ label: TableLabel, unit: TableUnit?, isGroup: Bool, isTime: Bool
  ) -> (parent: String, unit: Whole?) {
    if label.text.isEmpty {
      if label.opensParts { isOpen = true }
      return (parent, label.isComparisonAlone ? stack.last { $0.unit != nil } : nil)
    }
    let rank = rank(of: label, isGroup: isGroup)
    let unit = unit ?? label.unit
    if label.isWhole, label.mark == nil { stack = [] }
    while let last = stack.last,
      last.rank >= rank
        || last.isDoubtful && unit != nil && rank >= TableLabel.Rank.plain
          && label.mark == nil && !isOpen
    { stack.removeLast() }
    let whole = (parent, stack.last { $0.unit != nil })
    if !isTime {
      let isDoubtful = isGroup && unit != nil && label.mark == nil && !label.opensParts
      stack.append(
        Whole(
          rank: rank, text: label.text, unit: unit, comparison: label.comparison,
          isDoubtful: isDoubtful))
    }
    return whole
  }

  /// Says what the figures of the row are that was taken in last.
  mutating func fill(_ numbers: [CellReader.Number]) {
    if !stack.isEmpty { stack[stack.count - 1].numbers += numbers }
  }
}
