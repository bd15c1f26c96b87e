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
