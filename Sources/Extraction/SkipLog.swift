/// What of a document became no record, in the order in which it was seen.
struct SkipLog {
  struct Entry {
    var reason: SkipReason
    var tokens: Range<Int>
    var detail = ""
    /// The line that stands for a part of several.
    var line: Range<Int>?
  }

  private(set) var entries: [Entry] = []
  private var rows: Rows?

  /// Lines of bare numbers, one below the other.
  private struct Rows {
    var entries: Range<Int>
    var firstLine: Range<Int>
    var end: Int
    var lines: Int
  }

  /// How many numbers on how many lines are a table.
  private static let tableLines = 2
  private static let tableNumbers = 3

  var tally: SkipTally {
    var tally = SkipTally()
    for entry in entries where entry.reason.isLoss { tally.count(entry.reason) }
    return tally
  }

  mutating func add(
    _ reason: SkipReason, _ tokens: Range<Int>, detail: String = "", line: Range<Int>? = nil
  ) {
    entries.append(Entry(reason: reason, tokens: tokens, detail: detail, line: line))
  }

  /// Takes note of a paragraph that gave no record and has the entries from `first` on: lines of bare
  /// numbers one below the other are a table whose columns nothing divides.
  mutating func endParagraph(_ tokens: Range<Int>, entriesFrom first: Int) {
    let figures = entries[first...].filter(\.reason.isListed)
    guard isRow(tokens, figures) else {
      // A label may stand between its numbers, each on a line of its own.
      if !figures.isEmpty || tokens.count > Self.longestLabel { closeRows() }
      return
    }
    var rows =
      self.rows
      ?? Rows(entries: first..<first, firstLine: tokens, end: tokens.upperBound, lines: 0)
    rows.entries = rows.entries.lowerBound..<entries.count
    rows.end = tokens.upperBound
    rows.lines += 1
    self.rows = rows
  }

  private static let longestLabel = 12

  /// Whether a line has nothing but one bare number, or two that stand side by side.
  private func isRow(_ tokens: Range<Int>, _ numbers: [Entry]) -> Bool {
    guard let last = numbers.last, numbers.allSatisfy({ $0.reason == .bareNumber }) else {
      return false
    }
    if numbers.count == 1 { return last.tokens.count == tokens.count }
    return zip(numbers, numbers.dropFirst()).contains {
      $0.tokens.upperBound == $1.tokens.lowerBound
    }
  }

  /// Ends what has no further line.
  mutating func closeRows() {
    guard let rows else { return }
    self.rows = nil
    let numbers = entries[rows.entries].count { $0.reason == .bareNumber }
    guard rows.lines >= Self.tableLines, numbers >= Self.tableNumbers else { return }
    let others = entries[rows.entries].filter { $0.reason != .bareNumber }
    let table = Entry(
      reason: .looseRows, tokens: rows.firstLine.lowerBound..<rows.end,
      detail: "\(rows.lines) lines", line: rows.firstLine)
    entries.replaceSubrange(rows.entries, with: others + [table])
  }
}
