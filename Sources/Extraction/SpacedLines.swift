import TextModel
import VietnameseText

/// The lines of a table whose columns only blanks set apart: the same stretches of blanks run down all
/// its rows.
struct SpacedLines {
  private(set) var lines: [TableLine] = []

  /// Words of a line that no wide gap divides, and where they stand in it.
  private struct Segment {
    var tokens: Range<Int>
    var place: Range<Int>
  }

  private struct Line {
    var tokens: Range<Int>
    var span: TextSpan
    var segments: [Segment]
    var isRow = false
  }

  private static let mostLines = 400
  private static let mostHeads = 4
  private static let longest = 15

  /// `nil` where the paragraph heads no such table.
  init?(_ paragraphs: [Paragraph], from start: Int, _ tools: TableTools) {
    let document = tools.document
    var found: [Line] = []
    var hasRow = false
    for paragraph in paragraphs[start...].prefix(Self.mostLines) {
      if let last = found.last, !Self.isNext(paragraph, last.span, document) { break }
      guard var line = Self.line(paragraph, document) else { break }
      line.isRow =
        line.segments.count > 1
        && line.segments.dropFirst().contains {
          tools.isFigure($0.tokens) && tools.year($0.tokens) == nil
            && $0.tokens.allSatisfy { tools.tokens[$0].kind != .word }
        }
      hasRow = hasRow || line.isRow
      // The head ends soon, and a name across the table stands below it.
      guard line.segments.count > 1 || hasRow, hasRow || found.count < Self.mostHeads else { break }
      found.append(line)
    }
    while let last = found.last, !last.isRow { found.removeLast() }
    let rows = found.filter(\.isRow)
    guard let top = found.firstIndex(where: \.isRow), (1...Self.mostHeads).contains(top),
      rows.count > 1, let columns = Self.columns(rows), columns.count > 2,
      Self.isHeaded(found[..<top], columns)
    else { return nil }
    for line in found {
      guard let cells = Self.cells(line, columns) else { return nil }
      lines.append(
        TableLine(tokens: line.tokens, span: line.span, cells: cells, separator: .space))
    }
  }

  // MARK: Lines

  /// Whether two gaps of two blanks or more divide the paragraph.
  static func mayBegin(_ paragraph: Paragraph, _ document: TokenizedDocument) -> Bool {
    var gaps = 0
    var blanks = 0
    for byte in document.bytes[paragraph.span.range] {
      if byte == 0x20 {
        blanks += 1
        if blanks == 2 { gaps += 1 }
      } else {
        blanks = 0
      }
    }
    return gaps > 1
  }

  /// Whether no empty line stands between.
  private static func isNext(
    _ paragraph: Paragraph, _ last: TextSpan, _ document: TokenizedDocument
  ) -> Bool {
    document.bytes[Int(last.end)..<Int(paragraph.span.start)].count { $0 == 0x0A } == 1
  }

  private static func line(_ paragraph: Paragraph, _ document: TokenizedDocument) -> Line? {
    let bytes = document.bytes
    let sentences = document.segments.sentences[paragraph.sentences]
    guard let first = sentences.first, let last = sentences.last,
      !bytes[paragraph.span.range].contains(where: { $0 == 0x0A || $0 == 0x09 || $0 == 0x7C })
    else { return nil }
    let tokens = first.tokens.lowerBound..<last.tokens.upperBound
    var byte = Int(paragraph.span.start)
    while byte > 0, bytes[byte - 1] != 0x0A { byte -= 1 }
    var place = 0
    func advance(to end: Int) {
      // A letter with its marks is one: bytes that go on with a code point do not count.
      for b in bytes[byte..<end] where b & 0xC0 != 0x80 { place += 1 }
      byte = end
    }
    var segments: [Segment] = []
    for t in tokens {
      let span = document.tokens[t].span
      let isFar = Int(span.start) - byte > 1
      advance(to: Int(span.start))
      let start = place
      advance(to: Int(span.end))
      if let last = segments.last, !isFar || segments.isEmpty {
        segments[segments.count - 1].tokens = last.tokens.lowerBound..<(t + 1)
        segments[segments.count - 1].place = last.place.lowerBound..<place
      } else {
        segments.append(Segment(tokens: t..<t + 1, place: start..<place))
      }
    }
    guard segments.allSatisfy({ $0.tokens.count <= longest }) else { return nil }
    return Line(tokens: tokens, span: paragraph.span, segments: segments)
  }

  // MARK: Columns

  /// Where the rows' cells stand one below the other; `nil` where two of a row stand in one.
  private static func columns(_ rows: [Line]) -> [Range<Int>]? {
    var columns: [Range<Int>] = []
    for place in rows.flatMap({ $0.segments.map(\.place) }).sorted(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      if let last = columns.last, place.lowerBound < last.upperBound {
        columns[columns.count - 1] =
          last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        columns.append(place)
      }
    }
    for row in rows {
      var last = -1
      for segment in row.segments {
        guard let column = columns.firstIndex(where: { $0.overlaps(segment.place) }),
          column > last
        else { return nil }
        last = column
      }
      guard row.segments.first.map({ $0.place.overlaps(columns[0]) }) == true else { return nil }
    }
    return columns
  }

  /// Whether the heads stand side by side, and each over one column or over the heads of several.
  private static func isHeaded(_ heads: ArraySlice<Line>, _ columns: [Range<Int>]) -> Bool {
    func homes(_ segment: Segment) -> [Int] {
      columns.indices.filter { columns[$0].overlaps(segment.place) }
    }
    guard heads.contains(where: { $0.segments.count > 2 }) else { return false }
    return heads.indices.allSatisfy { k in
      heads[k].segments.allSatisfy { segment in
        let over = homes(segment)
        guard over.count > 1 else { return true }
        let below = heads[(k + 1)...].flatMap(\.segments).map(homes)
        return over.allSatisfy { below.contains([$0]) }
      }
    }
  }

  /// The line's cells: what goes over several columns in the first of them. `nil` where two meet in
  /// one, or one stands between.
  private static func cells(_ line: Line, _ columns: [Range<Int>]) -> [Range<Int>]? {
    let end = line.tokens.upperBound
    if line.segments.count == 1, let only = line.segments.first {
      return only.place.lowerBound < columns[0].upperBound ? [only.tokens] : nil
    }
    var cells = Array(repeating: end..<end, count: columns.count)
    for segment in line.segments {
      let met = columns.indices.filter { columns[$0].overlaps(segment.place) }
      guard let column = met.first ?? between(segment.place, columns, cells) else { return nil }
      guard cells[column].isEmpty else { return nil }
      cells[column] = segment.tokens
    }
    return cells
  }

  /// The free column nearest to a head that stands over none: a number is narrower than its head.
  private static func between(
    _ place: Range<Int>, _ columns: [Range<Int>], _ cells: [Range<Int>]
  ) -> Int? {
    func distance(_ c: Int) -> Int {
      max(columns[c].lowerBound - place.upperBound, place.lowerBound - columns[c].upperBound)
    }
    return columns.indices.filter { cells[$0].isEmpty && distance($0) <= 4 }
      .min { distance($0) < distance($1) }
  }
}
