/// A table of a page: lines whose figures stand below each other, with the words that belong to them.
///
/// No ruled line is known here. A row is where figures stand; words without figures belong to a row
/// above or below, above the first row to the columns' heads.
struct PDFTable {
  /// Of the lines that it was found in.
  private(set) var lines: Range<Int>
  private(set) var rows: [[String]] = []
  private let grid: PDFGrid
  /// How many of its lines are its head.
  private var heads = 0
  private var headWords: [String] = []
  /// The columns of figures.
  private var figures: Set<Int> = []
  /// The column of the rows' names.
  private var label = 0

  /// How many lines of words may stand between two with figures.
  private static let mostBetween = 12

  /// Finds the tables among lines that go down a page, in order.
  static func find(in lines: [PDFLine]) -> [PDFTable] {
    var found: [PDFTable] = []
    var i = 0
    while i < lines.count {
      guard isRow(lines[i]) else {
        i += 1
        continue
      }
      var end = i + 1
      var rows = 1
      var next = end
      // The next row is near: words between are at most a few lines.
      while next < lines.count, next - end <= mostBetween,
        lines[next].top - lines[next - 1].bottom <= lines[next].height * 2
      {
        if isRow(lines[next]), shareColumn(lines[i], lines[next]) {
          rows += 1
          end = next + 1
        } else if isProse(lines[next], lines[i])
          || next - end >= 4 && !isInCell(lines[next], lines[i])
        {
          break
        }
        next += 1
      }
      if rows >= 2 {
        let table = PDFTable(i..<end, of: lines, from: found.last?.lines.upperBound ?? 0)
        found.append(table)
        i = max(table.lines.upperBound, i + 1)
      } else {
        i += 1
      }
    }
    return found
  }

  /// A line of several cells with a figure that is no year and no number of a row.
  private static func isRow(_ line: PDFLine) -> Bool {
    guard line.segments.count >= 2 else { return false }
    return line.segments.dropFirst().contains { $0.isNumber }
      && line.segments.contains {
        $0.isNumber && !isOrdinal($0.words) || !$0.isNumber && $0.words.count > 2
      }
  }

  private static func isOrdinal(_ words: String) -> Bool {
    guard let number = Int(words.filter { !"()".contains($0) }) else { return false }
    return (0...31).contains(number) || isYear(words)
  }

  private static func isYear(_ words: String) -> Bool {
    Int(words).map { (1980...2100).contains($0) } ?? false
  }

  /// Chỉ tiêu 2020 2021, or A B 1 2: figures that stand over columns.
  private static func isHead(_ line: PDFLine) -> Bool {
    let numbers = line.segments.filter(\.isNumber)
    return !numbers.isEmpty && numbers.allSatisfy { isYear($0.words) }
      || numbers.count > 1
        && line.segments.allSatisfy { isOrdinal($0.words) || $0.words.count <= 1 }
  }

  /// Whether a line stands within the cells of a row.
  private static func isInCell(_ line: PDFLine, _ row: PDFLine) -> Bool {
    line.segments.allSatisfy { cell in
      let met = row.segments.filter { $0.left < cell.right && cell.left < $0.right }
      return met.count <= 1 || !met.contains(where: \.isNumber)
    }
  }

  private static func shareColumn(_ a: PDFLine, _ b: PDFLine) -> Bool {
    b.segments.dropFirst().contains { cell in
      a.segments.dropFirst().contains { $0.left < cell.right && cell.left < $0.right }
    }
  }

  /// A line that runs through the columns of a table.
  private static func isProse(_ line: PDFLine, _ row: PDFLine) -> Bool {
    line.segments.count == 1 && row.segments.count >= 2 && line.left < row.segments[0].right
      && line.right > row.segments[row.segments.count - 1].left
  }

  // MARK: Its lines

