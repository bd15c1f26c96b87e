import Observations
import Quantities
import TextModel

// What time a number covers.
extension Resolver {
  /// Toàn xã có 7 sản phẩm OCOP: what there is, at the report's end.
  func countsWhole(_ quantity: Quantity) -> Bool {
    var isOpen = context.sentencePeriod == nil && clause.time == nil
    if case .sinceYearStart? = clause.time { isOpen = true }
    guard quantity.kind == .count, bracketDepth == 0, isOpen, let scope = clause.scopeItem,
      let verb = clause.verbItem,
      verb == scope + 1 || verb == scope + 2 && items[scope + 1].cue == .aspect,
      isSingle(verb, .have) || isSingle(verb, .remaining),
      clause.words.allSatisfy({ items[$0].isComma }),
      quantity.numberTokens.upperBound < quantity.tokens.upperBound
    else { return false }
    return !vocabulary.isWord(document.tokens[quantity.numberTokens.upperBound], .eventUnit)
  }

  /// Whether the paragraph has a level of it that is counted or measured, and no price or rate.
  func isCounted(_ subject: Subject) -> Bool {
    context.subjects.contains {
      $0.text == subject.text && ($0.unit?.kind == .count || $0.unit?.kind == .measure)
        && !$0.unitName.contains("/")
    }
  }

  /// Levels of `subject` that the sentence stated before it was known to be a stock.
  mutating func restock(_ subject: Subject) {
    for k in observations.indices[first...].reversed()
    where observations[k].measure == .level && observations[k].indicator == subject.text {
      guard let period = TimePeriod(iso: observations[k].period), !period.isAsOf else { return }
      observations[k].period = stocked(period, subject).iso
    }
  }

  /// Cùng kỳ năm 2020 xảy ra 117 vụ, làm chết 56 người: what the sentence tells is of the year before.
  private func opensSentenceWithBase(_ quantity: Quantity) -> Bool {
    guard isFirst, bracketDepth == 0, clause.verb == nil || clause.verb == .link,
      case .some(.some(.samePeriod)) = clause.base, let base = clause.baseItem, base == 0,
      items[base].tokens.contains(where: { vocabulary.isWord(document.tokens[$0], .year) })
    else { return false }
    return !begins(base, .against) && isAmount(quantity.kind)
  }

  /// đạt 216,4 nghìn tấn, năm 2002 đạt 187,3 nghìn tấn, tăng 15,5%: the level before, told for comparison.
  private func isEarlierLevel(
    _ period: TimePeriod, _ quantity: Quantity, _ isNew: Bool
  ) -> Bool {
    guard !isNew, !isFirst, isAmount(quantity.kind), let head = context.sentencePeriod,
      period.end < head.end, let last = found.last, last.measure == .level
    else { return false }
    return last.unit == quantity.unitName
  }

  /// 512 tỷ đồng, cùng kỳ 471 tỷ đồng: the level of the base itself, right behind it.
  func statesBase(_ quantity: Quantity, _ base: Int) -> Bool {
    guard isAmount(quantity.kind), !begins(base, .against),
      found.contains(where: { $0.measure == .level && $0.unit == quantity.unitName })
    else { return false }
    return items[base + 1].quantity?.tokens == quantity.tokens
  }

