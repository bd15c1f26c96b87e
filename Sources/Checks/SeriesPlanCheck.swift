internal import Observations
internal import Quantities

/// The plan of a year is one through the reports of the year, as far as they tell it: outright, or by what has been
/// reached and how much of the plan that is.
///
/// Goals that are not called plans are for what is left of the year, or beyond the plan: they tell no other one.
struct SeriesPlanCheck: SeriesCheck {
  private struct Key: Hashable {
    let unit: String
    let year: Int
  }

  /// A plan with the records that give it.
  private struct Evidence {
    let plan: Interval
    /// The plan, or what has been reached.
    let told: SeriesFigure
    let ratio: SeriesFigure?
    /// Whether it is the plan itself.
    var isPlan = true
  }

  func violations(in series: SeriesFigures) -> [SeriesViolation] {
    var evidence: [Key: [Evidence]] = [:]
    for figure in series.figures {
      let record = series.record(figure)
      guard record.status == .plan, record.measure == .level, case .year(let year) = figure.period,
        series.isAmount(figure.unit), let plan = figure.interval
      else { continue }
      evidence[Key(unit: figure.unit, year: year), default: []].append(
        Evidence(
          plan: plan, told: figure, ratio: nil,
          isPlan: series.vocabulary.names(.planned, in: record.sentence)))
    }
    for comparison in series.comparisons where comparison.base == .plan {
      let level = comparison.level
      guard series.isAmount(level.unit), !level.unit.utf8.contains(UInt8(ascii: "/")),
        level.period == .cumulative(level.period.end.year, level.period.end.month),
        let plan = series.base(of: comparison, level: level),
        series.areWordedAlike(level, comparison.figure)
      else { continue }
      evidence[Key(unit: level.unit, year: level.period.end.year), default: []].append(
        Evidence(plan: plan, told: level, ratio: comparison.figure))
    }
    return evidence.sorted { ($0.key.unit, $0.key.year) < ($1.key.unit, $1.key.year) }
      .flatMap { changes(in: $0.value, series) }
  }

  private func changes(in evidence: [Evidence], _ series: SeriesFigures) -> [SeriesViolation] {
    let reports = Dictionary(grouping: evidence) { series.document($0.told) }
      .sorted { a, b in
        (series.day(a.value[0].told), a.key) < (series.day(b.value[0].told), b.key)
      }.map(\.value)
    var known: Set<Interval> = []
    var last: Evidence?
    var violations: [SeriesViolation] = []
    for report in reports {
      let isKnown = report.contains { now in known.contains { $0.meets(now.plan) } }
      // Only a figure that adds up over the year is a part of the year's plan.
      if !isKnown, let before = last, let now = report.first(where: \.isPlan),
        series.areWordedAlike(now.told, before.told),
        series.addsUp(now.told.unit, now.told, before.told)
      {
        violations.append(Self.violation(before, now))
      }
      known.formUnion(report.map(\.plan))
      last = report.last(where: \.isPlan) ?? last
    }
    return violations
  }

  private static func violation(_ before: Evidence, _ now: Evidence) -> SeriesViolation {
    var parts: [SeriesViolation.Part] = [.init("level", now.told)]
    if let ratio = now.ratio { parts.append(.init("ratio", ratio)) }
    parts.append(.init("before", before.told))
    if let ratio = before.ratio { parts.append(.init("ratio_before", ratio)) }
    return SeriesViolation(
      .planChanged, parts,
      numbers: [
        .init("plan", now.plan, like: now.told),
        .init("plan_before", before.plan, like: before.told),
      ])
  }
}
