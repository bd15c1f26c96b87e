internal import Observations
internal import Quantities

/// A level, its growth, and the level of the period that it is compared with, whichever report states that.
///
/// Where that was an estimate, growth is of what it was corrected to: of note where it has the other direction then.
struct SeriesBaseCheck: SeriesCheck {
  private struct Key: Hashable {
    let unit: String
    let period: TimePeriod
    let base: Base
  }

  /// What a comparison says, whichever report it is in.
  private struct Said: Hashable {
    let measure: Measure
    let unit: String
    let interval: Interval?

    init(_ comparison: SeriesFigures.Comparison, _ series: SeriesFigures) {
      measure = series.record(comparison.figure).measure
      unit = series.record(comparison.figure).unit
      interval = comparison.figure.interval
    }
  }

  func violations(in series: SeriesFigures) -> [SeriesViolation] {
    var order: [Key] = []
    var told: [Key: [SeriesFigures.Comparison]] = [:]
    for comparison in series.comparisons {
      let level = comparison.level
      guard series.isAmount(level.unit), level.period.base(comparison.base) != nil else { continue }
      let key = Key(unit: level.unit, period: level.period, base: comparison.base)
      if told[key] == nil { order.append(key) }
      told[key, default: []].append(comparison)
    }
    return order.compactMap { violation(of: $0, told[$0] ?? [], series) }
  }

  private func violation(
    of key: Key, _ comparisons: [SeriesFigures.Comparison], _ series: SeriesFigures
  ) -> SeriesViolation? {
    guard let before = key.period.base(key.base) else { return nil }
    let bases = series.levels(key.unit, before)
    guard !bases.isEmpty else { return nil }
    let levels = series.distinctLevels(key.unit, key.period)
    let told = series.distinctLevels(key.unit, before)
    var seen: Set<Said> = []
    for comparison in comparisons where seen.insert(Said(comparison, series)).inserted {
      for level in levels {
        guard let expected = series.base(of: comparison, level: level) else { continue }
        if told.contains(where: { $0.interval?.meets(expected) == true }) { return nil }
      }
    }
    // What one report says alone, its own checks look at.
    let broken = comparisons.filter { comparison in
      series.base(of: comparison, level: comparison.level) != nil
        && bases.contains { series.document($0) != series.document(comparison.figure) }
        && series.areWordedAlike(comparison.level, comparison.figure)
        && !(series.isMoney(key.unit) && isDeflated(comparison, series))
    }
    guard let latest = series.latest(broken.map(\.figure)),
      let comparison = broken.first(where: { $0.figure.index == latest.index }),
      let base = base(of: latest, key.base, bases, series),
      let expected = series.base(of: comparison, level: comparison.level),
      series.areWordedAlike(comparison.level, base)
    else { return nil }
    let isFinal = series.isFinal(base)
    guard isFinal || turns(comparison, base, series) else { return nil }
    let role = series.record(latest).measure == .ratio ? "ratio" : "growth"
    return SeriesViolation(
      isFinal ? .growthNotYearBefore : .baseRevised,
      [
        .init("level", comparison.level), .init(role, latest), .init("base", base),
      ], numbers: [.init("expected", expected, like: base)])
  }

  /// What another report has of the base, as far as it is not to be corrected by the next report anyway.
  private func base(
    of growth: SeriesFigure, _ base: Base, _ bases: [SeriesFigure], _ series: SeriesFigures
  ) -> SeriesFigure? {
    let others = bases.filter { series.document($0) != series.document(growth) }
    let final = series.latest(others.filter(series.isFinal))
    return final ?? (base == .samePeriod ? series.latest(others) : nil)
  }

  /// Whether the level fell from the base though it is said to have risen, or the other way round.
  private func turns(
    _ comparison: SeriesFigures.Comparison, _ base: SeriesFigure, _ series: SeriesFigures
  ) -> Bool {
    guard let now = comparison.level.interval, let then = base.interval,
      let expected = series.base(of: comparison, level: comparison.level)
    else { return false }
    return now.isAbove(expected) && then.isAbove(now) || expected.isAbove(now) && now.isAbove(then)
  }

  /// Whether the growth is told in constant prices, though the amount may be in those of its time.
  private func isDeflated(
    _ comparison: SeriesFigures.Comparison, _ series: SeriesFigures
  ) -> Bool {
    !series.prices.hasPrefix("constant")
      && (series.has(.deflated, comparison.level) || series.has(.deflated, comparison.figure))
  }
}

extension TimePeriod {
  /// The period with which a comparison on the base compares this one; `nil` where no name of it says.
  func base(_ base: Base) -> TimePeriod? {
    switch base {
    case .samePeriod: yearBefore.asOneOfItsSpan
    case .previousPeriod:
      switch self {
      case .month, .quarter, .year, .asOfMonth: previous
      default: nil
      }
    default: nil
    }
  }
}
