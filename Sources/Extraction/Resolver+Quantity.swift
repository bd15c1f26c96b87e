import Observations
import Quantities
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
    var wholeFromTail = false
  }

  /// Reads the number at `i`; returns the item to go on with.
  mutating func read(_ quantity: Quantity, at i: Int, _ end: Int) -> Int {
    // The head number of "trong 11 nhóm có 9 nhóm" is the whole of the counts that follow.
    var quantity = quantity
    var tail = self.tail(of: quantity, at: i, end)
    let wording = self.wording(before: quantity, tail)
    guard takes(&quantity, wording, tail, at: i) else {
      dropped.append((quantity.tokens, "a number without unit or verb"))
      clause.words.append(i)
      return i + 1
    }
    var reading = measure(of: quantity, wording, tail, at: i)
    let subject = self.subject(of: quantity, wording, &tail, &reading)
    emit(quantity, subject, reading, tail, wording, at: i)
    finish(quantity, reading, tail)
    return tail.next
  }

  /// The words before the number; none where they are another clause or only name who acts.
  private func wording(before quantity: Quantity, _ tail: Tail) -> SubjectReader.Wording {
    // …, 100% xe khai báo: a percentage of a counted group begins anew behind its comma.
    if quantity.kind == .percent, clause.verb == nil, !tail.words.isEmpty, let last = clause.words.last,
      items[last].isComma
    {
      return SubjectReader.Wording()
    }
    let wording = subjects.wording(of: clause.words)
    return wording.words == 1 && wording.firstClass.contains(.actor)
      ? SubjectReader.Wording() : wording
  }

  /// Whether the number states something, with the unit that a list or a bracket lends it.
  private mutating func takes(
    _ quantity: inout Quantity, _ wording: SubjectReader.Wording, _ tail: Tail, at i: Int
  ) -> Bool {
    if quantity.unit != nil { return true }
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
        items[noun].tokens.lowerBound..<min(items[noun].tokens.lowerBound + 2, items[tail.words[tail.words.count - 1]].tokens.upperBound))
      quantity.unit = Unit(name: quantity.unitName, kind: .count)
      return true
    }
    guard let subject = context.subject, let unit = subject.unit else { return false }
    let lends = bracketDepth > 0 || context.frames.last != nil && !wording.text.isEmpty || isSigned
    guard lends, changes || isSigned || !wording.text.isEmpty || quantity.power > 0 else { return false }
    quantity.unit = unit
    quantity.unitName = subject.unitName
    if quantity.power == 0 { quantity.power = lastPower }
    return true
  }

  // MARK: Measure and base

  func measure(
    of quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: Tail, at i: Int
  ) -> Reading {
    var reading = Reading()
    let stated = tail.base ?? clause.base
    let kind = quantity.kind ?? .count
    let isRelative = kind == .percent || kind == .points || kind == .times
    if let sign = quantity.sign, clause.verb == nil || clause.verb == .ratio || clause.verb == .up || clause.verb == .down {
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
      case .up where isFlow(wording, quantity): break
      case .up, .down:
        reading.measure = .change
        reading.sign = clause.sign ?? 1
        reading.manner = "verb"
      case .exceed:
        reading.measure = .change
        reading.manner = "exceed"
        reading.base = .plan
      case .reach: break
      case .share where kind == .percent:
        reading.measure = .share
        reading.manner = "share"
      case .contribute where isRelative:
        reading.measure = .contribution
        reading.sign = clause.sign ?? 1
        reading.manner = "contribution"
      case .ratio where kind == .percent:
        reading.measure = .ratio
        reading.manner = "ratio"
      default:
        if kind == .percent || kind == .points { percent(&reading, quantity, wording, tail) }
        else if let manner = context.manner, manner.measure == .change,
          spreads(manner, quantity, wording, tail)
        {
          reading.measure = .change
          reading.sign = manner.sign ?? 1
          reading.manner = "spread"
          reading.confidence -= 8
        }
      }
    }
    if wording.isGrowth, kind == .percent, reading.measure == .level || reading.measure == .ratio {
      reading.measure = .change
      reading.manner = "growth"
    }
    settleBase(&reading, stated, quantity, wording, tail)
    return reading
  }

  /// A verb spreads over a list: giảm 3 vụ, 2 người chết.
  private func spreads(
    _ manner: Manner, _ quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: Tail
  ) -> Bool {
    guard clause.verb == nil, quantity.kind == .count || quantity.kind == .measure,
      manner.unitKind == .count || manner.unitKind == .measure
    else { return false }
    guard wording.text.isEmpty else { return false }
    return tail.words.isEmpty || isBare(tail.words) || known(subjects.text(tail.words), quantity) != nil
  }

  /// tuyển sinh thêm 210 em: what is done, not by how much it rose.
  private func isFlow(_ wording: SubjectReader.Wording, _ quantity: Quantity) -> Bool {
    guard !wording.text.isEmpty, quantity.kind != .percent, let verb = clause.verbItem else { return false }
    return document.isWord(items[verb].tokens, "thêm")
  }

  func isBare(_ words: [Int]) -> Bool {
    !words.isEmpty
      && words.allSatisfy {
        if case .bare? = items[$0].cue { return true }
        return false
      }
  }

  /// A percentage that no verb of change, ratio or share governs.
  private func percent(
    _ reading: inout Reading, _ quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: Tail
  ) {
    let named: Base?
    if case .some(let base) = tail.base { named = base } else { named = nil }
    if wording.isRate, named == nil || named == .total {
      reading.measure = .level
      reading.manner = "rate"
      return
    }
    if let named, named != .total {
      reading.measure = clause.verb == nil && context.manner?.measure == .change && named != .plan ? .change : .ratio
      if reading.measure == .change { reading.sign = context.manner?.sign ?? 1 }
      reading.manner = "named-base"
      return
    }
    if let fraction = context.lastFraction, wording.text.isEmpty, fraction.denominator != nil {
      reading.measure = .share
      reading.manner = "fraction"
      return
    }
    if !tail.words.isEmpty, wording.text.isEmpty, clause.verb == nil || clause.verb == .link {
      reading.measure = .share
      reading.manner = "counted-group"
      reading.inheritsSubject = false
      return
    }
    if clause.verb == .link {
      if wording.text.isEmpty {
        reading.measure = .ratio
        reading.manner = "attained"
        if context.subject?.isRate == true { reading.measure = .level }
      } else {
        reading.measure = .level
        reading.manner = "rate"
      }
      return
    }
    // Parts of a rate are rates.
    if clause.verb == nil, !wording.text.isEmpty, context.owner?.unit?.kind == .percent {
      reading.measure = .level
      reading.manner = "part-of-rate"
      return
    }
    if let manner = context.manner, clause.verb == nil {
      switch manner.measure {
      case .change where manner.unitKind == .percent || manner.unitKind == .points:
        reading.measure = .change
        reading.sign = manner.sign ?? 1
        reading.manner = "spread"
        return
      case .share, .ratio, .contribution:
        if bracketDepth > 0 || wording.text.isEmpty {
          reading.measure = manner.measure
          reading.base = manner.base
          reading.manner = "spread"
          return
        }
      default: break
      }
    }
    if case .some(.some(let base)) = clause.base, base != .total {
      reading.measure = .change
      reading.manner = "base-first"
      return
    }
    if bracketDepth > 0, wording.text.isEmpty, context.subject?.unit?.kind != .percent {
      reading.measure = .share
      reading.manner = "bracket"
      reading.confidence -= 15
      return
    }
    reading.measure = .level
    reading.manner = "rate"
    reading.confidence -= 15
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
    if reading.base == .plan { return }
    if case .some(let base) = stated {
      reading.base = base
      if base == .total {
        reading.base = nil
        reading.measure = reading.measure == .ratio ? .ratio : .change
      }
      return
    }
    if reading.measure == .ratio, !tail.words.isEmpty, quantity.kind == .percent {
      // bằng 0,8% kim ngạch xuất khẩu: of another thing.
      reading.base = nil
      reading.wholeFromTail = true
      return
    }
    if reading.base != nil { return }
    if reading.measure == .ratio, quantity.kind == .percent {
      if context.planIsNamed || context.forwardBase == nil && context.lastBase == nil {
        reading.base = .plan
        reading.baseSource = context.planIsNamed ? .sentence : .default
        if !context.planIsNamed { reading.confidence -= 30 }
        return
      }
    }
    let isAbsolute = quantity.kind != .percent && quantity.kind != .points && quantity.kind != .times
    if let base = context.forwardBase, base != .plan {
      reading.base = base
      reading.baseSource = .sentence
    } else if let base = context.lastBase {
      reading.base = base
      reading.baseSource = .paragraph
    } else if let base = context.listBase {
      reading.base = base
      reading.baseSource = .sentence
      reading.confidence -= 5
    } else if !isAbsolute {
      reading.base = .samePeriod
      reading.baseSource = .default
      reading.confidence -= 12
    }
    // A cumulative figure has no previous period; a yearly one has nothing else.
    let period = plannedPeriod()
    if reading.baseSource == .default, period?.isWholeYear == true { reading.base = .previousPeriod }
    if reading.base == .previousPeriod, case .months? = period { reading.base = .samePeriod }
  }

  /// The period that this clause's number will have, as far as the words say.
  func plannedPeriod() -> TimePeriod? {
    clause.time.flatMap { context.resolve($0) } ?? context.sentencePeriod ?? context.lastPeriod
      ?? context.report?.period
  }

  // MARK: Subject

  private mutating func subject(
    of quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: inout Tail,
    _ reading: inout Reading
  ) -> Subject {
    let kind = quantity.kind ?? .count
    let isRelative = kind == .percent || kind == .points || kind == .times
    let noun = subjects.text(tail.words)
    let current = context.subject
    var subject: Subject
    if isRelative {
      if wording.isGrowth, wording.words <= 4, let current {
        subject = current
      } else if let anaphor = anaphor(wording) {
        subject = anaphor
      } else if !wording.text.isEmpty {
        subject = made(wording, wording.text)
      } else if reading.measure == .share, reading.manner == "counted-group", !noun.isEmpty {
        subject = Subject(text: noun, parent: frameParent() ?? "")
        context.owner = subject
      } else {
        subject = current ?? Subject(text: noun)
      }
      if let dimension = tail.dimension ?? trailingDimension() { subject = dimensioned(dimension, subject) }
      if reading.measure == .share || reading.wholeFromTail, !noun.isEmpty,
        reading.manner != "counted-group", reading.measure == .share
      {
        subject.parent = noun
      }
      return subject
    }
    if !wording.text.isEmpty {
      var text = wording.text
      if kind == .count {
        if wording.isOpen {
          text = joined(text, quantity.unit?.name ?? "", noun)
        } else if !noun.isEmpty {
          text = joined(text, quantity.unit?.name ?? "", noun)
        } else if isVerbal(wording) {
          text = joined(text, quantity.unit?.name ?? "", "")
        }
      } else if !noun.isEmpty {
        text = joined(text, noun, "")
      }
      subject = made(wording, text)
      if !noun.isEmpty { subject.isBare = false }
      return subject
    }
    if reading.measure == .change {
      if !noun.isEmpty, let known = known(noun, quantity) { return known }
      if noun.isEmpty, clause.time == nil || quantity.kind == .count,
        let known = context.subjects.last(where: { $0.unitName == quantity.unitName })
      {
        return known
      }
      if !noun.isEmpty {
        return Subject(text: joined(quantity.unit?.name ?? "", noun, ""), parent: frameParent() ?? "")
      }
      return current ?? Subject(text: quantity.unit?.name ?? "")
    }
    if noun.isEmpty {
      // Toàn tỉnh hiện có 3.727 doanh nghiệp: all of them, not the last ones named.
      if clause.time == .now, kind == .count {
        reading.inheritsSubject = false
        return Subject(text: quantity.unit?.name ?? "")
      }
      if let current, current.unitName == quantity.unitName || kind != .count || current.unit == nil {
        reading.inheritsSubject = true
        return current
      }
      if let same = context.subjects.last(where: { $0.unitName == quantity.unitName }) { return same }
      let name = quantity.unit?.name ?? ""
      return Subject(text: name, parent: frameParent() ?? followedOwner())
    }
    let text = kind == .count ? joined(quantity.unit?.name ?? "", noun, "") : noun
    if isBare(tail.words), let owner = context.owner {
      return Subject(text: text, parent: owner.text, isBare: true)
    }
    if let known = known(noun, quantity) { return known }
    reading.inheritsSubject = false
    return Subject(text: text, parent: frameParent() ?? followedOwner())
  }

  /// Chỉ số này stands for what was named before it.
  private func anaphor(_ wording: SubjectReader.Wording) -> Subject? {
    guard let current = context.subject,
      let this = clause.words.lastIndex(where: { isWord($0, "này") }), this > 0
    else { return nil }
    let before = clause.words[..<this]
    guard let comma = before.lastIndex(where: { items[$0].isComma }) else { return current }
    let scope = subjects.wording(of: Array(before[..<comma]))
    guard !scope.text.isEmpty else { return current }
    var subject = current.renamed(scope.text)
    subject.parent = current.text
    return subject
  }

  /// với 3.106 lượt hộ vay hangs on what was named before it.
  private func followedOwner() -> String {
    for i in clause.words where isWord(i, "với") { return context.owner?.text ?? "" }
    return ""
  }

  private func trailingDimension() -> Int? { nil }

  private func dimensioned(_ item: Int, _ subject: Subject) -> Subject {
    let words = document.string(items[item].tokens).split(separator: " ").dropFirst()
    let name = words.joined(separator: " ")
    let noun = name.split(separator: " ").drop { $0 == "số" }.joined(separator: " ")
    if let known = context.subjects.last(where: {
      $0.key.contains(noun.lowercased())
        || noun.lowercased().contains($0.unitName) && !$0.unitName.isEmpty
    }) {
      return known
    }
    return subject.renamed(joined(name, subject.text, ""))
  }

  /// The subject of this paragraph that the counted noun repeats: người chết after làm chết.
  func known(_ noun: String, _ quantity: Quantity) -> Subject? {
    let words = Set(noun.lowercased().split(separator: " "))
    return context.subjects.last {
      $0.unitName == quantity.unitName
        && words.isSubset(of: Set($0.key.split(separator: " ")))
    }
  }

  /// Only a verb before the number: khởi công 120 công trình.
  private func isVerbal(_ wording: SubjectReader.Wording) -> Bool {
    guard wording.words <= 4, let first = clause.words.first(where: { !items[$0].isComma }) else {
      return false
    }
    if case .event? = items[first].cue { return true }
    guard case .word = items[first].kind else { return false }
    return wording.firstClass.contains(.doing)
  }

  private func joined(_ a: String, _ b: String, _ c: String) -> String {
    [a, b, c].filter { !$0.isEmpty }.joined(separator: " ")
  }

  func frameParent() -> String? { context.frames.last?.parent }

  /// A subject of its own words, with the parent that a list, a bracket or an owner gives it.
  private mutating func made(_ wording: SubjectReader.Wording, _ text: String) -> Subject {
    var subject = Subject(text: text)
    subject.isRate = wording.isRate
    subject.isStock = wording.isStock
    subject.isGrowth = wording.isGrowth
    subject.isBare = wording.isBare
    closeFrames(for: subject)
    // The same subject again, or the next of a list of stocks, stands at the same moment.
    if let same = context.subjects.last(where: { Subject.sameName($0.text, subject.text) }) {
      subject.isStock = subject.isStock || same.isStock
      subject.unit = same.unit
      subject.unitName = same.unitName
    }
    if wording.isBare, let owner = context.owner, !Subject.sameName(owner.text, subject.text) {
      subject.parent = owner.text
    } else {
      subject.parent = frameParent() ?? ""
      if wording.isBare { subject.isBare = false }
    }
    return subject
  }

  /// A new whole closes the parts before it: the parent's own name, a total.
  private mutating func closeFrames(for subject: Subject) {
    guard let frame = context.frames.last, frame.extent != .bracket else { return }
    let isTotal =
      !candidates.isEmpty && (subject.text.hasPrefix("tổng ") || subject.text.hasPrefix("Tổng "))
    if isTotal || Subject.sameName(subject.text, frame.parent) { context.frames.removeAll { $0.extent != .bracket } }
  }
}
