/// A table of a page: lines whose figures stand below each other, with the words that belong to them.
///
/// No ruled line is known here. A row is where figures stand; words without figures belong to the nearest
/// row, above the first row to the columns' heads.
struct PDFTable {
  private var columns: [Range<Int>] = []

  /// Finds the tables among lines that go down a page: the ranges of their lines, in order.
  static func find(in lines: [PDFLine]) -> [Range<Int>] {
    var found: [Range<Int>] = []
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
      while next < lines.count, next - end <= 4,
        lines[next].top - lines[next - 1].bottom <= lines[next].height * 2
      {
        if isRow(lines[next]), shareColumn(lines[i], lines[next]) {
          rows += 1
          end = next + 1
        } else if isProse(lines[next], lines[i]) {
          break
        }
        next += 1
      }
      if rows >= 2 {
        let range = grown(i..<end, in: lines, from: found.last?.upperBound ?? 0)
        found.append(range)
        i = range.upperBound
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
    guard let number = Int(words) else { return false }
    return (0...31).contains(number) || (1980...2100).contains(number)
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

  /// With the heads above the first row, and the end of a name below the last.
  private static func grown(
    _ rows: Range<Int>, in lines: [PDFLine], from least: Int
  ) -> Range<Int> {
    let table = PDFTable(Array(lines[rows]))
    var start = rows.lowerBound
    while start > least {
      let line = lines[start - 1]
      let isNear = lines[start].top - line.bottom <= line.height * 3 / 4
      let spans = line.segments.map { table.columns(of: $0).count }
      let isInside = spans.allSatisfy { $0 >= 1 && $0 < max(table.columns.count, 2) }
      guard isNear, isInside, !line.words.contains(":"), rows.lowerBound - start < 12,
        line.segments.count > 1 || !line.words.hasSuffix(".")
      else { break }
      start -= 1
    }
    var end = rows.upperBound
    while end < lines.count, end - rows.upperBound < 3, lines[end].segments.count == 1,
      lines[end].top - lines[end - 1].bottom <= lines[end].height / 4,
      lines[end].segments[0].startsLower, table.columns(of: lines[end].segments[0]) == 0..<1,
      lines[end].right <= (table.columns.first?.upperBound ?? 0) + lines[end].size
    {
      end += 1
    }
    return start..<end
  }

  /// The table of these lines, its columns by what stands below each other in its rows.
  private init(_ lines: [PDFLine]) {
    var spans: [Range<Int>] = []
    for line in lines where Self.isRow(line) {
      for cell in line.segments { spans.append(cell.left..<max(cell.right, cell.left + 1)) }
    }
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = columns.last, span.lowerBound < last.upperBound {
        columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        columns.append(span)
      }
    }
  }

  /// The columns that a segment stands in, the nearest where it stands between.
  private func columns(of segment: PDFSegment) -> Range<Int> {
    let met = columns.indices.filter {
      columns[$0].lowerBound < segment.right && segment.left < columns[$0].upperBound
    }
    if let first = met.first, let last = met.last { return first..<(last + 1) }
    let middle = (segment.left + segment.right) / 2
    let nearest = columns.indices.min {
      Self.distance(middle, columns[$0]) < Self.distance(middle, columns[$1])
    }
    return nearest.map { $0..<($0 + 1) } ?? 0..<0
  }

  private static func distance(_ x: Int, _ range: Range<Int>) -> Int {
    x < range.lowerBound ? range.lowerBound - x : max(x - range.upperBound, 0)
  }

  // MARK: Rows

  /// The rows of the lines that `find` gave as a table.
  static func rows(_ lines: [PDFLine]) -> [[String]] {
    let table = PDFTable(lines)
    guard let first = lines.firstIndex(where: isRow) else { return [] }
    let heads = lines[..<first].filter { !table.isName($0, below: lines[first]) }
    let body = Array(lines[heads.count...])
    return table.heads(Array(heads)) + table.body(body)
  }

  /// The beginning of the first row's name, above its figures.
  private func isName(_ line: PDFLine, below row: PDFLine) -> Bool {
    line.segments.count == 1 && columns(of: line.segments[0]) == 0..<1
      && row.top - line.top < line.height && (row.segments.first?.isNumber ?? false)
  }

  private var emptyRow: [String] { Array(repeating: "", count: columns.count) }

  /// Heads over several columns make rows of their own; the others become one row.
  private func heads(_ lines: [PDFLine]) -> [[String]] {
    // From the rows up, each head says better how far its column goes.
    var table = self
    var spans: [[Range<Int>]] = []
    for line in lines.reversed() {
      spans.append(line.segments.map { table.columns(of: $0) })
      for (segment, span) in zip(line.segments, spans[spans.count - 1]) where span.count == 1 {
        let column = table.columns[span.lowerBound]
        table.columns[span.lowerBound] =
          min(column.lowerBound, segment.left)..<max(column.upperBound, segment.right)
      }
    }
    var wide: [[String]] = []
    var narrow = emptyRow
    for (line, spans) in zip(lines, spans.reversed()) {
      var row = emptyRow
      for (segment, span) in zip(line.segments, spans) {
        guard let column = span.first else { continue }
        if span.count > 1 {
          Self.add(segment.words, to: &row[column])
        } else {
          Self.add(segment.words, to: &narrow[column])
        }
      }
      if row.contains(where: { !$0.isEmpty }) { wide.append(row) }
    }
    return wide + (narrow.contains { !$0.isEmpty } ? [narrow] : [])
  }

  private func body(_ lines: [PDFLine]) -> [[String]] {
    let anchors = lines.indices.filter { Self.isRow(lines[$0]) }
    let pitches = zip(anchors, anchors.dropFirst()).map { middle(lines[$1]) - middle(lines[$0]) }
    let pitch = pitches.min() ?? Int.max
    // Each line's row: that of an anchor, or its own.
    var homes = Array(lines.indices)
    for k in lines.indices where !Self.isRow(lines[k]) {
      let nearest = anchors.min {
        abs(middle(lines[$0]) - middle(lines[k])) < abs(middle(lines[$1]) - middle(lines[k]))
      }
      guard let nearest else { continue }
      let distance = abs(middle(lines[nearest]) - middle(lines[k]))
      if distance * 10 < min(pitch, lines[k].height * 2) * 9 {
        homes[k] = nearest
      } else if k > 0, let segment = lines[k].segments.first, segment.startsLower,
        columns(of: segment) == 0..<1, distance <= lines[k].height * 2
      {
        homes[k] = homes[k - 1]
      }
    }
    // A row whose name begins in lower case goes on with the words above it.
    for k in anchors where k > 0 {
      guard let name = lines[k].segments.first, name.startsLower, homes[k - 1] == k - 1,
        !Self.isRow(lines[k - 1]), lines[k - 1].segments.count == 1,
        lines[k].top - lines[k - 1].bottom <= lines[k].height / 4
      else { continue }
      homes[k - 1] = k
    }
    var rows: [[String]] = []
    var places: [Int: Int] = [:]
    for (k, line) in lines.enumerated() {
      let home = homes[k]
      if places[home] == nil {
        places[home] = rows.count
        rows.append(emptyRow)
      }
      guard let place = places[home] else { continue }
      for segment in line.segments {
        guard let column = columns(of: segment).first else { continue }
        Self.add(segment.words, to: &rows[place][column])
      }
    }
    return rows
  }

  private func middle(_ line: PDFLine) -> Int { (line.top + line.bottom) / 2 }

  private static func add(_ words: String, to cell: inout String) {
    cell += cell.isEmpty ? words : " " + words
  }
}
