/// A date with the parts that the text states.
public struct PartialDate: Sendable, Hashable {
  public var year: Int?
  public var month: Int?
  public var day: Int?

  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// ISO 8601, with `--` for the year that is not stated; `nil` without a month.
  public var iso: String? {
    guard let month else { return year.map { pad($0, 4) } }
    let head = year.map { pad($0, 4) + "-" } ?? "--"
    return head + pad(month, 2) + (day.map { "-" + pad($0, 2) } ?? "")
  }

  /// Whether such a day exists in some year.
  public var isValid: Bool {
    guard let month else { return day == nil }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= daysIn(month: month, year: year ?? 2024)
  }
}

/// A time as the words state it, before the report's own period fills in what they leave out.
public enum PeriodExpression: Sendable, Hashable {
  /// tháng 9, tháng 9/2013
  case month(Int, year: Int?)
  /// trong kỳ: what the report covers
  case report
  /// trong tháng
  case reportMonth
  /// trong quý
  case reportQuarter
  /// quý III/2020
  case quarter(Int, year: Int?)
  /// 9 tháng đầu năm: January to the N-th month
  case firstMonths(Int, year: Int?)
  /// 6 tháng cuối năm: the last N months
  case lastMonths(Int, year: Int?)
  /// lũy kế, từ đầu năm đến nay
  case cumulative
  /// từ đầu năm đến ngày 20/11, đến hết tháng 9
  case sinceYearStart(to: PartialDate)
  /// tính đến ngày 15/11/2022
  case asOf(PartialDate)
  /// hiện có, đến nay
  case now
  /// năm 2019
  case year(Int)
  /// cả năm, năm nay (0), năm trước (-1), năm sau (1)
  case relativeYear(Int)
  /// tháng trước (-1), tháng sau (1)
  case relativeMonth(Int)
  /// ngày 20/11/2022
  case day(PartialDate)
  /// từ ngày 16/10 đến 15/11/2013
  case days(PartialDate, PartialDate)
  /// kỳ 1 tháng 7: the days to the 15th, or those after it
  case halfMonth(Int, month: Int, year: Int?)
  /// từ tháng 1 đến tháng 9
  case monthSpan(PartialDate, PartialDate)
  /// năm học 2021-2022, giai đoạn 2016-2020
  case years(Int, Int)
  /// cuối năm 2021, đầu năm 2022: a stock at the turn of the year
  case yearEnd(Int?)

  /// The year that a month, a quarter or the first months of a year are stated with.
  public var year: Int? {
    switch self {
    case .month(_, let year), .quarter(_, let year), .firstMonths(_, let year): return year
    default: return nil
    }
  }

  /// The last month of a time that is named by months, with the year that it is stated with.
  public var lastMonth: (month: Int, year: Int?)? {
    switch self {
    case .month(let m, let y), .halfMonth(_, let m, let y), .firstMonths(let m, let y):
      return (m, y)
    case .quarter(let q, let y): return (3 * q, y)
    default: return nil
    }
  }

  /// The same month, quarter or first months, in `year`; `nil` for any other time.
  public func of(_ year: Int) -> PeriodExpression? {
    switch self {
    case .month(let m, _): return .month(m, year: year)
    case .quarter(let q, _): return .quarter(q, year: year)
    case .firstMonths(let n, _): return .firstMonths(n, year: year)
    default: return nil
    }
  }

  /// ISO 8601 of what is stated alone, `--MM` and `--MM-DD` where there is no year, or `nil` where
  /// the report's period is needed.
  public var statedISO: String? {
    switch self {
    case .month(let m, let y): return PartialDate(year: y, month: m).iso
    case .quarter(let q, let y?): return TimePeriod.quarter(year: y, q).iso
    case .firstMonths(let n, let y?): return TimePeriod.months(year: y, 1, toYear: y, n).iso
    case .lastMonths(let n, let y?): return TimePeriod.months(year: y, 13 - n, toYear: y, 12).iso
    case .year(let y): return TimePeriod.year(y).iso
    case .years(let a, let b): return TimePeriod.years(a, b).iso
    case .day(let d): return d.iso
    case .asOf(let d): return d.iso.map { "../" + $0 }
    case .sinceYearStart(let d):
      guard let y = d.year, let to = d.iso else { return nil }
      return (d.day == nil ? "\(pad(y, 4))-01/" : "\(pad(y, 4))-01-01/") + to
    case .days(var a, let b), .monthSpan(var a, let b):
      if a.year == nil, let year = b.year {
        a.year = (a.month ?? 1) > (b.month ?? 12) ? year - 1 : year
      }
      guard let from = a.iso, let to = b.iso else { return nil }
      return "\(from)/\(to)"
    case .yearEnd(let y?): return TimePeriod.asOfMonth(year: y, 12).iso
    default: return nil
    }
  }
}

