import Quantities
import TextModel

/// The lines of a table: its head, and the rows below.
///
/// Whether there is a table is told by its first lines alone, so that a text is read in linear time.
struct TableBlock {
  /// `nil` where no column of figures is understood.
  let head: TableHead?
  let rows: [TableLine]
  /// The paragraph behind it.
  let end: Int

  /// The most tokens of a cell; what has more is prose. A name across the table has fewer.
  private static let longest = 40
  private static let longestName = 15

  init?(_ paragraphs: [Paragraph], from start: Int, _ tools: TableTools) {
    let document = tools.document
    guard let top = TableLine(paragraphs[start], document), !Self.isBullet(top, tools) else {
      return nil
    }
    let finder = LineFinder(tools: tools, paragraphs: paragraphs, top: top)
    var first: [TableLine] = []
    var p = start
    while p < paragraphs.count, first.count < TableHead.reach, let line = finder.line(p) {
      first.append(line)
      p += 1
    }
    guard first.count > 1 else { return nil }
    head = TableHead(first, tools).flatMap { $0.isUnderstood ? $0 : nil }
    guard head != nil || finder.isTable(first) else { return nil }
    let repeated = Set(first.prefix(head?.lines ?? 0).map { document.string($0.tokens) })
    var rows: [TableLine] = []
    p = start + (head?.lines ?? 0)
    while p < paragraphs.count, let line = finder.line(p) {
      if let head, head.isLike(line, tools) {
        // The head of the next page, or that of another table.
        guard repeated.contains(document.string(line.tokens)) else { break }
      } else if !line.isRule(document), !repeated.contains(document.string(line.tokens)) {
        rows.append(line)
      }
      p += 1
    }
    self.rows = rows
    end = p
  }

  /// A dash or a number that a tab divides from its words.
  private static func isBullet(_ line: TableLine, _ tools: TableTools) -> Bool {
    line.cells.count == 2 && line.cells[0].count <= 2
      && line.cells[0].allSatisfy { tools.tokens[$0].kind != .word }
  }

  private struct LineFinder {
    let tools: TableTools
    let paragraphs: [Paragraph]
    let top: TableLine

    /// The line of paragraph `p`, where it can belong to the table.
    func line(_ p: Int) -> TableLine? {
      if var line = TableLine(paragraphs[p], tools.document) {
        guard line.separator == top.separator,
          line.cells.allSatisfy({ $0.count <= longest })
        else { return nil }
        line.unframe(like: top)
        return line.cells.count > 1 ? line : nil
      }
      let line = TableLine(across: paragraphs[p], tools.document, top.separator)
      if line.isRule(tools.document) { return line }
      guard line.tokens.count <= longestName, isAboveRow(p),
        !tools.items.items(of: line.tokens).contains(where: \.isMeasured)
      else { return nil }
      return line
    }

    /// Whether a row with figures stands below `p`, or below a group's name that does: then a line
    /// that nothing divides is a group's name too. The head of another table has no figures but years.
    private func isAboveRow(_ p: Int) -> Bool {
      for next in paragraphs[(p + 1)...].prefix(2) {
        guard let line = TableLine(next, tools.document), line.separator == top.separator else {
          return false
        }
        let isRow = line.cells.dropFirst().contains { tools.isFigure($0) && tools.year($0) == nil }
        if isRow { return true }
        guard line.cells.count(where: { !$0.isEmpty }) <= 2 else { return false }
      }
      return false
    }

    /// Whether lines whose head says nothing are a table for all that: three columns or more, short
    /// cells, a bare number in one of them.
    func isTable(_ lines: [TableLine]) -> Bool {
      let divided = lines.filter { $0.cells.count > 2 }
      guard divided.count > 1, divided[0].cells.count == divided[1].cells.count,
        divided.allSatisfy({ $0.cells.allSatisfy { $0.count <= longestName } })
      else { return false }
      return divided.dropFirst().contains {
        $0.cells.dropFirst().contains { $0.count <= 2 && tools.isFigure($0) }
      }
    }
  }
}

/// What the lines above a table say of all its figures.
struct TableTitle {
  private(set) var unit: TableUnit?
  private(set) var time: PeriodExpression?

  private static let longest = 60
  private static let lines = 2

  init(_ paragraphs: [Paragraph], above top: Int, _ tools: TableTools) {
    for paragraph in paragraphs[max(0, top - Self.lines)..<top].reversed() {
      let line = TableLine(across: paragraph, tools.document, .tab)
      guard line.tokens.count <= Self.longest, TableLine(paragraph, tools.document) == nil else {
        break
      }
      if unit == nil { unit = tools.titledUnit(in: line.tokens) }
      let items = tools.items.items(of: line.tokens)
      // A line with a figure is prose, and its time is not the table's.
      let isUnit = tools.words(in: line.tokens).contains { $0.word == .unit }
      guard isUnit || !items.contains(where: \.isMeasured) else { break }
      if time == nil { time = Self.time(items) }
    }
  }

  /// The one time of a title; of several the columns must say which is theirs.
  private static func time(_ items: [Item]) -> PeriodExpression? {
    var found: PeriodExpression?
    for item in items {
      guard case .time(let time) = item.kind else { continue }
      switch time {
      case .day, .days, .now, .asOf: continue
      default:
        guard found == nil || found == time else { return nil }
        found = time
      }
    }
    return found
  }

  /// Whether the line says nothing but the unit of the table below: (ĐVT: Triệu đồng).
  static func isUnitLine(_ paragraph: Paragraph, _ tools: TableTools) -> Bool {
    let line = TableLine(across: paragraph, tools.document, .tab)
    guard line.tokens.count <= 20 else { return false }
    let inner = line.tokens.drop { tools.isSign($0, "(") }
    return tools.leading(inner)?.word == .unit && tools.titledUnit(in: line.tokens) != nil
  }
}
