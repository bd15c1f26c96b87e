internal import Observations
internal import Quantities

/// A level that is off by a power of ten: so scaled it lies among the others of its kind; as stated it lies further
/// from them than they lie from each other.
///
/// So do harvests out of season. Something must speak for the slip: that in the unit of another period it would be
/// right, the growth that is stated, or another report.
struct UnitSlipCheck: SeriesCheck {
  private struct Kind: Hashable {
    let unit: String
    let course: PeriodCourse
  }

  /// So many other periods tell in what range a series lies.
  private static let least = 3

  func violations(in series: SeriesFigures) -> [SeriesViolation] {
    var kinds: [Kind: [SeriesFigures.Point]] = [:]
    for point in series.points where series.isAmount(point.unit) {
      guard let course = PeriodCourse(point.period) else { continue }
      kinds[Kind(unit: point.unit, course: course), default: []].append(point)
    }
    return kinds.values.flatMap { violations(among: $0, series) }
  }

  private func violations(
    among points: [SeriesFigures.Point], _ series: SeriesFigures
  ) -> [SeriesViolation] {
    guard points.count > Self.least else { return [] }
    let ranges = points.map { range(of: series.levels($0.unit, $0.period)) }
    // Of all others, by those before and those behind.
    var before: [Interval?] = [nil]
    for range in ranges { before.append(Self.union(before.last ?? nil, range)) }
    var behind: Interval?
    var violations: [SeriesViolation] = []
    for k in points.indices.reversed() {
      if let others = Self.union(before[k], behind) {
        violations += self.violations(at: points[k], others, points, series)
      }
      behind = Self.union(behind, ranges[k])
    }
    return violations
  }

  private static func union(_ a: Interval?, _ b: Interval?) -> Interval? {
    guard let a, let b else { return a ?? b }
    return Interval(min(a.low, b.low), max(a.high, b.high))
  }

  private func range(of figures: [SeriesFigure]) -> Interval? {
    figures.reduce(nil) { Self.union($0, $1.interval) }
  }

  private func violations(
    at point: SeriesFigures.Point, _ others: Interval, _ points: [SeriesFigures.Point],
    _ series: SeriesFigures
  ) -> [SeriesViolation] {
    let levels = series.levels(point.unit, point.period)
    guard others.low > Rational(0) else { return [] }
    return levels.enumerated().compactMap { k, level in
      guard let stated = level.interval, Self.isApart(stated, others) else { return nil }
      let isBelow = others.isAbove(stated)
      for (power, factor) in [1: 10, 2: 100, 3: 1000] as KeyValuePairs<Int, Int128> {
        guard let scale = isBelow ? Rational(factor) : Rational(factor).reciprocal,
          let scaled = stated * Interval(scale, scale), scaled.low >= others.low,
          scaled.high <= others.high
        else { continue }
        let speaks = levels.contains { other in
          series.document(other) != series.document(level) && other.interval?.meets(scaled) == true
        }
        // Said again it is no slip; said twice in one report it is told once.
        let isSaidElsewhere = levels.enumerated().contains { j, other in
          other.interval?.meets(stated) == true
            && (j < k || series.document(other) != series.document(level))
        }
        guard !isSaidElsewhere else { return nil }
        switch comparisons(with: level, scaled: scale, others, series) {
        case false?: return nil
        case nil where !speaks && !isOfUnit(isBelow ? power : -power, level, points, series):
          return nil
        default: break
        }
        return SeriesViolation(
          .unitSlip, [.init("level", level)],
          numbers: [
            .init("expected", scaled, like: level), .init("others", others, like: level),
          ])
      }
      return nil
    }
  }

  /// Whether the figure lies further from the others than they lie from each other, in proportion.
  private static func isApart(_ stated: Interval, _ others: Interval) -> Bool {
    guard stated.low > Rational(0), let spread = others.high / others.low,
      let distance = others.isAbove(stated)
        ? others.low / stated.high : stated.isAbove(others) ? stated.low / others.high : nil
    else { return false }
    return distance > spread
  }

  /// Whether another period is stated in a unit that is by so many powers of ten above this figure's.
  private func isOfUnit(
    _ power: Int, _ level: SeriesFigure, _ points: [SeriesFigures.Point], _ series: SeriesFigures
  ) -> Bool {
    let own = series.power(level)
    return points.contains { point in
      point.period != level.period
        && series.levels(point.unit, point.period).contains { series.power($0) == own + power }
    }
  }

  /// Whether what is said of the figure by comparison leads back among the others from the scaled figure, and not from
  /// the figure as stated, as after a jump; and no later comparison leads back to it as stated. `nil` where nothing is
  /// said.
  private func comparisons(
    with level: SeriesFigure, scaled scale: Rational, _ others: Interval, _ series: SeriesFigures
  ) -> Bool? {
    var speaks: Bool?
    for comparison in series.comparisons where comparison.level.unit == level.unit {
      guard let before = comparison.level.period.base(comparison.base),
        let expected = series.base(of: comparison, level: comparison.level)
      else { continue }
      if comparison.level.index == level.index {
        guard !expected.meets(others), let corrected = expected * Interval(scale, scale),
          corrected.meets(others)
        else { return false }
        speaks = true
      } else if before == level.period, let stated = level.interval {
        if expected.meets(stated) { return false }
        if (stated * Interval(scale, scale))?.meets(expected) == true { speaks = true }
      }
    }
    return speaks
  }
}
