import Quantities
import VietnameseText

/// The columns' numbers, and what some are reckoned from: (1) (2) (3)=(2)/(1) below a head, 6/4 in one.
struct ColumnNumbers {
  /// Two columns of which a third is the ratio or the difference.
  struct Relation {
    /// The column that is compared, and the one that it is compared with.
    var compared: Int
    var base: Int
    var isDifference: Bool
  }

  private var columns: [Int: Int] = [:]
  private var formulas: [Int: Formula] = [:]

  private struct Formula {
    var compared: Int
    var base: Int
    var isDifference: Bool
  }

  init() {}

  /// - Parameter cells: of the line that numbers the columns, one for each.
  init(_ cells: [Range<Int>], _ tools: TableTools) {
    for (c, cell) in cells.enumerated() {
      let parts = cell.filter { !tools.isSign($0, "(") && !tools.isSign($0, ")") }
      guard let first = parts.first, let number = Self.number(first, tools) else { continue }
      columns[number] = c
      if parts.count > 2, tools.isSign(parts[1], "=") {
        formulas[c] = Self.formula(parts.dropFirst(2), tools)
      }
    }
  }

  /// What column `c`, over which `heads` stand, is reckoned from: the head itself says it, or the number.
  func relation(_ c: Int, under heads: [Range<Int>], _ tools: TableTools) -> Relation? {
    let own = heads.last { !$0.isEmpty }.flatMap { Self.formula($0, tools) }
    guard let formula = own ?? formulas[c], let compared = columns[formula.compared],
      let base = columns[formula.base], compared != c, base != c, compared != base
    else { return nil }
    return Relation(compared: compared, base: base, isDifference: formula.isDifference)
  }

  /// Whether a head is nothing but two columns' numbers: 6/4 (%), (3)/(1), 5=4-3.
  static func isFormula(_ head: Range<Int>, _ tools: TableTools) -> Bool {
    formula(head, tools) != nil
  }

  private static func formula(_ head: Range<Int>, _ tools: TableTools) -> Formula? {
    guard head.count <= 16 else { return nil }
    let parts = head.filter { !tools.isSign($0, "(") && !tools.isSign($0, ")") }
    let isNamed = parts.count > 4 && tools.isSign(parts[1], "=")
    return formula(isNamed ? parts.dropFirst(2) : parts[...], tools)
  }

  /// 3/1, 3/1*100, 3/1x100%, 3-1
  private static func formula(_ parts: ArraySlice<Int>, _ tools: TableTools) -> Formula? {
    let i = parts.startIndex
    guard parts.count >= 3, let compared = number(parts[i], tools),
      let base = number(parts[i + 2], tools)
    else { return nil }
    let isDifference = tools.isSign(parts[i + 1], "-")
    guard isDifference || tools.isSign(parts[i + 1], "/") || tools.isSign(parts[i + 1], ":") else {
      return nil
    }
    let isClosed = parts[(i + 3)...].allSatisfy {
      tools.isSign($0, "%") || tools.isSign($0, "*") || tools.document.string($0..<$0 + 1) == "x"
        || wholeNumber(tools.tokens[$0], tools.document.bytes, digits: 3) == 100
    }
    guard isClosed else { return nil }
    return Formula(compared: compared, base: base, isDifference: isDifference)
  }

  private static func number(_ t: Int, _ tools: TableTools) -> Int? {
    wholeNumber(tools.tokens[t], tools.document.bytes, digits: 2)
  }
}
