internal import CXLSX
internal import Quantities
internal import Series
internal import Writers

/// One series as a line.
struct SeriesChart {
  let title: String
  let unit: String
  /// How many periods have a level.
  let count: Int
  private let sheet: String
  private let rows: ClosedRange<Int>
  private let points: [(period: String, level: Double?)]

  /// A line through fewer says little.
  private static let fewest = 6

  /// - Returns: `nil` for what would be no line or a false one: what is no indicator of the catalogue, few periods,
  ///   sums that begin anew each January, spans of any length, levels in several powers of ten.
  init?(_ block: SeriesBlock, from start: Sheet.Place, labels: WorkbookLabels) {
    let levels = block.rows.filter { $0.level != nil }
    guard let last = levels.last, last.id.series == last.indicatorCode,
      let multiplier = block.multiplier,
      let kind = block.kind, ![.span, .cumulative].contains(kind), levels.count >= Self.fewest
    else { return nil }
    count = levels.count
    // Of several wordings the commonest, of those the shortest.
    let name = SeriesBlock.commonest(levels.map(\.indicator)) {
      ($0.count, $0) < ($1.count, $1)
    }
    let heading = [name ?? "", last.area].filter { !$0.isEmpty }.joined(separator: " – ")
    title = heading.prefix(1).uppercased() + heading.dropFirst()
    unit = labels.unit(block.unit, multiplier: multiplier)
    sheet = start.sheet
    rows = start.row...(start.row + block.rows.count - 1)
    points = block.rows.map { ($0.period, $0.level?.value.forCell) }
  }

  func draw(
    on sheet: Sheet, of file: WorkbookFile, row: Int, column: Int
  ) throws(WriterError) {
    let chart = try file.addLineChart()
    guard let series = chart_add_series(chart, range(.period), range(.value)) else {
      throw .noMemory
    }
    try fillCache(of: series)
    let blue: UInt32 = 0x1F77B4
    var line = lxw_chart_line()
    line.color = blue
    line.width = 1.75
    chart_series_set_line(series, &line)
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(series, 5)
    var fill = lxw_chart_fill()
    fill.color = blue
    chart_series_set_marker_fill(series, &fill)
    line.width = 0.75
    chart_series_set_marker_line(series, &line)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_CONNECTED.rawValue))
    setTexts(of: chart)
    var options = lxw_chart_options()
    options.x_scale = 1.28
    try file.check(
      worksheet_insert_chart_opt(
        sheet.worksheet, UInt32(row), UInt16(column), chart, &options))
  }

  /// What the chart shows until the sheets are calculated, which a workbook out of the mail is not at first.
  private func fillCache(
    of series: UnsafeMutablePointer<lxw_chart_series>
  ) throws(WriterError) {
    guard points.count <= Int(UInt16.max) else { return }
    for (period, level) in points {
      let isEmpty: Int32 = level == nil ? 1 : 0
      guard solieu_chart_cache_add(series.pointee.categories, period.forCell, 0, 0) != 0,
        solieu_chart_cache_add(series.pointee.values, nil, level ?? 0, isEmpty) != 0
      else { throw .noMemory }
    }
  }

  private func setTexts(of chart: UnsafeMutablePointer<lxw_chart>) {
    var font = lxw_chart_font()
    font.size = 11
    font.bold = UInt8(LXW_TRUE.rawValue)
    // A text that begins with '=' would be taken for a reference.
    chart_title_set_name(chart, String(title.forCell.cut(to: 110).drop { $0 == "=" }))
    chart_title_set_name_font(chart, &font)
    font = lxw_chart_font()
    font.size = 9
    chart_axis_set_num_font(chart.pointee.y_axis, &font)
    chart_axis_set_name(chart.pointee.y_axis, String(unit.forCell.drop { $0 == "=" }))
    chart_axis_set_name_font(chart.pointee.y_axis, &font)
    font.rotation = -45
    chart_axis_set_num_font(chart.pointee.x_axis, &font)
    if points.contains(where: { abs($0.level ?? 0) >= 1000 }) {
      chart_axis_set_num_format(chart.pointee.y_axis, "#,##0")
    }
    var gridline = lxw_chart_line()
    gridline.color = 0xD9D9D9
    gridline.width = 0.75
    chart_axis_major_gridlines_set_line(chart.pointee.y_axis, &gridline)
  }

  /// Its cells in a column, as formulas write them: `=series!$F$2:$F$9`.
  private func range(_ column: WideColumn) -> String {
    let place = WideColumn.allCases.firstIndex(of: column) ?? 0
    // Fewer than 26 columns.
    let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(place)))
    return "=\(sheet)!$\(letter)$\(rows.lowerBound + 1):$\(letter)$\(rows.upperBound + 1)"
  }
}
