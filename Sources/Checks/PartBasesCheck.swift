internal import Observations

/// What follows for the parts from their per cent of plan, or from their growth, makes up what follows for the whole;
/// and the growth of a whole lies within that of its parts.
struct PartBasesCheck: Check {
  private static let bases: [Base] = [.plan, .samePeriod, .previousPeriod, .yearEnd]

  func judgments(in report: ReportFigures) -> [Judgment] {
    let levels = report.breakdowns.filter { $0.isClosed && !$0.overlaps && $0.parts.count > 1 }
    var quotients: [Int: [Base: (figure: Figure, quotient: Interval)]] = [:]
    for statement in report.statements {
      guard let level = statement.level else { continue }
      for comparison in statement.comparisons {
        guard let base = comparison.base,
          let quotient = Quotient.of(comparison, in: report),
          quotients[level.index]?[base] == nil
        else { continue }
        quotients[level.index, default: [:]][base] = (comparison, quotient)
      }
    }
    return levels.flatMap { breakdown in
      Self.bases.compactMap { violation(in: breakdown, $0, quotients).map { .violation($0) } }
    } + growths(report).map { .violation($0) }
  }

  private func violation(
    in breakdown: Breakdown, _ base: Base,
    _ quotients: [Int: [Base: (figure: Figure, quotient: Interval)]]
  ) -> Violation? {
    func implied(_ figure: Figure) -> (comparison: Figure, amount: Interval)? {
      guard let (comparison, quotient) = quotients[figure.index]?[base],
        let amount = figure.interval.flatMap({ $0 / quotient })
      else { return nil }
      return (comparison, amount)
    }
    guard let whole = breakdown.whole, let total = implied(whole) else { return nil }
    var misfit: (count: Int, sum: Interval, comparisons: [Figure])?
    for end in breakdown.ends where end > 1 {
      let parts = breakdown.parts[..<end].compactMap(implied)
      guard parts.count == end, let sum = Interval.sum(parts.map(\.amount)) else { return nil }
      if sum.meets(total.amount) { return nil }
      misfit = (end, sum, parts.map(\.comparison))
    }
    guard let misfit else { return nil }
    return Violation(
      base == .plan ? .plansOfPartsNotTotal : .basesOfPartsNotTotal,
      [Violation.Part("total", whole), Violation.Part("comparison", total.comparison)]
        + breakdown.parts[..<misfit.count].map { Violation.Part("parts", $0) }
        + misfit.comparisons.map { Violation.Part("comparisons", $0) },
      numbers: [
        Violation.Number("sum", misfit.sum, like: whole),
        Violation.Number("whole", total.amount, like: whole),
      ])
  }

  private func growths(_ report: ReportFigures) -> [Violation] {
    report.comparedParts(.change, unit: "%").compactMap { breakdown in
      guard breakdown.isClosed, let first = breakdown.parts.first,
        first.base != .plan,
        let growth = report.figures[..<first.index].last(where: { figure in
          figure.measure == .change && figure.isPercent && figure.indicator == first.parent
            && figure.time == first.time && figure.base == first.base
            && figure.sentence + 2 >= first.sentence
        }), let whole = growth.interval
      else { return nil }
      let parts = breakdown.parts.compactMap(\.interval)
      guard parts.count == breakdown.parts.count, let low = parts.map(\.low).min(),
        let high = parts.map(\.high).max(), !whole.meets(Interval(low, high))
      else { return nil }
      return Violation(
        .growthOutsideParts,
        [Violation.Part("growth", growth)] + breakdown.parts.map { Violation.Part("parts", $0) })
    }
  }
}
