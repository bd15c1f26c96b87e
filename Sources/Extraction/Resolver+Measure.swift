import Observations
import Quantities
import TextModel

// What a number says of its subject, and against what.
extension Resolver {
  func measure(
    of quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: Tail, at i: Int
  ) -> Reading {
    var reading = Reading()
    let stated = tail.base ?? clause.base
    let kind = quantity.kind ?? .count
    let isRelative = kind == .percent || kind == .points || kind == .times
    if context.compared != nil, clause.verb == nil || clause.verb == .link {
      // What was compared with, stated as the head is.
      let head = found.last { $0.base != context.compared }
      let isGrowth =
        kind == .percent
        && (context.subject?.isGrowth == true || context.subject?.unit == nil
          || context.subject?.unit?.kind != .percent && found.last?.measure == .change
            && found.last?.unit == "%")
      reading.manner = "compared"
      if kind == .percent, let head = found.last, head.measure == .ratio, head.unit == "%" {
        // đạt 68,3% kế hoạch (cùng kỳ 64,1%)
        reading.measure = .ratio
        reading.base = head.base
      } else if isGrowth, let head, head.measure == .change || head.measure == .ratio {
        reading.measure = head.measure
        reading.base = head.base
        reading.sign = head.isNegative ? -1 : 1
        if reading.base == nil || reading.base == .plan { reading.base = .previousPeriod }
      }
      return reading
    }
    if clause.verb == nil, case .some(.some(.samePeriod)) = clause.base, let base = clause.baseItem,
      statesBase(quantity, base)
    {
      // tăng 6 vụ so với cùng kỳ; cùng kỳ 35 vụ
      reading.manner = "compared"
      return reading
    }
    if clause.isOthersGrowth, kind == .percent {
      reading.measure = .change
      reading.manner = "others"
      reading.base = plannedPeriod()?.isWholeYear == true ? .previousPeriod : .samePeriod
      return reading
    }
    // giảm 5 - 10% số vụ: both ends say the same.
    if quantity.bound == .to, let start = found.last, start.isRangeStart,
      clause.words.allSatisfy({ items[$0].isComma })
    {
      reading.measure = start.measure
      reading.base = start.base
      reading.sign = start.isNegative ? -1 : 1
      reading.manner = "range"
      return reading
    }
    if let sign = quantity.sign,
      clause.verb == nil || clause.verb == .ratio || clause.verb == .up || clause.verb == .down
    {
      reading.measure = .change
      // A sign inside a bracket repeats the verb.
      reading.sign = sign
      reading.manner = "sign"
    } else if quantity.isMultiple || clause.verb == .multiple || kind == .times {
      reading.measure = .ratio
      reading.manner = "multiple"
      if clause.verb == .up { reading.confidence -= 35 }
    } else {
      switch clause.verb {
      case nil where restates(quantity):
        reading.measure = .change
        reading.sign = found.last?.isNegative == true ? -1 : 1
        reading.base = found.last?.base
        reading.manner = "restated"
        return reading
      case .up where clause.contributes && (kind == .points || isScore(quantity)),
        .down where clause.contributes && (kind == .points || isScore(quantity)):
        reading.measure = .contribution
        reading.sign = clause.sign ?? 1
        reading.manner = "contribution"
      case .up where isFlow(wording, quantity): break
      case .up where quantity.denominator != nil && kind == .count,
        .down where quantity.denominator != nil && kind == .count:
        break  // cắt giảm 183/215 điều kiện
      case .up, .down:
        reading.measure = .change
        reading.sign = clause.sign ?? 1
        reading.manner = "verb"
      case .exceed
      where stated == nil && kind == .percent
        && (wording.isRate
          || wording.text.isEmpty
            && context.subject?.isRate == true && found.last?.unit != "%"):
        reading.manner = "rate"  // Tỷ lệ tiêm phòng vượt 90%
      case .exceed:
        reading.measure = .change
        reading.manner = "exceed"
        if case .some(.some(let named)) = stated, named != .total {
          reading.base = named
        } else {
          reading.base = .plan
        }
      case .link where clause.isShare && kind == .percent,
        nil where clause.isShare && kind == .percent,
        .reach where clause.isShare && kind == .percent,
        .reach where kind == .percent && context.frames.last?.isStructure == true:
        // Tỷ trọng công nghiệp đạt 21,8%
        reading.measure = .share
        reading.manner = "share"
      case .reach: break
      case .share where kind == .percent:
        reading.measure = .share
        reading.manner = "share"
      case .contribute
      where kind == .percent && clause.sign != nil && wording.text.isEmpty
        && (!tail.words.isEmpty || context.subject?.unit?.kind == .count):
        // kéo giảm 5% số người chết
        reading.measure = .change
        reading.sign = clause.sign ?? 1
        reading.manner = "verb"
      case .contribute where isRelative || isScore(quantity):
        reading.measure = .contribution
        reading.sign = clause.sign ?? 1
        reading.manner = "contribution"
      case .ratio where bracketDepth > 0 && isAmount(kind) && found.last?.measure == .change,
        .ratio where stated == nil && wording.text.isEmpty && saysAgain(quantity):
        // tăng 0,6% (bằng 410 ha); tăng 214 vụ, tương đương 24%
        reading.measure = .change
        reading.sign = found.last?.isNegative == true ? -1 : 1
        reading.base = found.last?.base
        reading.manner = "restated"
        return reading
      case .ratio where kind == .percent && isProgress(tail): reading.manner = "rate"
      case .ratio where kind == .percent:
        reading.measure = .ratio
        reading.manner = "ratio"
        if tail.base == nil, clause.base == nil, tail.words.isEmpty, wording.text.isEmpty,
          let fraction = context.lastFraction
        {
          ofFraction(fraction, &reading)
        } else if tail.base == nil, clause.base == nil,
          isWholeOfSubject(tail) || isLikeSubject(tail)
        {
          // bằng 71% tổng số hộ, bằng 76,5% số tiếp nhận
          reading.measure = .share
        }
      default:
        if kind == .points || isScore(quantity), clause.verb == nil,
          context.frames.last?.contributes == true
        {
          reading.measure = .contribution
          reading.sign = quantity.sign ?? 1
          reading.manner = "contribution"
        } else if isScore(quantity), context.manner?.measure == .contribution {
          reading.measure = .contribution
          reading.sign = 1
          reading.manner = "spread"
        } else if kind == .percent || kind == .points {
          percent(&reading, quantity, wording, tail)
        } else if let manner = context.manner, manner.measure == .change,
          spreads(manner, quantity, wording, tail) || changesAsSibling(quantity, wording)
        {
          reading.measure = .change
          reading.sign = manner.sign ?? 1
          reading.manner = "spread"
          reading.confidence -= 8
        }
      }
    }
    if wording.isGrowth, kind == .percent || quantity.unitName == "‰",
      reading.measure == .level || reading.measure == .ratio
    {
      reading.measure = .change
      reading.manner = "growth"
      if let first = wording.first,
        items[first].tokens.contains(where: {
          vocabulary.isWord(document.tokens[$0], .falling)
        })
      {
        reading.sign = -1
      }
    }
    settleBase(&reading, stated, quantity, wording, tail)
    return reading
  }

