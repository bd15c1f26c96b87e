import Observations
import Quantities
import RuleLanguage
import TextModel

extension Resolver {
  /// How a number was read: measure, base and sign, each with where it came from.
  struct Reading {
    var measure = Measure.level
    var base: Base?
    var baseSource: Provenance?
    var sign = 1
    var manner = "stated"
    var confidence = 95
    var inheritsSubject = true
  }

  /// Reads the number at `i`; returns the item to go on with.
  mutating func read(_ quantity: Quantity, at i: Int, _ end: Int) -> Int {
    // The head number of "trong 11 nhóm có 9 nhóm" is the whole of the counts that follow.
    var quantity = quantity
    if sizesGroup(quantity, at: i, end) {
      context.group = quantity
      clause.words = []
      var next = i + 1
      while next < end, !items[next].isQuantity, !isLink(next) {
        // Trong 27 sản phẩm chủ yếu, 11 tháng có 18 sản phẩm tăng
        if case .time(let time) = items[next].kind { clause.time = time }
        next += 1
      }
      return next
    }
    if let group = context.group, quantity.denominator == nil, quantity.kind == .count,
      isSameCount(group, quantity)
    {
      quantity.denominator = group.value
    }
    // hơn hai phần ba số tàu, bằng 1/3 tổng diện tích: read as a percentage is, without its sign.
    if quantity.unit == nil, let denominator = quantity.denominator,
      quantity.isWords
        || denominator.approximation <= 10 && (clause.verb == .ratio || clause.verb == .share)
    {
      quantity.unit = Unit(name: "", kind: .percent)
    }
    var tail = self.tail(of: quantity, at: i, end)
    if quantity.bound == .from, i + 1 < end, let upper = items[i + 1].quantity, upper.bound == .to {
      // The noun behind a range is that of both ends.
      let after = self.tail(of: upper, at: i + 1, end)
      tail.words = after.words
      if tail.base == nil { tail.base = after.base; tail.baseItem = after.baseItem }
    }
    takeWhole(of: &quantity, &tail, end)
    takeContributedWhole(&tail, quantity, end)
    if let noun = sharedNoun(quantity, tail, at: i, end) { tail.words = noun }
    let wording = self.wording(before: quantity, tail)
    guard takes(&quantity, wording, tail, at: i) else {
      dropped.append((quantity.tokens, "a number without unit or verb"))
      clause.words.append(i)
      return i + 1
    }
    var reading = measure(of: quantity, wording, tail, at: i)
    let subject = self.subject(of: quantity, wording, &tail, &reading)
    emit(quantity, subject, reading, tail, wording, at: i)
    finish(quantity, reading, tail, isElliptic: wording.text.isEmpty)
    spoken = tail.behindBracket
    // 22 ngành đi lên, mạnh nhất là dệt (11,5%)
    for word in tail.words where quantity.kind == .count {
      switch items[word].cue {
      case .verb(.up, _)?: context.openSign = 1
      case .verb(.down, _)?: context.openSign = -1
      case .name? where begins(word, .rising): context.openSign = 1
      case .name? where begins(word, .falling): context.openSign = -1
      default: break
      }
    }
    return tail.next
  }

  /// bắt 27 vụ, 34 đối tượng phạm tội về ma túy: cases and persons of the same.
  private func sharedNoun(_ quantity: Quantity, _ tail: Tail, at i: Int, _ end: Int) -> [Int]? {
    guard quantity.kind == .count, tail.words.isEmpty, tail.base == nil, i + 2 < end,
      clause.verb == nil || clause.verb == .link, let next = items[i + 2].quantity
    else { return nil }
    if isSlash(i + 1) {
      let words = self.tail(of: next, at: i + 2, end).words
      return words.isEmpty ? nil : words
    }
    guard items[i + 1].isComma || isSingle(i + 1, .and), isClassifier(quantity),
      next.kind == .count,
      isClassifier(next), next.unitName != quantity.unitName,
      clause.words.contains(where: { !items[$0].isComma })
    else { return nil }
    let words = self.tail(of: next, at: i + 2, end).words
    guard let first = words.first, items[first].isPlainWord else { return nil }
    return words
  }

  private func isClassifier(_ quantity: Quantity) -> Bool {
    let unit = document.tokens[quantity.numberTokens.upperBound..<quantity.tokens.upperBound]
    return unit.contains { vocabulary.isWord($0, .classifier) }
  }

