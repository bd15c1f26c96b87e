import Observations
import Quantities
import TextModel
import VietnameseText

// How final a number is: whether it happened, is estimated or planned.
extension Resolver {
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

  /// Whether the clause names only who set the plan.
  private func isIssued() -> Bool {
    let words = clause.words.filter { !items[$0].isComma }
    return !words.isEmpty && words.allSatisfy { items[$0].cue == .issuer }
  }

  func plannedYear(_ i: Int) -> Int? {
    for t in items[i].tokens where document.tokens[t].shape.contains(.year) {
      return wholeNumber(document.tokens[t], document.bytes, digits: 4)
    }
    return context.report?.year
  }

  func isPlanBase(_ i: Int) -> Bool {
    if case .base(.plan?)? = items[i].cue { return true }
    return false
  }

  /// Settles the status; returns where it comes from, if not from the clause.
  mutating func status(_ record: inout Observation, _ subject: Subject) -> Provenance? {
    var source: Provenance?
    if context.compared == .plan {
      record.status = .plan
      return nil
    }
    // Kế hoạch vốn năm 2024 là 862 tỷ đồng.
    if clause.isPlanned, isFirst, clause.start.map(isPlanBase) == true,
      case .year(let year)? = clause.time, let now = context.report?.year, year > now
    {
      context.sentenceStatus = .plan  // Mục tiêu đến năm 2025 có 60 xã, thu nhập 60 triệu đồng
    }
    let isNamed = clause.verb == .link && clause.verbItem.map { isSingle($0, .copula) } == true
    if clause.isPlanned, bracketDepth == 0, record.measure == .level,
      clause.start.map(isPlanBase) == true || isNamed
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
    } else if let frame = context.frames.last, frame.extent != .bracket {
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
}
