internal import Observations
internal import Quantities

/// A level that is off by a power of ten: so scaled it lies among the others of its kind, which do not differ by as
/// much among themselves; as stated it does not, and nothing else speaks for it.
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
        violations += self.violations(at: points[k], others, series)
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
    at point: SeriesFigures.Point, _ others: Interval, _ series: SeriesFigures
  ) -> [SeriesViolation] {
    let levels = series.levels(point.unit, point.period)
    guard others.low > Rational(0) else { return [] }
    return levels.enumerated().compactMap { k, level in
      guard let stated = level.interval, stated.low > Rational(0), !stated.meets(others) else {
        return nil
      }
      let isBelow = others.isAbove(stated)
      for factor in Self.factors(series, level) {
        guard let scale = isBelow ? Rational(factor) : Rational(factor).reciprocal,
          let low = stated.low * scale, let high = stated.high * scale,
          let least = others.low * Rational(factor), others.high < least
        else { continue }
        let scaled = Interval(low, high)
        guard scaled.low >= others.low, scaled.high <= others.high else { continue }
        let isStatedElsewhere = levels.contains {
          series.document($0) != series.document(level) && $0.interval?.meets(stated) == true
        }
        let isSaidBefore = levels[..<k].contains {
          series.document($0) == series.document(level) && $0.interval == stated
        }
        guard !isStatedElsewhere, !isSaidBefore, fits(level, scaled: scale, series) else {
          return nil
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

  /// By what the figure may be off: a thousand where the scale of money or things is another, and tens where the
  /// unit has fractions, as tạ and tấn or a shifted mark have it.
  private static func factors(_ series: SeriesFigures, _ level: SeriesFigure) -> [Int128] {
    series.vocabulary.isMeasured(series.record(level).unit) ? [10, 100, 1000] : [1000]
  }

  /// Whether the growth that is stated, where the other level of its comparison is known, holds for the scaled
  /// figure and not for the figure as stated.
  private func fits(_ level: SeriesFigure, scaled scale: Rational, _ series: SeriesFigures) -> Bool
  {
    var holdsScaled: Bool?
    for comparison in series.comparisons where comparison.level.unit == level.unit {
      guard let before = comparison.level.period.base(comparison.base) else { continue }
      let isLevel = comparison.level.index == level.index
      guard isLevel || before == level.period, let stated = level.interval,
        let low = stated.low * scale, let high = stated.high * scale
      else { continue }
      let bases = isLevel ? series.levels(level.unit, before) : [level]
      for base in bases where base.index != comparison.level.index {
        guard let known = base.interval,
          let expected = series.base(of: comparison, level: comparison.level)
        else { continue }
        if expected.meets(known) { return false }
        let corrected: Bool
        if isLevel {
          corrected = (expected * Interval(scale, scale))?.meets(known) ?? false
        } else {
          corrected = expected.meets(Interval(low, high))
        }
        holdsScaled = holdsScaled == true || corrected
      }
    }
    return holdsScaled ?? true
  }
}
