import Observations
import Quantities
import RuleLanguage
import TextModel

/// Reads quantities at a token: digits or number words, scales, unit, denominator.
struct QuantityReader {
  let vocabulary: Vocabulary
  let bytes: [UInt8]
  let tokens: [Token]
  let style: NumberStyle

  enum Reading {
    /// One quantity, or the two ends of a range.
    case quantities([Quantity])
    case damaged(Range<Int>)
  }

  func read(at i: Int, end: Int) -> Reading? {
    guard let first = number(at: i, end: end) else {
      return tokens[i].kind == .number ? .damaged(i..<damagedEnd(i, end)) : nil
    }
    if let range = range(first, end: end) { return .quantities(range) }
    var quantity = withUnit(first, end: end)
    fraction(&quantity, end: end)
    return .quantities([quantity])
  }

  // MARK: Numbers

  private func isSign(_ i: Int, _ end: Int, _ characters: String) -> Bool {
    guard i < end, tokens[i].kind == .sign, tokens[i].span.count == 1 else { return false }
    return characters.utf8.contains(bytes[Int(tokens[i].span.start)])
  }

  private func isDash(_ i: Int, _ end: Int) -> Bool {
    guard i < end, tokens[i].kind == .sign else { return false }
    if tokens[i].span.count == 1 { return bytes[Int(tokens[i].span.start)] == UInt8(ascii: "-") }
    return ["–", "—", "−", "‑", "÷"].contains(text(i))
  }

  private func text(_ i: Int) -> String {
    String(decoding: bytes[tokens[i].span.range], as: UTF8.self)
  }

  /// A damaged number takes its percent sign along.
  private func damagedEnd(_ i: Int, _ end: Int) -> Int { isSign(i + 1, end, "%") ? i + 2 : i + 1 }

  /// The number at `i` with its scale words: 4 tỷ 650 triệu, hai mươi lăm.
  func number(at i: Int, end: Int) -> Quantity? {
    guard var total = simple(at: i, end: end) else { return nil }
    var next = total.tokens.upperBound
    let first = scales(at: next, end: end)
    total.power = first.power
    next = first.end
    // Another number below the scale joins: 4 tỷ 650 triệu, 1 nghìn 200 tỷ.
    while total.power > 0, next < end, total.value.fractionDigits == 0,
      tokens[next].kind == .number || isHalf(next, end), tokens[next].flags.contains(.spaced)
    {
      if isHalf(next, end), let value = ExactDecimal("\(total.value).5") {
        total.value = value
        next += 1
        break
      }
      guard let more = wholeNumber(tokens[next], bytes, digits: 3) else { break }
      let after = scales(at: next + 1, end: end)
      let power: Int
      let upper: Int
      if after.power > 0, after.power < total.power {
        (power, upper) = (after.power, 0)
      } else if after.power > total.power || (after.power == 0 && total.power == 3) {
        // 1 nghìn 200 tỷ; 1 nghìn 200, where what follows is the unit of both.
        if after.power == 0, unit(at: next + 1, end: end) == nil, next + 1 < end { break }
        (power, upper) = (0, after.power)
      } else {
        break
      }
      guard let scaled = total.value.scaled(by: total.power - power),
        let sum = scaled + ExactDecimal(Int128(more))
      else { break }
      total.value = sum
      total.power = power + upper
      next = after.end
      if upper > 0 { break }
    }
    total.alternative = total.alternative?.isSameNumber(as: total.value) == true ? nil : total.alternative
    total.tokens = i..<next
    total.numberTokens = total.tokens
    return total
  }

  private func isHalf(_ i: Int, _ end: Int) -> Bool {
    guard case .numeral(let numeral)? = numeralMeaning(at: i, end: end)?.meaning else { return false }
    return numeral.kind == .half
  }

  /// Stacked scale words: nghìn tỷ is 12.
  private func scales(at i: Int, end: Int) -> (power: Int, end: Int) {
    var power = 0
    var next = i
    while let found = numeralMeaning(at: next, end: end), case .scale(let more) = found.meaning,
      unit(at: next, end: end) == nil
    {
      power += more
      next += found.count
    }
    // nghìn lượt is a scale, nghìn năm văn hiến too; tr alone is triệu only before a unit.
    return (power, next)
  }

  private func numeralMeaning(at i: Int, end: Int) -> (meaning: Vocabulary.Meaning, count: Int)? {
    guard i < end,
      let match = vocabulary.lexicon.longestMatch(.numeral, tokens, at: i, end: end, bytes)
    else { return nil }
    return (vocabulary.meanings[match.rule], match.count)
  }

