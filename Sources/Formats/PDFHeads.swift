/// The head of a table of a page: which lines are one head, and over which columns it goes.
struct PDFHeads {
  fileprivate struct Cell {
    var columns: Range<Int>
    var parts: [PDFSegment] = []
    var middles: [Int] = []

    var left: Int { parts.map(\.left).min() ?? 0 }
    var right: Int { parts.map(\.right).max() ?? 0 }
    var first: Int { middles.first ?? 0 }
    var last: Int { middles.last ?? 0 }
    var middle: Int { (first + last) / 2 }
    var centre: Int { (left + right) / 2 }
    var words: String { parts.map(\.words).joined(separator: " ") }
    /// It begins as a head of its own does.
    var isBegun: Bool { parts.first?.startsLower == false }
  }

  private let width: Int
  private let size: Int
  private var narrow: [Cell?]
  private var wide: [Cell] = []

  init(_ lines: [PDFLine], _ grid: PDFGrid) {
    width = grid.columns.count
    size = lines.first?.size ?? 1
    narrow = Array(repeating: nil, count: width)
    for stack in Self.stacks(lines) {
      // Lines of one cell are wide and short; together they say where it stands.
      var whole = stack.parts[0]
      (whole.left, whole.right) = (stack.left, stack.right)
      let columns = grid.columns(of: whole)
      for (part, middle) in zip(stack.parts, stack.middles) {
        add(part, middle, columns.count == 1 ? columns : grid.columns(of: part))
      }
    }
    for column in narrow.indices {
      narrow[column]?.sort()
    }
    spread(grid)
  }

  private mutating func add(_ part: PDFSegment, _ middle: Int, _ columns: Range<Int>) {
    guard let column = columns.first else { return }
    if columns.count > 1 {
      if let k = wide.firstIndex(where: {
        $0.columns == columns && middle - $0.last <= size * 3 / 2 && !$0.words.hasSuffix(")")
      }) {
        wide[k].parts.append(part)
        wide[k].middles.append(middle)
      } else {
        wide.append(Cell(columns: columns, parts: [part], middles: [middle]))
      }
    } else {
      var cell = narrow[column] ?? Cell(columns: columns)
      cell.parts.append(part)
      cell.middles.append(middle)
      narrow[column] = cell
    }
  }

  /// Segments below each other that begin, end or are centred alike.
  private static func stacks(_ lines: [PDFLine]) -> [Cell] {
    var stacks: [Cell] = []
    for line in lines {
      for segment in line.segments {
        let home = stacks.lastIndex { stack in
          guard let above = stack.parts.last, line.middle - stack.last <= line.size * 3 / 2 else {
            return false
          }
          let play = line.size / 4
          return line.middle > stack.last
            && (abs(above.left - segment.left) <= play || abs(above.right - segment.right) <= play
              || abs(above.left + above.right - segment.left - segment.right) <= play * 2)
        }
        if let home {
          stacks[home].parts.append(segment)
          stacks[home].middles.append(line.middle)
        } else {
          stacks.append(Cell(columns: 0..<0, parts: [segment], middles: [line.middle]))
        }
      }
    }
    return stacks
  }

  // MARK: Heads over several columns

  /// Finds how far the heads go that stand over others.
  private mutating func spread(_ grid: PDFGrid) {
    for k in wide.indices.sorted(by: { wide[$0].last > wide[$1].last }) {
      wide[k].columns = centred(wide[k], lower: nil, grid)
    }
    for column in 0..<width {
      guard let cell = narrow[column], cell.parts.count > 1 else { continue }
      for count in 1..<cell.parts.count {
        let (upper, lower) = cell.divided(at: count)
        guard lower.isBegun else { continue }
        let found = centred(upper, lower: lower, grid)
        guard found.count > 1, isOver(upper, found, grid) else { continue }
        var over = upper
        over.columns = found
        wide.append(over)
        narrow[column] = lower
        break
      }
    }
    wide.sort { ($0.first, $0.left) < ($1.first, $1.left) }
  }

