import Observations
import Quantities
import TextModel
import VietnameseText

extension Resolver {
  /// The scale of the last level, which a bare number in the same list takes.
  var lastPower: Int {
    found.last { $0.measure == .level }?.unitMultiplier ?? 0
  }

  /// Makes the record.
  mutating func emit(
    _ quantity: Quantity, _ named: consuming Subject, _ reading: Reading, _ tail: Tail,
    _ wording: SubjectReader.Wording, at i: Int
  ) {
    var subject = named
    if subject.text.isEmpty { subject.text = subjects.text(clause.beforeReason) }
    var record = Observation(value: reading.sign < 0 ? -quantity.value : quantity.value)
    record.measure = reading.measure
    record.base = reading.base
    record.unit = quantity.unitName
    record.unitMultiplier = quantity.power
    record.denominator = quantity.denominator
    record.bound = quantity.bound ?? clause.bound ?? thresholdBound(behind: i)
    if clause.verb == .exceed, reading.measure == .level, record.bound == nil {
      record.bound = .over
    }
    var confidence = reading.confidence
    if reading.measure == .level, clause.time == nil,
      context.sentencePeriod == nil || context.sentencePeriodSource != .sentence,
      clause.isOngoing || tail.words.isEmpty == false && goesOn(tail)
    {
      subject.isStock = true
    }
    let isWhole = reading.measure == .level && countsWhole(quantity)
    if isWhole { subject.isStock = true }
    // Đàn trâu có 35.100 con, bò 163.270 con: a list of stocks.
    if clause.raises || clause.remains && quantity.kind == .count, clause.time == nil {
      subject.isStock = true
    }
    if let last = context.subject, last.isStock, reading.measure == .level, clause.time == nil,
      clause.verb == nil, last.unitName == quantity.unitName, quantity.kind == .count
    {
      subject.isStock = true
    }
    // A difference of two rates is in points even where % is written.
    if reading.measure == .change, quantity.kind == .percent, !subject.isGrowth,
      subject.isRate || subject.unit?.kind == .percent || clause.isShare
        || isOnlyShare(subject) || comparesGrowths(tail)
    {
      record.unit = "pp"
    }
    if reading.measure == .contribution, record.unit == vocabulary.score { record.unit = "pp" }
    if quantity.isSlip { confidence = min(confidence, 40) }
    if let alternative = quantity.alternative {
      record.alternatives = [.init(value: alternative)]
      confidence = min(confidence, 70)
    }
    let (period, source) = period(
      for: subject, quantity, tail, isNew: !wording.text.isEmpty || !reading.inheritsSubject)
    record.period = iso(period)
    let statusSource = status(&record, subject)
    record.indicator = subject.text
    record.parent = subject.parent
    let isInherited = wording.text.isEmpty && reading.inheritsSubject && tail.words.isEmpty
    inherit(isInherited ? (isFirst ? .paragraph : .sentence) : nil, "indicator", &record)
    inherit(parentSource(of: subject), "parent", &record)
    inherit(reading.baseSource, "base", &record)
    inherit(quantity.isLent ? .sentence : nil, "unit", &record)
    // Kế hoạch vốn năm 2022 là 50.328 tỷ đồng.
    if record.status == .plan, clause.isPlanned, bracketDepth == 0, clause.time == nil,
      let plan = clause.planItem, let year = plannedYear(plan)
    {
      record.period = TimePeriod.year(year).iso
    }
    inherit(period == nil ? nil : source, "period", &record)
    inherit(statusSource, "status", &record)
    if source == .report || source == .option { confidence -= 3 }
    if subject.text.isEmpty { confidence = min(confidence, 30) }
    // Sure as the record is, it speaks of what another one named.
    if isInherited { confidence = min(confidence, subject.confidence) }
    subject.confidence = confidence
    record.rule = reading.measure.rawValue + "." + reading.manner
    record.confidence = Confidence(hundredths: confidence)
    if keepsLayers, let start = clause.start, start < items.count {
      clauses.append((items[start].tokens.lowerBound..<quantity.tokens.upperBound, record.rule))
    }
    // Nuôi tôm 4.512 ha, so với đầu năm tăng 318 ha: what is compared with the turn of the year stands.
    if record.base == .yearEnd, !subject.isStock, isCounted(subject) {
      subject.isStock = true
      if let period, !period.isAsOf { record.period = iso(stocked(period, subject)) }
      restock(subject)
    }
    add(record, number: quantity.tokens)
    // chiếm 4,1% tổng mức bán lẻ, cao hơn cùng kỳ 28%: the whole is that of the share alone.
    if record.measure == .share, let before = context.subject, before.text == subject.text {
      subject.parent = before.parent
    }
    if context.owner != nil, isOnlyVerb(wording, quantity) { subject.isOnlyVerb = true }
    if reading.measure == .level {
      subject.unit = quantity.unit
      subject.unitName = quantity.unitName
      subject.period = period
      subject.status = record.status
    } else if clause.status == .estimate || clause.status == .provisional {
      subject.status = record.status
    }
    if wording.firstClass.contains(.doing), reading.measure == .level,
      !tail.words.isEmpty || quantity.kind == .count && wording.words <= 5
    {
      context.action = wording.text
    } else if !wording.text.isEmpty || reading.measure != .level || clause.isApart {
      context.action = ""
    }
    context.beforeSlash = tail.next < items.count && isSlash(tail.next - 1) ? wording.text : nil
    let isPlanNote = clause.isPlanned && bracketDepth > 0 || context.compared != nil
    if !isPlanNote {
      if subject.unit == nil {
        subject.unit = context.subject?.unit; subject.unitName = context.subject?.unitName ?? ""
      }
      context.subject = subject
      let isNamed = subject.text != quantity.unit?.name || clause.time == .now
      if !subject.isBare, bracketDepth == 0, isNamed,
        context.owner == nil || !subject.isOnlyVerb
      {
        context.owner = subject
      }
      if reading.measure == .level || !wording.text.isEmpty { context.remember(subject) }
    }
  }