  /// hoàn thành 64% khối lượng: how far a work has come.
  private func isProgress(_ tail: Tail) -> Bool {
    guard tail.base == nil, clause.base == nil, tail.words.count == 1, let word = tail.words.first
    else { return false }
    return items[word].cue == .bare && begins(word, .progress)
  }

  /// giảm 6,9%, tức 486 nghìn đồng: the same change in another unit.
  private func restates(_ quantity: Quantity) -> Bool {
    guard clause.restates, let last = found.last else { return false }
    return last.measure == .change && last.unit != quantity.unitName
  }

  /// tăng 214 vụ, tương đương 24%: the change before, counted otherwise.
  private func saysAgain(_ quantity: Quantity) -> Bool {
    guard let verb = clause.verbItem, begins(verb, .alike), let last = found.last,
      last.measure == .change
    else { return false }
    return quantity.kind == .percent
      ? last.unit != "%" && last.unit != "pp" : last.unit == "%" && isAmount(quantity.kind)
  }

  /// góp 0,9 điểm: points of percent, said short.
  private func isScore(_ quantity: Quantity) -> Bool {
    quantity.unitName == vocabulary.score
  }

  /// A verb spreads over a list: giảm 3 vụ, 2 người chết.
  private func spreads(
    _ manner: Manner, _ quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: Tail
  ) -> Bool {
    guard clause.verb == nil, isAmount(quantity.kind), isAmount(manner.unitKind),
      wording.text.isEmpty, !clause.isApart || clause.time == nil,
      // giảm 3 vụ, làm 12 người chết: a consequence of its own.
      clause.verbItem.map({ isSingle($0, .causing) }) != true
    else { return false }
    if quantity.kind == .money || manner.unitKind == .money {
      return tail.words.isEmpty && clause.words.allSatisfy { items[$0].isComma || isWord($0, .and) }
    }
    return tail.words.isEmpty || isBare(tail.words)
      || known(subjects.text(tail.words), quantity) != nil
  }

