public import Observations
internal import Quantities
public import Series

/// The columns of the wide layout, in their order.
public enum WideColumn: String, Sendable, Hashable, CaseIterable {
  case indicatorCode = "indicator_code"
  case indicator, parent
  case areaCode = "area_code"
  case area, period
  /// The level as stated, in `unit` and `unit_mult`.
  case value
  case unit
  case unitMultiplier = "unit_mult"
  case status
  /// What was planned, in `unit` and `target_mult`.
  case target
  case targetMultiplier = "target_mult"
  case percentOfPlan = "percent_of_plan"
  case growthSamePeriod = "growth_same_period"
  case growthPreviousPeriod = "growth_previous_period"
  case growthYearEnd = "growth_year_end"
  case growthBaseYear = "growth_base_year"
  case share, contribution
  /// In what prices amounts are, and from which day on the area stands as it is: what differs in one of these
  /// may not be compared.
  case prices
  case areaSince = "area_since"
  /// What rows of one series share: the code with what restricts it.
  case series
  case document

  /// What `row` holds in this column.
  public func cell(of row: WideRow) -> Column.Cell {
    switch self {
    case .indicatorCode: .text(row.indicatorCode)
    case .indicator: .text(row.indicator)
    case .parent: .text(row.parent)
    case .areaCode: .text(row.areaCode)
    case .area: .text(row.area)
    case .period: .text(row.period)
    case .value: Self.number(row.level?.value)
    case .unit: .text(row.level?.unit ?? row.target?.unit ?? "")
    case .unitMultiplier: row.level.map { .integer($0.unitMultiplier) } ?? .empty
    case .status: .text(row.level?.status.rawValue ?? "")
    case .target: Self.number(row.target?.value)
    case .targetMultiplier: row.target.map { .integer($0.unitMultiplier) } ?? .empty
    case .percentOfPlan: Self.number(row.percentOfPlan)
    case .growthSamePeriod: Self.number(row.growth[.samePeriod])
    case .growthPreviousPeriod: Self.number(row.growth[.previousPeriod])
    case .growthYearEnd: Self.number(row.growth[.yearEnd])
    case .growthBaseYear: Self.number(row.growth[.baseYear])
    case .share: Self.number(row.share)
    case .contribution: Self.number(row.contribution)
    case .prices: .text(row.id.prices)
    case .areaSince: .text(row.id.areaSince)
    case .series: .text(row.id.series)
    case .document: .text(row.document)
    }
  }

  private static func number(_ value: ExactDecimal?) -> Column.Cell {
    value.map { .decimal($0) } ?? .empty
  }
}

extension Labels {
  /// What `row` holds in `column`, codes by their names.
  public func cell(of row: WideRow, in column: WideColumn) -> Column.Cell {
    guard language != .code else { return column.cell(of: row) }
    switch column {
    case .indicatorCode: return .text(name(ofIndicator: row.indicatorCode))
    case .status: return .text(row.level.map { name(of: $0.status) } ?? "")
    default: return column.cell(of: row)
    }
  }
}