  private func simple(at i: Int, end: Int) -> Quantity? {
    tokens[i].kind == .number ? digits(at: i, end: end) : words(at: i, end: end)
  }

  private func digits(at i: Int, end: Int) -> Quantity? {
    var last = i
    var ascii = Array(bytes[tokens[i].span.range])
    // 98, 6%: a space inside the number.
    if isSign(i + 1, end, ","), tokens[i + 1].isGlued, i + 2 < end, !ascii.contains(0x2C),
      tokens[i + 2].kind == .number, tokens[i + 2].span.count <= 2, isSign(i + 3, end, "%"),
      tokens[i + 3].isGlued, isGoverned(i)
    {
      ascii += [0x2C] + bytes[tokens[i + 2].span.range]
      last = i + 2
    }
    // 1 234 567: spaces that group.
    if ascii.count <= 3, !ascii.contains(where: { $0 &- 0x30 > 9 }) {
      var joined = ascii
      var k = i + 1
      while k < end, tokens[k].kind == .number, isNarrowSpace(before: k) {
        let group = bytes[tokens[k].span.range]
        let whole = group.prefix(3)
        guard whole.count == 3, whole.allSatisfy({ $0 &- 0x30 < 10 }),
          group.count == 3 || group[group.startIndex + 3] == 0x2C
        else { break }
        joined += group
        k += 1
        if group.count > 3 { break }
      }
      if k > i + 1 {
        ascii = joined
        last = k - 1
      }
    }
    let isScaled = scales(at: last + 1, end: end).power > 0
    let kind = unit(at: last + 1, end: end)?.unit.kind
    guard
      let reading = NumeralReader.read(
        ascii[...], style: style, isCount: kind == .count || kind == .money, isScaled: isScaled)
    else { return nil }
    return Quantity(
      value: reading.value, alternative: reading.alternative, tokens: i..<last + 1,
      numberTokens: i..<last + 1, isSlip: reading.isSlip)
  }

  private func isGoverned(_ i: Int) -> Bool {
    i > 0 && tokens[i - 1].kind == .word
  }

  /// A no-break or thin space stands before token `k`.
  private func isNarrowSpace(before k: Int) -> Bool {
    let gap = bytes[Int(tokens[k - 1].span.end)..<Int(tokens[k].span.start)]
    return gap.elementsEqual([0xC2, 0xA0]) || gap.elementsEqual([0xE2, 0x80, 0xAF])
      || gap.elementsEqual([0xE2, 0x80, 0x89])
      || gap.elementsEqual([0x20])
  }

  // MARK: Number words

  private func words(at i: Int, end: Int) -> Quantity? {
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
    var value = 0
    var group = 0
    var next = i
    var isWeak = true
    var half = false
    scan: while let found = numeralMeaning(at: next, end: end), case .numeral(let numeral) = found.meaning
    {
      switch numeral.kind {
      case .digit:
        if group % 10 != 0 || (next > i && numeral.isWeak && value + group == 0) { break scan }
        group += numeral.value
        if !numeral.isWeak { isWeak = false }
      case .ten:
        guard group % 100 == 0 else { break scan }
        group += 10
        isWeak = false
      case .tens:
        guard group % 10 > 0 else { break scan }
        group = group - group % 10 + group % 10 * 10
        isWeak = false
      case .dozen:
        guard group < 10 else { break scan }
        group = max(group, 1) * 10
        isWeak = false
      case .hundred:
        guard group < 10 else { break scan }
        value += max(group, 1) * 100
        group = 0
        isWeak = false
      case .link: break
      case .half:
        half = true
        next += found.count
        break scan
      case .parts:
        // một phần ba
        guard group > 0, let whole = numeralMeaning(at: next + 1, end: end),
          case .numeral(let under) = whole.meaning, under.value > 1
        else { break scan }
        return Quantity(
          value: ExactDecimal(Int128(value + group)),
          denominator: ExactDecimal(Int128(under.value)), tokens: i..<next + 2,
          numberTokens: i..<next + 2, isWords: true)
      default: break scan
      }
      next += found.count
    }
    guard next > i, value + group > 0 else { return nil }
    if half { return nil }
    let hasScale = scales(at: next, end: end).power > 0
    let counted = unit(at: next, end: end)?.unit
    let isCounted = counted.map { $0.kind == .count || $0.kind == .measure || $0.kind == .times }
    guard hasScale || isCounted == true else { return nil }
    // hàng nghìn, một số, mấy chục: no value.
    if next - i == 1, isWeak, !hasScale, !followsEvent(i) { return nil }
    if i > 0, vocabulary.wordClass(tokens[i - 1].symbol).contains(.some) {
      return nil
    }
    return Quantity(
      value: ExactDecimal(Int128(value + group)), tokens: i..<next, numberTokens: i..<next,
      isWords: true)
  }

