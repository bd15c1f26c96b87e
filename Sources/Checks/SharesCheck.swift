internal import Observations

/// Shares of one whole make up 100 % where they are all told, and contributions its growth.
struct SharesCheck: Check {
  func judgments(in report: ReportFigures) -> [Judgment] {
    let violations =
      report.comparedParts(.share, unit: "%").compactMap { shares($0) }
      + report.comparedParts(.contribution, unit: "pp").compactMap { contributions($0, report) }
    return violations.map { .violation($0) }
  }

  private func shares(_ breakdown: Breakdown) -> Violation? {
    guard breakdown.isClosed, !breakdown.overlaps,
      let (count, sum) = misfit(breakdown, Interval(100)), let first = breakdown.parts.first
    else { return nil }
    return Violation(
      .sharesNotWhole, breakdown.parts[..<count].map { Violation.Part("parts", $0) },
      numbers: [Violation.Number("sum", sum, like: first)])
  }

  private func contributions(_ breakdown: Breakdown, _ report: ReportFigures) -> Violation? {
    guard breakdown.isClosed, let first = breakdown.parts.first,
      let growth = growth(of: first, report), let total = growth.interval,
      let (count, sum) = misfit(breakdown, total)
    else { return nil }
    return Violation(
      .contributionsNotGrowth,
      [Violation.Part("growth", growth)]
        + breakdown.parts[..<count].map { Violation.Part("parts", $0) },
      numbers: [Violation.Number("sum", sum, like: first)])
  }

  /// The sum of the parts where no end of the list fits the whole.
  private func misfit(_ breakdown: Breakdown, _ whole: Interval) -> (count: Int, sum: Interval)? {
    var found: (count: Int, sum: Interval)?
    for end in breakdown.ends where end > 1 {
      let intervals = breakdown.parts[..<end].compactMap(\.interval)
      guard intervals.count == end, let sum = Interval.sum(intervals), !sum.meets(whole) else {
        return nil
      }
      found = (end, sum)
    }
    return found
  }

  /// The growth of the whole of which `part` is one, told last before it: under the name that the part gives it, else
  /// that of what is no part itself.
  private func growth(of part: Figure, _ report: ReportFigures) -> Figure? {
    let before = report.figures[..<part.index].filter { figure in
      figure.measure == .change && figure.isPercent && figure.interval != nil
        && figure.time == part.time && figure.sentence + 2 >= part.sentence
    }
    return before.last { $0.indicator == part.parent }
      ?? before.last { $0.parent == 0 && $0.sentence < part.sentence }
  }
}

/// A share is that of the part in its whole.
struct ShareLevelCheck: Check {
  func judgments(in report: ReportFigures) -> [Judgment] {
    let statements = report.statements
    let shared = Set(
      statements.compactMap { statement in
        statement.comparisons.contains { $0.measure == .share }
          ? statement.level?.index : nil
      })
    return statements.compactMap { judgment(of: $0, shared, report) }
  }

  /// - Parameter shared: the levels of which a share is told.
  private func judgment(
    of statement: Statement, _ shared: Set<Int>, _ report: ReportFigures
  ) -> Judgment? {
    // Further shares are of something else, as the share beside a fraction is of its denominator.
    guard let level = statement.level, let part = level.interval,
      report.records[level.index].denominator == nil,
      let share = statement.comparisons.first(where: { $0.measure == .share }),
      share.isPercent, let stated = share.interval
    else { return nil }
    let wholes = wholes(of: level, share, shared, report)
    // A finding only where no whole fits.
    let shares = wholes.map { whole in
      whole.interval.flatMap { part / $0 }.flatMap { $0 * Interval(100) }
    }
    if let place = shares.firstIndex(where: { $0?.meets(stated) == true }) {
      return .agreement([wholes[place], level, share])
    }
    guard let whole = wholes.last, let expected = shares.last.flatMap({ $0 }),
      shares.allSatisfy({ $0 != nil })
    else { return nil }
    return .violation(
      Violation(
        .shareNotLevels,
        [
          Violation.Part("total", whole), Violation.Part("part", level),
          Violation.Part("share", share),
        ], numbers: [Violation.Number("expected", expected, like: share)]))
  }

  /// The levels told before that may be the whole of `level`: its own whole where it names one, else what the share
  /// may mean.
  private func wholes(
    of level: Figure, _ share: Figure, _ shared: Set<Int>, _ report: ReportFigures
  ) -> [Figure] {
    let near = report.figures[..<level.index].filter { figure in
      guard figure.isAmount, report.haveOneUnit(figure, level),
        figure.sentence + 2 >= level.sentence
      else { return false }
      // 58.214 ha đến 20/3, chiếm 80,1% diện tích xuống giống: what it names may be of another time.
      return figure.time == level.time
        || figure.sentence == level.sentence && report.whole(of: share, is: figure) == .said
    }
    for part in [level, share] {
      if let named = near.last(where: { report.whole(of: part, is: $0) == .named }) {
        return [named]
      }
    }
    let meant = near.filter { figure in
      guard !shared.contains(figure.index) else { return false }
      return report.isPart(level, of: figure) || report.isPart(share, of: figure)
    }
    // What is smaller is no whole, and what is meant may also be a part of what the words say.
    guard let part = level.interval, !meant.isEmpty else { return [] }
    let possible = near.filter { figure in
      figure.interval.map { $0.low >= part.high } == true && !shared.contains(figure.index)
    }
    return possible.contains { figure in meant.contains { $0.index == figure.index } }
      ? possible : []
  }
}