  func isAmount(_ kind: Unit.Kind?) -> Bool {
    kind == .count || kind == .measure || kind == .money
  }

  /// dệt may giảm 183 triệu USD, giày dép 131 triệu USD: neither has a level.
  private func changesAsSibling(_ quantity: Quantity, _ wording: SubjectReader.Wording) -> Bool {
    guard clause.verb == nil, !clause.isApart, !wording.text.isEmpty, !wording.isBare,
      let last = found.last, last.measure == .change, last.unit == quantity.unitName,
      last.indicator != wording.text
    else { return false }
    return !found.contains { $0.measure == .level && $0.unit == quantity.unitName }
  }

  /// tuyển sinh thêm 210 em: what is done, not by how much it rose.
  private func isFlow(_ wording: SubjectReader.Wording, _ quantity: Quantity) -> Bool {
    guard !wording.text.isEmpty, quantity.kind != .percent, let verb = clause.verbItem else {
      return false
    }
    return isSingle(verb, .added) && wording.firstClass.contains(.doing)
  }

  func isBare(_ words: [Int]) -> Bool {
    !words.isEmpty
      && words.allSatisfy {
        if case .bare? = items[$0].cue { return true }
        return false
      }
  }

  /// Whether the noun behind the number counts what the subject is counted in.
  private func isWholeOfSubject(_ tail: Tail) -> Bool {
    guard let unit = context.subject?.unitName, !unit.isEmpty, !tail.words.isEmpty else {
      return false
    }
    return WordKeys(subjects.text(tail.words)).contains(WordKeys(unit).keys[...])
  }

  /// diện tích thiệt hại bằng 21,8% diện tích thả: the noun behind the number is of the subject's kind,
  /// or was counted in its unit.
  private func isLikeSubject(_ tail: Tail) -> Bool {
    guard let subject = context.subject, let first = tail.words.first, subject.unit != nil else {
      return false
    }
    let noun = subjects.text(tail.words)
    let keys = WordKeys(noun)
    if keys.keys.first == WordKeys(subject.text).keys.first { return true }
    let named =
      begins(first, .number) || begins(first, .total) ? Array(keys.keys.dropFirst()) : keys.keys
    return !named.isEmpty
      && context.subjects.contains {
        $0.unitName == subject.unitName && $0.text != subject.text
          && WordKeys($0.text).contains(named[...])
      }
  }

