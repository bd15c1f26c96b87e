public import Quantities

/// Which periods may follow each other in one series.
public enum PeriodKind: Int, Sendable, Hashable, Comparable, CaseIterable {
  case year, quarter, month
  /// From January on.
  case cumulative
  /// A stock, or a running total without start.
  case asOf
  case day
  /// Any other span, each of its own length.
  case span

  public init(_ period: TimePeriod) {
    if period.isWholeYear {
      self = .year
      return
    }
    switch period {
    case .year, .years: self = .year
    case .quarter: self = .quarter
    case .month: self = .month
    case .day: self = .day
    case .asOfMonth, .asOfDay: self = .asOf
    case .months, .days: self = period.isCumulative ? .cumulative : .span
    }
  }

  /// The periods that should stand between two that follow each other, where those of the kind go on without end; at
  /// most 1200.
  ///
  /// - Complexity: O(*n*) in them.
  public func periods(after first: String, before last: String) -> [String] {
    guard [.year, .quarter, .month].contains(self), let first = TimePeriod(iso: first),
      var period = TimePeriod(iso: last)?.previous
    else { return [] }
    var between: [String] = []
    while period.lastDay > first.lastDay, between.count < 1200 {
      between.append(period.iso)
      period = period.previous
    }
    return between.reversed()
  }

  /// As outputs have it: `year`, `as_of`.
  public var code: String {
    switch self {
    case .year: "year"
    case .quarter: "quarter"
    case .month: "month"
    case .cumulative: "cumulative"
    case .asOf: "as_of"
    case .day: "day"
    case .span: "span"
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
