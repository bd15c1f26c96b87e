internal import Observations
internal import Quantities

/// What came since January is what had come before the month, or the quarter, and what came in it; and never falls.
///
/// A cumulative that was an estimate may be corrected by the next report, which need not say so: it must not fall,
/// and no more.
struct SeriesFlowCheck: SeriesCheck {
  func violations(in series: SeriesFigures) -> [SeriesViolation] {
    // What has figures as of a day is a stock, however the others were read.
    let stocks = Set(series.points.filter { $0.period.isAsOf }.map(\.unit))
    var known: [String: [Int: [Int]]] = [:]
    var violations: [SeriesViolation] = []
    for point in series.points where !stocks.contains(point.unit) {
      if let violation = difference(at: point, series) { violations.append(violation) }
      guard point.period == .cumulative(point.period.end.year, point.period.end.month) else {
        continue
      }
      // Points are in the order of their ends.
      let (year, month) = point.period.end
      if let before = known[point.unit]?[year]?.last,
        let violation = fall(from: before, at: point, series)
      {
        violations.append(violation)
      }
      known[point.unit, default: [:]][year, default: []].append(month)
    }
    return violations
  }

  private func difference(
    at point: SeriesFigures.Point, _ series: SeriesFigures
  ) -> SeriesViolation? {
    let (year, month) = point.period.end
    let length: Int
    switch point.period {
    case .month: length = 1
    case .quarter: length = 3
    default: return nil
    }
    guard month > length else { return nil }
    let parts = series.levels(point.unit, point.period)
    let wholes = series.levels(point.unit, .cumulative(year, month))
    let before = series.levels(point.unit, .cumulative(year, month - length))
    guard !wholes.isEmpty, let earlier = series.latest(before.filter(series.isFinal)) else {
      return nil
    }
    var isTold = false
    let less = series.distinctLevels(point.unit, .cumulative(year, month - length))
    let own = series.distinctLevels(point.unit, point.period)
    for whole in series.distinctLevels(point.unit, .cumulative(year, month)) {
      guard let sum = whole.interval else { continue }
      for part in own {
        // Where the part is not less than its whole, the one or the other is no flow.
        guard let value = part.interval, sum.isAbove(value) else { continue }
        isTold = true
        for other in less {
          guard let before = other.interval, let rest = sum - before else { return nil }
          if rest.meets(value) { return nil }
        }
      }
    }
    guard isTold, let part = series.latest(parts) else { return nil }
    let beside = wholes.filter { series.document($0) == series.document(part) }
    guard let whole = series.latest(beside.isEmpty ? wholes : beside),
      series.document(earlier) != series.document(whole),
      !beside.isEmpty || series.isFinal(part) && series.isFinal(whole),
      let sum = whole.interval, let value = earlier.interval, let rest = sum - value,
      series.areWordedAlike(part, whole), series.areWordedAlike(whole, earlier),
      series.addsUp(point.unit, part, whole, earlier)
    else { return nil }
    return SeriesViolation(
      .monthNotCumulatives,
      [.init("month", part), .init("cumulative", whole), .init("before", earlier)],
      numbers: [.init("difference", rest, like: part)])
  }

  private func fall(
    from before: Int, at point: SeriesFigures.Point, _ series: SeriesFigures
  ) -> SeriesViolation? {
    let earlier = TimePeriod.cumulative(point.period.end.year, before)
    let now = series.distinctLevels(point.unit, point.period)
    let then = series.distinctLevels(point.unit, earlier)
    let falls = now.allSatisfy { late in
      then.allSatisfy { early in
        guard let a = early.interval, let b = late.interval else { return false }
        return a.isAbove(b)
      }
    }
    guard falls, let late = series.latest(series.levels(point.unit, point.period)),
      let early = series.latest(series.levels(point.unit, earlier)),
      series.areWordedAlike(late, early), series.addsUp(point.unit, late, early),
      !series.has(.balance, late),
      !series.record(late).value.isNegative
    else { return nil }
    return SeriesViolation(
      .cumulativeFalls, [.init("cumulative", late), .init("before", early)])
  }
}