  /// giảm 1,7% so với mức tăng cùng kỳ
  private func comparesGrowths(_ tail: Tail) -> Bool {
    guard let base = tail.baseItem else { return false }
    return items[base].tokens.contains { vocabulary.isWord(document.tokens[$0], .rising) }
  }

  /// tỷ trọng nông nghiệp còn 38,7%, giảm 2,1%: of a subject that has no level but its share.
  private func isOnlyShare(_ subject: Subject) -> Bool {
    let own = found.filter { $0.indicator == subject.text }
    return own.last?.measure == .share && !own.contains { $0.measure == .level }
  }

  /// thu hoạch 12.000 ha: what is done to the thing that was named before.
  private func isOnlyVerb(_ wording: SubjectReader.Wording, _ quantity: Quantity) -> Bool {
    wording.firstClass.contains(.doing) && wording.words <= 4 && quantity.kind == .measure
  }

  /// 24 nhà máy đang phát điện
  private func goesOn(_ tail: Tail) -> Bool {
    guard let first = tail.words.first, first > 0, let last = tail.words.last else { return false }
    return (first - 1...last).contains { isSingle($0, .ongoing) }
  }

  mutating func iso(_ period: TimePeriod?) -> String {
    guard let period else { return "" }
    if let written = context.written, written.period == period { return written.iso }
    let iso = period.iso
    context.written = (period, iso)
    return iso
  }

  func inherit(_ source: Provenance?, _ field: String, _ record: inout Observation) {
    guard let source else { return }
    if record.provenance.isEmpty { record.provenance.reserveCapacity(5) }
    record.provenance.append(.init(field: field, source: source))
  }

  private func parentSource(of subject: Subject) -> Provenance? {
    guard !subject.parent.isEmpty else { return nil }
    if let frame = context.frames.last(where: { $0.parent == subject.parent }) {
      return frame.source
    }
    return isFirst ? .paragraph : .sentence
  }

  /// tăng 9,7% so với tháng trước nhưng giảm 2,4% so với cùng kỳ: its parts may have both in turn.
  private mutating func keepPair(_ reading: Reading, _ tail: Tail) {
    guard reading.measure == .change || reading.measure == .ratio,
      case .some(.some(let base)) = tail.base, base != .total, let last = found.last
    else { return }
    let before = found.dropLast().last
    let goesOn =
      before?.indicator == last.indicator && before?.measure == last.measure && before?.base != nil
    context.baseRun = goesOn ? context.baseRun + [base] : [base]
    if context.baseRun.count > 1 { context.pairBases = context.baseRun }
  }

  /// What the next clause inherits from this number.
  mutating func finish(
    _ quantity: Quantity, _ reading: Reading, _ tail: Tail, isElliptic: Bool = true
  ) {
    if case .some(.some(let base)) = tail.base { remember(base) }
    if reading.base == .plan, reading.baseSource == nil { context.planIsNamed = true }
    keepPair(reading, tail)
    if reading.measure == .level, quantity.denominator != nil {
      context.lastFraction = quantity
      if case .some(.some(.plan)) = tail.base {
        context.isPlannedFraction = true
      } else {
        context.isPlannedFraction =
          tail.words.contains { items[$0].cue == .issuer } || isPlan(quantity)
      }
    } else if reading.measure == .level {
      context.lastFraction = nil
    }
    if reading.measure != .level {
      context.manner = Manner(
        measure: reading.measure, sign: reading.sign, base: reading.base, unitKind: quantity.kind)
    } else if context.manner?.measure == .change, context.manner?.unitKind != .percent,
      bracketDepth == 0, quantity.denominator == nil, found.last?.measure == .level, !isElliptic
    {
      context.manner = nil
    } else if clause.verb != nil || quantity.kind == .money {
      if clause.verb == .link || clause.verb == .reach { context.manner = nil }
    }
    clause = Clause()
  }
}
