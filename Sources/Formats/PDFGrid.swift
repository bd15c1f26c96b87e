/// The columns of a table of a page, by the blanks that its rows have one below the other.
struct PDFGrid {
  private(set) var columns: [Range<Int>] = []

  /// - Parameters:
  ///   - rows: the lines with figures.
  ///   - words: those between them. Where names stand around their figures, they alone show the names'
  ///     column; what goes over several columns shows none.
  init(_ rows: [PDFLine], words: [PDFLine]) {
    let atoms = rows.flatMap { line in line.segments.flatMap { Self.atoms($0, line.size) } }
    join(atoms)
    let more = words.flatMap { line in line.segments.flatMap { Self.atoms($0, line.size) } }
      .filter { atom in columns.count { $0.overlaps(Self.span(atom)) } <= 1 }
    columns = []
    join(atoms + more)
  }

  private mutating func join(_ atoms: [PDFSegment]) {
    for span in atoms.map(Self.span).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = columns.last, span.lowerBound < last.upperBound {
        columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        columns.append(span)
      }
    }
    columns = columns.flatMap { column in
      Self.divided(column, atoms.filter { column.overlaps(Self.span($0)) })
    }
  }

  private static func span(_ atom: PDFSegment) -> Range<Int> {
    atom.left..<max(atom.right, atom.left + 1)
  }

  /// A segment, cut where more than a blank divides its words and before each number that is no part of
  /// the one before it: what stands close in neighbouring cells is joined.
  private static func atoms(_ segment: PDFSegment, _ size: Int) -> [PDFSegment] {
    let pieces = segment.pieces
    let starts =
      [0]
      + pieces.indices.dropFirst().filter {
        pieces[$0].gap * 5 > size * 2
          || pieces[$0].isNumber && !isThousands(pieces[$0].text, behind: pieces[$0 - 1].text)
      }
    guard starts.count > 1 else { return [segment] }
    return zip(starts, starts.dropFirst() + [pieces.count]).map { segment.part(pieces[$0..<$1]) }
  }

  /// Whether words begin where a column does, and end within it.
  private func isAligned(_ pieces: ArraySlice<PDFWord>, _ home: Range<Int>) -> Bool {
    guard home.count == 1, let first = pieces.first, first.gap > 0,
      abs(first.left - columns[home.lowerBound].lowerBound) <= 3,
      let last = pieces.last(where: { $0.left < columns[home.lowerBound].upperBound })
    else { return false }
    return last.right <= columns[home.lowerBound].upperBound + 3
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
      steps[min(span(atom).upperBound - column.lowerBound, column.count)] -= 1
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
        parts.count { $0.overlaps(span(atom)) } == 1 && part.overlaps(span(atom))
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
  /// - Parameter isCut: whether what stands in these columns is several cells' for sure; words alone may
  ///   go over columns, and are cut where more than a blank divides them.
  func divided(_ line: PDFLine, where isCut: (Range<Int>) -> Bool) -> PDFLine {
    var line = line
    line.segments = line.segments.flatMap { segment -> [PDFSegment] in
      let span = columns(of: segment)
      guard span.count > 1 else { return [segment] }
      let pieces = segment.pieces
      let homes = pieces.map { piece in
        columns(of: segment.part([piece]))
      }
      guard pieces.count > 1 else { return [segment] }
      let isSure = isCut(span) && homes.allSatisfy { $0.count == 1 }
      let starts =
        [0]
        + pieces.indices.dropFirst().filter {
          pieces[$0].gap * 5 > line.size * 2
            || homes[$0] != homes[$0 - 1] && (isSure || isAligned(pieces[$0...], homes[$0]))
        }
      return zip(starts, starts.dropFirst() + [pieces.count]).map { segment.part(pieces[$0..<$1]) }
    }
    return line
  }

  /// Whether a line may be the end of cells: its words stand in columns.
  func isTail(_ line: PDFLine) -> Bool {
    divided(line, where: { _ in false }).segments.allSatisfy { cell in
      let home = columns(of: cell)
      guard home.count == 1, let column = home.first else { return false }
      return cell.left >= columns[column].lowerBound - line.size
        && cell.right <= columns[column].upperBound + line.size
    }
  }
}
