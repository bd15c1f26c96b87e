internal import Observations

/// A figure that the report states again elsewhere is the same.
struct RepeatCheck: Check {
  private struct Key: Hashable {
    let indicator: Int32
    let area: Int32
    let unit: Int32
    let period: String
    let measure: Measure
    let base: Base?
    let status: Status
  }

  func violations(in report: ReportFigures) -> [Violation] {
    var first: [Key: Figure] = [:]
    var violations: [Violation] = []
    for figure in report.figures {
      let record = report.record(figure)
      // What is told by pronouns and bare nouns may be of something else.
      guard record.bound == nil, record.denominator == nil, record.parent.isEmpty,
        record.indicator.contains(" "),
        record.sentence.lowercased().contains(record.indicator.lowercased())
      else { continue }
      let key = Key(
        indicator: figure.indicator, area: figure.area, unit: figure.unit, period: record.period, measure: record.measure,
        base: record.base, status: record.status)
      guard let earlier = first[key] else {
        first[key] = figure
        continue
      }
      if earlier.sentence != figure.sentence, let a = earlier.interval, let b = figure.interval,
        !a.meets(b)
      {
        violations.append(
          Violation(
            .statedDifferently,
            [Violation.Part("first", earlier), Violation.Part("second", figure)]))
      }
    }
    return violations
  }
}
