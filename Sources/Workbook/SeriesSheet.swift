internal import Series
internal import Writers

/// The sheet of series, and what may be drawn of it.
struct SeriesSheet {
  private var table: RollingTable
  private(set) var drawable: [SeriesChart] = []

  init(_ table: RollingTable) { self.table = table }

  var note: String? { table.note }

  /// Writes the series that the rows are; `source` says where the sentence of a row stands.
  mutating func write(
    _ rows: [WideRow], labels: WorkbookLabels, source: (WideRow) -> Sheet.Place?
  ) throws(WriterError) {
    try SeriesBlock.forEach(of: rows) { block throws(WriterError) in
      var block = block
      // A line must not lead over what is missing.
      if SeriesChart.isDrawable(block) { block.fillGaps() }
      let first = table.count
      for row in block.rows {
        let (sheet, place) = try table.nextRow()
        for (column, kind) in WideColumn.allCases.enumerated() {
          try sheet.write(labels.cell(of: row, in: kind), place, column)
        }
        if let source = source(row) {
          try sheet.write(labels.arrow, to: source, place, WideColumn.allCases.count)
        }
      }
      guard !block.rows.isEmpty else { return }
      let (start, end) = (table.place(of: first), table.place(of: table.count - 1))
      if start.sheet == end.sheet, let chart = SeriesChart(block, from: start, labels: labels) {
        drawable.append(chart)
      }
    }
    try table.finish()
  }
}