  /// cấp 512.300 thẻ trên tổng số 540.000 người: the whole, counted otherwise.
  private func takeWhole(of quantity: inout Quantity, _ tail: inout Tail, _ end: Int) {
    guard quantity.kind == .count, quantity.denominator == nil, tail.base == nil,
      tail.next + 1 < end, case .verb(.fractionOf, _)? = items[tail.next].cue,
      let whole = items[tail.next + 1].quantity, whole.kind == .count, whole.denominator == nil,
      whole.value.approximation >= quantity.value.approximation
    else { return }
    quantity.denominator = whole.value
    tail.next = self.tail(of: whole, at: tail.next + 1, end).next
  }

  /// đóng góp 0,65 điểm phần trăm vào tăng trưởng GDP: what it contributes to.
  private func takeContributedWhole(_ tail: inout Tail, _ quantity: Quantity, _ end: Int) {
    guard clause.contributes, quantity.kind == .points || quantity.kind == .percent,
      tail.words.isEmpty, tail.next < end, isSingle(tail.next, .into)
    else { return }
    var j = tail.next + 1
    var words: [Int] = []
    guard j < end, items[j].isPlainWord || isGrowth(j) else { return }
    while j < end, items[j].isPlainWord || isGrowth(j), !isWord(j, .and), !isWord(j, .but) {
      if !isGrowth(j), !isWord(j, .general) { words.append(j) }
      j += 1
    }
    tail.wholeGrowth = document.string(
      items[tail.next + 1].tokens.lowerBound..<items[j - 1].tokens.upperBound)
    tail.next = j
    tail.whole = subjects.text(words)
  }

  private func isGrowth(_ i: Int) -> Bool {
    switch items[i].cue {
    case .growth?, .verb(.up, _)?: true
    default: false
    }
  }

  func isLink(_ i: Int) -> Bool {
    if case .verb(.link, _)? = items[i].cue { return true }
    return false
  }

  /// How many items before a number may be its subject.
  private static let longestSubject = 64

  /// Whether the number is the whole of counts that follow it: trong 11 nhóm có 9 nhóm tăng.
  private func sizesGroup(_ quantity: Quantity, at i: Int, _ end: Int) -> Bool {
    guard quantity.kind == .count, quantity.denominator == nil, i > 0, isWord(i - 1, .inside) else {
      return false
    }
    for item in items[(i + 1)..<end] {
      if case .semicolon = item.kind { return false }
      if let next = item.quantity {
        return isSameCount(quantity, next)
          && next.value.approximation <= quantity.value.approximation
      }
    }
    return false
  }

  private func isSameCount(_ a: Quantity, _ b: Quantity) -> Bool {
    a.unitName.hasPrefix(b.unitName) || b.unitName.hasPrefix(a.unitName)
  }

  /// The words before the number; none where they are another clause or only name who acts.
  private func wording(before quantity: Quantity, _ tail: Tail) -> SubjectReader.Wording {
    // …, 100% xe khai báo: a percentage of a counted group begins anew behind its comma.
    if quantity.kind == .percent, clause.verb == nil, !tail.words.isEmpty,
      let last = clause.words.last,
      items[last].isComma
    {
      return SubjectReader.Wording()
    }
    var words = clause.words.suffix(Self.longestSubject)
    if let other = clause.otherItem { words = words.prefix { $0 < other } }
    let wording = subjects.wording(of: words)
    // thành phố có 102 trường; but (tỉnh 9,6 tỷ đồng, huyện 5,5 tỷ đồng)
    return clause.verb == .link && isActor(wording) ? SubjectReader.Wording() : wording
  }

  private func isActor(_ wording: SubjectReader.Wording) -> Bool {
    guard let first = wording.first else { return false }
    return items[first].cue == .actor && items[first].tokens.count == wording.words
      || wording.words == 1 && wording.firstClass.contains(.actor)
  }

  /// Tổng số lớp 26.874, điểm bình quân 6,42: the unit that the subject's own name begins with.
  func countedUnit(_ quantity: Quantity, _ tail: Tail) -> Unit? {
    guard quantity.power == 0, let first = clause.words.first(where: { !items[$0].isComma }),
      clause.verb == nil || clause.verb == .link || clause.verb == .up || clause.verb == .down,
      tail.words.isEmpty
    else { return nil }
    let tokens = document.tokens
    var t = items[first].tokens.lowerBound
    let start = t
    while t < items[items.count - 1].tokens.upperBound,
      !vocabulary.wordClass(tokens[t].symbol).isDisjoint(with: [.number, .total])
    {
      t += 1
    }
    let match = vocabulary.lexicon.longestMatch(
      .unit, tokens, at: t, end: items[items.count - 1].tokens.upperBound)
    guard let match, case .unit(let unit) = vocabulary.meanings[match.rule], unit.kind == .count,
      t > start || quantity.value.fractionDigits > 0
    else { return nil }
    return unit
  }