  /// The table of the rows that stand in these lines, with the heads above the first row and the end of
  /// the last.
  private init(_ core: Range<Int>, of page: [PDFLine], from least: Int) {
    lines = core
    let anchors = page[core].filter { Self.isRow($0) || Self.isOfFigures($0) }
    grid = PDFGrid(anchors, words: page[core].filter { !Self.isRow($0) && !Self.isOfFigures($0) })
    let rows = page[core].filter(Self.isRow).map { grid.divided($0) { _ in true } }
    label = names(rows + page[core].filter { !Self.isRow($0) })
    figures = Set(
      (rows + page[core].filter(Self.isOfFigures)).flatMap { row in
        row.segments.filter(\.isNumber).compactMap { grid.columns(of: $0).first }
      }.filter { $0 != label && $0 > 0 })
    var start = core.lowerBound
    // Names of groups stand above the first row as far as rows do from each other.
    let gaps = core.dropFirst().map { page[$0].top - page[$0 - 1].bottom }
    var margin = gaps.max() ?? 0
    while start > least, core.lowerBound - start < Self.mostBetween * 2,
      isHead(page[start - 1], above: page[start], margin)
    {
      start -= 1
      if isOverFigures(page[start]) { margin = 0 }
    }
    // What stands alone over a head's first column is a title's last line.
    let hasHead = (start..<core.lowerBound).contains { isOverFigures(page[$0]) }
    while hasHead, start < core.lowerBound, page[start].segments.count == 1,
      !isOverFigures(page[start])
    {
      start += 1
    }
    var end = core.upperBound
    while end < page.count, end - core.upperBound < Self.mostBetween,
      isTail(page[end], below: page[end - 1])
    {
      end += 1
    }
    lines = start..<end
    let top = page[lines].firstIndex { isAnchor($0) && !Self.isHead($0) } ?? core.lowerBound
    let inner = lines.map { k in
      // No head goes over names and units.
      grid.divided(page[k]) { columns in
        isAnchor(page[k]) || k < top && columns.contains { !figures.contains($0) }
      }
    }
    assemble(Self.mended(inner, grid), page)
  }

  /// A line with figures: a row's, or figures alone where its words stand above and below them.
  private func isAnchor(_ line: PDFLine) -> Bool {
    if Self.isRow(line) { return true }
    return Self.isOfFigures(line)
      && line.segments.allSatisfy { segment in
        let columns = grid.columns(of: segment)
        return columns.count == 1 && figures.contains(columns.lowerBound)
      }
  }

  private static func isOfFigures(_ line: PDFLine) -> Bool {
    !line.segments.isEmpty && line.segments.allSatisfy { $0.isNumber && !isOrdinal($0.words) }
  }

  private func isHead(_ line: PDFLine, above next: PDFLine, _ margin: Int) -> Bool {
    let line = grid.divided(line) { _ in false }
    let spans = line.segments.map { grid.columns(of: $0) }
    // Cells have margins.
    let isOver = spans.count > 1 || spans.allSatisfy { $0.allSatisfy(figures.contains) }
    let gap = next.top - line.bottom
    let isNear =
      gap * 4 <= line.height * (isOver ? 6 : 3) || gap <= min(margin, line.height * 2)
    let isInside = spans.allSatisfy { $0.count >= 1 && $0.count < max(grid.columns.count, 2) }
    guard isNear, isInside, !line.words.contains(":") else { return false }
    guard line.segments.count == 1, let span = spans.first else { return true }
    // A title goes over the names of the rows.
    return !line.words.hasSuffix(".") && !(span.lowerBound == 0 && span.count > 1)
  }

  private func isOverFigures(_ line: PDFLine) -> Bool {
    line.segments.contains { !figures.isDisjoint(with: grid.columns(of: $0)) }
  }

  private func isTail(_ line: PDFLine, below last: PDFLine) -> Bool {
    line.top - last.bottom <= line.height / 4 && grid.isTail(line)
  }

