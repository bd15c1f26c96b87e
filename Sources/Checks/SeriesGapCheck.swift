internal import Observations
internal import Quantities

/// Periods of which nothing is told, within a series that is told of those before and behind.
///
/// A month is not missing where something else is told of the time that it ends, such as the quarter; nor where the
/// same month of the years beside is missing as well, as out of season.
struct SeriesGapCheck: SeriesCheck {
  /// The number of series that have the gap.
  static let role = "series"

  /// A series of fewer periods has no gaps.
  private static let least = 4

  func violations(in series: SeriesFigures) -> [SeriesViolation] {
    var there: [PeriodCourse: [Int: SeriesFigure]] = [:]
    var ends: Set<Int> = []
    for figure in series.figures {
      let record = series.record(figure)
      guard record.status != .plan, record.status != .forecast else { continue }
      let (year, month) = figure.period.end
      ends.insert(12 * year + month)
      guard let course = PeriodCourse(figure.period), let length = course.length else { continue }
      let place = (12 * year + month) / length
      let known = there[course]?[place]
      if known == nil || series.latest([known, figure].compactMap(\.self))?.index == figure.index {
        there[course, default: [:]][place] = figure
      }
    }
    return PeriodCourse.allCases.flatMap { course in
      course.length.map { gaps(in: there[course] ?? [:], $0, ends) } ?? []
    }
  }

  private func gaps(
    in there: [Int: SeriesFigure], _ length: Int, _ ends: Set<Int>
  ) -> [SeriesViolation] {
    guard there.count >= Self.least else { return [] }
    let places = there.keys.sorted()
    guard let first = places.first, let last = places.last else { return [] }
    let year = 12 / length
    var violations: [SeriesViolation] = []
    var run = 1
    for (place, next) in zip(places, places.dropFirst()) {
      let missing = (place + 1)..<next
      defer { run = missing.isEmpty ? run + 1 : 1 }
      guard !missing.isEmpty, missing.count <= run, missing.count < there.count - missing.count,
        run > 1
      else { continue }
      let isTold = missing.allSatisfy { ends.contains($0 * length) }
      let isSeasonal =
        length < 12
        && missing.contains { gap in
          [gap - year, gap + year].contains {
            (first...last).contains($0) && there[$0] == nil && !missing.contains($0)
          }
        }
      guard !isTold, !isSeasonal, let before = there[place], let behind = there[next] else {
        continue
      }
      violations.append(
        SeriesViolation(.seriesGap, [.init("before", before), .init("after", behind)]))
    }
    return violations
  }
}

extension PeriodCourse {
  /// Its months, where its periods follow each other.
  fileprivate var length: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    case .cumulative, .asOfMonth: nil
    }
  }
}
