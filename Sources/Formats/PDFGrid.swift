/// The columns of a table of a page, by the blanks that its rows have one below the other.
struct PDFGrid {
  private(set) var columns: [Range<Int>] = []

  /// - Parameter rows: the lines with figures.
  init(_ rows: [PDFLine]) {
    let atoms = rows.flatMap { line in line.segments.flatMap(Self.atoms) }
    for atom in atoms.sorted(by: { $0.left < $1.left }) {
      if let last = columns.last, atom.left < last.upperBound {
        columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, atom.right)
      } else {
        columns.append(atom.left..<max(atom.right, atom.left + 1))
      }
    }
    columns = columns.flatMap { column in
      Self.divided(column, atoms.filter { column.overlaps($0.left..<max($0.right, $0.left + 1)) })
    }
  }

  /// A segment, cut before each number that is no part of the one before it: the converter joins what
  /// stands close in neighbouring cells.
  private static func atoms(_ segment: PDFSegment) -> [PDFSegment] {
    let pieces = segment.pieces
    let starts =
      [0]
      + pieces.indices.dropFirst().filter {
        pieces[$0].isNumber && !isThousands(pieces[$0].text, behind: pieces[$0 - 1].text)
      }
    guard starts.count > 1 else { return [segment] }
    return zip(starts, starts.dropFirst() + [pieces.count]).map { segment.part(pieces[$0..<$1]) }
  }

  /// 234 of 1 234,5: blanks between thousands.
  private static func isThousands(_ text: String, behind before: String) -> Bool {
    let digits = text.prefix { $0 != "," }
    return digits.count == 3 && digits.allSatisfy(\.isNumber)
      && before.count <= 3 && before.allSatisfy(\.isNumber)
  }

  /// A column that a few cells join to its neighbour, apart.
  private static func divided(_ column: Range<Int>, _ atoms: [PDFSegment]) -> [Range<Int>] {
    let few = atoms.count / 16
    guard few > 0, column.count < 20_000 else { return [column] }
    var steps = Array(repeating: 0, count: column.count + 1)
    for atom in atoms {
      steps[max(atom.left - column.lowerBound, 0)] += 1
      steps[min(max(atom.right, atom.left + 1) - column.lowerBound, column.count)] -= 1
    }
    var parts: [Range<Int>] = []
    var count = 0
    var start: Int?
    for k in 0..<column.count {
      count += steps[k]
      if count > few {
        start = start ?? column.lowerBound + k
      } else if let begun = start {
        parts.append(begun..<(column.lowerBound + k))
        start = nil
      }
    }
    if let start { parts.append(start..<column.upperBound) }
    // A part is a column where many cells stand in it alone.
    let isClear = parts.allSatisfy { part in
      atoms.count { atom in
        parts.count { $0.overlaps(atom.left..<max(atom.right, atom.left + 1)) } == 1
          && part.overlaps(atom.left..<max(atom.right, atom.left + 1))
      } > few * 2
    }
    return parts.count > 1 && isClear ? parts : [column]
  }

  /// The columns that a segment stands in, the nearest where it stands between.
  func columns(of segment: PDFSegment) -> Range<Int> {
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

  /// The line with its segments cut where they go from one column to the next.
  ///
  /// - Parameter isRow: whether it has figures; words alone may go over columns, and are cut where
  ///   more than a blank divides them.
  func divided(_ line: PDFLine, isRow: Bool) -> PDFLine {
    var line = line
    line.segments = line.segments.flatMap { segment -> [PDFSegment] in
      guard columns(of: segment).count > 1 else { return [segment] }
      let pieces = segment.pieces
      let homes = pieces.map { piece in
        columns(of: segment.part([piece]))
      }
      guard pieces.count > 1, homes.allSatisfy({ $0.count == 1 }) else { return [segment] }
      let starts =
        [0]
        + pieces.indices.dropFirst().filter {
          homes[$0] != homes[$0 - 1]
            && (isRow || (pieces[$0].left - pieces[$0 - 1].right) * 5 > line.size * 2)
        }
      return zip(starts, starts.dropFirst() + [pieces.count]).map { segment.part(pieces[$0..<$1]) }
    }
    return line
  }
}