  /// 180.00 above 0: the end of a number that its cell was too narrow for goes back to it, and both to
  /// the line with the others' figures where that runs between them.
  private static func mended(_ lines: [PDFLine], _ grid: PDFGrid) -> [PDFLine] {
    var lines = lines
    for k in lines.indices.dropFirst() {
      var ends: [(below: Int, line: Int, above: Int)] = []
      for (below, segment) in lines[k].segments.enumerated() where segment.isNumber {
        let home = grid.columns(of: segment)
        let line = [k - 1, k - 2].first { line in
          line >= 0 && lines[line].segments.contains { grid.columns(of: $0) == home }
        }
        let above = line.flatMap { line in
          lines[line].segments.firstIndex { grid.columns(of: $0) == home }
        }
        guard let line, let above, isCut(lines[line].segments[above].words, before: segment.words)
        else {
          ends = []
          break
        }
        ends.append((below, line, above))
      }
      for end in ends {
        lines[end.line].segments[end.above].words += lines[k].segments[end.below].words
      }
      for end in ends.reversed() {
        lines[k].segments.remove(at: end.below)
        guard end.line < k - 1 else { continue }
        let whole = lines[end.line].segments.remove(at: end.above)
        let place = lines[k - 1].segments.firstIndex { $0.left > whole.left }
        lines[k - 1].segments.insert(whole, at: place ?? lines[k - 1].segments.count)
      }
    }
    return lines.filter { !$0.segments.isEmpty }
  }

  private static func isCut(_ number: String, before digits: String) -> Bool {
    let groups = number.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count > 1, let last = groups.last, last.count < 3 else { return false }
    let end = digits.prefix { $0 != "," && $0 != "." }
    return last.allSatisfy(\.isNumber) && end.allSatisfy(\.isNumber)
      && last.count + end.count == 3
  }

  // MARK: Over pages

  /// The pages' parts, with what goes on over a page of a table at the end of a part behind it.
  static func joined(_ parts: [[PDFLine]]) -> [[PDFLine]] {
    var joined: [[PDFLine]] = []
    var open: PDFTable?
    for part in parts {
      var rest = part
      if let table = open, let last = joined.last?.last, let found = table.next(in: part) {
        rest.removeFirst(found.upperBound)
        if let first = part[found].first {
          let step = last.bottom - first.top
          joined[joined.count - 1] += part[found].map { $0.moved(down: step) }
        }
        if rest.isEmpty { continue }
      }
      joined.append(rest)
      let tables = find(in: rest)
      open = tables.last.flatMap { $0.lines.upperBound == rest.count ? $0 : nil }
      // What a gap divides from its head has it on the next page.
      if open?.heads == 0, let headed = tables.last(where: { $0.heads > 0 }) {
        open?.heads = headed.heads
        open?.headWords = headed.headWords
      }
    }
    return joined
  }

  /// Which lines at the top of the next page belong to this table; before them is its head, once more.
  private func next(in part: [PDFLine]) -> Range<Int>? {
    guard !figures.isEmpty else { return nil }
    let start = repeatedHead(in: part)
    var end = start
    var k = start
    while k < part.count, k - end <= Self.mostBetween * 2,
      k == start || part[k].top - part[k - 1].bottom <= part[k].height * 2
    {
      let isRow = isAnchor(part[k]) && !Self.isHead(part[k])
      let line = grid.divided(part[k]) { _ in isRow }
      let homes = line.segments.map { grid.columns(of: $0) }
      let isWithin = line.left >= (grid.columns.first?.lowerBound ?? 0) - line.size * 2
      let isFitting = isWithin && homes.allSatisfy { $0.count == 1 }
      if isRow {
        guard isFitting else { break }
        end = k + 1
      } else {
        // Words over columns of figures are a head, and those across the table a group's name.
        guard homes.allSatisfy({ figures.isDisjoint(with: $0) }) || isWithin && homes.count == 1
        else { break }
      }
      k += 1
    }
    if end == start, let first = part.dropFirst(start).first, grid.isTail(first),
      first.segments.allSatisfy({ $0.startsLower || $0.isNumber })
    {
      end += 1
    }
    guard end > start else { return nil }
    while end < part.count, isTail(part[end], below: part[end - 1]) { end += 1 }
    return start..<end
  }

