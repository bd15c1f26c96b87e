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
          clause.time = clause.time ?? time
        }
      }
      return next
    }
    let outer = context
    let outerClause = clause
    context.compared = comparedBase(before: i, inner)
    // 02 nhóm giảm là bưu chính (0,07%): not the percentage of the fraction before.
    if clause.words.contains(where: { !items[$0].isComma }) { context.lastFraction = nil }
    clause = Clause()
    context.forwardBase = nil
    if let whole = context.subject {
      context.frames.append(frame(of: whole, .bracket))
    }
    bracketDepth += 1
    var k = inner.lowerBound
    read(from: &k, to: inner.upperBound)
    bracketDepth -= 1
    var restored = outer
    restored.lastBase = context.lastBase
    restored.planIsNamed = context.planIsNamed
    restored.manner = outer.manner
    context = restored
    clause = outerClause
    return next
  }

  /// The base whose own figures the bracket at `i` holds: it stands right before the bracket, or at
  /// its beginning with no verb behind it.
  func comparedBase(before i: Int, _ inner: Range<Int>) -> Base? {
    var last = max(i - 1, 0)
    if case .issuer? = items[last].cue, last > 0 { last -= 1 }
    if case .base(let base?)? = items[last].cue, base != .total, statesNumber(inner) {
      return settled(base, at: last)
    }
    guard let first = inner.first, case .base(let base?)? = items[first].cue, base != .total else {
      return nil
    }
    for item in items[inner.dropFirst().indices] {
      switch item.kind {
      case .quantity: return settled(base, at: first)
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect), .cue(.issuer), .time, .colon:
        continue
      default: return nil
      }
    }
    return nil
  }

  /// Whether the bracket begins with a number, but for what bounds or states it.
  func statesNumber(_ inner: Range<Int>) -> Bool {
    for item in items[inner] {
      switch item.kind {
      case .quantity(let quantity): return quantity.kind != .percent || context.lastFraction == nil
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect): continue
      default: return false
      }
    }
    return false
  }

  /// How deep brackets are read; deeper ones are passed over.
  static let deepestBracket = 3
}
