import Observations
import Quantities
import TextModel

/// Reads the figure of a cell.
struct CellReader {
  struct Number {
    var value: ExactDecimal
    var alternative: ExactDecimal?
    var isNegative = false
    /// A sign or a verb says whether it rose or fell.
    var isSigned = false
    /// It is negative by its brackets.
    var isBracketed = false
    var denominator: ExactDecimal?
    var bound: Bound?
    /// The cell's own: 12,5 tỷ đồng, 95%.
    var unit: TableUnit?
    /// The number with its sign.
    var tokens: Range<Int>
  }

  enum Reading {
    case numbers([Number])
    case skipped(SkipReason, String)
  }

  private let tools: TableTools
  private let style: NumberStyle
  private let columns: [Style]

  /// How the numbers of one column are written.
  private struct Style {
    var numbers = NumberStyle()
    /// 1.234, which is grouped or has three decimals.
    var unclear = 0

    var witnesses: Int { numbers.english + numbers.vietnamese }
    var isOneSided: Bool { numbers.english == 0 || numbers.vietnamese == 0 }
    /// Whether the points of what is unclear are those of the others: 12.5 and 3.25 over 1.234.
    var hasDecimalPoints: Bool {
      numbers.vietnamese == 0 && numbers.english > 0 && numbers.english >= unclear
    }

    mutating func observe(_ digits: ArraySlice<UInt8>) {
      numbers.observe(digits)
      let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      if parts.count == 2, parts[1].count == 3 { unclear += 1 }
    }
  }

  /// How many numbers of one style outweigh the rest of the document.
  private static let witnesses = 3

  init(_ tools: TableTools, _ rows: [TableLine], _ style: NumberStyle) {
    self.tools = tools
    var own = NumberStyle()
    var columns: [Style] = []
    for row in rows {
      for t in row.tokens where tools.tokens[t].kind == .number && tools.tokens[t].span.count > 2 {
        own.observe(tools.document.bytes[tools.tokens[t].span.range])
      }
      while columns.count < row.cells.count { columns.append(Style()) }
      for (c, cell) in row.cells.enumerated() {
        for t in cell where tools.tokens[t].kind == .number {
          columns[c].observe(tools.document.bytes[tools.tokens[t].span.range])
        }
      }
    }
    let isClear = own.english + own.vietnamese >= Self.witnesses
    self.style = isClear ? own : style
    // One number of another style in a table that is clear is a slip.
    self.columns = columns.map { column in
      let isOther = isClear && (column.numbers.english > 0) != own.prefersEnglish
      return column.isOneSided && column.witnesses > (isOther ? 1 : 0) ? column : Style()
    }
  }

  /// The figure in `range`, which is not blank and stands in column `c`; `unit` is what its row and
  /// column say of it.
  func read(_ range: Range<Int>, at c: Int, unit: TableUnit?) -> Reading {
    var i = range.lowerBound
    var end = range.upperBound
    var isNegative = false
    var isSigned = false
    var isBracketed = false
    var bound: Bound?
    // 12,5*: a note.
    while end - i > 1, tools.isSign(end - 1, "*") { end -= 1 }
    // (3,2) is how accounts write a fall.
    if end - i > 2, tools.isSign(i, "("), tools.isSign(end - 1, ")") {
      (isNegative, isBracketed) = (true, true)
      i += 1
      end -= 1
    }
    var start = i
    while i < end, tools.tokens[i].kind != .number {
      if let found = tools.cue(at: i, end: end) {
        switch found.cue {
        case .verb(.down, _): (isNegative, isSigned) = (true, true)
        case .verb(.up, _): isSigned = true
        case .verb(.link, _), .verb(.ratio, _): break
        case .bound(let stated): bound = stated
        default: return .skipped(.tableCell, "words alone")
        }
        i += found.count
        start = i
      } else if tools.vocabulary.isWord(tools.tokens[i], .dash) {
        (isNegative, isSigned, start) = (true, true, i)
        i += 1
      } else if tools.isSign(i, "+") {
        (isSigned, start) = (true, i)
        i += 1
      } else {
        return .skipped(.tableCell, "words alone")
      }
    }
    guard i < end else { return .skipped(.tableCell, "words alone") }
    return read(from: i, to: end, columns[c], unit) { number in
      number.isNegative = isNegative
      number.isSigned = isSigned
      number.isBracketed = isBracketed
      number.bound = number.bound ?? bound
      number.tokens = min(start, number.tokens.lowerBound)..<number.tokens.upperBound
    }
  }

  private func read(
    from i: Int, to end: Int, _ column: Style, _ unit: TableUnit?, _ finish: (inout Number) -> Void
  ) -> Reading {
    let isAlone = i + 1 == end
    let own = isAlone ? nil : tools.unit(in: i + 1..<end)
    if isAlone || own != nil {
      let power = (own ?? unit)?.power ?? 0
      let kind = (own ?? unit)?.kind
      let digits = tools.document.bytes[tools.tokens[i].span.range]
      let isCount = kind == .count || kind == .money && power == 0
      guard
        let reading = NumeralReader.read(
          digits, style: column.witnesses > 0 ? column.numbers : style, isCount: isCount,
          isScaled: !isCount && column.hasDecimalPoints && digits.contains(UInt8(ascii: ".")))
      else { return .skipped(.damagedNumber, "") }
      var number = Number(
        value: reading.value, alternative: reading.alternative, unit: own, tokens: i..<i + 1)
      finish(&number)
      return .numbers([number])
    }
    let found: [Quantity]
    switch tools.quantities.read(at: i, end: end) {
    case .quantity(let quantity): found = [quantity]
    case .range(let ends): found = ends
    case .damaged, nil: return .skipped(.damagedNumber, "")
    }
    guard found.last?.tokens.upperBound == end else {
      return .skipped(.tableCell, "more than one")
    }
    // 30/6 is a date, but of houses more than were planned.
    let isPart = found.allSatisfy { quantity in
      quantity.denominator.map { quantity.value.approximation <= $0.approximation } ?? true
    }
    guard isPart || unit?.kind == .count else {
      return .skipped(.tableCell, "more than its whole, or a date")
    }
    return .numbers(
      found.map { quantity in
        var number = Number(
          value: quantity.value, alternative: quantity.alternative,
          denominator: quantity.denominator, bound: quantity.bound, tokens: quantity.tokens)
        number.unit = quantity.unit.map {
          TableUnit(name: quantity.unitName, power: quantity.power, kind: $0.kind)
        }
        finish(&number)
        return number
      })
  }
}
