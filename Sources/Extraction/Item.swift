import Observations
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// What a stretch of tokens is, on the level at which clauses are read.
struct Item: Sendable {
  enum Kind: Sendable {
    case word
    case cue(Cue)
    // Boxed: most items are words, and an item should be small.
    indirect case time(PeriodExpression)
    indirect case quantity(Quantity)
    case damaged
    case comma, semicolon, colon, stop, dash
    case openBracket, closeBracket
    case sign
  }

  var kind: Kind
  var tokens: Range<Int>
  /// The rule of the lexicon that found it, or -1.
  var rule = -1
  /// The month that a base names, or the last of the quarter that it names.
  var named: NamedMonth?

  var quantity: Quantity? {
    if case .quantity(let quantity) = kind { return quantity }
    return nil
  }

  /// A word, or the name of a quantity.
  var isPlainWord: Bool {
    switch kind {
    case .word, .cue(.head), .cue(.bare), .cue(.average), .cue(.name): return true
    default: return false
    }
  }

  // A quantity is large: who only asks for one should not copy it.
  var isQuantity: Bool {
    if case .quantity = kind { return true }
    return false
  }

  /// Whether it is a quantity with a unit.
  var isMeasured: Bool {
    if case .quantity(let quantity) = kind { return quantity.unit != nil }
    return false
  }

  /// Whether it is a verb of rising or falling.
  var isMovementVerb: Bool {
    switch cue {
    case .verb(.up, _)?, .verb(.down, _)?: true
    default: false
    }
  }

  var isTime: Bool {
    if case .time = kind { return true }
    return false
  }

  var isVerb: Bool {
    if case .cue(.verb) = kind { return true }
    return false
  }

  var isColon: Bool {
    if case .colon = kind { return true }
    return false
  }

  var isDamaged: Bool {
    if case .damaged = kind { return true }
    return false
  }

  var cue: Cue? {
    if case .cue(let cue) = kind { return cue }
    return nil
  }

  var isComma: Bool {
    if case .comma = kind { return true }
    return false
  }
}

/// The month that a base names; year 0 where it names none.
struct NamedMonth: Sendable {
  var year: Int16
  var month: Int8
  var isQuarter = false
}

/// Cuts a sentence into items: the longest of what the lexicon and the quantity reader find.
struct ItemReader {
  let vocabulary: Vocabulary
  let bytes: [UInt8]
  let tokens: [Token]
  let style: NumberStyle