  /// Whether a verb of happening stands before: xảy ra một vụ.
  private func followsEvent(_ i: Int) -> Bool {
    for length in 1...2 where i >= length {
      if let match = vocabulary.lexicon.longestMatch(
        .phrase, tokens, at: i - length, end: i, bytes), match.count == length,
        case .cue(.event) = vocabulary.meanings[match.rule]
      {
        return true
      }
    }
    return false
  }

  // MARK: Units

  /// The unit at `i`, with what it is per.
  func unit(at i: Int, end: Int) -> (unit: Unit, name: String, end: Int)? {
    guard i < end, let match = vocabulary.lexicon.longestMatch(.unit, tokens, at: i, end: end, bytes),
      case .unit(let unit) = vocabulary.meanings[match.rule]
    else { return nil }
    var name = unit.name
    var next = i + match.count
    // A rate: tạ/ha, triệu đồng/người/năm, giường/vạn dân; not 21 vụ/58,2 ha.
    while isSign(next, end, "/"), next + 1 < end {
      if tokens[next + 1].kind == .word {
        if let per = vocabulary.lexicon.longestMatch(.unit, tokens, at: next + 1, end: end, bytes),
          case .unit(let perUnit) = vocabulary.meanings[per.rule]
        {
          name += "/" + perUnit.name
          next += 1 + per.count
        } else if tokens[next + 1].isGlued {
          let scale = scales(at: next + 1, end: end)
          name += "/" + String(decoding: bytes[tokens[next + 1].span.range], as: UTF8.self)
          next += 2
          if scale.power > 0, next < end, tokens[next].kind == .word {
            name += " " + text(next)
            next += 1
          }
        } else {
          break
        }
      } else if tokens[next + 1].kind == .number, next + 2 < end, tokens[next + 2].kind == .word,
        ["dân", "phụ", "nam", "nữ", "trẻ"].contains(text(next + 2))
      {
        name += "/" + text(next + 1) + " " + text(next + 2)
        next += 3
      } else {
        break
      }
    }
    return (unit, name, next)
  }

  /// `number` with the unit behind it.
  private func withUnit(_ number: Quantity, end: Int) -> Quantity {
    var quantity = number
    let next = number.tokens.upperBound
    if number.isMultiple {
      quantity.unit = Unit(name: "lần", kind: .times)
      quantity.unitName = "lần"
      return quantity
    }
    if let found = unit(at: next, end: end) {
      quantity.unit = found.unit
      quantity.unitName = found.name
      quantity.power += found.unit.power
      quantity.tokens = number.tokens.lowerBound..<found.end
    } else if quantity.power >= 6 || quantity.power == 3 && isSign(next, end, "/") {
      if quantity.power >= 9 || isSign(next, end, ",.;):") || next >= end {
        // Bare tỷ is money.
        if quantity.power >= 9 {
          quantity.unit = Unit(name: "VND", kind: .money)
          quantity.unitName = "VND"
        }
      }
    }
    return quantity
  }

  // MARK: Fractions and ranges

  /// 120/121 công trình; 6.100 ha/6.200 ha; 48 trên tổng số 63 tỉnh.
  private func fraction(_ quantity: inout Quantity, end: Int) {
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
      let match = vocabulary.lexicon.longestMatch(.phrase, tokens, at: slash, end: end, bytes),
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
  private func range(_ first: Quantity, end: Int) -> [Quantity]? {
    var next = first.tokens.upperBound
    var lower = first
    // 5% - 7%
    if let unit = unit(at: next, end: end), isDash(unit.end, end) || isTo(unit.end, end) {
      lower = withUnit(first, end: end)
      next = unit.end
    }
    let i = first.tokens.lowerBound
    let isDashed = isDash(next, end) && next + 1 < end && tokens[next + 1].kind == .number
    let isSpelled = isTo(next, end) && i > 0 && text(i - 1).lowercased() == "từ"
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
    guard lower.unitName == upper.unitName,
      lower.value.approximation <= upper.value.approximation || lower.power < upper.power
    else { return nil }
    lower.bound = .from
    upper.bound = .to
    return [lower, upper]
  }

  private func isTo(_ i: Int, _ end: Int) -> Bool {
    guard i < end, tokens[i].kind == .word, tokens[i].span.count >= 5, tokens[i].span.count <= 6
    else { return false }
    return ["đến", "tới"].contains(text(i))
  }
}
