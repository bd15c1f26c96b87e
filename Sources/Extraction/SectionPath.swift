import Observations
import Quantities
import TextModel
import VietnameseText

/// The headings above a line: the last of each level.
struct SectionPath {
  private struct Title {
    var level: Int
    var text: String
    var period: PeriodExpression?
    var isPlan: Bool
  }

  private var titles: [Title] = []

  private(set) var text = ""

  /// The time that the innermost heading with one names.
  var period: PeriodExpression? { titles.last { $0.period != nil }?.period }

  /// Whether what follows is still to come: under "Nhiệm vụ tháng 11".
  var isPlan: Bool { titles.contains(where: \.isPlan) }

  mutating func open(_ level: Int, _ title: String, period: PeriodExpression?, isPlan: Bool) {
    titles.removeAll { $0.level >= level }
    titles.append(Title(level: level, text: title, period: period, isPlan: isPlan))
    text = titles.map(\.text).joined(separator: " / ")
  }

  /// 0 for A. and a title in capitals, 1 for I., 2 for 1., 3 for 1.1., 4 for a); `nil` where the
  /// line does not begin as a heading.
  func level(of tokens: Range<Int>, _ document: TokenizedDocument) -> Int? {
    guard let first = tokens.first, tokens.count > 1 else { return nil }
    let token = document.tokens[first]
    let bytes = document.bytes[token.span.range]
    let next = document.bytes[Int(document.tokens[first + 1].span.start)]
    let isMarked =
      (next == UInt8(ascii: ".") || next == UInt8(ascii: ")") || next == UInt8(ascii: "/"))
      && document.tokens[first + 1].isGlued
    if token.kind == .number {
      let points = bytes.count { $0 == UInt8(ascii: ".") }
      return isMarked || points > 0 && bytes.count <= 5 ? 2 + points : nil
    }
    if token.kind == .word {
      if isMarked, romanValue(bytes) != nil, token.flags.contains(.allCapitals) { return 1 }
      if isMarked, bytes.count == 1 { return token.flags.contains(.capitalized) ? 0 : 4 }
      let isTitle = tokens.allSatisfy {
        let token = document.tokens[$0]
        return token.kind != .word || token.flags.contains(.allCapitals)
      }
      if isTitle { return 0 }
    }
    return nil
  }

  /// Whether a heading of `items` announces what is to come: Phương hướng, nhiệm vụ năm 2011; Chỉ tiêu
  /// năm 2020. Kết quả thực hiện nhiệm vụ, Các chỉ tiêu được giao: what has come of it.
  static func namesPlan(_ items: [Item]) -> Bool {
    for (k, item) in items.enumerated() {
      switch item.cue {
      case .verb?: return false
      // Diện tích gieo trồng so với kế hoạch
      case .bare?, .head?, .rate?, .growth?: return false
      case .outlook?: return k == 0 || items[k - 1].cue != .title
      case .base(.plan?)? where k < 4, .status(.plan)? where k < 4:
        return (k == 0 || items[k - 1].cue != .title)
          && !items[k...].contains { if case .verb? = $0.cue { true } else { false } }
      default: continue
      }
    }
    return false
  }
}
