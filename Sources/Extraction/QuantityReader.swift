import Observations
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// Reads quantities at a token: digits or number words, scales, unit, denominator.
struct QuantityReader {
  let vocabulary: Vocabulary
  let bytes: [UInt8]
  let tokens: [Token]
  let style: NumberStyle

  enum Reading {
    case quantity(Quantity)
    /// The two ends of a range.
    case range([Quantity])
    case damaged(Range<Int>)
  }

  func read(at i: Int, end: Int) -> Reading? {
    guard tokens[i].kind == .number || vocabulary.lexicon.begins(.numeral, tokens[i]) else {
      return nil
    }
    guard let first = number(at: i, end: end) else {
      return tokens[i].kind == .number ? .damaged(i..<damagedEnd(i, end)) : nil
    }
    if let broken = brokenEnd(first, end) { return .damaged(i..<broken) }
    if let range = range(first, end: end) { return .range(range) }
    var quantity = withUnit(first, end: end)
    fraction(&quantity, end: end)
    if quantity.unit == nil { lend(&quantity, end: end) }
    return .quantity(quantity)
  }

  /// từ 14 xuống 6 xã: the earlier level is counted in the unit of the present one.
  private func lend(_ quantity: inout Quantity, end: Int) {
    let i = quantity.tokens.lowerBound
    let next = quantity.tokens.upperBound
    guard i > 0, next + 1 < end, isWord(i - 1, .from),
      isWord(next, .course), let later = number(at: next + 1, end: end)
    else { return }
    let present = withUnit(later, end: end)
    quantity.unit = present.unit
    quantity.unitName = present.unitName
    if quantity.power == 0 { quantity.power = present.power }
  }

  // MARK: Numbers

  func isSign(_ i: Int, _ end: Int, _ characters: String) -> Bool {
    guard i < end, tokens[i].kind == .sign, tokens[i].span.count == 1 else { return false }
    return characters.utf8.contains(bytes[Int(tokens[i].span.start)])
  }

  func isDash(_ i: Int, _ end: Int) -> Bool {
    i < end && isWord(i, .dash)
  }

  func isWord(_ i: Int, _ wordClass: WordClass) -> Bool {
    vocabulary.isWord(tokens[i], wordClass)
  }

  func text(_ i: Int) -> String {
    String(decoding: bytes[tokens[i].span.range], as: UTF8.self)
  }

  /// A damaged number takes its unit along.
  private func damagedEnd(_ i: Int, _ end: Int) -> Int {
    unit(at: i + 1, end: end)?.end ?? i + 1
  }

  /// 142 15 vụ: two numbers with nothing between them are one that broke.
  private func brokenEnd(_ number: Quantity, _ end: Int) -> Int? {
    let next = number.tokens.upperBound
    guard number.power == 0, !number.isWords, next < end, tokens[next].kind == .number,
      tokens[next].span.count <= 3
    else { return nil }
    return unit(at: next + 1, end: end)?.end
  }

