import Observations
import Quantities
import TextModel

// What a verb says of its clause: that it rose, what it reached, what it is compared with.
extension Resolver {
  /// cao hơn, and not cao hơn bình quân
  func endsComparing(_ i: Int) -> Bool {
    items[i].tokens.last.map { vocabulary.isWord(document.tokens[$0], .comparing) } == true
  }

  private func isComparing(_ i: Int) -> Bool {
    items[i].tokens.contains { vocabulary.isWord(document.tokens[$0], .comparing) }
  }

  /// Whether the comparing verb at `i` stands before the growth of another time, as a number.
  private func comparesGrowth(_ i: Int) -> Bool {
    guard isComparing(i), i + 2 < items.count, items[i + 2].isQuantity else { return false }
    return items[i + 1].cue == .growth || isWord(i + 1, .level)
  }

  /// Whether the verb at `i` is that of so với mức tăng, before a number.
  private func isOthersGrowth(_ i: Int) -> Bool {
    guard i > 0, i + 1 < items.count, items[i + 1].isQuantity, items[i - 1].cue == .base(nil),
      let last = items[i - 1].tokens.last
    else { return false }
    return vocabulary.isWord(document.tokens[last], .level)
  }

  /// cao hơn bình quân cả nước 1,2 điểm: whether what it is compared with is another thing.
  private func comparesOther(_ i: Int, _ end: Int) -> Bool {
    guard isComparing(i), i + 1 < end else { return false }
    for j in (i + 1)..<min(i + 7, end) {
      switch items[j].kind {
      case .cue(.average), .cue(.scope), .cue(.place), .word, .cue(.head), .cue(.name): continue
      case .quantity: return j > i + 1
      default: return false
      }
    }
    return false
  }

  /// Whether the clause speaks of a rate: kéo tỷ lệ hộ nghèo xuống dưới 30% states its level.
  private func hasRate() -> Bool {
    clause.words.contains {
      if case .cue(.rate) = items[$0].kind { return true }
      return false
    }
  }

  /// Whether a number of the verb at `i` comes before a colon, a copula or a bracket.
  private func statesAtOnce(_ i: Int, _ end: Int) -> Bool {
    for j in (i + 1)..<max(i + 1, min(i + 12, end)) {
      switch items[j].kind {
      case .quantity: return true
      case .colon, .openBracket, .cue(.open): return false
      case .cue(.verb(.link, _)):
        // ít hơn năm 2019 là 214 đảng viên
        if j + 1 < end, items[j + 1].isQuantity { continue }
        return false
      default: continue
      }
    }
    return true
  }

  /// chỉ còn chiếm 25,2%: the verb behind it says it.
  private func statesByNext(_ i: Int) -> Bool {
    guard i + 1 < items.count, case .verb(let next, _)? = items[i + 1].cue else { return false }
    return next == .share || next == .ratio || next == .multiple
  }

  private func isCopula(_ i: Int) -> Bool { isSingle(i, .copula) }

  func isBaseOrTime(_ i: Int) -> Bool {
    if case .base? = items[i].cue { return true }
    return items[i].isTime
  }

  /// Whether the cue at `i` stands right before a number, but for other cues.
  func governs(_ i: Int, _ end: Int, pairs: Bool = true) -> Bool {
    var next = i + 1
    while next < end {
      switch items[next].kind {
      case .quantity, .damaged: return true
      case .cue(.bound), .cue(.aspect), .cue(.verb(.link, _)), .cue(.status): next += 1
      case .cue(.respective): return pairs
      default: return false
      }
    }
    return false
  }

