/// Parts make up their total where they are all told (gồm), and are at most the total where they are not
/// (trong đó).
struct PartsCheck: Check {
  func violations(in report: ReportFigures) -> [Violation] {
    report.breakdowns.compactMap { violation(in: $0) }
  }

  private func violation(in breakdown: Breakdown) -> Violation? {
    guard let total = breakdown.total.interval else { return nil }
    let whole = Violation.Part("total", breakdown.total)
    for part in breakdown.parts {
      if let interval = part.interval, interval.isAbove(total) {
        return Violation(.partAboveTotal, [whole, Violation.Part("part", part)])
      }
    }
    let intervals = breakdown.parts.compactMap(\.interval)
    guard breakdown.parts.count > 1, intervals.count == breakdown.parts.count,
      let sum = Interval.sum(intervals)
    else { return nil }
    let parts = [whole] + breakdown.parts.map { Violation.Part("parts", $0) }
    let number = Violation.Number("sum", sum, like: breakdown.total)
    if breakdown.overlaps { return nil }
    switch breakdown.opener {
    case .closed:
      return sum.meets(total) ? nil : Violation(.partsNotTotal, parts, numbers: [number])
    case .open:
      return sum.isAbove(total) ? Violation(.partsAboveTotal, parts, numbers: [number]) : nil
    }
  }
}
