public import Checks
public import Series

extension SeriesStatement {
  /// A figure of a series as the checks take it.
  ///
  /// - Parameter units: which units mean the same.
  public init(_ figure: StatedFigure, units: SeriesUnits) {
    let record = figure.observation
    let isRelative = record.measure != .level && ["%", "lần", "pp"].contains(record.unit)
    let dimension = SeriesID.Dimension.allCases.first {
      isRelative && figure.id.series.hasSuffix("|\($0.rawValue)")
    }
    self.init(
      record, day: figure.day, unit: units.seriesUnit(of: record.unit),
      unitPower: units.power(of: record.unit), isOfMoney: dimension.map { $0 == .value })
  }
}
