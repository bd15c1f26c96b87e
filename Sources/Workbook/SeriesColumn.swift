internal import Observations
internal import Quantities
internal import Series

/// The columns of the sheet of series.
enum SeriesColumn: String, CaseIterable {
  case indicatorCode = "indicator_code"
  case indicator, parent
  case areaCode = "area_code"
  case area, period, status, level, unit
  case unitMultiplier = "unit_mult"
  case target
  case percentOfPlan = "percent_of_plan"
  case growthSamePeriod = "growth_same_period"
  case growthPreviousPeriod = "growth_previous_period"
  case growthYearEnd = "growth_year_end"
  case growthBaseYear = "growth_base_year"
  case share, contribution, document

  static let all = Array(allCases)

  var width: Double {
    switch self {
    case .indicator: 36
    case .indicatorCode, .parent, .document: 26
    case .growthSamePeriod, .growthPreviousPeriod: 25
    case .percentOfPlan, .growthYearEnd, .growthBaseYear: 19
    case .area, .period, .level, .target: 18
    case .areaCode, .status, .unit, .unitMultiplier, .share, .contribution: 14
    }
  }

  func cell(of row: WideRow) -> Column.Cell {
    switch self {
    case .indicatorCode: .text(row.indicatorCode)
    case .indicator: .text(row.indicator)
    case .parent: .text(row.parent)
    case .areaCode: .text(row.areaCode)
    case .area: .text(row.area)
    case .period: .text(row.period)
    case .status: .text(row.figure?.status.rawValue ?? "")
    case .level: .number(row.level?.value)
    case .unit: .text(row.figure?.unit ?? "")
    case .unitMultiplier: row.figure.map { .integer($0.unitMultiplier) } ?? .empty
    case .target: .number(row.target?.value)
    case .percentOfPlan: .number(row.percentOfPlan)
    case .growthSamePeriod: .number(row.growth[.samePeriod])
    case .growthPreviousPeriod: .number(row.growth[.previousPeriod])
    case .growthYearEnd: .number(row.growth[.yearEnd])
    case .growthBaseYear: .number(row.growth[.baseYear])
    case .share: .number(row.share)
    case .contribution: .number(row.contribution)
    case .document: .text(row.document)
    }
  }
}

extension Column.Cell {
  fileprivate static func number(_ number: ExactDecimal?) -> Column.Cell {
    number.map { .decimal($0) } ?? .empty
  }
}

extension WideRow {
  /// Its level, or what was planned.
  var figure: Figure? { level ?? target }
}
