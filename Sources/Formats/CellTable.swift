/// A part of a document in reading order.
enum DocumentBlock {
  case paragraph(String, isLink: Bool = false)
  case heading(String)
  case row([String])
  /// An empty line.
  case gap

  /// Its words; those of a row's cells divided by blanks.
  var text: String {
    switch self {
    case .paragraph(let text, _), .heading(let text): text
    case .row(let cells): cells.filter { !$0.isEmpty }.joined(separator: " ")
    case .gap: ""
    }
  }
}

/// A table as its document gives it: cells that hold blocks and may span columns and rows.
struct CellTable {
  struct Cell {
    var blocks: [DocumentBlock] = []
    var columns = 1
    var rows = 1

    var text: String {
      blocks.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    }
    fileprivate var paragraphs: Int { blocks.count { !$0.text.isEmpty } }
  }

  /// Cells in their rows, without places for what spans into them.
  var rows: [[Cell]] = []

  private static let mostColumns = 1000

  /// Its rows between empty lines, or what its cells hold where it only arranges them on the page.
  var blocks: [DocumentBlock] {
    let texts = rows.map { row in row.map(\.text) }
    guard isLayout(texts) else {
      return [.gap] + grid(texts).map { .row($0) } + [.gap]
    }
    return rows.flatMap { row in row.flatMap { [.gap] + $0.blocks + [.gap] } }
  }

  /// Whether it is no table to read: a column alone, prose in cells, tables in cells, or a letterhead.
  private func isLayout(_ texts: [[String]]) -> Bool {
    if texts.allSatisfy({ row in row.count { !$0.isEmpty } <= 1 }) { return true }
    let cells = rows.joined()
    let holdsMore = cells.contains { cell in
      cell.blocks.contains { block in
        switch block {
        case .row, .heading: true
        case .paragraph, .gap: false
        }
      } || cell.paragraphs > 1 && cell.text.utf8.count > 600 || cell.text.utf8.count > 3000
    }
    if holdsMore { return true }
    return rows.count <= 2 && cells.contains { $0.paragraphs > 1 }
      && !texts.joined().contains(where: Self.isNumber)
  }

  /// Whether a cell holds a figure and nothing else.
  static func isNumber(_ text: String) -> Bool {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case 0x20, 0xC2, 0xA0, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: ")"):
        continue
      default: return false
      }
    }
    return hasDigit
  }

  /// Each cell's text in the first of its places.
  private func grid(_ texts: [[String]]) -> [[String]] {
    // For each column: how many rows below it are taken already.
    var taken: [Int] = []
    return zip(rows, texts).map { row, texts in
      var line: [String] = []
      for (cell, text) in zip(row, texts) {
        while line.count < taken.count, taken[line.count] > 0 { line.append("") }
        guard line.count < Self.mostColumns else { break }
        let width = min(max(cell.columns, 1), Self.mostColumns - line.count)
        while taken.count < line.count + width { taken.append(0) }
        for column in line.count..<(line.count + width) { taken[column] = max(cell.rows, 1) }
        line.append(text)
        line += Array(repeating: "", count: width - 1)
      }
      while line.count < taken.count, taken[line.count] > 0 { line.append("") }
      for column in taken.indices where taken[column] > 0 { taken[column] -= 1 }
      return line
    }
  }
}

extension FormattedText {
  mutating func add(_ blocks: [DocumentBlock]) {
    for block in blocks.repaired() {
      switch block {
      case .paragraph(let text, _): addParagraph(text)
      case .heading(let text): addHeading(text)
      case .row(let cells): addRow(cells)
      case .gap: endBlock()
      }
    }
  }
}
