import Observations
import Quantities
import TextModel
import VietnameseText

extension PeriodExpression {
  /// Whether it is said of what was added up since the year began: lũy kế, 9 tháng.
  var isCumulative: Bool {
    switch self {
    case .cumulative, .sinceYearStart, .firstMonths: true
    default: false
    }
  }
}

/// Times that take their meaning from what stands beside them.
extension ItemReader {
  /// so tháng Tư, so với kỳ 2 tháng 6: a time that something is compared with is a base.
  func compareTimes(_ items: inout [Item]) {
    var i = 0
    while i < items.count {
      defer { i += 1 }
      guard case .time(let time) = items[i].kind, i > 0 else { continue }
      var first = i - 1
      if first > 0, isWord(items[first], .with) { first -= 1 }
      guard isWord(items[first], .against) else { continue }
      var base = Item(
        kind: .cue(.base(.previousPeriod)),
        tokens: items[first].tokens.lowerBound..<items[i].tokens.upperBound)
      var isQuarter = false
      if case .quarter = time { isQuarter = true }
      if let (month, year) = time.lastMonth {
        base.named = NamedMonth(
          year: Int16(clamping: year ?? 0), month: Int8(clamping: month), isQuarter: isQuarter)
      } else if case .asOf(let date) = time, date.month == nil || date.month == 12 {
        base.kind = .cue(.base(.yearEnd))
      } else if case .yearEnd = time {
        base.kind = .cue(.base(.yearEnd))
      }
      items.replaceSubrange(first...i, with: [base])
      i = first
    }
  }

  /// năm 2019 và 2020: the year at `i`, where a time with a year stands before it in a list.
  func year(at i: Int, end: Int, after items: [Item]) -> Int? {
    guard tokens[i].shape.contains(.year), items.count > 1,
      case .time(.year) = items[items.count - 2].kind,
      items[items.count - 1].isComma || vocabulary.isWord(tokens[i - 1], .and),
      i + 1 == end || !isSign(i + 1, "/") && unit(at: i + 1, end: end) == nil
    else { return nil }
    return wholeNumber(tokens[i], bytes, digits: 4)
  }

  /// tháng 9, quý III và 9 tháng năm 2023: the year at the end of a list of times is that of all.
  func shareYears(_ items: inout [Item]) {
    var year: Int?
    for i in items.indices.reversed() {
      switch items[i].kind {
      case .time(let time):
        if let stated = time.year {
          year = stated
        } else if let year, let shared = time.of(year) {
          items[i].kind = .time(shared)
        } else {
          year = nil
        }
      case .comma: break
      case .word where vocabulary.isWord(tokens[items[i].tokens.lowerBound], .and): break
      default: year = nil
      }
    }
  }
}
