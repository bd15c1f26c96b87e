internal import Observations
internal import Quantities
internal import Series

/// Series for a person at a terminal: a row a period with its value, a bar, and the report.
struct SeriesTable {
  let revisions: Bool
  let width: Int

  private static let barWidth = 24

  func write(_ series: [TimeSeries]) -> [UInt8] {
    var output: [UInt8] = []
    for (k, one) in series.enumerated() {
      if k > 0 { output.append(UInt8(ascii: "\n")) }
      write(one, to: &output)
    }
    return output
  }

  private func write(_ series: TimeSeries, to output: inout [UInt8]) {
    line(series.title, to: &output)
    let values = series.points.map { TableColumn.grouped($0.value) }
    let periodWidth = series.points.map { $0.period.count }.max() ?? 0
    let valueWidth = values.map { $0.count }.max() ?? 0
    let bars = SeriesBars(series.points.map(\.value.approximation), width: Self.barWidth)
    for (k, point) in series.points.enumerated() {
      if let missing = k > 0 ? series.missing(before: k) : nil {
        line("·· \(missing)", to: &output)
      }
      for gap in point.breaks { line("── \(gap.text)", to: &output) }
      let period = Self.padded(point.period, periodWidth)
      let value = Self.padded(values[k], valueWidth, right: true)
      line(
        "\(period)  \(value)  \(bars[k])  \(point.statement.map(Self.source) ?? "")", to: &output)
      guard revisions else { continue }
      for other in point.statements.dropFirst() {
        let number = series.value(of: other).map(TableColumn.grouped) ?? ""
        let indent = Self.padded("", periodWidth)
        let blank = Self.padded("", Self.barWidth)
        line(
          "\(indent)  \(Self.padded(number, valueWidth, right: true))  \(blank)  \(Self.source(other))",
          to: &output)
      }
    }
  }

  /// `estimate, 2022-11-28, bao-cao.html`
  private static func source(_ figure: StatedFigure) -> String {
    let status = figure.observation.status
    return [status == .actual ? "" : status.rawValue, figure.day, figure.observation.document]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func line(_ text: String, to output: inout [UInt8]) {
    DisplayText(text).append(to: &output, cutTo: max(width, 60))
    while output.last == UInt8(ascii: " ") { output.removeLast() }
    output.append(UInt8(ascii: "\n"))
  }

  private static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let blank = String(repeating: " ", count: max(0, width - text.count))
    return right ? blank + text : text + blank
  }
}

/// Bars of block characters, each from the zero of all to its value.
struct SeriesBars {
  private let bars: [String]

  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  init(_ values: [Double], width: Int) {
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let scale = high > low ? Double(width) / (high - low) : 0
    let zero = Int((-low * scale).rounded())
    bars = values.map { value in
      var bar = ""
      if value < 0 {
        let length = min(zero, max(1, Int((-value * scale).rounded())))
        bar = String(repeating: " ", count: zero - length) + String(repeating: "█", count: length)
      } else {
        let parts = Int((value * scale * 8).rounded())
        let whole = min(parts / 8, width - zero)
        bar = String(repeating: " ", count: zero) + String(repeating: "█", count: whole)
        if parts % 8 > 0, zero + whole < width { bar.append(Self.eighths[parts % 8 - 1]) }
      }
      return bar + String(repeating: " ", count: max(0, width - bar.count))
    }
  }

  subscript(k: Int) -> String { bars[k] }
}
