internal import Observations
internal import Quantities
internal import Series

/// Series as one JSON array (RFC 8259), a figure a line.
struct SeriesJSON {
  let revisions: Bool

  func write(_ series: [TimeSeries]) -> [UInt8] {
    var output: [UInt8] = []
    output.appendJSONList(series, open: "[", close: "]") { series, output in
      var object = JSONObject()
      object.add("series", text: series.id)
      object.add("indicator_code", text: series.indicatorCode)
      object.add("indicator", text: series.indicator)
      object.add("parent", text: series.parent)
      object.add("area_code", text: series.areaCode)
      object.add("area", text: series.area)
      object.add("measure", text: series.measure.rawValue)
      object.add("base", text: series.base?.rawValue ?? "")
      object.add("period_kind", text: series.kind.code)
      object.add("unit", text: series.unit)
      object.add("prices", text: series.prices)
      object.add("area_since", text: series.areaSince)
      object.add("unit_mult", integer: series.unitMultiplier)
      object.add("points", objects: series.points.map { self.object($0, in: series) })
      output.append(UInt8(ascii: "\n"))
      object.append(to: &output)
    }
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private func object(_ point: TimeSeries.Point, in series: TimeSeries) -> JSONObject {
    var object = JSONObject()
    object.add("period", text: point.period)
    object.add("value", decimal: point.value)
    if let first = point.statement { add(first, to: &object) }
    object.add("breaks", texts: point.breaks.map(\.text))
    if revisions {
      object.add(
        "revisions",
        objects: point.statements.dropFirst().map { figure in
          var other = JSONObject()
          other.add("value", decimal: series.value(of: figure))
          add(figure, to: &other)
          return other
        })
    }
    return object
  }

  private func add(_ figure: StatedFigure, to object: inout JSONObject) {
    object.add("prices", text: figure.id.prices)
    object.add("area_since", text: figure.id.areaSince)
    object.add("status", text: figure.observation.status.rawValue)
    object.add("indicator", text: figure.observation.indicator)
    object.add("text", text: figure.observation.text)
    object.add("sentence", text: figure.observation.sentence)
    object.add("date", text: figure.day)
    object.add("title", text: figure.facts.title)
    object.add("document", text: figure.observation.document)
  }
}