  /// How many lines at the top of the next page are the head once more. Its words may stand in other
  /// lines there: a pixel's play joins two of them, or divides one.
  private func repeatedHead(in part: [PDFLine]) -> Int {
    func words(_ lines: some Sequence<String>) -> [Substring] {
      lines.flatMap { $0.split(separator: " ") }.sorted()
    }
    guard heads > 0 else { return 0 }
    let own = words(headWords)
    return (max(1, heads - 2)...(heads + 2)).first {
      $0 <= part.count && words(part.prefix($0).map(\.words)) == own
    } ?? 0
  }

  // MARK: Rows

  private mutating func assemble(_ inner: [PDFLine], _ page: [PDFLine]) {
    let rows = inner.indices.filter { isAnchor(inner[$0]) }
    guard let top = rows.first(where: { !Self.isHead(inner[$0]) }) else { return }
    let lastHead = inner[..<top].lastIndex(where: isOverFigures)
    heads = lastHead.map { $0 + 1 } ?? 0
    headWords = page[lines].prefix(heads).map(\.words)
    self.rows = PDFHeads(Self.cutAtEdges(Array(inner[..<heads])), grid).rows
    let body = Array(inner[heads...])
    let anchors = body.indices.filter { isAnchor(body[$0]) }
    let found = PDFRows(body, anchors: anchors, grid: grid, label: label).rows()
    for row in found { self.rows.append(cells(of: row, body)) }
    // What is left out of the last row stands below the table.
    if let last = found.last, last.lines.upperBound < body.count {
      let bottom = body[last.lines.upperBound - 1].bottom
      let end = lines.first { page[$0].bottom > bottom }
      lines = lines.lowerBound..<max(end ?? lines.upperBound, lines.lowerBound + 1)
    }
  }

  /// Heads that touch, cut where those of other lines begin.
  private static func cutAtEdges(_ lines: [PDFLine]) -> [PDFLine] {
    let edges = lines.flatMap { $0.segments.map(\.left) }
    return lines.map { line in
      var line = line
      line.segments = line.segments.flatMap { segment in
        let pieces = segment.pieces
        let starts =
          [0]
          + pieces.indices.dropFirst().filter { k in
            pieces[k].gap > 0 && edges.count { abs($0 - pieces[k].left) <= 2 } >= 2
          }
        guard starts.count > 1 else { return [segment] }
        return zip(starts, starts.dropFirst() + [pieces.count]).map {
          segment.part(pieces[$0..<$1])
        }
      }
      return line
    }
  }

  /// The column with the most letters, which is left of the figures.
  private func names(_ rows: [PDFLine]) -> Int {
    var letters = Array(repeating: 0, count: max(grid.columns.count, 1))
    for segment in rows.lazy.flatMap(\.segments) {
      if let column = grid.columns(of: segment).first {
        letters[column] += segment.words.count(where: \.isLetter)
      }
    }
    return letters.indices.max { (letters[$0], $1) < (letters[$1], $0) } ?? 0
  }

  /// A row whose name is not sure has neither name nor unit, so that its figures are refused.
  private func cells(of row: PDFRows.Row, _ body: [PDFLine]) -> [String] {
    var cells = Array(repeating: "", count: grid.columns.count)
    for segment in body[row.lines].lazy.flatMap(\.segments) {
      guard let column = grid.columns(of: segment).first else { continue }
      add(segment.words, to: &cells, column)
    }
    if row.isUnclear, row.anchor != nil {
      for column in cells.indices where !figures.contains(column) { cells[column] = "" }
    }
    return cells
  }

  private func add(_ words: String, to cells: inout [String], _ column: Int) {
    // A name in a narrow cell may be cut within a word: Tron, g đó.
    let first = words.prefix { $0.isLetter }
    let isCut =
      column == label && !first.isEmpty && cells[column].last?.isLetter == true
      && first.allSatisfy { "bcdđghklmnpqrstvx".contains($0) }
    cells[column] += cells[column].isEmpty || isCut ? words : " " + words
  }
}