  /// The items of `sentence`. In prose a time behind so với is a base; a table's head keeps both its
  /// times: 10 tháng 2023 so với 10 tháng 2022.
  func items(of sentence: Range<Int>, isHead: Bool = false) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(sentence.count)
    let quantities = QuantityReader(
      vocabulary: vocabulary, bytes: bytes, tokens: tokens, style: style)
    let end = sentence.upperBound
    var i = sentence.lowerBound
    while i < end {
      if let listed = listNumber(at: i, in: sentence) {
        items.append(Item(kind: .sign, tokens: listed))
        i = listed.upperBound
        continue
      }
      if let year = year(at: i, end: end, after: items) {
        items.append(Item(kind: .time(.year(year)), tokens: i..<i + 1))
        i += 1
        continue
      }
      var phrase = phrase(at: i, end: end)
      if let reference = phrase, tokens[i].kind == .word,
        countsOn(reference, at: i, end: end, quantities)
      {
        // (kế hoạch 210 ha): the base before the number by itself; not so kế hoạch 5 năm.
        let number = i + reference.count - 1
        let isTime = vocabulary.isWord(tokens[number + 1], .timeSpan)
        phrase = isTime ? nil : self.phrase(at: i, end: number).flatMap { isBase($0) ? $0 : nil }
      }
      if phrase == nil, let name = name(at: i, end: end) {
        items.append(Item(kind: .cue(.reference), tokens: name))
        i = name.upperBound
        continue
      }
      let phraseEnd = phrase.map { i + $0.count } ?? i
      if let reading = quantities.read(at: i, end: end) {
        switch reading {
        case .quantity(let found):
          if phrase == nil || found.tokens.upperBound > phraseEnd || isShare(found, after: items) {
            i = append(found, to: &items)
            continue
          }
        case .range(let ends):
          if let last = ends.last, last.tokens.upperBound > phraseEnd {
            for end in ends { i = append(end, to: &items) }
            continue
          }
        case .damaged(let range):
          if phrase == nil {
            items.append(Item(kind: .damaged, tokens: range))
            i = range.upperBound
            continue
          }
        }
      }
      if let phrase, tokens[i].kind == .word || !countsOn(phrase, at: i, end: end, quantities),
        let item = item(phrase, at: i, end: end)
      {
        if case .cue(.rank) = item.kind,
          let rank = quantities.rank(at: item.tokens.upperBound, from: i, end: end)
        {
          items.append(Item(kind: .quantity(rank), tokens: rank.tokens, rule: item.rule))
          i = rank.tokens.upperBound
          continue
        }
        items.append(item)
        i = item.tokens.upperBound
        continue
      }
      if tokens[i].kind == .number {
        items.append(Item(kind: .word, tokens: i..<i + 1))
      } else {
        items.append(Item(kind: plainKind(i), tokens: i..<i + 1))
      }
      i += 1
    }
    shareYears(&items)
    if !isHead { compareTimes(&items) }
    return items
  }

  /// The longest phrase at `i`. The năm at the end of "mục tiêu năm" is given up to a time that
  /// begins with it: Mục tiêu năm học 2022-2023.
  private func phrase(at i: Int, end: Int) -> Trie.Match? {
    guard var match = vocabulary.lexicon.longestMatch(.phrase, tokens, at: i, end: end) else {
      return nil
    }
    guard match.count > 1 else { return match }
    let last = i + match.count - 1
    if vocabulary.isWord(tokens[last], isBase(match) ? .timeSpan : .year),
      let time = vocabulary.lexicon.longestMatch(.phrase, tokens, at: last, end: end),
      time.count > 1, case .cue(.period) = vocabulary.meanings[time.rule]
    {
      match.count -= 1
    }
    return match
  }

  private func isBase(_ match: Trie.Match) -> Bool {
    if case .cue(.base) = vocabulary.meanings[match.rule] { true } else { false }
  }

  func isWord(_ item: Item, _ wordClass: WordClass) -> Bool {
    guard case .word = item.kind else { return false }
    return vocabulary.isWord(tokens[item.tokens.lowerBound], wordClass)
  }

  /// A number that is part of a name or of a unit: chè PH 8; the 240 of 1.650 ha/240; (1000 tỷ đồng):
  /// at a table's head.
  private func name(at i: Int, end: Int) -> Range<Int>? {
    guard tokens[i].kind == .number, i > 0 else { return nil }
    let before = tokens[i - 1]
    if before.kind == .word, before.symbol == .unknown, before.flags.contains(.allCapitals),
      (2...3) ~= before.span.count, tokens[i].span.count <= 2, unit(at: i + 1, end: end) == nil
    {
      return i..<i + 1
    }
    if before.kind == .word, before.flags.contains(.capitalized), tokens[i].shape.contains(.year),
      before.symbol == .unknown || i > 1 && tokens[i - 2].flags.contains(.capitalized)
    {
      // Festival Huế 2018
      return i..<i + 1
    }
    if isSign(i - 1, "/"), before.isGlued, tokens[i].isGlued, i > 1, tokens[i - 2].kind == .word,
      i + 1 == end || tokens[i + 1].kind == .sign
    {
      return i..<i + 1
    }
    if isSign(i - 1, "("), let unit = unit(at: i + 1, end: end), isSign(unit, ")"),
      unit + 1 < end, isSign(unit + 1, ":"), isPowerOfTen(i)
    {
      return i..<unit
    }
    return nil
  }

  /// The end of the unit at `i`, with the scale before it.
  func unit(at i: Int, end: Int) -> Int? {
    let quantities = QuantityReader(
      vocabulary: vocabulary, bytes: bytes, tokens: tokens, style: style)
    let next = quantities.scales(at: i, end: end).end
    let unit = quantities.unit(at: next, end: end)
    return unit.map { min($0.end, end - 1) } ?? (next > i ? min(next, end - 1) : nil)
  }

  private func isPowerOfTen(_ i: Int) -> Bool {
    let digits = bytes[tokens[i].span.range]
    return digits.count > 1 && digits.first == UInt8(ascii: "1")
      && digits.dropFirst().allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
  }

  /// Whether a reference ends with a number that counts what follows: cấp 37 dự án, kế hoạch 5 năm.
  private func countsOn(
    _ match: Trie.Match, at i: Int, end: Int, _ quantities: QuantityReader
  ) -> Bool {
    switch vocabulary.meanings[match.rule] {
    case .cue(.reference), .cue(.law): break
    default: return false
    }
    let last = i + match.count - 1
    guard last > i, tokens[last].kind == .number, last + 1 < end, !tokens[last].isGlued else {
      return false
    }
    if vocabulary.isWord(tokens[i], .article) { return false }
    if vocabulary.isWord(tokens[last + 1], .timeSpan) { return true }
    switch quantities.read(at: last, end: end) {
    case .quantity(let found)?: return found.unit != nil
    case .range?: return true
    default: return false
    }
  }

  /// The number of a list or a heading, or a footnote's mark: 1., 1.1., 3.2 Thương mại, (2), từ(1).
  private func listNumber(at i: Int, in sentence: Range<Int>) -> Range<Int>? {
    let end = sentence.upperBound
    let isFirst = i == sentence.lowerBound
    if isSign(i, "("), i + 2 < end, isSign(i + 2, ")"), isFirst || tokens[i].isGlued,
      wholeNumber(tokens[i + 1], bytes, digits: 2) != nil, i + 3 < end || !isFirst
    {
      return i..<i + 3
    }
    guard isFirst, tokens[i].kind == .number, i + 1 < end, tokens[i].span.count <= 5 else {
      return nil
    }
    let parts = dotted(tokens[i], bytes)
    guard !parts.isEmpty, parts.allSatisfy({ $0 < 100 }) else { return nil }
    if isSign(i + 1, ".") || isSign(i + 1, ")"), tokens[i + 1].isGlued {
      return i + 2 < end ? i..<i + 2 : nil
    }
    let next = tokens[i + 1]
    let isHeading =
      parts.count > 1 && next.kind == .word && next.flags.contains(.capitalized)
      && next.flags.contains(.spaced)
    return isHeading ? i..<i + 1 : nil
  }

  func isSign(_ i: Int, _ sign: Character) -> Bool {
    tokens[i].kind == .sign && tokens[i].span.count == 1
      && bytes[Int(tokens[i].span.start)] == sign.asciiValue
  }

  /// hơn 2/3, giảm 1/3, gần 1/4 cả nước: a share, no date.
  private func isShare(_ quantity: Quantity, after items: [Item]) -> Bool {
    guard let whole = quantity.denominator, let last = items.last else { return false }
    switch last.cue {
    case .bound?, .verb(.up, _)?, .verb(.down, _)?, .verb(.share, _)?, .verb(.ratio, _)?: break
    default: return false
    }
    return quantity.value.approximation < whole.approximation
  }

  /// Appends `found` with the sign before it, or what names a number taken as a name; returns the
  /// token to go on with.
  private func append(_ found: Quantity, to items: inout [Item]) -> Int {
    let first = found.tokens.lowerBound
    if let last = items.last, last.tokens.count == 1, last.tokens.upperBound == first,
      let sign = sign(last.tokens.lowerBound, before: first)
    {
      var signed = found
      signed.sign = sign
      signed.tokens = last.tokens.lowerBound..<found.tokens.upperBound
      items[items.count - 1] = Item(kind: .quantity(signed), tokens: signed.tokens)
      return signed.tokens.upperBound
    }
    // OM6979, C04: a number that touches a word which is no unit or verb is part of a name.
    if first > 0, tokens[first].isGlued, let last = items.last, case .word = last.kind,
      tokens[first - 1].kind == .word,
      tokens[first - 1].flags.contains(.capitalized) || tokens[first - 1].symbol == .unknown
    {
      items.append(Item(kind: .cue(.reference), tokens: found.numberTokens))
      return found.numberTokens.upperBound
    }
    items.append(Item(kind: .quantity(found), tokens: found.tokens))
    return found.tokens.upperBound
  }

  /// +1 or -1 where the sign at `i` belongs to the number at `next`: it touches the number and
  /// nothing before it.
  private func sign(_ i: Int, before next: Int) -> Int? {
    guard tokens[i].kind == .sign, tokens[next].isGlued else { return nil }
    if isSign(i, "+") { return 1 }
    guard vocabulary.isWord(tokens[i], .dash) else { return nil }
    if tokens[i].isGlued, i > 0 {
      // (-0,53%) after a bracket; 300 tấn-2% is a dash.
      let before = i - 1
      return isSign(before, "(") || isSign(before, ":") || isSign(before, ",")
        || isSign(before, ";") || isSign(before, "[") ? -1 : nil
    }
    return -1
  }

  private func item(_ match: Trie.Match, at i: Int, end: Int) -> Item? {
    guard case .cue(let cue) = vocabulary.meanings[match.rule] else { return nil }
    let range = i..<i + match.count
    if case .period(let template) = cue {
      var numbers: [String: Int] = [:]
      for capture in match.captures { take(capture, into: &numbers) }
      guard let expression = template.expression(numbers) else { return nil }
      return Item(kind: .time(expression), tokens: range, rule: match.rule)
    }
    var item = Item(kind: .cue(cue), tokens: range, rule: match.rule)
    if case .base = cue, !match.captures.isEmpty {
      var numbers: [String: Int] = [:]
      for capture in match.captures { take(capture, into: &numbers) }
      let month = numbers["month"] ?? numbers["previous-month"]
      let quarter = numbers["quarter"] ?? numbers["previous-quarter"]
      if let month = month ?? quarter.map({ 3 * $0 }) {
        let year = numbers["year"] ?? numbers["previous-year"] ?? 0
        item.named = NamedMonth(
          year: Int16(clamping: year), month: Int8(clamping: month), isQuarter: quarter != nil)
      }
      if case .base(.yearEnd?) = cue, let year = numbers["year"], item.named == nil {
        // đầu năm 2023 is the end of 2022.
        let isStart = range.contains { vocabulary.isWord(tokens[$0], .beginning) }
        item.named = NamedMonth(year: Int16(clamping: isStart ? year - 1 : year), month: 12)
      }
    }
    return item
  }

  private func take(_ capture: (name: Int, token: Int), into numbers: inout [String: Int]) {
    let name = vocabulary.lexicon.captureNames[capture.name]
    let token = tokens[capture.token]
    if let value = wholeNumber(token, bytes, digits: 9) {
      numbers[name] = value
    } else if let value = romanValue(bytes[token.span.range]) {
      numbers[name] = value
    } else {
      let parts = dotted(token, bytes)
      if name == "dot-month", parts.count == 2 {
        (numbers["month"], numbers["year"]) = (parts[0], parts[1])
      } else if parts.count >= 2 {
        let prefix = name == "from-dot" ? "from-" : ""
        (numbers[prefix + "day"], numbers[prefix + "month"]) = (parts[0], parts[1])
        if parts.count == 3 { numbers[prefix + "year"] = parts[2] }
      }
    }
  }

  private func plainKind(_ i: Int) -> Item.Kind {
    guard tokens[i].kind == .sign else { return .word }
    switch bytes[Int(tokens[i].span.start)] {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
    case UInt8(ascii: "("), UInt8(ascii: "["): return .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closeBracket
    case UInt8(ascii: "-"): return .dash
    default: return vocabulary.isWord(tokens[i], .dash) ? .dash : .sign
    }
  }
}
