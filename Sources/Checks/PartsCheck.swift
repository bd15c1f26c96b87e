internal import Observations

/// Parts make up their whole where they are all told (gồm), and are at most the whole where they are not (trong đó).
struct PartsCheck: Check {
  func judgments(in report: ReportFigures) -> [Judgment] {
    report.breakdowns.compactMap { judgment(of: $0, report) }
  }

  private func judgment(of breakdown: Breakdown, _ report: ReportFigures) -> Judgment? {
    guard let whole = breakdown.whole, let total = whole.interval else { return nil }
    for part in breakdown.parts.prefix(breakdown.ends.first ?? 0) {
      if let interval = part.interval, interval.isAbove(total) {
        return .violation(
          Violation(
            .partAboveTotal, [Violation.Part("total", whole), Violation.Part("part", part)]))
      }
    }
    // Of areas and of things that are counted some may be among several parts.
    let mayOverlap = !whole.isMeasured || report.vocabulary.isArea(report.record(whole).unit)
    guard breakdown.parts.count > 1, !breakdown.overlaps, breakdown.isClosed || !mayOverlap else {
      return nil
    }
    // A finding only where no end of the list fits.
    var sums: [(count: Int, sum: Interval)] = []
    for end in breakdown.ends where end > 1 {
      let intervals = breakdown.parts[..<end].compactMap(\.interval)
      guard intervals.count == end, let sum = Interval.sum(intervals) else { return nil }
      let fits = breakdown.isClosed ? sum.meets(total) : !sum.isAbove(total)
      if fits {
        return breakdown.isClosed ? .agreement([whole] + breakdown.parts[..<end]) : nil
      }
      sums.append((end, sum))
    }
    guard let (count, sum) = sums.last else { return nil }
    return .violation(
      Violation(
        sum.isAbove(total) ? .partsAboveTotal : .partsBelowTotal,
        [Violation.Part("total", whole)]
          + breakdown.parts[..<count].map { Violation.Part("parts", $0) },
        numbers: [Violation.Number("sum", sum, like: whole)]))
  }
}
