internal import Observations
internal import Quantities

/// A range begins with its lower end.
struct RangeCheck: Check {
  func judgments(in report: ReportFigures) -> [Judgment] {
    zip(report.figures, report.figures.dropFirst()).compactMap { from, to in
      let (lower, upper) = (report.record(from), report.record(to))
      // Ends of one range stand side by side: từ 20 - 25%.
      guard lower.bound == .from, upper.bound == .to, from.indicator == to.indicator,
        from.unit == to.unit, lower.measure == upper.measure, upper.start - lower.end < 12,
        lower.sentence == upper.sentence,
        let low = lower.value.magnitude.scaled(by: lower.unitMultiplier),
        let high = upper.value.magnitude.scaled(by: upper.unitMultiplier),
        let difference = high + -low, difference.isNegative
      else { return nil }
      return .violation(
        Violation(.rangeReversed, [Violation.Part("from", from), Violation.Part("to", to)]))
    }
  }
}
