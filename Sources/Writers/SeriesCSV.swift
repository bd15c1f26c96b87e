internal import Observations
internal import Quantities
internal import Series

/// Series as comma-separated values (RFC 4180): a row a figure.
struct SeriesCSV {
  let revisions: Bool

  /// `rank` is 1 for the statement that counts.
  private static let columns = [
    "indicator_code", "indicator", "parent", "area_code", "area", "measure", "base", "period_kind",
    "period", "value", "unit", "unit_mult", "status", "prices", "area_since", "series", "break",
    "rank", "text", "date", "title",
    "document",
  ]

  func write(_ series: [TimeSeries]) -> [UInt8] {
    var output: [UInt8] = []
    append(Self.columns, to: &output)
    for one in series {
      for point in one.points {
        for (k, figure) in point.statements.prefix(revisions ? .max : 1).enumerated() {
          let value = k == 0 ? point.value : one.value(of: figure)
          append(
            [
              one.indicatorCode, figure.observation.indicator, one.parent, one.areaCode, one.area,
              one.measure.rawValue, one.base?.rawValue ?? "", one.kind.code, point.period,
              value?.description ?? "", one.unit, String(one.unitMultiplier),
              figure.observation.status.rawValue, figure.id.prices, figure.id.areaSince, one.id,
              k == 0 ? point.breaks.map(\.text).joined(separator: "; ") : "", String(k + 1),
              figure.observation.text, figure.day, figure.facts.title, figure.observation.document,
            ], to: &output)
        }
      }
    }
    return output
  }

  private func append(_ fields: [String], to output: inout [UInt8]) {
    for (k, field) in fields.enumerated() {
      if k > 0 { output.append(UInt8(ascii: ",")) }
      output.appendCSVField(field)
    }
    output += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }
}
