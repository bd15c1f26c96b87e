internal import GRDB
public import Observations
public import Quantities
public import Series
internal import TextModel
internal import VietnameseText

/// Which figures of a dataset are asked for.
public struct SeriesQuery: Sendable {
  public var measure = Measure.level
  public var base: Base?
  /// Words, or a code, of the area; any area where empty.
  public var area = ""
  /// Periods that end within or after this one.
  public var from: TimePeriod?
  /// Periods that end within or before this one.
  public var to: TimePeriod?

  public init() {}
}

/// What a dataset has figures of.
public struct SeriesSubject: Sendable, Hashable {
  /// What its figures share (``SeriesIdentity``).
  public let series: String
  /// The catalogue's code; empty where the words alone tell.
  public let code: String
  public let indicator: String
  public let parent: String
  /// How many records there are.
  public fileprivate(set) var count: Int

  /// Whether its figures are of the code, or of a part of it that has no code.
  public func isOf(code other: String) -> Bool {
    series == other || code == other || series.hasPrefix("\(other)|")
  }

  /// `trade.exports`, `trade.exports|hoa kỳ`, or `số doanh nghiệp (công nghiệp)`.
  public var name: String {
    if !code.isEmpty { return series }
    return parent.isEmpty ? indicator : "\(indicator) (\(parent))"
  }
}

extension DatasetStore {
  /// The subjects that `words` name, the likeliest first: the code itself; what is worded so; what the
  /// catalogue finds by `codes`, in their order; then what has all the words, which need no marks.
  ///
  /// - Complexity: O(*n*) in the wordings of the dataset.
  public func subjects(
    named words: String, codes: [String], _ query: SeriesQuery
  ) throws(DatasetError) -> [SeriesSubject] {
    let search = WordSearch(words)
    let rows = try reading { db in
      var conditions = Conditions(query)
      conditions.add("status <> 'plan'")
      return try Row.fetchAll(
        db,
        sql: """
          SELECT series, indicator_code, indicator, parent, count(*) AS number FROM observations
          WHERE \(conditions.sql) GROUP BY 1, 2, 3, 4
          """, arguments: conditions.arguments
      ).map { row in
        SeriesSubject(
          series: row["series"], code: row["indicator_code"], indicator: row["indicator"],
          parent: row["parent"],
          count: row["number"])
      }
    }
    let places = Dictionary(
      codes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { min($0, $1) })
    var found: [String: (rank: Int, subject: SeriesSubject)] = [:]
    for row in rows {
      let rank: Int
      if row.series == words {
        rank = 0
      } else if search.isWhole(row.indicator) {
        rank = 1
      } else if let place = places[SeriesID.subject(of: row.series)] {
        rank = 2 + place
      } else if search.fits(row.indicator) {
        rank = 2 + codes.count
      } else {
        continue
      }
      guard let old = found[row.series] else {
        found[row.series] = (rank, row)
        continue
      }
      // The commonest wording stands for all.
      var subject = old.subject.count >= row.count ? old.subject : row
      subject.count = old.subject.count + row.count
      found[row.series] = (min(rank, old.rank), subject)
    }
    return found.values.sorted { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      if a.subject.count != b.subject.count { return a.subject.count > b.subject.count }
      return a.subject.name.utf8.lexicographicallyPrecedes(b.subject.name.utf8)
    }.map(\.subject)
  }

  /// Every statement of the subject's figures that the query asks for, in the order of the records.
  public func statements(
    of subject: SeriesSubject, _ query: SeriesQuery
  ) throws(DatasetError) -> [StatedFigure] {
    let area = WordSearch(query.area)
    return try reading { db in
      var conditions = Conditions(query)
      conditions.add("series = ?", subject.series)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT o.*, d.title, d.date, d.url, d.issuer, d.number, d.format, d.encoding,
            d.period AS report_period, d.area AS report_area
          FROM observations o JOIN documents d ON d.id = o.document_id
          WHERE \(conditions.sql) AND \(DatasetSchema.counts)
          ORDER BY o.id
          """, arguments: conditions.arguments)
      var statements: [StatedFigure] = []
      while let row = try rows.next() {
        guard let record = StoredRecord.observation(row) else { continue }
        guard query.area.isEmpty || query.area == record.areaCode || area.fits(record.area) else {
          continue
        }
        statements.append(
          StatedFigure(
            observation: record,
            facts: DocumentFacts(row, period: "report_period", area: "report_area"),
            id: SeriesID(
              series: subject.series, prices: row["prices"], areaSince: row["area_since"],
              areaKey: row["area_key"])))
      }
      return statements
    }
  }
}

/// What a query asks of the table `observations`.
private struct Conditions {
  private var parts: [String] = []
  private(set) var arguments = StatementArguments()

  init(_ query: SeriesQuery) {
    add("measure = ?", query.measure.rawValue)
    if let base = query.base { add("base = ?", base.rawValue) }
    if let from = query.from { add("period_end >= ?", Self.start(from)) }
    if let to = query.to {
      add("period_end <= ?", TimePeriod.day(to.lastDay).iso)
      add("period_end <> ''")
    }
  }

  var sql: String { parts.joined(separator: " AND ") }

  mutating func add(_ condition: String, _ argument: String? = nil) {
    parts.append(condition)
    if let argument { arguments += [argument] }
  }

  /// What the days of the period and all later ones come behind, as texts.
  private static func start(_ period: TimePeriod) -> String {
    switch period {
    case .quarter(let year, let quarter): TimePeriod.month(year: year, 3 * quarter - 2).iso
    case .years(let year, _): TimePeriod.year(year).iso
    case .months(let year, let month, _, _): TimePeriod.month(year: year, month).iso
    case .days(let day, _): TimePeriod.day(day).iso
    case .asOfMonth(let year, let month): TimePeriod.month(year: year, month).iso
    case .asOfDay(let day): TimePeriod.day(day).iso
    case .year, .month, .day: period.iso
    }
  }
}

/// Words that are searched for; those without marks stand for any.
private struct WordSearch: Sendable {
  private struct Word: Sendable, Hashable {
    let key: String
    let plain: String

    func fits(_ other: Word) -> Bool { key == other.key || plain == key && plain == other.plain }
  }

  private let words: [Word]

  init(_ text: String) { words = Self.words(text) }

  /// Whether the text has all the words.
  func fits(_ text: String) -> Bool {
    let others = Self.words(text)
    return words.allSatisfy { word in others.contains { word.fits($0) } }
  }

  /// Whether the text is the words.
  func isWhole(_ text: String) -> Bool {
    let others = Self.words(text)
    return words.count == others.count && zip(words, others).allSatisfy { $0.fits($1) }
  }

  private static let folding = Folding()

  private static func composed(_ text: String) -> String {
    let source = try? SourceText(Array(text.utf8))
    return source.map { String(decoding: Normalizer().read($0).bytes, as: UTF8.self) } ?? text
  }

  private static func words(_ text: String) -> [Word] {
    composed(text).split { !$0.isLetter && !$0.isNumber }.map { word in
      var plain = String.UnicodeScalarView()
      for scalar in word.unicodeScalars { plain.append(folding.plain(scalar)) }
      return Word(key: folding.key(of: String(word)), plain: String(plain))
    }
  }
}
