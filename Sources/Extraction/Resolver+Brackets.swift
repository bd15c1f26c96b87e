import Observations
import Quantities
import RuleLanguage
import TextModel

// What stands in brackets.
extension Resolver {
  /// A bracket without numbers is a note to the words before it; one with numbers has clauses of
  /// its own about what stands before it.
  mutating func bracket(_ i: Int, _ end: Int) -> Int {
    guard bracketDepth < Self.deepestBracket else { return i + 1 }
    var close = i + 1
    var depth = 1
    while close < end {
      if case .openBracket = items[close].kind { depth += 1 }
      if case .closeBracket = items[close].kind {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    let inner = i + 1..<min(close, end)
    let next = min(close + 1, end)
    guard inner.contains(where: { items[$0].isQuantity }) else {
      let keeps = inner.contains { index in
        if case .priceBasis? = items[index].cue { return true }
        // Tổng sản phẩm trên địa bàn tỉnh (GRDP)
        let token = document.tokens[items[index].tokens.lowerBound]
        return inner.count == 1 && token.flags.contains(.allCapitals)
          && items[index].tokens.count == 1
      }
      if keeps, !clause.words.isEmpty { clause.words += [i] + inner + (close < end ? [close] : []) }
      for index in inner {
        if case .time(let time) = items[index].kind, clause.words.isEmpty || isFirst,
          !isInReference(time, index)
        {
          if clause.time == nil {
            clause.time = time
            clause.timeIsAside = !clause.words.isEmpty
          }
        }
      }
      return next
    }
    if repeatsInWords(inner) { return next }
    let outer = context
    let named = namedByBracket(inner)
    let outerClause = clause
    context.compared = comparedBase(before: i, inner)
    // 02 nhóm giảm là bưu chính (0,07%): not the percentage of the fraction before.
    if clause.words.contains(where: { !items[$0].isComma }) { context.lastFraction = nil }
    clause = Clause()
    context.forwardBase = nil
    if let named {
      context.subject = named
      context.owner = named
      if context.openSign != nil { context.manner = nil }
    }
    if let whole = context.subject {
      context.frames.append(frame(of: whole, .bracket))
    }
    bracketDepth += 1
    let before = found.count
    var k = inner.lowerBound
    // (kế hoạch trên 9%): what is compared with is no name.
    if context.compared != nil, case .base? = items[k].cue {
      k += 1
      while k < inner.upperBound, case .issuer? = items[k].cue { k += 1 }
    }
    read(from: &k, to: inner.upperBound)
    bracketDepth -= 1
    var restored = outer
    if let base = found[before...].last(where: { $0.measure == .ratio && $0.unit == "%" })?.base {
      restored.bracketBase = base
    }
    restored.lastBase = context.lastBase
    restored.planIsNamed = context.planIsNamed
    restored.manner = outer.manner
    context = restored
    clause = outerClause
    if let named {
      context.subject = named
      context.owner = named
      if next >= end || endsMember(next) { clause.words = [] }
    }
    return next
  }

  /// 2.405.000.000đ (Hai tỷ, bốn trăm linh năm triệu đồng): the same amount, spelled out.
  private func repeatsInWords(_ inner: Range<Int>) -> Bool {
    let numbers = inner.filter { items[$0].isQuantity }
    guard numbers.count == 1, let spelled = items[numbers[0]].quantity, spelled.isWords,
      let last = observations.last, !isFirst, last.unit == spelled.unitName,
      let a = spelled.value.scaled(by: spelled.power),
      let b = last.value.scaled(by: last.unitMultiplier)
    else { return false }
    return a.isSameNumber(as: b)
  }

  /// nổi bật là sản xuất xe (31,6%) và in ấn (14%): the words before a bracket that begins with its
  /// number are what the number speaks of.
  private func namedByBracket(_ inner: Range<Int>) -> Subject? {
    guard bracketDepth == 0, clause.words.contains(where: { !items[$0].isComma }) else {
      return nil
    }
    for item in items[inner] {
      switch item.kind {
      case .quantity(let quantity):
        guard quantity.kind == .percent || quantity.sign != nil || clause.verb == nil else {
          return nil
        }
        var words = clause.words[...]
        if let link = words.lastIndex(where: { isLink($0) }) { words = words[(link + 1)...] }
        words = words.drop { items[$0].isComma || isSingle($0, .and) || isSingle($0, .several) }
        // Ở bậc THCS (8.043 học sinh), Về sản phẩm, hợp kim (58,9%): where and in what respect.
        if let first = words.first, isWord(first, .joint) {
          guard let comma = words.firstIndex(where: { items[$0].isComma }) else { return nil }
          words = words[(comma + 1)...]
        }
        let wording = subjects.wording(of: words)
        guard !wording.text.isEmpty, !wording.isBare, !wording.isRate else { return nil }
        var subject = Subject(text: wording.text, parent: frameParent() ?? "")
        subject.isStock = wording.isStock
        return subject
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect): continue
      default: return nil
      }
    }
    return nil
  }

  private func endsMember(_ i: Int) -> Bool {
    switch items[i].kind {
    case .comma, .semicolon, .stop, .closeBracket: true
    default: isSingle(i, .and)
    }
  }

  /// The base whose own figures the bracket at `i` holds: it stands right before the bracket, or at
  /// its beginning with no verb behind it.
  func comparedBase(before i: Int, _ inner: Range<Int>) -> Base? {
    var last = max(i - 1, 0)
    if case .issuer? = items[last].cue, last > 0 { last -= 1 }
    if case .base(let base?)? = items[last].cue, base != .total, statesNumber(inner) {
      return settled(base, at: last)
    }
    // gấp 1,75 lần cuối năm 2022 (2,03%)
    if case .time(let time) = items[last].kind, let stated = found.last, stated.base != nil,
      stated.measure == .ratio || stated.measure == .change, let base = base(of: time),
      statesNumber(inner)
    {
      return base
    }
    guard let first = inner.first, case .base(let base?)? = items[first].cue, base != .total else {
      return nil
    }
    for item in items[inner.dropFirst().indices] {
      switch item.kind {
      case .quantity: return settled(base, at: first)
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect), .cue(.issuer), .time, .colon:
        continue
      case .word where vocabulary.isWord(document.tokens[item.tokens.lowerBound], .from): continue
      default: return nil
      }
    }
    return nil
  }

  /// Whether the bracket begins with a number, but for what bounds or states it.
  func statesNumber(_ inner: Range<Int>) -> Bool {
    for item in items[inner] {
      switch item.kind {
      // so với cùng kỳ (+2,3%): a change of the head, no figure of the base.
      case .quantity(let quantity) where quantity.sign != nil: return false
      case .quantity(let quantity) where quantity.kind == .percent:
        // tăng 214 vụ so với cùng kỳ (24%): the change again.
        let isChanged =
          found.last.map { $0.measure == .change && $0.unit != "%" && $0.unit != "pp" } ?? false
        return context.lastFraction == nil && !isChanged
      case .quantity: return true
      // (ước tính trước đó là 6,5%): the same, as it was thought to be.
      case .cue(.verb(.link, .estimate)): return false
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect): continue
      default: return false
      }
    }
    return false
  }

  /// How deep brackets are read; deeper ones are passed over.
  static let deepestBracket = 3
}
