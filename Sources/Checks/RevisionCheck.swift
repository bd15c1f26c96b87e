internal import Observations

/// What was estimated, and what a later report says that it was.
struct RevisionCheck: SeriesCheck {
  func violations(in series: SeriesFigures) -> [SeriesViolation] {
    series.points.compactMap { point in
      let levels = series.levels(point.unit, point.period)
      guard levels.count > 1 else { return nil }
      let estimates = levels.filter { !series.isFinal($0) }
      let finals = levels.filter(series.isFinal)
      guard let final = series.latest(finals) else { return nil }
      let earlier = estimates.filter {
        series.document($0) != series.document(final) && !series.day($0).isEmpty
          && series.day($0) < series.day(final)
      }
      let supposed = Set(estimates.compactMap(\.interval))
      let told = Set(finals.compactMap(\.interval))
      guard let estimate = series.latest(earlier),
        !supposed.contains(where: { early in told.contains { $0.meets(early) } }),
        series.areWordedAlike(estimate, final)
      else { return nil }
      return SeriesViolation(
        .estimateRevised, [.init("actual", final), .init("estimate", estimate)])
    }
  }
}
