import TextModel
import VietnameseText

/// One line of a flattened table, cut into cells at its bars or at its tabs.
struct TableLine {
  enum Separator { case bar, tab, space }

  let tokens: Range<Int>
  let span: TextSpan
  /// Empty cells are empty ranges.
  var cells: [Range<Int>]
  var separator: Separator
  /// Whether a bar stands before the first and behind the last cell.
  private(set) var isFramed = (start: false, end: false)
  /// Where the name of the row goes on, in lines below.
  var more: [Range<Int>] = []
  /// Whether the lines below go on with other cells than its name.
  var isBroken = false
  /// Whether an empty line divides it, or the lines that it stands with, from the head: its columns may
  /// be others.
  var isApart = false
  /// How many tabs stand behind the last cell: empty cells, or none's.
  private(set) var trailingTabs = 0

  /// `nil` where nothing divides the line.
  init?(_ paragraph: Paragraph, _ document: TokenizedDocument) {
    let bytes = document.bytes
    let sentences = document.segments.sentences
    guard let first = paragraph.sentences.first, let last = paragraph.sentences.last,
      bytes[paragraph.span.range].contains(where: { $0 == Self.bar || $0 == Self.tab })
    else { return nil }
    tokens = sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
    span = paragraph.span
    cells = []
    var start = tokens.lowerBound
    for t in tokens where bytes[Int(document.tokens[t].span.start)] == Self.bar {
      cells.append(start..<t)
      start = t + 1
    }
    separator = .bar
    if cells.isEmpty {
      separator = .tab
      for t in tokens {
        let tabs = Self.tabs(before: t, isFirst: t == tokens.lowerBound, document)
        for _ in 0..<tabs {
          cells.append(start..<t)
          start = t
        }
      }
      guard cells.contains(where: { !$0.isEmpty }) else { return nil }
      trailingTabs = bytes[paragraph.span.range.upperBound...].prefix { $0 == Self.tab }.count
    }
    cells.append(start..<tokens.upperBound)
    guard cells.count <= Self.mostCells else { return nil }
    if separator == .bar {
      isFramed = (cells.first?.isEmpty == true, cells.last?.isEmpty == true)
    }
  }

  init(tokens: Range<Int>, span: TextSpan, cells: [Range<Int>], separator: Separator) {
    self.tokens = tokens
    self.span = span
    self.cells = cells
    self.separator = separator
  }

  /// A line that nothing divides: a group's name across the table.
  init(across paragraph: Paragraph, _ document: TokenizedDocument, _ separator: Separator) {
    let sentences = document.segments.sentences[paragraph.sentences]
    let start = sentences.first?.tokens.lowerBound ?? 0
    tokens = start..<max(start, sentences.last?.tokens.upperBound ?? 0)
    span = paragraph.span
    cells = [tokens]
    self.separator = separator
  }

  /// What has more is no table: columns are compared with each other.
  private static let mostCells = 100
  private static let bar = UInt8(ascii: "|")
  private static let tab = UInt8(ascii: "\t")

  /// How many tabs stand between token `t` and what is before it on its line.
  private static func tabs(before t: Int, isFirst: Bool, _ document: TokenizedDocument) -> Int {
    let bytes = document.bytes
    let floor = t > 0 ? Int(document.tokens[t - 1].span.end) : 0
    var tabs = 0
    var i = Int(document.tokens[t].span.start)
    while i > floor {
      i -= 1
      if bytes[i] == tab { tabs += 1 }
      if isFirst, (0x0A...0x0D) ~= bytes[i] { break }
    }
    return tabs
  }

  /// Takes off the frame that the head of the table has too.
  mutating func unframe(like head: TableLine) {
    if isFramed.end, head.isFramed.end { cells.removeLast() }
    if isFramed.start, head.isFramed.start { cells.removeFirst() }
  }

  /// Whether it is framed by bars, as drawn tables are.
  var isDrawn: Bool { separator == .bar && isFramed.start && isFramed.end }

  mutating func pad(to width: Int) {
    while cells.count > width, cells.last?.isEmpty == true { cells.removeLast() }
    while cells.count < width { cells.append(tokens.upperBound..<tokens.upperBound) }
  }

  /// Whether it only draws a line: |---|---|.
  func isRule(_ document: TokenizedDocument) -> Bool {
    tokens.count > 2
      && tokens.allSatisfy {
        "-=+|:".utf8.contains(document.bytes[Int(document.tokens[$0].span.start)])
      }
  }
}
