import Observations
import Quantities
import RuleLanguage
import TextModel

// Numbers in words.
extension QuantityReader {
  func words(at i: Int, end: Int) -> Quantity? {
    guard case .numeral(let first)? = numeralMeaning(at: i, end: end)?.meaning else { return nil }
    switch first.kind {
    case .double:
      let value = first.value == 15 ? ExactDecimal(15, fractionDigits: 1) : ExactDecimal(2)
      let count = numeralMeaning(at: i, end: end)?.count ?? 1
      var quantity = Quantity(value: value, tokens: i..<i + count, numberTokens: i..<i + count)
      quantity.isMultiple = true
      return quantity
    case .oneHalf:
      let count = numeralMeaning(at: i, end: end)?.count ?? 1
      return Quantity(
        value: ExactDecimal(1), denominator: ExactDecimal(2), tokens: i..<i + count,
        numberTokens: i..<i + count, isWords: true)
    case .digit, .ten, .hundred, .dozen: break
    default: return nil
    }
    guard let spelled = spelled(at: i, end: end), spelled.value > 0 else { return nil }
    let next = spelled.end
    if let under = spelled.under {
      return Quantity(
        value: ExactDecimal(Int128(spelled.value)), denominator: ExactDecimal(Int128(under)),
        tokens: i..<next, numberTokens: i..<next, isWords: true)
    }
    let hasScale = scales(at: next, end: end).power > 0
    let counted = unit(at: next, end: end)?.unit
    let isCounted = counted.map { $0.kind == .count || $0.kind == .measure || $0.kind == .times }
    guard hasScale || isCounted == true else { return nil }
    // Một, năm and tư are other words more often than not.
    if next - i == 1, spelled.isWeak, !hasScale, !followsEvent(i), !countsFive(i, counted) {
      return nil
    }
    // hàng nghìn, mấy chục: no value.
    if i > 0, vocabulary.wordClass(tokens[i - 1].symbol).contains(.some) { return nil }
    return Quantity(
      value: ExactDecimal(Int128(spelled.value)), tokens: i..<next, numberTokens: i..<next,
      isWords: true)
  }

  /// A number below a thousand in words: hai mươi lăm, một trăm linh năm; một phần ba has an
  /// `under`.
  func spelled(at i: Int, end: Int) -> (value: Int, end: Int, isWeak: Bool, under: Int?)? {
    var value = 0
    var group = 0
    var isZero = false
    var next = i
    var isWeak = true
    scan: while let found = numeralMeaning(at: next, end: end),
      case .numeral(let numeral) = found.meaning
    {
      switch numeral.kind {
      case .digit:
        if group % 10 != 0 { break scan }
        group += numeral.value
        if !numeral.isWeak { isWeak = false }
      case .zero:
        if group != 0 || next + 1 >= end { break scan }
        isZero = true
      case .ten:
        guard group == 0 else { break scan }
        group = 10
        isWeak = false
      case .tens:
        guard group % 10 > 0 else { break scan }
        group = group % 10 * 10
        isWeak = false
      case .dozen:
        guard group < 10 else { break scan }
        group = max(group, 1) * 10
        isWeak = false
      case .hundred:
        guard value == 0, group < 10 else { break scan }
        value = isZero ? 0 : max(group, 1) * 100
        group = 0
        isWeak = false
      case .link: break
      case .parts:
        guard group > 0, let whole = numeralMeaning(at: next + 1, end: end),
          case .numeral(let under) = whole.meaning, under.value > 1
        else { break scan }
        return (value + group, next + 2, false, under.value)
      default: break scan
      }
      next += found.count
    }
    return next > i ? (value + group, next, isWeak, nil) : nil
  }

  /// năm is five before what is counted, where no word that goes with the year stands before it:
  /// bàn giao năm công trình, not kế hoạch năm.
  private func countsFive(_ i: Int, _ counted: Unit?) -> Bool {
    guard isWord(i, .year), counted?.kind == .count else { return false }
    return i == 0 || tokens[i - 1].kind == .word || tokens[i].flags.contains(.capitalized)
  }

  /// Whether a verb of happening stands before: xảy ra một vụ, có năm xã.
  private func followsEvent(_ i: Int) -> Bool {
    if i > 0, isWord(i - 1, .have) || isWord(i - 1, .added) { return true }
    for length in 1...2 where i >= length {
      if let match = vocabulary.lexicon.longestMatch(
        .phrase, tokens, at: i - length, end: i), match.count == length,
        case .cue(.event) = vocabulary.meanings[match.rule]
      {
        return true
      }
    }
    return false
  }
}
