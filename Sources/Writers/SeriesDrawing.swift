internal import Observations
internal import Quantities
internal import Series

/// Series as a drawing (SVG 1.1), one below the other: a line that is open where figures may not be compared.
struct SeriesDrawing {
  private static let width = 800.0
  private static let height = 300.0
  /// Left, right, top and bottom of a line's field.
  private static let field = (left: 90.0, right: 780.0, top: 50.0, bottom: 250.0)

  func write(_ series: [TimeSeries]) -> [UInt8] {
    let height = Int(Self.height) * max(1, series.count)
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Int(Self.width))" height="\(height)" \
      viewBox="0 0 \(Int(Self.width)) \(height)" font-family="sans-serif" font-size="12">
      <rect width="100%" height="100%" fill="white"/>

      """
    for (k, one) in series.enumerated() {
      text += "<g transform=\"translate(0 \(k * Int(Self.height)))\">\n\(drawing(one))</g>\n"
    }
    return Array((text + "</svg>\n").utf8)
  }

  private func drawing(_ series: TimeSeries) -> String {
    let field = Self.field
    let values = series.points.map(\.value.approximation)
    let low = min(0, values.min() ?? 0)
    let high = max(values.max() ?? 0, low + 1e-9)
    let places = series.places
    let steps = Double(max(1, places.last ?? 1))
    func x(_ k: Int) -> Double {
      field.left + (field.right - field.left) * Double(places[k]) / steps
    }
    func y(_ value: Double) -> Double {
      field.bottom - (field.bottom - field.top) * (value - low) / (high - low)
    }
    var text =
      "<text x=\"10\" y=\"24\" font-size=\"14\" font-weight=\"bold\">\(XMLText.escaped(series.title))</text>\n"
    let extremes = series.points.map(\.value)
    let least = extremes.min { $0.approximation < $1.approximation }.map(TableColumn.grouped)
    let most = extremes.max { $0.approximation < $1.approximation }.map(TableColumn.grouped)
    for (value, label) in [(0.0, "0"), (values.min() ?? 0, least), (values.max() ?? 0, most)] {
      guard let label, value != 0 || label == "0" else { continue }
      text += Self.line(field.left, y(value), field.right, y(value), "#ddd")
      text += Self.label(label, field.left - 8, y(value) + 4, "end")
    }
    var run: [String] = []
    func endRun() {
      if run.count > 1 {
        text +=
          "<polyline points=\"\(run.joined(separator: " "))\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\"/>\n"
      }
      run = []
    }
    // Of many periods some are named.
    let every = max(1, ((places.last ?? 0) + 10) / 10)
    var named = -every
    for (k, point) in series.points.enumerated() {
      // No line leads over what is missing.
      if k > 0, places[k] > places[k - 1] + 1 { endRun() }
      if !point.breaks.isEmpty {
        endRun()
        let middle = x(k) - (field.right - field.left) / steps / 2
        text += Self.line(middle, field.top, middle, field.bottom, "#c33", dashes: "4 3")
        text += Self.label(
          point.breaks.map(\.text).joined(separator: "; "), middle, field.top - 6, "middle")
      }
      run.append("\(Self.number(x(k))),\(Self.number(y(values[k])))")
      if places[k] >= named + every {
        named = places[k]
        text += Self.label(point.period, x(k), field.bottom + 18, "middle")
      }
    }
    endRun()
    for (k, point) in series.points.enumerated() {
      let source = point.statement?.observation.document ?? ""
      let about = XMLText.escaped(
        "\(point.period): \(TableColumn.grouped(point.value)) (\(source))")
      text +=
        "<circle cx=\"\(Self.number(x(k)))\" cy=\"\(Self.number(y(values[k])))\" r=\"3\" fill=\"#1f5fa8\"><title>\(about)</title></circle>\n"
    }
    return text
  }

  private static func line(
    _ x: Double, _ y: Double, _ toX: Double, _ toY: Double, _ color: String, dashes: String = ""
  ) -> String {
    let style = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    return
      "<line x1=\"\(number(x))\" y1=\"\(number(y))\" x2=\"\(number(toX))\" y2=\"\(number(toY))\" stroke=\"\(color)\"\(style)/>\n"
  }

  private static func label(_ text: String, _ x: Double, _ y: Double, _ anchor: String) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(XMLText.escaped(text))</text>\n"
  }

  /// With one digit behind the point.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
