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
    var record = Observation(value: reading.sign < 0 ? -quantity.value : quantity.value)
    record.measure = reading.measure
    record.base = reading.base
    record.unit = quantity.unitName
    record.unitMultiplier = quantity.power
    record.denominator = quantity.denominator
    record.bound = quantity.bound ?? clause.bound ?? thresholdBound(behind: i)
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
      let start = clause.start, isPlanBase(start), let year = plannedYear(start)
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
    if reading.measure == .level {
      subject.unit = quantity.unit
      subject.unitName = quantity.unitName
      subject.period = period
      subject.status = record.status
    }
    if wording.firstClass.contains(.doing), !tail.words.isEmpty, reading.measure == .level {
      context.action = wording.text
    } else if !wording.text.isEmpty || reading.measure != .level || clause.isApart {
      context.action = ""
    }
    let isPlanNote = clause.isPlanned && bracketDepth > 0 || context.compared != nil
    if !isPlanNote {
      if subject.unit == nil {
        subject.unit = context.subject?.unit; subject.unitName = context.subject?.unitName ?? ""
      }
      context.subject = subject
      let isNamed = subject.text != quantity.unit?.name || clause.time == .now
      if !subject.isBare, bracketDepth == 0, isNamed, context.owner == nil || !isOnlyVerb(wording, quantity)
      {
        context.owner = subject
      }
      if reading.measure == .level || !wording.text.isEmpty { context.remember(subject) }
    }
  }

  /// Toàn xã có 7 sản phẩm OCOP: what there is, at the report's end.
  private func countsWhole(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count, bracketDepth == 0, clause.time == nil,
      context.sentencePeriod == nil, let scope = clause.scopeItem, let verb = clause.verbItem,
      verb == scope + 1, isSingle(verb, .have) || isSingle(verb, .remaining), clause.words.isEmpty,
      quantity.numberTokens.upperBound < quantity.tokens.upperBound
    else { return false }
    return !vocabulary.isWord(document.tokens[quantity.numberTokens.upperBound], .eventUnit)
  }

  /// thu hoạch 12.000 ha: what is done to the thing that was named before.
  private func isOnlyVerb(_ wording: SubjectReader.Wording, _ quantity: Quantity) -> Bool {
    wording.firstClass.contains(.doing) && wording.words <= 3 && quantity.kind == .measure
  }

  /// ước đạt 7.236 tỷ, tăng 12%; ước A con, bò B con: the same clause, for its status.
  private func goesOn(
    from last: Stated, _ record: borrowing Observation, _ subject: Subject
  ) -> Bool {
    guard last.status == .estimate || last.status == .provisional, !clause.isApart,
      clause.time == nil
    else { return false }
    if last.indicator == subject.text, last.parent == subject.parent { return true }
    return record.measure == .level && clause.verb == nil && last.measure == .level
      && last.unit == record.unit
  }

  /// 24 nhà máy đang phát điện
  private func goesOn(_ tail: Tail) -> Bool {
    guard let first = tail.words.first, first > 0, let last = tail.words.last else { return false }
    return (first - 1...last).contains { isSingle($0, .ongoing) }
  }

  /// Whether the clause names only who set the plan.
  private func isIssued() -> Bool {
    let words = clause.words.filter { !items[$0].isComma }
    return !words.isEmpty && words.allSatisfy { items[$0].cue == .issuer }
  }

  private func plannedYear(_ i: Int) -> Int? {
    for t in items[i].tokens where document.tokens[t].shape.contains(.year) {
      return wholeNumber(document.tokens[t], document.bytes, digits: 4)
    }
    return context.report?.year
  }

  private func isPlanBase(_ i: Int) -> Bool {
    if case .base(.plan?)? = items[i].cue { return true }
    return false
  }

  private mutating func iso(_ period: TimePeriod?) -> String {
    guard let period else { return "" }
    if let written = context.written, written.period == period { return written.iso }
    let iso = period.iso
    context.written = (period, iso)
    return iso
  }

  private func inherit(_ source: Provenance?, _ field: String, _ record: inout Observation) {
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

  /// Settles the status; returns where it comes from, if not from the clause.
  private mutating func status(_ record: inout Observation, _ subject: Subject) -> Provenance? {
    var source: Provenance?
    if context.compared == .plan {
      record.status = .plan
      return nil
    }
    // Kế hoạch vốn năm 2024 là 862 tỷ đồng.
    if clause.isPlanned, bracketDepth == 0, record.measure == .level,
      clause.start.map(isPlanBase) == true
    {
      record.status = .plan
      context.planIsNamed = true
      return nil
    }
    // Mục tiêu cả năm tỷ lệ hộ nghèo giảm 1,5%
    if clause.isPlanned, bracketDepth == 0, record.measure == .change,
      clause.start.map(isPlanBase) == true, clause.base == nil || record.base != .plan
    {
      record.status = .plan
      context.sentenceStatus = .plan
      return nil
    }
    // Thủ tướng giao 15.280 tỷ đồng, HĐND tỉnh giao 17.452 tỷ đồng
    if found.last?.status == .plan, record.measure == .level, isIssued() {
      record.status = .plan
      if let year = context.report?.year { record.period = TimePeriod.year(year).iso }
      return nil
    }
    if clause.isPlanned, bracketDepth > 0 {
      record.status = .plan
      if record.measure != .level { record.measure = .level; record.base = nil }
      if let year = context.report?.year { record.period = TimePeriod.year(year).iso }
      return nil
    }
    if let status = clause.status ?? context.sentenceStatus {
      record.status = status
      if clause.status == nil { source = .sentence }
    } else if let status = context.sectionStatus ?? context.paragraphStatus {
      record.status = status
      source = context.sectionStatus == nil ? .paragraph : .section
    } else if let last = found.last, bracketDepth == 0, goesOn(from: last, record, subject) {
      record.status = last.status
      source = .sentence
    } else if let frame = context.frames.last, frame.extent != .bracket, record.measure != .ratio {
      record.status = frame.status
      if frame.status != .actual { source = frame.source }
    }
    let isPlan = context.sentenceStatus == .plan || context.sectionStatus == .plan
    if isPlan, clause.status != .forecast, clause.status != .plan {
      record.status = .plan
      source = context.sentenceStatus == .plan ? .sentence : .section
    }
    return source
  }

  /// Whether the paragraph has a level of it that is counted or measured, and no price or rate.
  private func isCounted(_ subject: Subject) -> Bool {
    context.subjects.contains {
      $0.text == subject.text && ($0.unit?.kind == .count || $0.unit?.kind == .measure)
        && !$0.unitName.contains("/")
    }
  }

  /// Levels of `subject` that the sentence stated before it was known to be a stock.
  private mutating func restock(_ subject: Subject) {
    for k in observations.indices[first...].reversed()
    where observations[k].measure == .level && observations[k].indicator == subject.text {
      guard let period = TimePeriod(iso: observations[k].period), !period.isAsOf else { return }
      observations[k].period = stocked(period, subject).iso
    }
  }

  /// The period of a number: its clause's own, else what its sentence, paragraph or report gives.
  private mutating func period(
    for subject: Subject, _ quantity: Quantity, _ tail: Tail, isNew: Bool
  ) -> (TimePeriod?, Provenance?) {
    if let time = clause.time ?? tail.time, let period = context.resolve(time) {
      let stocked = stocked(period, subject)
      var isOwn = tail.timeIsOwn && clause.time == nil || bracketDepth > 0 && clause.time == nil
      // gồm Đông Xuân 1997 - 1998 11.205 ha, Hè Thu 12.713 ha: each part has its own season.
      if case .years = period, let frame = context.frames.last, !frame.isLabel { isOwn = true }
      if !isOwn { set(stocked, isNow: time == .now) }
      return (stocked, nil)
    }
    // Toàn tỉnh hiện có 86 làng nghề; giá trị sản xuất 470 tỷ đồng: money flows again.
    if isNew, context.isNow, !subject.isStock, quantity.kind == .money, clause.time == nil,
      clause.isApart || !subject.isBare
    {
      let period =
        context.openingPeriod.flatMap { $0.isAsOf ? nil : $0 } ?? context.report?.period
      context.sentencePeriod = period
      context.sentencePeriodSource =
        context.openingPeriod == nil ? context.reportSource : .paragraph
      context.isNow = false
      return (period, context.sentencePeriodSource)
    }
    if subject.isStock, countsWhole(quantity), let report = context.report?.period {
      let period = stocked(report, subject)
      set(period)
      return (period, context.reportSource)
    }
    // Đông Xuân 1997 - 1998 11.205 ha, Hè Thu 12.713 ha: a season of one year has the report's.
    if clause.isOneYearSeason, let report = context.report?.period,
      case .years? = context.sentencePeriod ?? context.lastPeriod
    {
      set(report)
      return (report, context.reportSource)
    }
    if let base = context.compared {
      let head = context.sentencePeriod ?? context.lastPeriod ?? context.report?.period
      return (context.period(of: base, from: head), .clause)
    }
    // (cùng kỳ tăng 6,9%) is the same indicator a year earlier.
    if bracketDepth > 0, clause.baseItem != nil, case .some(.some(.samePeriod)) = clause.base,
      let verb = clause.verbItem, let base = clause.baseItem, base < verb,
      let period = context.lastPeriod
    {
      return (period.yearBefore, nil)
    }
    if isNew, !subject.isBare, hasOwnCumulative(), frameParent() == nil {
      let period =
        context.openingPeriod.flatMap { $0.isCumulative ? nil : $0 } ?? context.report?.period
      context.sentencePeriod = period
      context.sentencePeriodSource = .paragraph
      return (period.map { stocked($0, subject) }, .paragraph)
    }
    if let period = context.sentencePeriod {
      return (stocked(period, subject), context.sentencePeriodSource)
    }
    if let frame = context.frames.last, frame.extent == .list, let period = frame.period {
      context.lastPeriod = period
      context.sentencePeriod = period
      context.sentencePeriodSource = .paragraph
      return (stocked(period, subject), .paragraph)
    }
    let (given, source) = inheritedPeriod(isNewSubject: isNew && !subject.isBare)
    let period = monthly(given, source, tail).map { stocked($0, subject) }
    if let period {
      context.lastPeriod = period
      context.sentencePeriod = period
      context.sentencePeriodSource = source
    }
    return (period, source)
  }

  /// So với tháng Tư, IIP nhích thêm 2,9%: of a report on a month and on the months up to it, the month.
  private func monthly(_ period: TimePeriod?, _ source: Provenance, _ tail: Tail) -> TimePeriod? {
    guard case .months(_, _, let year, let month)? = period, source == .report || source == .option,
      let base = tail.base == nil ? clause.baseItem : tail.baseItem,
      case .base(.previousPeriod?)? = items[base].cue,
      items[base].tokens.contains(where: { vocabulary.isWord(document.tokens[$0], .month) })
    else { return period }
    return .month(year: year, month)
  }

  /// What the sentences before give: an elliptic one goes on with the last time, one with a subject
  /// of its own returns to its paragraph's, and in a section of plans to the section's.
  private func inheritedPeriod(isNewSubject: Bool) -> (TimePeriod?, Provenance) {
    let section = context.sectionPeriod.flatMap { context.resolve($0) }
    if context.sectionStatus == .plan, let section { return (section, .section) }
    let goesOn = !isNewSubject || context.isPartitive
    let paragraph = goesOn ? context.lastPeriod : context.openingPeriod
    if let paragraph { return (paragraph, .paragraph) }
    if let section { return (section, .section) }
    return (context.report?.period, context.reportSource)
  }

  /// Whether the clause's own "lũy kế" comes after this number: then the number is the month's.
  private func hasOwnCumulative() -> Bool {
    guard let start = clause.start, context.sentencePeriod != nil else { return false }
    var isFirst = true
    var i = start - 1
    while i >= 0 {
      if case .semicolon = items[i].kind { break }
      if items[i].isQuantity { isFirst = false }
      i -= 1
    }
    guard isFirst, i >= 0 else { return false }
    for item in items[start...] {
      if case .semicolon = item.kind { return false }
      if case .time(let time) = item.kind {
        switch time {
        case .cumulative, .sinceYearStart, .firstMonths: return true
        default: return false
        }
      }
    }
    return false
  }

  /// A stock stands at a moment: the end of the time that a flow would cover.
  private func stocked(_ period: TimePeriod, _ subject: Subject) -> TimePeriod {
    guard subject.isStock, !period.isAsOf else { return period }
    switch period {
    case .days(_, let day), .day(let day): return .asOfDay(day)
    default: break
    }
    return .asOfMonth(year: period.end.year, period.end.month)
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
  mutating func finish(_ quantity: Quantity, _ reading: Reading, _ tail: Tail) {
    if case .some(.some(let base)) = tail.base { remember(base) }
    if reading.base == .plan, reading.baseSource == nil { context.planIsNamed = true }
    keepPair(reading, tail)
    if reading.measure == .level, quantity.denominator != nil {
      context.lastFraction = quantity
      if case .some(.some(.plan)) = tail.base {
        context.isPlannedFraction = true
      } else {
        context.isPlannedFraction = false
      }
    } else if reading.measure == .level {
      context.lastFraction = nil
    }
    if reading.measure != .level {
      context.manner = Manner(
        measure: reading.measure, sign: reading.sign, base: reading.base, unitKind: quantity.kind)
    } else if clause.verb != nil || quantity.kind == .money {
      if clause.verb == .link || clause.verb == .reach { context.manner = nil }
    }
    clause = Clause()
  }
}
