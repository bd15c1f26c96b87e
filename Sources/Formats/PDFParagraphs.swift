/// Joins the lines of a document's pages to paragraphs and tables.
struct PDFParagraphs {
  private(set) var blocks: [DocumentBlock] = []
  /// The paragraph that is open, and its last line.
  private var open = ""
  private var last: PDFLine?
  /// Where that line would have ended if it were full.
  private var lastMargin = 0
  /// Where full lines end, on this page and in this column.
  private var margin = 0
  private var width = 1
  /// From a line to the next within paragraphs.
  private let pitch: Int
  /// Words of the document, to tell a word broken over lines from two with a hyphen.
  private let vocabulary: Set<String>

  init(_ parts: [[PDFLine]]) {
    vocabulary = Set(
      parts.joined().flatMap { $0.words.split(whereSeparator: { !$0.isLetter }) }.map {
        $0.lowercased()
      })
    pitch = Self.pitch(parts)
    for part in PDFTable.joined(parts) { add(part) }
    endParagraph()
  }

  private mutating func add(_ lines: [PDFLine]) {
    let tables = PDFTable.find(in: lines)
    measure(
      lines.indices.filter { k in !tables.contains { $0.lines.contains(k) } }.map { lines[$0] })
    var k = 0
    var next = tables.startIndex
    while k < lines.count {
      if next < tables.endIndex, tables[next].lines.lowerBound == k {
        endParagraph()
        blocks.append(.gap)
        blocks += tables[next].rows.map { .row($0) }
        blocks.append(.gap)
        k = tables[next].lines.upperBound
        next += 1
      } else if lines[k].segments.count > 1 {
        let end = next < tables.endIndex ? tables[next].lines.lowerBound : lines.count
        let beside = lines[k..<end].prefix { $0.segments.count > 1 }
        addBeside(Array(beside))
        k += beside.count
      } else {
        add(lines[k])
        k += 1
      }
    }
  }

  /// The smallest step that is frequent.
  private static func pitch(_ parts: [[PDFLine]]) -> Int {
    var steps: [Int: Int] = [:]
    var count = 0
    for lines in parts {
      for (line, next) in zip(lines, lines.dropFirst())
      where line.segments.count == 1 && next.segments.count == 1 && line.size == next.size {
        let step = next.bottom - line.bottom
        guard step >= line.size, step < line.height * 3 else { continue }
        count += 1
        // Places are rounded.
        for near in step...(step + 1) { steps[near, default: 0] += 1 }
      }
    }
    // A few lines say nothing.
    return count < 8 ? 0 : steps.filter { $0.value * 5 >= count }.keys.min() ?? 0
  }

  private mutating func measure(_ lines: [PDFLine]) {
    let single = lines.filter { $0.segments.count == 1 }
    let start = single.map(\.left).min() ?? 0
    // A line that sticks out is no measure.
    let ends = single.map(\.right).sorted()
    let end = ends.isEmpty ? 0 : ends[(ends.count - 1) * 9 / 10]
    // A page of a few short lines is measured by those before it.
    let full = single.count { $0.right >= end - (end - start) / 50 }
    guard end - start > width * 3 / 4 || margin == 0 || full >= 4 else { return }
    margin = end
    width = max(end - start, 1)
  }

  /// Lines of several pieces that are no table, such as a letterhead: each column from top to bottom.
  private mutating func addBeside(_ lines: [PDFLine]) {
    endParagraph()
    if lines.count >= 3, lines.allSatisfy({ $0.segments.count >= 3 }) {
      blocks.append(.gap)
      blocks += lines.map { .row($0.segments.map(\.words)) }
      blocks.append(.gap)
      return
    }
    let most = lines.map(\.segments.count).max() ?? 0
    for column in 0..<most {
      for line in lines where column < line.segments.count {
        blocks.append(.paragraph(line.segments[column].words))
      }
    }
  }

  private mutating func add(_ line: PDFLine) {
    if begins(line) {
      endParagraph()
      open = line.words
    } else {
      join(line.words)
    }
    last = line
    lastMargin = margin
  }

  private mutating func endParagraph() {
    if !open.isEmpty { blocks.append(.paragraph(open)) }
    open = ""
    last = nil
  }

  /// Whether a line begins a paragraph.
  private func begins(_ line: PDFLine) -> Bool {
    guard let last, !open.isEmpty else { return true }
    if abs(line.size - last.size) * 10 > last.size { return true }
    let isFull = !hasRoom(last, for: line)
    let endsSentence = open.last { !"”\")’ ".contains($0) }.map { ".;:!?".contains($0) } ?? true
    if !isFull { return true }
    if line.page != last.page || line.bottom < last.bottom {
      // Over the page, or up to the next column.
      return endsSentence && (isIndented(line) || Self.isItem(line.words)) || isCentred(line)
    }
    let step = pitch > 0 ? pitch + line.size * 35 / 100 : max(last.height, line.height) * 7 / 4
    if line.bottom - last.bottom > step { return true }
    if line.left - last.left > line.size { return true }
    return endsSentence && Self.isItem(line.words)
  }

  /// Whether the first word of a line would have had room on the line before it.
  private func hasRoom(_ last: PDFLine, for line: PDFLine) -> Bool {
    let letters = max(last.words.count, 1)
    let word = line.words.prefix { $0 != " " }.count
    let needed = (last.right - last.left) * (word + 1) / letters
    return last.right + needed + width / 100 < lastMargin
  }

  private func isIndented(_ line: PDFLine) -> Bool { line.left > margin - width + line.size }

  private func isCentred(_ line: PDFLine) -> Bool {
    let before = line.left - (margin - width)
    return before > line.size * 3 && abs(before - (margin - line.right)) < line.size * 2
  }

  /// Whether a line begins like an item of a list or a numbered heading.
  private static func isItem(_ words: String) -> Bool {
    let first = words.prefix { $0 != " " }
    guard first.count < words.count, first.count <= 8, let sign = first.first else { return false }
    if first.count == 1, "-–—+•*●○▪".contains(sign) { return true }
    guard let end = first.last, ".)/".contains(end) else { return false }
    let name = first.dropLast()
    return name.allSatisfy { $0.isNumber || $0 == "." }
      || name.allSatisfy { "IVXLC".contains($0) } || name.count == 1
  }

  /// Puts a line behind the open paragraph.
  private mutating func join(_ words: String) {
    guard open.last == "-" || open.last == "\u{ad}", open.dropLast().last?.isWhitespace == false,
      let next = words.first
    else {
      open += " " + words
      return
    }
    let isSoft = open.last == "\u{ad}"
    let end = open.dropLast().reversed().prefix { $0.isLetter }.reversed()
    let joined = String(end) + words.prefix { $0.isLetter }
    if isSoft || next.isLowercase && vocabulary.contains(joined.lowercased()) { open.removeLast() }
    open += words
  }
}
