/// A relation that the figures of a report must keep.
protocol Check: Sendable {
  /// Where it could be tested, with what came out.
  func judgments(in report: ReportFigures) -> [Judgment]
}

/// What came out where a relation was tested.
enum Judgment: Sendable {
  /// An equation that holds, with its figures. A bound that is kept proves little and is none.
  case agreement([Figure])
  case violation(Violation)

  var violation: Violation? {
    if case .violation(let violation) = self { violation } else { nil }
  }
}

/// A broken relation of the figures of a report.
typealias Violation = BrokenRelation<Figure>

/// A broken relation, by the places of its records.
struct BrokenRelation<Figure: Sendable>: Sendable {
  struct Part: Sendable {
    let role: String
    let figure: Figure

    init(_ role: String, _ figure: Figure) {
      self.role = role
      self.figure = figure
    }
  }

  struct Number: Sendable {
    let role: String
    /// In the unit of the figures, without multiplier.
    let interval: Interval
    /// In whose unit and multiplier it is told.
    let like: Figure

    init(_ role: String, _ interval: Interval, like: Figure) {
      self.role = role
      self.interval = interval
      self.like = like
    }
  }

  let code: FindingCode
  let parts: [Part]
  let numbers: [Number]

  init(_ code: FindingCode, _ parts: [Part], numbers: [Number] = []) {
    self.code = code
    self.parts = parts
    self.numbers = numbers
  }
}

/// What may be wrong; the rows of `findings.tsv` say how it is told.
enum FindingCode: String, Sendable, CaseIterable {
  case cumulativeBelowMonth = "cumulative_below_month"
  case partAboveTotal = "part_above_total"
  case partsAboveTotal = "parts_above_total"
  case partsBelowTotal = "parts_below_total"
  case fractionNotPercentage = "fraction_not_percentage"
  case ratioNotGrowth = "ratio_not_growth"
  case growthNotLevels = "growth_not_levels"
  case changeNotGrowth = "change_not_growth"
  case changeNotLevels = "change_not_levels"
  case ratioNotPlan = "ratio_not_plan"
  case plansOfPartsNotTotal = "plans_of_parts_not_total"
  case basesOfPartsNotTotal = "bases_of_parts_not_total"
  case growthOutsideParts = "growth_outside_parts"
  case shareNotLevels = "share_not_levels"
  case sharesNotWhole = "shares_not_whole"
  case contributionsNotGrowth = "contributions_not_growth"
  case rangeReversed = "range_reversed"
  case statedDifferently = "stated_differently"
  case growthNotYearBefore = "growth_not_year_before"
  case baseRevised = "base_revised"
  case monthNotCumulatives = "month_not_cumulatives"
  case cumulativeFalls = "cumulative_falls"
  case planChanged = "plan_changed"
  case estimateRevised = "estimate_revised"
  case unitSlip = "unit_slip"
  case seriesGap = "series_gap"
}
