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
    self.init(from: start, tools, finder.line, isTable: finder.isTable)
  }

  /// The table of lines that only blanks divide.
  init?(_ spaced: SpacedLines, from start: Int, _ tools: TableTools) {
    let lines = spaced.lines
    self.init(
      from: start, tools, { $0 - start < lines.count ? lines[$0 - start] : nil },
      isTable: { _ in false })
    if head == nil { return nil }
  }

  private init?(
    from start: Int, _ tools: TableTools, _ line: (Int) -> TableLine?,
    isTable: ([TableLine]) -> Bool
  ) {
    let document = tools.document
    var first: [TableLine] = []
    var p = start
    while first.count < TableHead.reach, let line = line(p) {
      first.append(line)
      p += 1
    }
    guard first.count > 1 else { return nil }
    head = TableHead(first, tools).flatMap { $0.isUnderstood ? $0 : nil }
    guard head != nil || isTable(first) else { return nil }
    let repeated = Set(first.prefix(head?.lines ?? 0).map { document.string($0.tokens) })
    var rows: [TableLine] = []
    var ruled: Set<Int> = []
    p = start + (head?.lines ?? 0)
    var isApart = false
    var last: TextSpan?
    while var line = line(p) {
      if let last { isApart = isApart || Self.isApart(last, line.span, document) }
      last = line.span
      line.isApart = isApart
      if let head, head.isLike(line, tools) {
        isApart = false
        // The head of the next page, or that of another table.
        guard repeated.contains(document.string(line.tokens)) else { break }
      } else if line.isRule(document) {
        ruled.insert(rows.count)
      } else if !repeated.contains(document.string(line.tokens)) {
        rows.append(line)
      }
      p += 1
    }
    self.rows = head?.label.map { Self.joined(rows, ruled, label: $0, tools) } ?? rows
    end = p
  }

  private static func isApart(
    _ last: TextSpan, _ next: TextSpan, _ document: TokenizedDocument
  ) -> Bool {
    document.bytes[Int(last.end)..<Int(next.start)].count { $0 == 0x0A } > 1
  }

  /// The rows of a drawn table, whose lines are as wide as its columns: a row goes on where a line of
  /// its name begins with no capital, or up to the next rule where rules divide the rows.
  private static func joined(
    _ lines: [TableLine], _ ruled: Set<Int>, label: Int, _ tools: TableTools
  ) -> [TableLine] {
    let isRuled = ruled.subtracting([0, lines.count]).count > 1
    var rows: [TableLine] = []
    for (k, line) in lines.enumerated() {
      guard line.isDrawn, let above = rows.last, !ruled.contains(k), label < line.cells.count,
        label < above.cells.count, line.cells.count == above.cells.count,
        isRuled || isLater(line.cells[label], tools)
      else {
        rows.append(line)
        continue
      }
      func others(_ row: TableLine) -> [Range<Int>] {
        row.cells.indices.filter { $0 != label }.map { row.cells[$0] }.filter { !$0.isEmpty }
      }
      if others(line).isEmpty {
        rows[rows.count - 1].more.append(line.cells[label])
      } else if others(above).isEmpty {
        var row = line
        row.more = above.more + [line.cells[label]].filter { !$0.isEmpty }
        row.cells[label] = above.cells[label]
        rows[rows.count - 1] = row
      } else if others(line).contains(where: tools.isFigure) {
        rows.append(line)
      } else {
        rows[rows.count - 1].isBroken = true
      }
    }
    return rows
  }

  /// Whether a name goes on: nhập khẩu, but not trong đó.
  private static func isLater(_ name: Range<Int>, _ tools: TableTools) -> Bool {
    guard let first = name.first, tools.tokens[first].kind == .word,
      !tools.tokens[first].flags.contains(.capitalized)
    else { return false }
    if case .open? = tools.cue(at: first, end: name.upperBound)?.cue { return false }
    return !(name.count > 1 && tools.tokens[first].span.count == 1)
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
      guard p < paragraphs.count else { return nil }
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
  /// Tốc độ tăng …: its percentages are changes.
  private(set) var isGrowth = false

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
      // Biểu 3: Số lao động có việc làm (người)
      if unit == nil, let bracket = tools.bracketedUnit(in: line.tokens),
        bracket.range.upperBound == line.tokens.upperBound
      {
        unit = bracket.unit
      }
      if time == nil { time = Self.time(items) }
      if items.prefix(4).contains(where: { if case .growth? = $0.cue { true } else { false } }) {
        isGrowth = true
      }
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
