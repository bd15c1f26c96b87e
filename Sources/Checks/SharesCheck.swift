internal import Observations

/// Shares of one whole make up 100 % where they are all told, and contributions its growth.
struct SharesCheck: Check {
  func violations(in report: ReportFigures) -> [Violation] {
    report.comparedParts(.share, unit: "%").compactMap { shares($0) }
      + report.comparedParts(.contribution, unit: "pp").compactMap { contributions($0, report) }
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

  /// The growth of the whole of which `part` is one, told last before it.
  private func growth(of part: Figure, _ report: ReportFigures) -> Figure? {
    report.figures[..<part.index].last { figure in
      let record = report.record(figure)
      return record.measure == .change && record.unit == "%" && figure.indicator == part.parent
        && record.period == report.record(part).period && figure.sentence + 2 >= part.sentence
    }
  }
}

/// A share is that of the part in its whole.
struct ShareLevelCheck: Check {
  func violations(in report: ReportFigures) -> [Violation] {
    report.statements.compactMap { statement in
      // Further shares are of something else, as the share beside a fraction is of its denominator.
      guard let level = statement.level, let part = level.interval,
        report.record(level).denominator == nil,
        let share = statement.comparisons.first(where: { report.record($0).measure == .share }),
        report.record(share).unit == "%", let stated = share.interval,
        let whole = self.whole(of: level, share, report), let all = whole.interval,
        let quotient = part / all, let expected = quotient * Interval(100), !expected.meets(stated)
      else { return nil }
      return Violation(
        .shareNotLevels,
        [
          Violation.Part("total", whole), Violation.Part("part", level),
          Violation.Part("share", share),
        ], numbers: [Violation.Number("expected", expected, like: share)])
    }
  }

  /// The level of which `level` is a part, told last before it; its own whole, or the one that the share names.
  private func whole(of level: Figure, _ share: Figure, _ report: ReportFigures) -> Figure? {
    report.figures[..<level.index].last { figure in
      report.isAmount(figure) && report.haveOneUnit(figure, level)
        && figure.sentence + 2 >= level.sentence
        && report.record(figure).period == report.record(level).period
        && (report.isPart(level, of: figure) || report.isPart(share, of: figure))
    }
  }
}