  /// The number at `i` with its scale words: 4 tỷ 650 triệu, hai mươi lăm.
  func number(at i: Int, end: Int) -> Quantity? {
    guard var total = simple(at: i, end: end) else { return nil }
    var next = total.tokens.upperBound
    let first = scales(at: next, end: end)
    total.power = first.power
    next = first.end
    // Another number below the scale joins: 4 tỷ 650 triệu, 1 nghìn 200 tỷ, hai nghìn năm trăm.
    while total.power > 0, next < end, total.value.fractionDigits == 0 {
      // Hai tỷ, bốn trăm triệu: a comma inside a number in words.
      if total.isWords, isSign(next, end, ","), let words = spelled(at: next + 1, end: end),
        case let after = scales(at: words.end, end: end), after.power > 0, after.power < total.power
      {
        next += 1
      }
      guard tokens[next].kind == .number || total.isWords || isHalf(next, end),
        tokens[next].flags.contains(.spaced)
      else { break }
      if isHalf(next, end), let value = ExactDecimal("\(total.value).5") {
        total.value = value
        next += 1
        break
      }
      guard let (more, moreEnd) = small(at: next, end: end, inWords: total.isWords) else { break }
      let after = scales(at: moreEnd, end: end)
      let power: Int
      let upper: Int
      if after.power > 0, after.power < total.power {
        (power, upper) = (after.power, 0)
      } else if after.power > total.power || (after.power == 0 && total.power == 3) {
        // 1 nghìn 200 tỷ; 1 nghìn 200, where what follows is the unit of both.
        if after.power == 0, unit(at: moreEnd, end: end) == nil, moreEnd < end { break }
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
    total.alternative =
      total.alternative?.isSameNumber(as: total.value) == true ? nil : total.alternative
    total.tokens = i..<next
    total.numberTokens = total.tokens
    return total
  }

  /// A number below a thousand, in digits or, within a number in words, in words.
  private func small(at i: Int, end: Int, inWords: Bool) -> (value: Int, end: Int)? {
    if let digits = wholeNumber(tokens[i], bytes, digits: 3) { return (digits, i + 1) }
    guard inWords, let words = spelled(at: i, end: end), words.under == nil else { return nil }
    return (words.value, words.end)
  }

  func isHalf(_ i: Int, _ end: Int) -> Bool {
    guard case .numeral(let numeral)? = numeralMeaning(at: i, end: end)?.meaning else {
      return false
    }
    return numeral.kind == .half
  }

  /// Stacked scale words: nghìn tỷ is 12.
  func scales(at i: Int, end: Int) -> (power: Int, end: Int) {
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

  func numeralMeaning(at i: Int, end: Int) -> (meaning: Vocabulary.Meaning, count: Int)? {
    guard i < end,
      let match = vocabulary.lexicon.longestMatch(.numeral, tokens, at: i, end: end)
    else { return nil }
    return (vocabulary.meanings[match.rule], match.count)
  }

  func simple(at i: Int, end: Int) -> Quantity? {
    tokens[i].kind == .number ? digits(at: i, end: end) : words(at: i, end: end)
  }

  private func digits(at i: Int, end: Int) -> Quantity? {
    var last = i
    var ascii = bytes[tokens[i].span.range]
    // 98, 6%: a space inside the number.
    if isSign(i + 1, end, ","), tokens[i + 1].isGlued, i + 2 < end, !ascii.contains(0x2C),
      tokens[i + 2].kind == .number, tokens[i + 2].span.count <= 2, isSign(i + 3, end, "%"),
      isGoverned(i)
    {
      ascii += [0x2C]
      ascii += bytes[tokens[i + 2].span.range]
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
    // Only a number with one separator can be read two ways, by what it counts.
    let isOpen = ascii.count { $0 == 0x2C || $0 == 0x2E } == 1
    let isScaled = isOpen && scales(at: last + 1, end: end).power > 0
    let found = isOpen ? unit(at: last + 1, end: end) : nil
    let isRate = found.map { $0.name != $0.unit.name } ?? false
    let kind = isRate ? .measure : found?.unit.kind
    guard
      let reading = NumeralReader.read(
        ascii, style: style, isCount: kind == .count || kind == .money, isScaled: isScaled)
    else { return nil }
    // 21.32 con: nothing counted has a fraction.
    if kind == .count, !isScaled, reading.value.fractionDigits > 0, ascii.contains(0x2E),
      !ascii.contains(0x2C)
    {
      return nil
    }
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

  // MARK: Units

  /// Whether the word is a span of time: %/năm, but not %/tổng.
  private func isSpan(_ i: Int) -> Bool { isWord(i, .timeSpan) }

  /// The unit at `i`, with what it is per.
  func unit(at i: Int, end: Int) -> (unit: Unit, name: String, end: Int)? {
    guard i < end,
      let match = vocabulary.lexicon.longestMatch(.unit, tokens, at: i, end: end),
      case .unit(let unit) = vocabulary.meanings[match.rule]
    else { return nil }
    var name = unit.name
    var next = i + match.count
    // A rate: tạ/ha, triệu đồng/người/năm, giường/vạn dân; not 21 vụ/58,2 ha.
    while isSign(next, end, "/"), next + 1 < end {
      if tokens[next + 1].kind == .word {
        if let per = vocabulary.lexicon.longestMatch(.unit, tokens, at: next + 1, end: end),
          case .unit(let perUnit) = vocabulary.meanings[per.rule]
        {
          name += "/" + perUnit.name
          next += 1 + per.count
        } else if tokens[next + 1].isGlued, unit.kind != .percent || isSpan(next + 1) {
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
        isWord(next + 2, .population)
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
  func withUnit(_ number: Quantity, end: Int) -> Quantity {
    var quantity = number
    if number.denominator != nil { return quantity }
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
    } else if number.power == 0, number.value.fractionDigits > 0, next < end, isSpan(next) {
      // điều trị bình quân 6,1 ngày: no date has a fraction.
      quantity.unitName = text(next)
      quantity.unit = Unit(name: quantity.unitName, kind: .measure)
      quantity.tokens = number.tokens.lowerBound..<next + 1
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
}
