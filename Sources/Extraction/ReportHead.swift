import Observations
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// What a report says of itself in its first lines: the period of its title, its area.
struct ReportHead {
  var period: ReportPeriod?
  var area = ""

  /// How many lines may belong to the head.
  private static let lines = 14

  init(_ document: TokenizedDocument, vocabulary: Vocabulary) {
    var candidates: [(score: Int, period: TimePeriod)] = []
    for paragraph in document.segments.paragraphs.prefix(Self.lines) {
      for s in paragraph.sentences {
        let sentence = document.segments.sentences[s]
        let items = ItemReader(
          vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens,
          style: NumberStyle()
        ).items(of: sentence.tokens)
        let isTitle = items.contains { $0.cue == .title }
        if let period = Self.period(items) {
          let hasFigures = items.contains(where: \.isMeasured)
          candidates.append(((isTitle ? 4 : 0) + (hasFigures ? 0 : 2), period))
        }
        if area.isEmpty { area = Self.area(document, sentence) }
      }
    }
    if let best = candidates.max(by: { $0.score < $1.score }), best.score > 0 {
      let top = candidates.first { $0.score == best.score }?.period ?? best.period
      period = ReportPeriod(top)
    } else if let first = candidates.first {
      period = ReportPeriod(first.period)
    }
  }

  /// The period that a title names: its first, with the year that any of its times states.
  private static func period(_ items: [Item]) -> TimePeriod? {
    var year: Int?
    var expressions: [PeriodExpression] = []
    for item in items {
      guard case .time(let expression) = item.kind else { continue }
      switch expression {
      case .month(_, let y), .quarter(_, let y), .firstMonths(_, let y), .lastMonths(_, let y):
        year = y ?? year
        expressions.append(expression)
      case .year(let y):
        year = y
        expressions.append(expression)
      case .day(let date) where date.day != nil: continue
      default: continue
      }
    }
    guard let year else { return nil }
    // "quý III và 9 tháng": the longer span is the report's; "tháng 9 và 9 tháng": the month.
    var best: TimePeriod?
    for expression in expressions {
      switch expression {
      case .month(let m, let y): return .month(year: y ?? year, m)
      case .quarter(let q, let y): best = best ?? .quarter(year: y ?? year, q)
      case .firstMonths(let n, let y):
        best = n == 12 ? .year(y ?? year) : .months(year: y ?? year, 1, toYear: y ?? year, n)
      case .year(let y): best = best ?? .year(y)
      default: break
      }
    }
    return best
  }

  /// The place that a letterhead names: UBND TỈNH TÂY NINH, CỤC THỐNG KÊ TỈNH BẠC LIÊU.
  private static func area(_ document: TokenizedDocument, _ sentence: Sentence) -> String {
    let words = sentence.tokens.map { document.string($0..<$0 + 1) }
    for (k, word) in words.enumerated() {
      let key = word.lowercased()
      let isPair = key == "phố" && k > 0 && words[k - 1].lowercased() == "thành"
      guard ["tỉnh", "huyện", "quận", "xã", "phường"].contains(key) || isPair || key == "tp" else {
        continue
      }
      if key == "xã", k + 1 < words.count, words[k + 1].lowercased() == "hội" { continue }
      var name: [String] = []
      for t in (k + 1)..<max(words.count, k + 1) {
        let token = document.tokens[sentence.tokens.lowerBound + t]
        if words[t] == ".", name.isEmpty { continue }
        guard token.kind == .word, token.flags.contains(.capitalized), name.count < 4 else { break }
        if ["CỤC", "PHÒNG", "SỞ", "BAN", "VĂN"].contains(words[t]) { break }
        name.append(titled(words[t]))
      }
      if (2...4).contains(name.count) { return name.joined(separator: " ") }
    }
    return ""
  }

  private static func titled(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
