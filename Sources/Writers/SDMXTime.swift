internal import Quantities

/// A period as SDMX writes it: `2022-11`, `2022-Q3`, and a span by its first day and its length,
/// `2022-01-01/P11M` (SDMX 2.1, Section 6, "Time Range").
///
/// A stock as of a day has the day, or its month, as its period, and the end of it as the time of collection
/// (`TIME_PER_COLLECT` of SDMX's cross-domain concepts); SDMX has no periods without a start.
struct SDMXTime: Sendable {
  /// `CL_FREQ`: `A`, `Q`, `M`, `D`, `_O` for another span, `_U` where there is no period.
  var frequency = "_U"
  var period = ""
  var collection = ""

  init(iso: String) {
    guard let time = TimePeriod(iso: iso) else { return }
    switch time {
    case .year: (frequency, period) = ("A", iso)
    case .quarter: (frequency, period) = ("Q", iso)
    case .month: (frequency, period) = ("M", iso)
    case .day: (frequency, period) = ("D", iso)
    case .years(let a, let b): span(from: Day(a, 1, 1), "\(b - a + 1)Y")
    case .months(let y, let m, let z, let n):
      span(from: Day(y, m, 1), "\((z - y) * 12 + n - m + 1)M")
    case .days(let a, let b): span(from: a, "\(Self.number(of: b) - Self.number(of: a) + 1)D")
    case .asOfMonth(let y, let m):
      (frequency, period, collection) = ("M", TimePeriod.month(year: y, m).iso, "E")
    case .asOfDay(let day): (frequency, period, collection) = ("D", TimePeriod.day(day).iso, "E")
    }
  }

  private mutating func span(from day: Day, _ length: String) {
    (frequency, period) = ("_O", "\(TimePeriod.day(day).iso)/P\(length)")
  }

  /// Days since the first of January of the year 1.
  private static func number(of day: Day) -> Int {
    let years = day.year - 1
    let days = years * 365 + years / 4 - years / 100 + years / 400
    return (1..<day.month).reduce(days) { $0 + daysIn(month: $1, year: day.year) } + day.day - 1
  }
}
