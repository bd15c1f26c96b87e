/// Rows of a sheet until an empty one: a table, or lines of text.
///
/// Columns that are empty in all of them go. Lines that have one cell and stand before the table, such as its
/// title and its unit, are paragraphs; so are all, where none has more.
struct SheetTable {
  private typealias Cell = (column: Int, text: String)
  private var rows: [[Cell]] = []
  /// The number of the row that was added last.
  private var last = 0
  /// What the rows take: a small file may repeat a row many times.
  private var bytes = 0

  /// Adds a row; one that does not follow the last ends the table before it. Cells come in any order.
  mutating func add(
    _ cells: [(column: Int, text: String)], row: Int, to text: inout FormattedText,
    limits: FormatLimits
  ) throws(FormatError) {
    let cells = cells.filter { cell in cell.text.utf8.contains { $0 > 0x20 } }
    if row != last + 1 { try end(in: &text, limits: limits) }
    guard !cells.isEmpty else { return }
    last = row
    bytes += cells.reduce(0) { $0 + $1.text.utf8.count + 24 }
    guard bytes <= limits.bytes else { throw .tooLarge(limits.bytes) }
    rows.append(cells.sorted { $0.column < $1.column })
  }

  /// Writes what there is.
  mutating func end(in text: inout FormattedText, limits: FormatLimits) throws(FormatError) {
    let first = rows.firstIndex { $0.count > 1 } ?? rows.count
    for row in rows[..<first] { text.addParagraph(row[0].text) }
    let table = rows[first...]
    (rows, bytes) = ([], 0)
    text.endBlock()
    try limits.check(text)
    guard !table.isEmpty else { return }
    let columns = Set(table.joined().map(\.column)).sorted()
    var places: [Int: Int] = [:]
    for (k, column) in columns.enumerated() { places[column] = k }
    let lines = table.map { row in
      var line = [String](repeating: "", count: columns.count)
      for cell in row { places[cell.column].map { line[$0] = cell.text } }
      return DocumentBlock.row(line)
    }
    text.add(lines)
    try limits.check(text)
    text.endBlock()
  }
}
