import Observations
import Quantities
import TextModel

// Numbers that only say which ones are meant: tàu từ 15 m trở lên, 9 đơn vị còn dưới 10%.
extension Resolver {
  /// Whether the number at `i` is part of a name: nothing states it, or another verb follows at once.
  func namesGroup(_ quantity: Quantity, at i: Int, _ end: Int) -> Bool {
    let isStated = clause.verb != nil && clause.verb != .fractionOf
    if endsThreshold(i + 1, end) { return !isStated }
    // Dư nợ chịu lãi suất trên 15%/năm chiếm 28,4%
    guard quantity.kind == .percent, clause.bound == .over || clause.bound == .under, !isStated,
      i + 1 < end, !clause.words.isEmpty, case .cue(.verb(let verb, _)) = items[i + 1].kind
    else { return false }
    return verb == .share || verb == .up || verb == .down
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