  /// The period of a number: its clause's own, else what its sentence, paragraph or report gives.
  mutating func period(
    for subject: Subject, _ quantity: Quantity, _ tail: Tail, isNew: Bool
  ) -> (TimePeriod?, Provenance?) {
    // Đông Xuân 2014 - 2015 …; đến nay thu hoạch dứt điểm: the season's still.
    var time = clause.time ?? tail.time
    if time == .now, case .years? = context.sentencePeriod, !subject.isStock { time = nil }
    if let time, let period = context.resolve(time) {
      let stocked = stocked(period, subject)
      var isOwn = tail.timeIsOwn && clause.time == nil || bracketDepth > 0 && clause.time == nil
      // gồm Đông Xuân 1997 - 1998 11.205 ha, Hè Thu 12.713 ha: each part has its own season.
      if case .years = period, let frame = context.frames.last, !frame.isLabel { isOwn = true }
      if isEarlierLevel(period, quantity, isNew) { isOwn = true }
      if clause.timeIsAside, clause.time != nil {
        context.sentencePeriod = stocked
        context.sentencePeriodSource = .sentence
      } else if !isOwn {
        set(stocked, isNow: time == .now)
      }
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
    if clause.isOthersGrowth {
      let head = context.sentencePeriod ?? context.lastPeriod ?? context.report?.period
      if let time = tail.time, let period = context.resolve(time) { return (period, .clause) }
      if case .some(.some(let base)) = tail.base {
        return (context.period(of: base, from: head), .clause)
      }
      return (head?.yearBefore, .sentence)
    }
    if subject.isStock, countsWhole(quantity), let report = context.report?.period {
      let period = stocked(report, subject)
      set(period)
      return (period, context.reportSource)
    }
    // Đông Xuân 1997 - 1998 11.205 ha, Hè Thu 12.713 ha: a season of one year has the report's.
    if clause.isOneYearSeason, let year = context.report?.year, bracketDepth == 0 {
      var isOther = context.sentencePeriod == nil
      if case .years? = context.sentencePeriod { isOther = true }
      if isOther {
        context.sentencePeriod = .year(year)
        context.sentencePeriodSource = .sentence
        context.lastPeriod = .year(year)
        return (.year(year), context.reportSource)
      }
    }
    if let base = context.compared {
      let head = context.sentencePeriod ?? context.lastPeriod ?? context.report?.period
      return (context.period(of: base, from: head), .clause)
    }
    if opensSentenceWithBase(quantity), let period = context.lastPeriod ?? context.report?.period {
      context.sentencePeriod = period.yearBefore
      context.sentencePeriodSource = .sentence
      return (period.yearBefore, nil)
    }
    // (cùng kỳ tăng 6,9%), trong khi cùng kỳ tăng 6,1%: the same indicator a year earlier.
    let opensClause =
      clause.words.allSatisfy { items[$0].isComma } && !isFirst
      && clause.baseItem.map { !begins($0, .against) } == true
    if bracketDepth > 0 || opensClause, case .some(.some(.samePeriod)) = clause.base,
      let base = clause.baseItem, !begins(base, .against),
      clause.verbItem.map({ base < $0 }) ?? (bracketDepth > 0 || statesBase(quantity, base)),
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
    if let period, context.openingPeriod == nil, !period.isAsOf, !period.isMonth,
      source != .paragraph, !subject.isBare
    {
      // Thu ngân sách đạt 702 tỷ đồng. CPI tháng 6 giảm 0,12%. Xuất khẩu 1.182 triệu USD: the report's.
      context.openingPeriod = period
    }
    if let period {
      context.lastPeriod = period
      context.sentencePeriod = period
      context.sentencePeriodSource = source
    }
    return (period, source)
  }

  /// So với tháng Tư, IIP nhích thêm 2,9%: of a report on a month and on the months up to it, the month.
  private func monthly(_ period: TimePeriod?, _ source: Provenance, _ tail: Tail) -> TimePeriod? {
    guard case .months(_, _, let year, let month)? = period, source != .paragraph,
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
    // Đến 31/12 đảng bộ có 196.240 đảng viên. Trao huy hiệu cho 7.643 đồng chí: what is done again.
    let isDone = isNewSubject && clauseIsDone && paragraph?.isAsOf == true
    if let paragraph, !isDone { return (paragraph, .paragraph) }
    if let section { return (section, .section) }
    return (context.report?.period, context.reportSource)
  }

  /// Whether the clause begins with what is done.
  private var clauseIsDone: Bool {
    guard let first = clause.words.first(where: { !items[$0].isComma }) else { return false }
    return isWord(first, .doing)
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
      if case .time(let time) = item.kind { return time.isCumulative }
    }
    return false
  }

  /// A stock stands at a moment: the end of the time that a flow would cover.
  func stocked(_ period: TimePeriod, _ subject: Subject) -> TimePeriod {
    guard subject.isStock, !period.isAsOf else { return period }
    switch period {
    case .days(_, let day), .day(let day): return .asOfDay(day)
    default: break
    }
    return .asOfMonth(year: period.end.year, period.end.month)
  }
}