  /// Whether the number states something, with the unit that a list or a bracket lends it.
  /// Diện tích lúa đạt 7.250 (giảm 12%): a level without its unit.
  private func statesWithoutUnit(
    _ quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: Tail
  ) -> Bool {
    guard isFirst, clause.verb == .link, wording.isIndicator, !wording.isRate, !wording.isGrowth,
      tail.words.isEmpty, quantity.value.approximation >= 1000, tail.next < items.count
    else { return false }
    if case .openBracket = items[tail.next].kind { return true }
    return items[tail.next].isComma
  }

  private mutating func takes(
    _ quantity: inout Quantity, _ wording: SubjectReader.Wording, _ tail: Tail, at i: Int
  ) -> Bool {
    if quantity.unit != nil { return true }
    if let unit = countedUnit(quantity, tail) {
      quantity.unit = unit
      quantity.unitName = unit.name
      return true
    }
    let isSigned = quantity.sign != nil
    let changes = clause.verb == .up || clause.verb == .down
    let hasBase: Bool
    if case .some(.some) = tail.base { hasBase = true } else { hasBase = false }
    // tăng 1,5 so với cùng kỳ; đạt 98,7 kế hoạch: the sign of percent is missing.
    if (changes || clause.verb == .ratio || clause.verb == .link) && hasBase,
      quantity.value.fractionDigits > 0
    {
      quantity.unit = Unit(name: "%", kind: .percent)
      quantity.unitName = "%"
      quantity.isSlip = true
      return true
    }
    // 63/150 nhà ở: the noun behind a fraction is its unit.
    if quantity.denominator != nil, let noun = tail.words.first {
      quantity.unitName = document.string(
        items[noun].tokens
          .lowerBound..<min(
            items[noun].tokens.lowerBound + 2,
            items[tail.words[tail.words.count - 1]].tokens.upperBound))
      quantity.unit = Unit(name: quantity.unitName, kind: .count)
      return true
    }
    if statesWithoutUnit(quantity, wording, tail) {
      quantity.unit = Unit(name: "", kind: .measure)
      quantity.isSlip = true
      return true
    }
    guard var subject = context.subject else { return false }
    // Hình thức kỷ luật đảng viên: khiển trách 702, cảnh cáo 141
    if subject.unit == nil, let frame = context.frames.last, frame.isLabel,
      let counted = context.subjects.last(where: {
        $0.unit?.kind == .count && WordKeys(frame.parent).contains(WordKeys($0.unitName).keys[...])
      })
    {
      subject.unit = counted.unit
      subject.unitName = counted.unitName
    }
    guard let unit = subject.unit else { return false }
    let isMember =
      context.frames.last != nil && (!wording.text.isEmpty || !tail.words.isEmpty && !isFirst)
    // Tổng số lớp 26.874, tăng 312.
    let repeats =
      changes && found.last?.measure == .level && found.last?.indicator == subject.text
      && unit.kind != .rank
    // giảm từ 480 xuống còn 460
    let reaches = clause.verb == .reach && wording.text.isEmpty && found.last?.unit == unit.name
    // chi cục A thu 2.100 tỷ đồng, chi cục B 1.870, chi cục C 960
    let isListed =
      !wording.text.isEmpty && !clause.isApart && clause.verb == nil
      && found.last?.measure == .level
      && found.last?.unit == unit.name && quantity.value.approximation >= 100
      && unit.kind == .money
    let lends = bracketDepth > 0 || isListed || isMember || isSigned || repeats || reaches
    // năng suất 52,3 tạ/ha (cùng kỳ 53,1)
    let isCompared = context.compared != nil
    guard lends,
      changes || isSigned || isMember || isCompared || reaches || !wording.text.isEmpty
        || quantity.power > 0
    else { return false }
    quantity.unit = unit
    quantity.unitName = subject.unitName
    quantity.isLent = true
    if quantity.power == 0 { quantity.power = lastPower }
    return true
  }
}
