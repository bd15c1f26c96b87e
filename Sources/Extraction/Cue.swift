import Observations
import Quantities

/// What a phrase of the lexicon does in a sentence.
enum Cue: Sendable, Hashable {
  case verb(Verb, status: Status?)
  case base(Base?)
  case period(PeriodTemplate)
  case status(Status)
  case bound(Bound)
  case open(Opening)
  /// Trung ương giao: who set a plan
  case issuer
  /// lần lượt, tương ứng
  case respective
  /// về lượng, về giá trị
  case dimension
  /// báo cáo, tình hình: a report's title
  case title
  /// nhiệm vụ tháng 6: a heading over plans
  case outlook
  /// đã, đang, được: no part of an indicator
  case aspect
  /// tức, hay: the same said otherwise
  case restate
  /// toàn tỉnh, cả nước
  case scope
  /// do, nhằm: what follows is no subject
  case reason
  /// xảy ra: a count in words may follow
  case event
  /// công nghiệp chế biến, chế tạo: not to be cut
  case name
  /// tổng, diện tích: begins a new subject
  case head(Head)
  /// tỷ lệ: its percentage is a level
  case rate
  /// tốc độ tăng: its percentage is a change
  case growth
  /// Công an, Kiểm lâm: who does what follows
  case actor
  /// một số, các: parts of what came before
  case partitive
  /// bình quân: the mean of what was named before
  case average
  /// Xem thêm: what belongs to the page and not to the report
  case chrome
  /// vụ Mùa: a time that is part of the name
  case season
  /// doanh thu: says nothing without its owner
  case bare
  /// xếp thứ: a rank follows
  case rank
  /// Nghị định 171/2013/NĐ-CP: no part of an indicator
  case law
  /// Tại huyện Bắc Hà: where, not what
  case place
  /// giá so sánh 2010, trừ yếu tố giá: stays with the indicator
  case priceBasis
  /// 16/CT-TTg, COVID-19, mũi 4: numbers in it state nothing
  case reference

  enum Verb: String, Sendable, Hashable, CaseIterable {
    case up, down, reach, exceed, link, ratio, multiple, share, contribute, drag, complete
    case fractionOf = "fraction-of"
  }

  enum Head: String, Sendable, Hashable, CaseIterable {
    case plain, stock, structure, sector
  }

  enum Opening: String, Sendable, Hashable, CaseIterable {
    case parts, leading, list, close
  }
}