/// The report's own time, against which its words are read.
public struct ReportPeriod: Sendable, Hashable {
  /// What the title names: the period of a sentence that gives none.
  public var period: TimePeriod
  /// The last day that the report speaks of, where it says so.
  public var day: Day?

  public init(_ period: TimePeriod, day: Day? = nil) {
    self.period = period
    self.day = day
  }

  public var year: Int { period.end.year }
  public var month: Int { period.end.month }

  /// The stock at the report's end.
  public var asOf: TimePeriod { .asOfMonth(year: year, month) }

  /// From January to the report's end.
  public var cumulative: TimePeriod {
    if case .year(let y) = period { return .year(y) }
    if case .days(_, let day) = period { return .days(Day(day.year, 1, 1), day) }
    return .months(year: year, 1, toYear: year, month)
  }

  /// The year that a month without one belongs to: the nearest to the report's.
  func year(of month: Int) -> Int {
    month - self.month > 6 ? year - 1 : year
  }

  func complete(_ date: PartialDate) -> PartialDate {
    var date = date
    if date.year == nil { date.year = date.month.map(year(of:)) ?? year }
    return date
  }

  /// The time that `expression` stands for in this report.
  public func resolve(_ expression: PeriodExpression) -> TimePeriod? {
    switch expression {
    case .month(let m, let y): return .month(year: y ?? year(of: m), m)
    case .report: return period
    case .reportMonth: return .month(year: year, month)
    case .reportQuarter: return .quarter(year: year, (month + 2) / 3)
    case .quarter(let q, let y): return .quarter(year: y ?? year, q)
    case .firstMonths(let n, let y):
      let y = y ?? year
      return n == 12 ? .year(y) : .months(year: y, 1, toYear: y, n)
    case .lastMonths(let n, let y):
      return .months(year: y ?? year, 13 - n, toYear: y ?? year, 12)
    case .cumulative: return cumulative
    case .sinceYearStart(let date):
      let to = complete(date)
      guard let y = to.year, let m = to.month else { return cumulative }
      if let d = to.day { return .days(Day(y, 1, 1), Day(y, m, d)) }
      return .months(year: y, 1, toYear: y, m)
    case .asOf(let date):
      let at = complete(date)
      guard let y = at.year else { return asOf }
      guard let m = at.month else { return .asOfMonth(year: y, 12) }
      if let d = at.day { return .asOfDay(Day(y, m, d)) }
      return .asOfMonth(year: y, m)
    case .now: return asOf
    case .year(let y): return .year(y)
    case .relativeYear(let n): return .year(year + n)
    case .relativeMonth(let n):
      let index = year * 12 + month - 1 + n
      return .month(year: index / 12, index % 12 + 1)
    case .day(let date):
      let at = complete(date)
      guard let y = at.year, let m = at.month, let d = at.day else { return nil }
      return .day(Day(y, m, d))
    case .days(let from, let to):
      let b = complete(to)
      var a = from
      if a.year == nil {
        a.year = b.year.map { y in (a.month ?? 1) > (b.month ?? 12) ? y - 1 : y }
      }
      guard let y = a.year, let m = a.month, let d = a.day, let z = b.year, let n = b.month,
        let e = b.day
      else { return nil }
      return .days(Day(y, m, d), Day(z, n, e))
    case .monthSpan(let from, let to):
      let b = complete(to)
      guard let m = from.month, let z = b.year, let n = b.month else { return nil }
      return .months(year: from.year ?? z, m, toYear: z, n)
    case .halfMonth(let n, let m, let y):
      let y = y ?? year(of: m)
      return n == 1
        ? .days(Day(y, m, 1), Day(y, m, 15))
        : .days(Day(y, m, 16), Day(y, m, daysIn(month: m, year: y)))
    case .years(let a, let b): return .years(a, b)
    case .yearEnd(let y): return .asOfMonth(year: y ?? year, 12)
    }
  }
}
