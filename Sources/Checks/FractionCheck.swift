internal import Observations
internal import Quantities

/// A fraction such as 120/121 and the percentage told right after it.
struct FractionCheck: Check {
  func judgments(in report: ReportFigures) -> [Judgment] {
    report.figures.indices.compactMap { judgment(at: $0, report) }
  }

  private func judgment(at place: Int, _ report: ReportFigures) -> Judgment? {
    let fraction = report.figures[place]
    let record = report.record(fraction)
    guard record.measure == .level, let whole = record.denominator, let part = fraction.interval,
      let percentage = report.figures[(place + 1)...].first,
      percentage.sentence == fraction.sentence, let stated = percentage.interval,
      isPercentage(report.record(percentage)), isOf(fraction, percentage, report),
      let all = Interval(
        whole, power: record.unitMultiplier,
        isCount: !report.vocabulary.isMeasured(record.unit)),
      let quotient = part / all, let expected = quotient * Interval(100)
    else { return nil }
    if expected.meets(stated) { return .agreement([fraction, percentage]) }
    return .violation(
      Violation(
        .fractionNotPercentage,
        [Violation.Part("fraction", fraction), Violation.Part("percentage", percentage)],
        numbers: [Violation.Number("expected", expected, like: percentage)]))
  }

  /// Whether the percentage says the fraction again: of the same subject, of none of its own (tỷ lệ), or the share of
  /// what was counted.
  private func isOf(_ fraction: Figure, _ percentage: Figure, _ report: ReportFigures) -> Bool {
    if report.isSame(fraction, percentage) || percentage.parent == fraction.indicator
      || report.content(percentage).isEmpty
    {
      return true
    }
    return percentage.measure == .share
      && !report.words(between: fraction, and: percentage).contains(";")
  }

  private func isPercentage(_ record: Observation) -> Bool {
    guard record.unit == "%" else { return false }
    switch record.measure {
    case .share, .level: return true
    case .ratio: return record.base == .plan
    case .change, .contribution: return false
    }
  }
}