  private func settleBase(
    _ reading: inout Reading, _ stated: Base??, _ quantity: Quantity,
    _ wording: SubjectReader.Wording, _ tail: Tail
  ) {
    switch reading.measure {
    case .level, .contribution:
      reading.base = nil
      return
    case .share:
      if case .some(.some(.plan)) = tail.base {
        reading.measure = .ratio
        reading.base = .plan
      } else {
        reading.base = .total
      }
      return
    case .change, .ratio: break
    }
    if ["exceed", "fraction", "of-another"].contains(reading.manner) { return }
    if case .some(let base) = stated {
      reading.base = base
      if bracketDepth > 0, base == .samePeriod, clause.baseItem ?? 0 < clause.verbItem ?? 0,
        let head = found.last(where: { $0.measure == .change && $0.unit == quantity.unitName }),
        let headBase = head.base
      {
        // tăng 10,4% so với cuối năm (cùng kỳ tăng 8,1%): as the head is compared.
        reading.base = headBase
      }
      if base == .total {
        reading.base = nil
        reading.measure = reading.measure == .ratio ? .ratio : .change
      }
      return
    }
    if reading.measure == .ratio, !tail.words.isEmpty, quantity.kind == .percent {
      // bằng 0,8% kim ngạch xuất khẩu: of another thing.
      reading.base = nil
      return
    }
    if reading.measure == .ratio, tail.isOfAnother {
      reading.base = nil
      return
    }
    if reading.base != nil { return }
    if reading.measure == .ratio, quantity.kind == .percent {
      if let base = siblingRatioBase() {
        reading.base = base
        reading.baseSource = .sentence
        return
      }
      if context.planIsNamed || context.forwardBase == nil && context.lastBase == nil {
        reading.base = .plan
        reading.baseSource = context.planIsNamed ? .sentence : .default
        if !context.planIsNamed { reading.confidence -= 30 }
        return
      }
    }
    let isAbsolute =
      quantity.kind != .percent && quantity.kind != .points && quantity.kind != .times
    if let base = context.forwardBase, base != .plan {
      reading.base = base
      reading.baseSource = .sentence
    } else if let base = context.listBase {
      // giá vàng giảm 0,27%, USD tăng 0,08% so với tháng trước
      reading.base = base
      reading.baseSource = .sentence
      reading.confidence -= 5
    } else if let base = context.lastBase {
      reading.base = base
      reading.baseSource = .paragraph
    } else if !isAbsolute {
      reading.base = .samePeriod
      reading.baseSource = .default
      reading.confidence -= 12
    }
    // A cumulative figure has no previous period; a yearly one has nothing else.
    let period = plannedPeriod()
    if reading.baseSource == .default, period?.isWholeYear == true {
      reading.base = .previousPeriod
    }
    if reading.base == .previousPeriod, case .months? = period { reading.base = .samePeriod }
    // CPI tháng 3 tăng 0,21% so với tháng trước; bình quân quý I tăng 4,96%
    if reading.base == .previousPeriod, clause.time != nil, case .quarter? = period,
      found.last?.base == .previousPeriod, context.lastPeriod != period
    {
      reading.base = .samePeriod
    }
  }

  /// đàn heo bằng 106,3% cùng kỳ; đàn bò bằng 103%: the first base of the last one in the sentence.
  private func siblingRatioBase() -> Base? {
    guard let last = found.last(where: { $0.measure == .ratio && $0.base != nil }) else {
      return nil
    }
    return found.first {
      $0.measure == .ratio && $0.base != nil && $0.indicator == last.indicator
        && $0.parent == last.parent
    }?.base
  }

  /// Whether what stands at `i` is a thing, no joint and no time.
  func isOther(_ i: Int) -> Bool {
    switch items[i].kind {
    case .word: !begins(i, .joint) && !begins(i, .against)
    case .cue(.head), .cue(.bare), .cue(.rate), .cue(.average), .cue(.name), .cue(.place): true
    default: false
    }
  }

  /// The period that this clause's number will have, as far as the words say.
  func plannedPeriod() -> TimePeriod? {
    clause.time.flatMap { context.resolve($0) } ?? context.sentencePeriod ?? context.lastPeriod
      ?? context.report?.period
  }
}
