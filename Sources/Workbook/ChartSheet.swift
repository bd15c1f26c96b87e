internal import CXLSX
internal import Writers

/// The sheet of charts, two side by side.
enum ChartSheet {
  /// More than these a spreadsheet would open slowly.
  private static let most = 100

  /// That not all are drawn, where there are more.
  static func note(_ charts: [SeriesChart]) -> String? {
    guard charts.count > most else { return nil }
    return
      "of \(charts.count) series with six or more periods the \(most) longest are drawn; the others are in the sheet of series"
  }

  static func write(
    _ charts: [SeriesChart], labels: WorkbookLabels, to file: WorkbookFile
  ) throws(WriterError) {
    guard !charts.isEmpty else { return }
    let sheet = try file.addSheet(labels.charts)
    worksheet_gridlines(sheet.worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    worksheet_set_landscape(sheet.worksheet)
    worksheet_set_paper(sheet.worksheet, 9)
    worksheet_fit_to_pages(sheet.worksheet, 1, 0)
    let chosen = longest(charts)
    try sheet.writeTitle(labels.chartNote(shown: chosen.count, of: charts.count))
    for (number, chart) in chosen.enumerated() {
      // A chart is 288 pixels high and 614 wide, a row 20 and a column 64.
      try chart.draw(on: sheet, of: file, row: 2 + number / 2 * 15, column: number % 2 * 10)
    }
  }

  /// The charts with the most periods, in the order in which they came.
  private static func longest(_ charts: [SeriesChart]) -> [SeriesChart] {
    let places = charts.indices.sorted { a, b in
      charts[a].count == charts[b].count ? a < b : charts[a].count > charts[b].count
    }
    return places.prefix(most).sorted().map { charts[$0] }
  }
}
