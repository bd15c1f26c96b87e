internal import Observations
internal import Quantities

/// What came in one month is no more than what came since January.
struct FlowCheck: Check {
  func judgments(in report: ReportFigures) -> [Judgment] {
    report.figures.indices.compactMap { violation(at: $0, report).map { .violation($0) } }
  }

  private func violation(at place: Int, _ report: ReportFigures) -> Violation? {
    let whole = report.figures[place]
    guard isFlow(whole, report), let span = whole.period, span.isCumulative || span.isQuarter,
      let total = whole.interval, let month = part(of: whole, span, report),
      let interval = month.interval, interval.isAbove(total)
    else { return nil }
    return Violation(
      .cumulativeBelowMonth,
      [Violation.Part("month", month), Violation.Part("cumulative", whole)])
  }

  /// The nearest figure before, else behind, of the same thing in a month or quarter of the span.
  private func part(of whole: Figure, _ span: TimePeriod, _ report: ReportFigures) -> Figure? {
    func fits(_ other: Figure) -> Bool {
      guard let period = other.period, period.isWithin(span) else { return false }
      return report.haveOneUnit(other, whole) && isFlow(other, report)
        && isSame(whole, other, report)
    }
    let first = report.sentences[max(0, whole.sentence - 1)].lowerBound
    let last = report.sentences[min(report.sentences.count - 1, whole.sentence + 1)].upperBound
    return report.figures[first..<whole.index].last(where: fits)
      ?? report.figures[whole.index..<last].first(where: fits)
  }

  /// Whether both are of one thing. What belongs to a thing (kinh phí) is so by its code, as the thing may be called
  /// otherwise the second time: trợ cấp cho 3.766 người, kinh phí …; lũy kế chi trả cho 37.976 người, kinh phí ….
  private func isSame(_ a: Figure, _ b: Figure, _ report: ReportFigures) -> Bool {
    if report.isSame(a, b) { return true }
    return a.code != 0 && a.code == b.code && a.area == b.area && a.parent != 0 && b.parent != 0
      && report.content(a) == report.content(b)
  }

  private func isFlow(_ figure: Figure, _ report: ReportFigures) -> Bool {
    guard figure.isAmount else { return false }
    let record = report.records[figure.index]
    return !record.value.isNegative && !record.unit.utf8.contains(UInt8(ascii: "/"))
      && !report.kinds(of: figure.indicator).contains { $0 == .balance || $0 == .average }
  }
}

extension TimePeriod {
  fileprivate var isQuarter: Bool {
    if case .quarter = self { true } else { false }
  }

  /// Whether it is a month or a quarter that lies in the span from January on.
  fileprivate func isWithin(_ span: TimePeriod) -> Bool {
    switch self {
    case .month where span.isQuarter:
      return end.year == span.end.year && (span.end.month - 2...span.end.month).contains(end.month)
    case .month, .quarter:
      return end.year == span.end.year && end.month <= span.end.month && self != span
    default: return false
    }
  }
}