  mutating func read(_ verb: Cue.Verb, _ status: Status?, at i: Int, _ end: Int) {
    if let status { clause.status = status }
    switch verb {
    case .link:
      // "có" and "được" inside a name are words; before a number they say nothing.
      // cao hơn năm 2020 là 0,37%: the comparison stands.
      let compares = clause.base != nil && (clause.verb == .up || clause.verb == .down)
      if compares, isCopula(i) { return }
      if governs(i, end) {
        clause.verb = .link
      } else if i + 1 < items.count, items[i + 1].cue == .growth, governs(i + 1, end) {
        // đạt mức tăng 7,9%
        let falls = items[i + 1].tokens.contains {
          vocabulary.isWord(document.tokens[$0], .falling)
        }
        clause.verb = falls ? .down : .up
        clause.sign = falls ? -1 : 1
        spoken = i + 1..<i + 2
      } else if items[i].tokens.count > 1, i + 1 < items.count, items[i + 1].isMovementVerb {
        // đạt mức tăng 7,9%: the verb behind it says it all.
      } else if status == nil || !clause.words.isEmpty {
        clause.words.append(i)
      }
    case .complete:
      if governs(i, end) { clause.verb = .ratio } else { clause.words.append(i) }
    case .fractionOf: clause.words.append(i)
    case .up where comparesGrowth(i), .down where comparesGrowth(i):
      // thấp hơn mức tăng 8,2% của cùng kỳ năm 2022
      clause.isOthersGrowth = true
      clause.words = []
      clause.verb = nil
      spoken = i + 1..<i + 2
    case .up where isOthersGrowth(i), .down where isOthersGrowth(i):
      // so với mức tăng 12,96% của năm trước
      clause.isOthersGrowth = true
      clause.words = []
    case .up, .down:
      clause.sign = verb == .up ? 1 : -1
      clause.verb = verb
      if clause.planItem == i - 1, !isFirst, governs(i, end, pairs: false) {
        // nằm trong mục tiêu tăng 7,0 - 7,3%: the target of what was named before.
        clause.words = []
        clause.status = .plan
        clause.planItem = nil
        clause.isPlanned = false
      }
      if comparesOther(i, end) {
        clause.base = .some(nil)
        clause.otherItem = i
      }
      context.openSign = statesAtOnce(i, end) ? nil : clause.sign
    case .reach where statesByNext(i): return
    case .reach:
      if clause.contributes, !hasRate() {
        // đẩy CPI chung lên 0,58 điểm phần trăm
        if begins(i, .downward) { clause.sign = -1 }
      } else if governs(i, end) || clause.verb != nil {
        clause.verb = .reach
        // nâng số hộ có điện lên 24.870 hộ
        if let first = clause.words.firstIndex(where: { !items[$0].isComma }),
          isWord(clause.words[first], .raising)
        {
          clause.words.remove(at: first)
          clause.raises = true
        }
        // kéo giảm hộ nghèo xuống còn 3.300 hộ
        if let first = clause.words.first, case .verb(.drag, _)? = items[first].cue {
          clause.words.removeFirst()
          clause.raises = true
        }
        if isSingle(i, .remaining), clause.sign == nil { clause.remains = true }
      } else {
        clause.words.append(i)
      }
    case .drag where contributes(i):
      clause.verb = .contribute
      clause.sign = -1
      clause.contributes = true
      clause.contributionItem = i
    default:
      if verb == .contribute || verb == .drag, !contributes(i) {
        // làm 12 người chết: what follows is a consequence of its own.
        if !isSingle(i, .causing) { clause.words.append(i) }
      } else {
        clause.verb = verb
        if verb == .share { clause.isShare = true }
        if verb == .contribute {
          clause.contributes = true
          clause.contributionItem = i
        }
      }
    }
    clause.verbItem = i
  }

  /// Whether the next number is a percentage or in points: nhân dân đóng góp 1.284 triệu is none.
  private func contributes(_ i: Int) -> Bool {
    for item in items[min(i + 1, items.count)...].prefix(12) {
      if let quantity = item.quantity {
        if quantity.unit == nil { continue }
        // làm sạt lở 14 điểm trên quốc lộ: where nothing is in percent, no points are.
        return quantity.kind == .percent || quantity.kind == .points
          || quantity.unitName == vocabulary.score
            && (context.subject?.unit?.kind == .percent
              || found.contains { $0.unit == "%" || $0.unit == "pp" })
      }
    }
    return false
  }
}
