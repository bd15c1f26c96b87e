import Observations
import Quantities
import TextModel

// Numbers that only say which ones are meant: tàu từ 15 m trở lên, 9 đơn vị còn dưới 10%.
extension Resolver {
  /// Whether the number at `i` is part of a name: nothing states it, or another verb follows at once.
  func namesGroup(_ quantity: Quantity, at i: Int, _ end: Int) -> Bool {
    let isStated = clause.verb != nil && clause.verb != .fractionOf
    if endsThreshold(i + 1, end) { return !isStated }
    if !isStated, namesClass(quantity, at: i, end) { return true }
    // Dư nợ chịu lãi suất trên 15%/năm chiếm 28,4%
    guard quantity.kind == .percent, clause.bound == .over || clause.bound == .under, !isStated,
      i + 1 < end, !clause.words.isEmpty, case .cue(.verb(let verb, _)) = items[i + 1].kind
    else { return false }
    return verb == .share || verb == .up || verb == .down
  }

  /// thiệt hại từ 30 - 70% 12.380 ha; chở quá tải trên 10% có 20.110 trường hợp: another number is
  /// that of those who are within the bounds.
  private func namesClass(_ quantity: Quantity, at i: Int, _ end: Int) -> Bool {
    guard !clause.words.isEmpty || clause.start.map({ $0 < i }) == true else { return false }
    switch quantity.bound {
    case .from where i + 1 < end:
      return items[i + 1].quantity?.bound == .to && isCounted(i + 2, end)
    case .to: return isCounted(i + 1, end)
    default: break
    }
    guard clause.bound == .over || clause.bound == .under else { return false }
    return quantity.kind == .percent && isCounted(i + 1, end)
  }

  /// Whether a number in another unit than percent stands at `i`, or behind có.
  private func isCounted(_ i: Int, _ end: Int) -> Bool {
    var i = i
    if i < end, isSingle(i, .have) { i += 1 }
    guard i < end, let next = items[i].quantity, next.unit != nil else { return false }
    return next.kind == .count || next.kind == .measure
  }

  /// Where a threshold ends that belongs to the counted noun before `i`: 18 thí sinh đạt từ 29 điểm
  /// trở lên; `nil` where none begins.
  func thresholdEnd(from i: Int, _ end: Int) -> Int? {
    var hasBound = false
    var j = i
    while j < end, j < i + 4 {
      switch items[j].kind {
      case .cue(.verb(.link, _)), .cue(.verb(.reach, _)), .cue(.aspect): break
      case .cue(.bound(.over)), .cue(.bound(.under)): hasBound = true
      case .word where isWord(j, .from): break
      case .quantity(let quantity):
        if endsThreshold(j + 1, end) { return j + 3 }
        guard hasBound, quantity.kind == .percent else { return nil }
        if j + 1 < end, case .cue(.base) = items[j + 1].kind { return j + 2 }
        return j + 1
      default: return nil
      }
      j += 1
    }
    return nil
  }

  /// 3/34 chi nhánh để tỷ lệ nợ xấu trên 5%; 8 xã đạt từ 15 đến 18 tiêu chí: where the words end that
  /// say which ones were counted before `i`; `nil` where what follows is stated of them.
  func groupEnd(from i: Int, _ end: Int) -> Int? {
    var j = i
    while j < end, j < i + 14 {
      switch items[j].kind {
      case .quantity(let quantity):
        guard j > i else { return nil }
        if quantity.bound == .from, j + 1 < end, items[j + 1].quantity?.bound == .to {
          return closes(j + 2, end) && isWord(j - 1, .from) ? j + 2 : nil
        }
        guard quantity.kind == .percent, case .bound(let bound)? = items[j - 1].cue,
          bound == .over || bound == .under, closes(j + 1, end)
        else { return nil }
        return j + 1
      case .word where isWord(j, .with) || isWord(j, .and) || isWord(j, .but): return nil
      case .word, .cue(.verb), .cue(.aspect), .cue(.head), .cue(.bare), .cue(.rate), .cue(.name),
        .cue(.event), .cue(.reason), .cue(.bound), .cue(.actor), .cue(.base(.plan)):
        j += 1
      default: return nil
      }
    }
    return nil
  }

  func closes(_ i: Int, _ end: Int) -> Bool {
    guard i < end else { return true }
    switch items[i].kind {
    case .comma, .semicolon, .stop, .openBracket, .closeBracket: return true
    default: return false
    }
  }

  /// đạt từ 88% trở lên: the bound that stands behind the number at `i`.
  func thresholdBound(behind i: Int) -> Bound? {
    guard endsThreshold(i + 1, items.count) else { return nil }
    return begins(i + 2, .downward) ? .to : .from
  }

  /// trở lên, trở xuống
  private func endsThreshold(_ i: Int, _ end: Int) -> Bool {
    i + 1 < end && isWord(i, .turning)
  }
}