/// How a rule's words make a time; the numbers come from its attributes and captures.
struct PeriodTemplate: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case month, quarter, cumulative, since, now, year, day, days, months, years
    case fortnight, quarters
    case halfMonth = "half-month"
    case monthYearBefore = "month-year-before"
    case report
    case reportMonth = "report-month"
    case reportQuarter = "report-quarter"
    case relativeMonth = "relative-month"
    case relativeYear = "relative-year"
    case firstMonths = "first-months"
    case lastMonths = "last-months"
    case asOf = "as-of"
    case yearEnd = "year-end"
    case yearBegin = "year-begin"
  }

  var kind: Kind
  /// What the rule's own attributes give: `n=6`, `month=9`.
  var numbers: [String: Int] = [:]

  /// The time, with the numbers that the words themselves give; `nil` where no such day exists.
  func expression(_ captured: [String: Int]) -> PeriodExpression? {
    func number(_ key: String) -> Int? { captured[key] ?? numbers[key] }
    let date = PartialDate(year: number("year"), month: number("month"), day: number("day"))
    let from = PartialDate(
      year: number("from-year"), month: number("from-month"), day: number("from-day"))
    guard date.isValid, from.month == nil || from.isValid else { return nil }
    switch kind {
    case .month: return number("month").map { .month($0, year: number("year")) }
    case .fortnight:
      guard let n = number("n"), (1...31).contains(n) else { return nil }
      guard let month = number("month") else { return .reportMonth }
      let year = number("year")
      return .days(
        PartialDate(year: year, month: month, day: 1), PartialDate(year: year, month: month, day: n)
      )
    case .halfMonth:
      guard let n = number("n"), (1...2).contains(n), let month = number("month") else {
        return nil
      }
      return .halfMonth(n, month: month, year: number("year"))
    case .quarters:
      guard let a = number("from-quarter"), let b = number("quarter"), a <= b else { return nil }
      return .monthSpan(
        PartialDate(year: number("year"), month: 3 * a - 2),
        PartialDate(year: number("year"), month: 3 * b))
    case .monthYearBefore: return number("month").map { .month($0, year: nil) }
    case .quarter: return number("quarter").map { .quarter($0, year: number("year")) }
    case .report: return .report
    case .reportMonth: return .reportMonth
    case .reportQuarter: return .reportQuarter
    case .relativeMonth: return number("n").map { .relativeMonth($0) }
    case .relativeYear: return number("n").map { .relativeYear($0) }
    case .firstMonths:
      return number("n").flatMap {
        (1...12).contains($0) ? .firstMonths($0, year: number("year")) : nil
      }
    case .lastMonths:
      return number("n").flatMap {
        (1...12).contains($0) ? .lastMonths($0, year: number("year")) : nil
      }
    case .cumulative: return .cumulative
    case .since: return .sinceYearStart(to: date)
    case .asOf:
      if let quarter = number("quarter") {
        return .asOf(PartialDate(year: number("year"), month: 3 * quarter))
      }
      return .asOf(date)
    case .now: return .now
    case .year: return number("year").map { .year($0) }
    case .day: return .day(date)
    case .days:
      var first = from
      if first.month == nil { first.month = date.month }
      return first.day == nil ? nil : .days(first, date)
    case .months: return .monthSpan(from, date)
    case .years:
      guard let a = number("from-year"), let b = number("year"), a <= b else { return nil }
      return .years(a, b)
    case .yearEnd: return .yearEnd(number("year"))
    case .yearBegin: return .yearEnd(number("year").map { $0 - 1 })
    }
  }
}

/// What words of a report's first and last lines say of its area: see `letterheads.tsv`.
enum Letterhead: String, Sendable, Hashable, CaseIterable {
  case office, nation, sign, dateline, address, end, body, country, local
}

/// A unit of measure as the lexicon has it.
///
/// Shared, not copied: there are few, and every number and subject has one.
final class Unit: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case percent, points, times, money, measure, count, rank
  }

  let name: String
  let kind: Kind
  /// The power of ten that the word holds: tr.đ is 6.
  let power: Int

  init(name: String, kind: Kind, power: Int = 0) {
    self.name = name
    self.kind = kind
    self.power = power
  }

  static func == (a: Unit, b: Unit) -> Bool {
    a === b || a.kind == b.kind && a.power == b.power && a.name == b.name
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(kind)
    hasher.combine(power)
  }
}

