/// Lines of cells in columns: the first begins at the left, the others, of figures, end at the
/// right. Each cell's letters are taken to be one place wide.
struct AlignedTable {
  private var rows: [[String]]

  init(_ header: String...) { rows = [header] }

  /// Adds a line, with as many cells as the header.
  mutating func add(_ cells: String...) { rows.append(cells) }

  /// The lines, each ended by LF.
  var text: String {
    let widths = rows.reduce(rows[0].map(\.count)) { zip($0, $1).map { max($0, $1.count) } }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { index, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + padding : padding + cell.0
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
