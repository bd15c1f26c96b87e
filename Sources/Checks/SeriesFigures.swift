internal import Observations
internal import Quantities

/// A record of a series as the checks see it.
struct SeriesFigure: Sendable {
  /// Where it stands among the statements of its series.
  let index: Int
  /// Spans that are the same time under one name: January to December is the year.
  let period: TimePeriod
  /// The unit of its series.
  let unit: String
  /// In that unit; `nil` where the words leave one side open.
  let interval: Interval?
}

/// The records of one series, made ready for the checks.
struct SeriesFigures: Sendable {
  /// A figure of one unit and period, which several reports may state.
  struct Point: Sendable, Hashable {
    let unit: String
    let period: TimePeriod
  }

  /// A comparison with the level that it is told of in one report.
  struct Comparison: Sendable {
    let level: SeriesFigure
    let figure: SeriesFigure
    let base: Base
  }

  let statements: [SeriesStatement]
  let vocabulary: CheckVocabulary
  /// In what prices its amounts are, as series have it.
  let prices: String
  let figures: [SeriesFigure]
  /// Amounts and rates that are stated exactly as something that was, neither planned nor foreseen.
  let levels: [Point: [SeriesFigure]]
  /// The points of ``levels``, by unit and time.
  let points: [Point]
  /// What is said of levels against a base, in the order of the statements.
  let comparisons: [Comparison]
  /// Of which times a report has estimates.
  private let estimated: Set<Ending>

  /// What one report says of the time that ends with a month.
  private struct Ending: Hashable {
    let document: String
    let year: Int
    let month: Int

    init(_ period: TimePeriod, _ document: String) {
      (year, month) = period.end
      self.document = document
    }
  }

  init(_ statements: [SeriesStatement], prices: String, _ vocabulary: CheckVocabulary) {
    self.statements = statements
    self.vocabulary = vocabulary
    self.prices = prices
    var periods: [String: TimePeriod?] = [:]
    var figures: [SeriesFigure] = []
    var levels: [Point: [SeriesFigure]] = [:]
    var estimated: Set<Ending> = []
    for (index, statement) in statements.enumerated() {
      let record = statement.record
      let known = periods[record.period] ?? TimePeriod(iso: record.period)?.asOneOfItsSpan
      periods[record.period] = known
      guard let period = known else { continue }
      let figure = SeriesFigure(
        index: index, period: period, unit: statement.unit,
        interval: Self.interval(of: statement, vocabulary))
      figures.append(figure)
      if record.measure == .level, record.status == .estimate || record.status == .provisional {
        estimated.insert(Ending(period, record.document))
      }
      guard record.measure == .level, record.status != .plan, record.status != .forecast,
        record.unit != "hạng", figure.interval != nil
      else { continue }
      levels[Point(unit: figure.unit, period: period), default: []].append(figure)
    }
    self.figures = figures
    self.levels = levels
    self.estimated = estimated
    points = levels.keys.sorted { a, b in
      a.unit == b.unit ? a.period.isBefore(b.period) : a.unit < b.unit
    }
    comparisons = Self.comparisons(figures, statements, levels)
  }

  func record(_ figure: SeriesFigure) -> Observation { statements[figure.index].record }
  func day(_ figure: SeriesFigure) -> String { statements[figure.index].day }
  /// The power of ten in which it is stated, in the unit of the series.
  func power(_ figure: SeriesFigure) -> Int {
    statements[figure.index].record.unitMultiplier + statements[figure.index].unitPower
  }
  func document(_ figure: SeriesFigure) -> String { statements[figure.index].record.document }

  func levels(_ unit: String, _ period: TimePeriod) -> [SeriesFigure] {
    levels[Point(unit: unit, period: period)] ?? []
  }

  /// The statements of a level, of those that give the same values one.
  func distinctLevels(_ unit: String, _ period: TimePeriod) -> [SeriesFigure] {
    var seen: Set<Interval> = []
    return levels(unit, period).filter { $0.interval.map { seen.insert($0).inserted } ?? false }
  }

  /// The latest of several statements.
  func latest(_ figures: some Sequence<SeriesFigure>) -> SeriesFigure? {
    figures.max { (day($0), document($0), -$0.index) < (day($1), document($1), -$1.index) }
  }

  /// Whether a level is an amount of something, and no rate in per cent.
  func isAmount(_ unit: String) -> Bool { unit != "%" && !unit.isEmpty }

  /// Whether amounts in the unit add up over time, as far as the words of these figures say.
  func addsUp(_ unit: String, _ figures: SeriesFigure...) -> Bool {
    isAmount(unit) && !unit.utf8.contains(UInt8(ascii: "/"))
      && !figures.contains { has(.average, $0) }
  }

  /// Whether the words of the figures say one thing, as far as both say it: thu cân đối is not thu ngân sách, though
  /// both have one code.
  func areWordedAlike(_ a: SeriesFigure, _ b: SeriesFigure) -> Bool {
    let (one, other) = (record(a).indicator.lowercased(), record(b).indicator.lowercased())
    if one == other { return true }
    let (words, others) = (Set(vocabulary.content(of: one)), Set(vocabulary.content(of: other)))
    return words.isSubset(of: others) || others.isSubset(of: words)
  }