/// What a single word does in a clause: see `words.tsv`.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64
  static let joint = WordClass(rawValue: 1)
  static let clausal = WordClass(rawValue: 2)
  static let doing = WordClass(rawValue: 4)
  static let actor = WordClass(rawValue: 8)
  static let stop = WordClass(rawValue: 16)
  static let some = WordClass(rawValue: 32)
  static let and = WordClass(rawValue: 1 << 6)
  static let but = WordClass(rawValue: 1 << 7)
  static let with = WordClass(rawValue: 1 << 8)
  static let by = WordClass(rawValue: 1 << 9)
  static let of = WordClass(rawValue: 1 << 10)
  static let `for` = WordClass(rawValue: 1 << 11)
  static let about = WordClass(rawValue: 1 << 12)
  static let have = WordClass(rawValue: 1 << 13)
  static let against = WordClass(rawValue: 1 << 14)
  static let inside = WordClass(rawValue: 1 << 15)
  static let from = WordClass(rawValue: 1 << 16)
  static let until = WordClass(rawValue: 1 << 17)
  static let course = WordClass(rawValue: 1 << 18)
  static let this = WordClass(rawValue: 1 << 19)
  static let several = WordClass(rawValue: 1 << 20)
  static let added = WordClass(rawValue: 1 << 21)
  static let only = WordClass(rawValue: 1 << 22)
  static let price = WordClass(rawValue: 1 << 23)
  static let population = WordClass(rawValue: 1 << 24)
  static let year = WordClass(rawValue: 1 << 25)
  static let timeSpan = WordClass(rawValue: 1 << 26)
  static let beginning = WordClass(rawValue: 1 << 27)
  static let dash = WordClass(rawValue: 1 << 28)
  static let number = WordClass(rawValue: 1 << 29)
  static let total = WordClass(rawValue: 1 << 30)
  static let setting = WordClass(rawValue: 1 << 31)
  static let comparing = WordClass(rawValue: 1 << 32)
  static let causing = WordClass(rawValue: 1 << 33)
  static let raising = WordClass(rawValue: 1 << 34)
  static let amount = WordClass(rawValue: 1 << 35)
  static let worth = WordClass(rawValue: 1 << 36)
  static let downward = WordClass(rawValue: 1 << 37)
  static let copula = WordClass(rawValue: 1 << 38)
  static let classifier = WordClass(rawValue: 1 << 39)
  static let happening = WordClass(rawValue: 1 << 40)
  static let seasonal = WordClass(rawValue: 1 << 41)
  static let turning = WordClass(rawValue: 1 << 42)
  static let planSpan = WordClass(rawValue: 1 << 43)
  static let carrying = WordClass(rawValue: 1 << 44)
  static let remaining = WordClass(rawValue: 1 << 45)
  static let barely = WordClass(rawValue: 1 << 46)
  static let oneYear = WordClass(rawValue: 1 << 47)
  static let estimating = WordClass(rawValue: 1 << 48)
  static let ongoing = WordClass(rawValue: 1 << 49)
  static let month = WordClass(rawValue: 1 << 50)
  static let following = WordClass(rawValue: 1 << 51)
  static let eventUnit = WordClass(rawValue: 1 << 52)
  static let into = WordClass(rawValue: 1 << 53)
  static let falling = WordClass(rawValue: 1 << 54)
  static let rising = WordClass(rawValue: 1 << 55)
  static let general = WordClass(rawValue: 1 << 56)
  static let level = WordClass(rawValue: 1 << 57)
  static let article = WordClass(rawValue: 1 << 58)
  static let negative = WordClass(rawValue: 1 << 59)
  static let before = WordClass(rawValue: 1 << 60)
  static let hence = WordClass(rawValue: 1 << 61)
  static let progress = WordClass(rawValue: 1 << 62)
  static let alike = WordClass(rawValue: 1 << 63)

  static let names: [String: WordClass] = [
    "joint": joint, "clausal": clausal, "doing": doing, "actor": actor, "stop": stop, "some": some,
    "and": and, "but": but, "with": with, "by": by, "of": of, "for": `for`, "about": about,
    "have": have, "against": against, "inside": inside, "from": from, "until": until,
    "course": course, "this": this, "several": several, "added": added, "only": only,
    "price": price, "population": population, "year": year, "time-span": timeSpan,
    "beginning": beginning, "dash": dash, "number": number, "total": total, "setting": setting,
    "comparing": comparing, "causing": causing, "raising": raising, "amount": amount,
    "worth": worth, "downward": downward, "copula": copula,
    "classifier": classifier, "happening": happening,
    "seasonal": seasonal,
    "turning": turning, "plan-span": planSpan, "carrying": carrying,
    "remaining": remaining, "barely": barely, "one-year": oneYear, "estimating": estimating,
    "ongoing": ongoing, "month": month,
    "following": following, "event-unit": eventUnit,
    "into": into, "falling": falling, "rising": rising, "general": general, "level": level,
    "article": article, "negative": negative, "before": before, "hence": hence,
    "progress": progress, "alike": alike,
  ]
}

/// A number word.
struct Numeral: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case digit, ten, tens, dozen, hundred, link, half, double, parts, ordinal, zero
    case oneHalf = "one-half"
  }

  var value: Int
  var kind: Kind
  /// Is more often another word: năm (year), tư.
  var isWeak: Bool
}
