import Observations
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// What a report says of itself in its first lines: the period of its title.
struct ReportHead {
  var period: ReportPeriod?

  /// How many lines may belong to the head.
  private static let lines = 14

  init(_ document: TokenizedDocument, vocabulary: Vocabulary) {
    var titles: [Title] = []
    var year: Int?
    var dateline: Int?
    let reader = ItemReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: NumberStyle())
    for tokens in Self.sentences(document, vocabulary) {
      let title = Title(Self.december(reader.items(of: tokens), document)) {
        vocabulary.isWord(document.tokens[$0.tokens.lowerBound], .year)
      }
      if title.names { titles.append(title) }
      year = year ?? title.year ?? title.dateline
      if !title.hasText { dateline = dateline ?? title.dateline }
    }
    // Nothing is reported before the year in which it happened, or long after.
    if let dateline {
      titles.removeAll { title in
        title.year.map { !(dateline - 2...dateline).contains($0) } ?? false
      }
    }
    // The best of the lines, and of equals the first.
    guard let best = titles.max(by: { $0.score < $1.score }) else { return }
    let title = titles.first { $0.score == best.score } ?? best
    period = title.period(in: title.year ?? year).map { ReportPeriod($0) }
  }

  /// The sentences of the head; a dateline that is broken over two lines is one.
  private static func sentences(
    _ document: TokenizedDocument, _ vocabulary: Vocabulary
  ) -> [Range<Int>] {
    let paragraphs = document.segments.paragraphs.prefix(lines)
    let head = HeadLines(document, vocabulary)
    var sentences: [Range<Int>] = []
    var k = 0
    while k < paragraphs.count {
      if let wrapped = head.wrappedDateline(at: k) {
        sentences.append(wrapped)
        k += 2
      } else {
        sentences += paragraphs[k].sentences.map { document.segments.sentences[$0].tokens }
        k += 1
      }
    }
    return sentences
  }

  /// Tình hình tháng 12 năm 2022: in a head the month, and no state that something is compared with.
  private static func december(_ items: [Item], _ document: TokenizedDocument) -> [Item] {
    items.map { item in
      guard item.cue == .base(.yearEnd), let named = item.named, named.month == 12, named.year > 0,
        let first = item.tokens.first, item.tokens.count > 1,
        document.tokens[first].kind == .word, document.tokens[first + 1].kind == .number,
        document.bytes[document.tokens[first + 1].span.range].elementsEqual("12".utf8)
      else { return item }
      var month = item
      month.kind = .time(.month(12, year: Int(named.year)))
      return month
    }
  }

  /// A line of the head with the times that it names.
  private struct Title {
    private var times: [PeriodExpression] = []
    /// The year that any of its times states.
    private(set) var year: Int?
    /// The year of a day that it names: a dateline's.
    private(set) var dateline: Int?
    private(set) var score = 0
    /// Whether it is a sentence of the text.
    private(set) var hasText = false

    /// - Parameter isSchoolYear: whether a span of years is a school year and no plan's.
    init(_ items: [Item], isSchoolYear: (Item) -> Bool) {
      var isOutlook = false
      for (k, item) in items.enumerated() {
        // …, mục tiêu năm 2019: what is still to come.
        if !times.isEmpty, item.cue == .outlook || item.cue == .base(.plan) { isOutlook = true }
        guard case .time(let time) = item.kind else { continue }
        if isOutlook {
          // 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2019: the year of both.
          switch time {
          case .year(let y): year = year ?? y
          case .lastMonths(_, let y): year = year ?? y
          default: year = year ?? time.year
          }
          continue
        }
        switch time {
        case .lastMonths(_, let y): year = y ?? year
        case .month(_, let y), .quarter(_, let y), .firstMonths(_, let y), .halfMonth(_, _, let y):
          year = y ?? year
          times.append(time)
        case .year(let y):
          year = y
          times.append(time)
        case .years(_, let y):
          guard isSchoolYear(item) else { continue }
          year = year ?? y
          times.append(time)
        // Nghị quyết số 01/NQ-CP ngày 08/01/2022: the day of what is cited.
        case .day(let date) where k == 0 || items[k - 1].cue != .law:
          dateline = dateline ?? date.year
        default: break
        }
      }
      let isTitle = items.contains { $0.cue == .title }
      let hasFigures = items.contains(where: \.isMeasured)
      hasText = hasFigures || items.count > Self.longestHeading
      if isTitle { score += 4 }
      if !hasFigures { score += 2 }
      // quy hoạch đến năm 2020, bán từ năm 1998: in a sentence of the text
      if hasFigures || items.count > Self.longestHeading, !isTitle {
        times.removeAll {
          if case .year = $0 { return true }
          return false
        }
        if times.isEmpty { year = nil }
      }
      if year != nil { score += 1 }
    }

    /// A line of more items is no heading.
    private static let longestHeading = 24

    var names: Bool { !times.isEmpty }

    /// The period of the line: its first, in a year that the line or the head gives.
    func period(in year: Int?) -> TimePeriod? {
      guard let year else { return nil }
      // "quý III và 9 tháng": the longer span is the report's; "tháng 9 và 9 tháng": the month.
      var best: TimePeriod?
      let report = ReportPeriod(.year(year))
      for time in times {
        switch time {
        case .month(let m, let y): return .month(year: y ?? year, m)
        case .halfMonth: return report.resolve(time)
        case .firstMonths: best = report.resolve(time)
        case .year(let y):
          // quý IV và năm 2018
          if case .quarter(_, 4)? = best { best = .year(y) } else { best = best ?? .year(y) }
        case .quarter, .years: best = best ?? report.resolve(time)
        default: break
        }
      }
      return best
    }
  }
}