  /// The columns over which a head stands, with those beside it that may belong to it, in their middle or
  /// at their left end.
  private func centred(_ head: Cell, lower: Cell?, _ grid: PDFGrid) -> Range<Int> {
    let most = extended(head, lower: lower)
    if let first = lower ?? narrow[head.columns.lowerBound], abs(first.left - head.left) <= size / 4
    {
      return head.columns.lowerBound..<most.upperBound
    }
    var best = (distance: Int.max, columns: head.columns)
    for start in most.lowerBound...head.columns.lowerBound {
      for end in head.columns.upperBound...most.upperBound {
        let (left, right) = ends(start..<end, grid)
        let distance = abs((left + right) / 2 - head.centre)
        if distance < best.distance { best = (distance, start..<end) }
      }
    }
    return best.columns
  }

  /// How far the columns go, their heads and their figures.
  private func ends(_ columns: Range<Int>, _ grid: PDFGrid) -> (left: Int, right: Int) {
    let cells = columns.compactMap { narrow[$0] }
    return (
      min(cells.map(\.left).min() ?? Int.max, grid.columns[columns.lowerBound].lowerBound),
      max(cells.map(\.right).max() ?? 0, grid.columns[columns.upperBound - 1].upperBound)
    )
  }

  /// The columns of a head with those beside it that have nothing beside or above it.
  private func extended(_ head: Cell, lower: Cell?) -> Range<Int> {
    func isBelow(_ column: Int) -> Bool {
      guard let cell = narrow[column], cell.isBegun, cell.first - head.last >= size / 2 else {
        return false
      }
      guard !wide.contains(where: { $0.columns.contains(column) && $0.first <= head.last }) else {
        return false
      }
      guard let lower else { return true }
      return abs(cell.first - lower.first) <= size / 4
        || abs(cell.middle - lower.middle) <= size / 4
    }
    var start = head.columns.lowerBound
    var end = head.columns.upperBound
    let isFromLeft = lower.map { abs($0.left - head.left) <= size / 4 } ?? false
    while !isFromLeft, start > 0, isBelow(start - 1) { start -= 1 }
    while end < width, isBelow(end) { end += 1 }
    return start..<end
  }

  /// Whether a head stands as one over these columns would: in their middle, or from their left end.
  private func isOver(_ head: Cell, _ columns: Range<Int>, _ grid: PDFGrid) -> Bool {
    let (left, right) = ends(columns, grid)
    let step = (right - left) / max(columns.count, 1)
    return abs(head.left - left) <= size || abs((left + right) / 2 - head.centre) * 3 <= step
  }

  // MARK: Rows

  /// The head as a table has it: what spans columns in the first of them, above its columns' own.
  var rows: [[String]] {
    var rows: [[String]] = []
    func set(_ words: String, _ column: Int, _ level: Int) {
      while rows.count <= level { rows.append(Array(repeating: "", count: width)) }
      rows[level][column] += rows[level][column].isEmpty ? words : " " + words
    }
    for (k, head) in wide.enumerated() {
      let level = wide[..<k].count { $0.columns.overlaps(head.columns) }
      set(head.words, head.columns.lowerBound, level)
    }
    for (column, cell) in narrow.enumerated() {
      guard let cell, !cell.isTwo(size) else { continue }
      set(cell.words, column, wide.count { $0.columns.contains(column) })
    }
    return rows
  }
}

extension PDFHeads.Cell {
  /// Whether two heads stand side by side over one column, where another has no figures.
  fileprivate func isTwo(_ size: Int) -> Bool {
    zip(zip(parts, middles), zip(parts, middles).dropFirst()).contains { a, b in
      abs(a.1 - b.1) * 4 <= size && 2 * (b.0.left - a.0.right) > 3 * size
    }
  }

  fileprivate mutating func sort() {
    let order = middles.indices.sorted { middles[$0] < middles[$1] }
    parts = order.map { parts[$0] }
    middles = order.map { middles[$0] }
  }

  /// Its first lines and the others.
  fileprivate func divided(at count: Int) -> (upper: PDFHeads.Cell, lower: PDFHeads.Cell) {
    (
      PDFHeads.Cell(
        columns: columns, parts: Array(parts[..<count]), middles: Array(middles[..<count])),
      PDFHeads.Cell(
        columns: columns, parts: Array(parts[count...]), middles: Array(middles[count...]))
    )
  }
}
