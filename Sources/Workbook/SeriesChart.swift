internal import CXLSX
internal import Observations
internal import Quantities
internal import Series
internal import Writers

/// One series as a line.
struct SeriesChart {
  let title: String
  let unit: String
  /// How many periods have a number.
  let count: Int
  /// The column that is drawn.
  private let column: WideColumn
  private let sheet: String
  private let rows: ClosedRange<Int>
  private let points: [(period: String, value: Double?)]

  /// A line through fewer says little.
  private static let fewest = 6

  /// What may be drawn of a series: its levels, or else its growth (CPI), where enough periods have it.
  private static func column(of block: SeriesBlock) -> WideColumn? {
    guard let kind = block.kind, ![.span, .cumulative].contains(kind) else { return nil }
    let columns: [WideColumn] = [.value, .growthSamePeriod, .growthPreviousPeriod]
    return columns.first { column in
      (column != .value || block.multiplier != nil)
        && block.rows.count { number(of: $0, column) != nil } >= fewest
    }
  }

  /// Whether a chart can be made of the block.
  static func isDrawable(_ block: SeriesBlock) -> Bool {
    guard let last = block.rows.last, last.id.series == last.indicatorCode else { return false }
    return column(of: block) != nil
  }

  private static func number(of row: WideRow, _ column: WideColumn) -> Double? {
    switch column {
    case .growthSamePeriod: row.growth[.samePeriod]?.forCell
    case .growthPreviousPeriod: row.growth[.previousPeriod]?.forCell
    default: row.level?.value.forCell
    }
  }

  /// - Returns: `nil` for what would be no line or a false one: what is no indicator of the catalogue, few periods,
  ///   sums that begin anew each January, spans of any length, levels in several powers of ten.
  init?(_ block: SeriesBlock, from start: Sheet.Place, labels: WorkbookLabels) {
    guard Self.isDrawable(block), let column = Self.column(of: block) else { return nil }
    let drawn = block.rows.filter { Self.number(of: $0, column) != nil }
    guard let last = drawn.last else { return nil }
    count = drawn.count
    self.column = column
    // Of several wordings the commonest, of those the shortest.
    let name = SeriesBlock.commonest(drawn.map(\.indicator)) {
      ($0.count, $0) < ($1.count, $1)
    }
    let heading = [name ?? "", last.area].filter { !$0.isEmpty }.joined(separator: " – ")
    title = heading.prefix(1).uppercased() + heading.dropFirst()
    unit =
      column == .value
      ? labels.unit(block.unit, multiplier: block.multiplier ?? 0) : labels.header(column)
    sheet = start.sheet
    rows = start.row...(start.row + block.rows.count - 1)
    points = block.rows.map { ($0.period, Self.number(of: $0, column)) }
  }

  func draw(
    on sheet: Sheet, of file: WorkbookFile, row: Int, column: Int
  ) throws(WriterError) {
    let chart = try file.addLineChart()
    guard let series = chart_add_series(chart, range(.period), range(self.column)) else {
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
    chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
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
    for (period, value) in points {
      let isEmpty: Int32 = value == nil ? 1 : 0
      guard solieu_chart_cache_add(series.pointee.categories, period.forCell, 0, 0) != 0,
        solieu_chart_cache_add(series.pointee.values, nil, value ?? 0, isEmpty) != 0
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
    if points.contains(where: { abs($0.value ?? 0) >= 1000 }) {
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
