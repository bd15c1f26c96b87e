/// The rows of an RTF table while they are met.
///
/// A row says where its cells end on the page; cells of several rows that end together form a column.
struct RTFTable {
  private struct Row {
    var cells: [[DocumentBlock]]
    var edges: [Int]
  }
  private var rows: [Row] = []
  private var cells: [[DocumentBlock]] = []
  private var open: [DocumentBlock] = []
  private var edges: [Int] = []

  private static let mostCells = 1000
  /// In twips: a millimetre or so.
  private static let tolerance = 60

  var isEmpty: Bool { rows.isEmpty && cells.isEmpty && open.isEmpty }

  mutating func add(_ block: DocumentBlock) { open.append(block) }

  mutating func beginRow() { edges = [] }

  mutating func addEdge(_ edge: Int) { if edges.count < Self.mostCells { edges.append(edge) } }

  mutating func endCell() {
    if cells.count < Self.mostCells { cells.append(open) }
    open = []
  }

  mutating func endRow() {
    if !open.isEmpty { endCell() }
    if !cells.isEmpty { rows.append(Row(cells: cells, edges: edges)) }
    cells = []
  }

  mutating func take() -> [DocumentBlock] {
    endRow()
    defer { self = RTFTable() }
    guard !rows.isEmpty else { return [] }
    let columns = columnEnds()
    var table = CellTable()
    for row in rows {
      var before = 0
      table.rows.append(
        row.cells.enumerated().map { i, blocks in
          var cell = CellTable.Cell(blocks: blocks)
          if row.edges.count == row.cells.count {
            let end = columns.count { $0 <= row.edges[i] + Self.tolerance }
            cell.columns = max(end - before, 1)
            before = max(end, before + 1)
          }
          return cell
        })
    }
    return table.blocks
  }

  private func columnEnds() -> [Int] {
    var ends: [Int] = []
    for edge in Set(rows.flatMap(\.edges)).sorted() {
      if let last = ends.last, edge - last <= Self.tolerance { continue }
      ends.append(edge)
    }
    return ends
  }
}
