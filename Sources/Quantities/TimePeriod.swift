/// A calendar day.
public struct Day: Sendable, Hashable {
  public var year: Int { Int(years) }
  public var month: Int { Int(months) }
  public var day: Int { Int(days) }

  // Small, as every clause and subject carries some.
  private let years: Int16
  private let months: Int8
  private let days: Int8

  /// A day of the years −32,768 to 32,767.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    years = Int16(clamping: year)
    months = Int8(clamping: month)
    days = Int8(clamping: day)
  }
}

extension Day: Comparable {
  public static func < (a: Day, b: Day) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

/// What time a number covers (SDMX `TIME_PERIOD`), written as ISO 8601.
public enum TimePeriod: Sendable, Hashable {
  case year(Int)
  case quarter(year: Int, Int)
  case month(year: Int, Int)
  case day(Day)
  /// A school year, a crop year, a plan period: 2013/2014.
  case years(Int, Int)
  /// From one month to another, both included.
  case months(year: Int, Int, toYear: Int, Int)
  case days(Day, Day)
  /// A stock or a running total at the end of a month.
  case asOfMonth(year: Int, Int)
  case asOfDay(Day)

  /// ISO 8601, the open start of a stock written `..` (`../2022-11-15`).
  public var iso: String {
    switch self {
    case .year(let y): return pad(y, 4)
    case .quarter(let y, let q): return "\(pad(y, 4))-Q\(q)"
    case .month(let y, let m): return "\(pad(y, 4))-\(pad(m, 2))"
    case .day(let d): return iso(d)
    case .years(let a, let b): return "\(pad(a, 4))/\(pad(b, 4))"
    case .months(let y, let m, let z, let n):
      return "\(pad(y, 4))-\(pad(m, 2))/\(pad(z, 4))-\(pad(n, 2))"
    case .days(let a, let b): return "\(iso(a))/\(iso(b))"
    case .asOfMonth(let y, let m): return "../\(pad(y, 4))-\(pad(m, 2))"
    case .asOfDay(let d): return "../\(iso(d))"
    }
  }

  private func iso(_ d: Day) -> String { "\(pad(d.year, 4))-\(pad(d.month, 2))-\(pad(d.day, 2))" }

  /// Reads what ``iso`` writes.
  public init?(iso text: String) {
    guard !text.contains("+") else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2 {
      if parts[0] == ".." {
        switch TimePeriod(iso: parts[1]) {
        case .month(let y, let m): self = .asOfMonth(year: y, m)
        case .day(let d): self = .asOfDay(d)
        case .year(let y): self = .asOfMonth(year: y, 12)
        default: return nil
        }
        return
      }
      switch (TimePeriod(iso: parts[0]), TimePeriod(iso: parts[1])) {
      case (.year(let a), .year(let b)) where a <= b: self = .years(a, b)
      case (.month(let y, let m), .month(let z, let n)) where (y, m) <= (z, n):
        self = .months(year: y, m, toYear: z, n)
      case (.day(let a), .day(let b))
      where (a.year, a.month, a.day) <= (b.year, b.month, b.day):
        self = .days(a, b)
      default: return nil
      }
      return
    }
    let fields = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 1, let first = fields.first, first.count == 4, let y = Int(first) else {
      return nil
    }
    switch fields.count {
    case 1: self = .year(y)
    case 2 where fields[1].hasPrefix("Q"):
      guard let q = Int(fields[1].dropFirst()), (1...4).contains(q) else { return nil }
      self = .quarter(year: y, q)
    case 2:
      guard fields[1].count == 2, let m = Int(fields[1]), (1...12).contains(m) else { return nil }
      self = .month(year: y, m)
    case 3:
      guard fields[1].count == 2, let m = Int(fields[1]), (1...12).contains(m),
        fields[2].count == 2, let d = Int(fields[2]), (1...daysIn(month: m, year: y)).contains(d)
      else { return nil }
      self = .day(Day(y, m, d))
    default: return nil
    }
  }

  /// The last year and month that it covers.
  public var end: (year: Int, month: Int) {
    switch self {
    case .year(let y): return (y, 12)
    case .quarter(let y, let q): return (y, 3 * q)
    case .month(let y, let m), .asOfMonth(let y, let m): return (y, m)
    case .day(let d), .asOfDay(let d), .days(_, let d): return (d.year, d.month)
    case .years(_, let b): return (b, 12)
    case .months(_, _, let z, let n): return (z, n)
    }
  }

  /// The last day that it covers.
  public var lastDay: Day {
    switch self {
    case .day(let d), .asOfDay(let d), .days(_, let d): return d
    default: return Day(end.year, end.month, daysIn(month: end.month, year: end.year))
    }
  }

  /// The same span one year earlier.
  public var yearBefore: TimePeriod {
    func back(_ d: Day) -> Day {
      Day(d.year - 1, d.month, min(d.day, daysIn(month: d.month, year: d.year - 1)))
    }
    switch self {
    case .year(let y): return .year(y - 1)
    case .quarter(let y, let q): return .quarter(year: y - 1, q)
    case .month(let y, let m): return .month(year: y - 1, m)
    case .day(let d): return .day(back(d))
    case .years(let a, let b): return .years(a - 1, b - 1)
    case .months(let y, let m, let z, let n): return .months(year: y - 1, m, toYear: z - 1, n)
    case .days(let a, let b): return .days(back(a), back(b))
    case .asOfMonth(let y, let m): return .asOfMonth(year: y - 1, m)
    case .asOfDay(let d): return .asOfDay(back(d))
    }
  }

  /// The span of the same length right before it; the year before for one that runs from January.
  public var previous: TimePeriod {
    switch self {
    case .quarter(let y, let q): return q == 1 ? .quarter(year: y - 1, 4) : .quarter(year: y, q - 1)
    case .month(let y, let m): return m == 1 ? .month(year: y - 1, 12) : .month(year: y, m - 1)
    case .asOfMonth(let y, let m):
      return m == 1 ? .asOfMonth(year: y - 1, 12) : .asOfMonth(year: y, m - 1)
    case .days(let a, let b) where a.day == 16 && (a.year, a.month) == (b.year, b.month):
      return .days(Day(a.year, a.month, 1), Day(a.year, a.month, 15))
    case .days(let a, let b)
    where a.day == 1 && b.day == 15 && (a.year, a.month) == (b.year, b.month):
      let (y, m) = a.month == 1 ? (a.year - 1, 12) : (a.year, a.month - 1)
      return .days(Day(y, m, 16), Day(y, m, daysIn(month: m, year: y)))
    default: return yearBefore
    }
  }

  /// Whether it is one month.
  public var isMonth: Bool {
    if case .month = self { true } else { false }
  }

  /// Whether it is a stock's or a running total's: without a start.
  public var isAsOf: Bool {
    switch self {
    case .asOfMonth, .asOfDay: return true
    default: return false
    }
  }

  /// Whether it runs from January on.
  public var isCumulative: Bool {
    switch self {
    case .months(_, 1, _, _): return true
    case .days(let from, _): return from.month == 1 && from.day == 1
    default: return false
    }
  }

  /// Whether it covers one whole year.
  public var isWholeYear: Bool {
    switch self {
    case .year, .years: return true
    case .months(let y, 1, let z, 12): return y == z
    default: return false
    }
  }
}

/// How many days the month has (Gregorian).
public func daysIn(month: Int, year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: return 30
  case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: return 31
  }
}

func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