  /// Whether a phrase of the kind stands in what the figure is of.
  func has(_ kind: CheckVocabulary.Kind, _ figure: SeriesFigure) -> Bool {
    let record = record(figure)
    return vocabulary.has(kind, in: record.indicator) || vocabulary.has(kind, in: record.parent)
  }

  /// Whether a level is said to be what was, and nothing that its report says of the time at whose end it stands is
  /// an estimate: a month that is estimated stands in what has come since January too.
  func isFinal(_ figure: SeriesFigure) -> Bool {
    record(figure).status == .actual
      && !estimated.contains(Ending(figure.period, document(figure)))
  }

  private static func interval(
    of statement: SeriesStatement, _ vocabulary: CheckVocabulary
  ) -> Interval? {
    let record = statement.record
    guard record.bound == nil else { return nil }
    return Interval(
      record.value, power: record.unitMultiplier + statement.unitPower,
      isCount: !vocabulary.isMeasured(record.unit), isPlan: record.status == .plan)
  }

  private static func comparisons(
    _ figures: [SeriesFigure], _ statements: [SeriesStatement], _ levels: [Point: [SeriesFigure]]
  ) -> [Comparison] {
    struct Place: Hashable {
      let document: String
      let period: TimePeriod
    }
    var told: [Place: [SeriesFigure]] = [:]
    for figure in levels.values.joined() {
      let place = Place(
        document: statements[figure.index].record.document, period: figure.period)
      told[place, default: []].append(figure)
    }
    return figures.compactMap { figure in
      let statement = statements[figure.index]
      let record = statement.record
      guard let base = record.base, figure.interval != nil,
        record.measure == .change || record.measure == .ratio,
        let beside = told[Place(document: record.document, period: figure.period)]
      else { return nil }
      let isRelative = ["%", "lần"].contains(record.unit)
      let fitting = beside.filter { level in
        isRelative
          ? level.unit != "%" && statement.isOfMoney.map { $0 == level.unit.isMoney } ?? true
          : level.unit == figure.unit
      }
      let near = fitting.filter { level in
        let other = statements[level.index].record
        return other.sentence == record.sentence && other.start < record.start
      }.max { statements[$0.index].record.start < statements[$1.index].record.start }
      if let near { return Comparison(level: near, figure: figure, base: base) }
      guard let first = fitting.first, fitting.allSatisfy({ $0.unit == first.unit }) else {
        return nil
      }
      return Comparison(level: first, figure: figure, base: base)
    }
  }
}

extension SeriesFigures {
  /// What the level stood at, or is to come to, at the base of a comparison, in the level's unit.
  func base(of comparison: Comparison, level: SeriesFigure) -> Interval? {
    guard let now = level.interval, let interval = comparison.figure.interval else { return nil }
    let record = record(comparison.figure)
    switch (record.measure, record.unit) {
    case (.change, "%"):
      return (interval / Interval(100)).flatMap { Interval(1) + $0 }.flatMap { now / $0 }
    case (.ratio, "%"): return (interval / Interval(100)).flatMap { now / $0 }
    case (.ratio, "lần"): return now / interval
    case (.change, _) where comparison.figure.unit == level.unit: return now - interval
    default: return nil
    }
  }
}

extension String {
  /// Whether a unit is a currency's code (ISO 4217).
  fileprivate var isMoney: Bool {
    utf8.prefix(4).count == 3 && utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}

extension SeriesFigures {
  /// Whether the unit is money.
  func isMoney(_ unit: String) -> Bool { unit.isMoney }
}

/// Periods that may follow each other.
enum PeriodCourse: Sendable, Hashable, CaseIterable {
  case month, quarter, year, cumulative, asOfMonth

  /// `nil` for days and spans of other lengths.
  init?(_ period: TimePeriod) {
    switch period {
    case .month: self = .month
    case .quarter: self = .quarter
    case .year: self = .year
    case .months where period.isCumulative: self = .cumulative
    case .asOfMonth: self = .asOfMonth
    default: return nil
    }
  }
}

extension TimePeriod {
  /// The name under which a span of time that has several is known to the checks.
  var asOneOfItsSpan: TimePeriod {
    switch self {
    case .months(let y, 1, let z, 12) where y == z: .year(y)
    case .months(let y, let m, let z, let n) where y == z && m == n: .month(year: y, m)
    case .months(let y, let m, let z, let n) where y == z && m % 3 == 1 && n == m + 2:
      .quarter(year: y, n / 3)
    case .asOfDay(let day)
    where day == lastDay && day.day == daysIn(month: day.month, year: day.year):
      .asOfMonth(year: day.year, day.month)
    default: self
    }
  }

  /// What runs from January to the end of a month.
  static func cumulative(_ year: Int, _ month: Int) -> TimePeriod {
    TimePeriod.months(year: year, 1, toYear: year, month).asOneOfItsSpan
  }

  /// By the end, then by what is written.
  func isBefore(_ other: TimePeriod) -> Bool {
    lastDay == other.lastDay ? iso < other.iso : lastDay < other.lastDay
  }
}
