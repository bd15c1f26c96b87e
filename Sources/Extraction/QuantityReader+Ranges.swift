import Observations
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

// Ranks, fractions and ranges.
extension QuantityReader {
  /// The rank at `i`, behind xếp thứ: 22/63, 3, nhất; its tokens begin at `start`.
  func rank(at i: Int, from start: Int, end: Int) -> Quantity? {
    guard i < end else { return nil }
    var quantity: Quantity
    if let value = wholeNumber(tokens[i], bytes, digits: 4) {
      quantity = Quantity(
        value: ExactDecimal(Int128(value)), tokens: i..<i + 1, numberTokens: i..<i + 1)
      if isSign(i + 1, end, "/"), i + 2 < end,
        let whole = wholeNumber(tokens[i + 2], bytes, digits: 4)
      {
        quantity.denominator = ExactDecimal(Int128(whole))
        quantity.tokens = i..<i + 3
      }
    } else if let found = numeralMeaning(at: i, end: end),
      case .numeral(let numeral) = found.meaning,
      numeral.kind == .digit || numeral.kind == .ordinal || numeral.kind == .ten
    {
      quantity = Quantity(
        value: ExactDecimal(Int128(numeral.value)), tokens: i..<i + found.count,
        numberTokens: i..<i + found.count, isWords: true)
    } else {
      return nil
    }
    quantity.unit = Unit(name: "hạng", kind: .rank)
    quantity.unitName = "hạng"
    quantity.tokens = max(start, i - 1)..<quantity.tokens.upperBound
    return quantity
  }

  /// 120/121 công trình; 6.100 ha/6.200 ha; 48 trên tổng số 63 tỉnh.
  func fraction(_ quantity: inout Quantity, end: Int) {
    let slash = quantity.tokens.upperBound
    if isSign(slash, end, "/"), slash + 1 < end, tokens[slash + 1].kind == .number,
      let below = number(at: slash + 1, end: end)
    {
      let whole = withUnit(below, end: end)
      let isSame = quantity.unit == nil || whole.unitName == quantity.unitName
      guard isSame, below.value.isNegative == false else { return }
      if quantity.unit == nil {
        quantity.unit = whole.unit
        quantity.unitName = whole.unitName
        quantity.power = whole.power
      }
      quantity.denominator = whole.value
      quantity.tokens = quantity.tokens.lowerBound..<whole.tokens.upperBound
      return
    }
    guard slash < end,
      let match = vocabulary.lexicon.longestMatch(.phrase, tokens, at: slash, end: end),
      case .cue(.verb(.fractionOf, _)) = vocabulary.meanings[match.rule],
      slash + match.count < end, let below = number(at: slash + match.count, end: end)
    else { return }
    let whole = withUnit(below, end: end)
    guard quantity.unit == nil || quantity.unit?.kind == .count, whole.unit?.kind == .count else {
      return
    }
    if quantity.unit == nil {
      quantity.unit = whole.unit
      quantity.unitName = whole.unitName
    }
    quantity.denominator = whole.value
    quantity.tokens = quantity.tokens.lowerBound..<whole.tokens.upperBound
  }

  /// 20 - 25%; từ 22 đến 23 triệu lượt: the first takes scale and unit of the second.
  func range(_ first: Quantity, end: Int) -> [Quantity]? {
    var next = first.tokens.upperBound
    guard (next..<min(next + 6, end)).contains(where: { isDash($0, end) || isTo($0, end) }) else {
      return nil
    }
    var lower = first
    // 5% - 7%
    if let unit = unit(at: next, end: end), isDash(unit.end, end) || isTo(unit.end, end) {
      lower = withUnit(first, end: end)
      next = unit.end
    }
    let i = first.tokens.lowerBound
    let isDashed = isDash(next, end) && next + 1 < end && tokens[next + 1].kind == .number
    let isSpelled = isTo(next, end) && i > 0 && isWord(i - 1, .from)
    guard isDashed || isSpelled, next + 1 < end, let second = number(at: next + 1, end: end) else {
      return nil
    }
    var upper = withUnit(second, end: end)
    guard upper.unit != nil || upper.power > 0, lower.denominator == nil else { return nil }
    if lower.unit == nil {
      lower.unit = upper.unit
      lower.unitName = upper.unitName
      if lower.power == 0 { lower.power = upper.power }
    }
    // từ 25 - 20%: a range with its ends the wrong way round; từ 25% đến 20% may be a fall.
    let isMeant = isDashed && i > 0 && isWord(i - 1, .from)
    guard lower.unitName == upper.unitName,
      isMeant || lower.value.approximation <= upper.value.approximation
        || lower.power < upper.power
    else { return nil }
    lower.bound = .from
    upper.bound = .to
    return [lower, upper]
  }

  private func isTo(_ i: Int, _ end: Int) -> Bool {
    i < end && isWord(i, .until)
  }
}
