import Observations
import Quantities
import RuleLanguage
import TextModel

// Bases, and times that something is compared with.
extension Resolver {
  func isInReference(_ time: PeriodExpression, _ i: Int) -> Bool {
    guard case .day = time else { return false }
    for word in clause.words.reversed() {
      if items[word].isComma { return false }
      switch items[word].cue {
      case .reference?, .law?: return true
      default: break
      }
    }
    return false
  }

  /// chuẩn nghèo giai đoạn 2016-2020, Luật Tiếp công dân năm 2013, do mưa úng ngày 3 - 7/8: a time that
  /// says which, or when the cause was.
  func isNamePart(_ time: PeriodExpression, _ i: Int) -> Bool {
    switch time {
    case .years:
      guard begins(i, .planSpan), let last = clause.words.last else { return false }
      return !items[last].isComma
    case .year:
      guard let first = clause.words.first(where: { !items[$0].isComma }),
        let last = clause.words.last, !items[last].isComma
      else { return false }
      // bán trái cây ở chợ nổi từ năm 1998: since when
      if isWord(last, .from), first < last, case .year(let year) = time,
        let now = context.report?.year, year < now
      {
        return true
      }
      return begins(first, .carrying)
    case .day, .days: return clause.afterReason
    default: return false
    }
  }

  /// gặt hè thu trước 20/8: when one thing is to be done, and no time of the figures behind it.
  func isDeadline(_ i: Int) -> Bool {
    begins(i, .before) && clause.words.contains { !items[$0].isComma }
  }

  /// cao hơn năm 2018: the time right behind a comparing verb.
  func comparedBase(_ time: PeriodExpression, at i: Int) -> Base? {
    guard clause.verbItem == i - 1, clause.verb == .up || clause.verb == .down,
      endsComparing(i - 1)
    else { return nil }
    return base(of: time)
  }

  /// What a time is when something is compared with it.
  func base(of time: PeriodExpression) -> Base? {
    guard let current = plannedPeriod() else { return nil }
    if case .year(let year) = time {
      if year == current.end.year - 1 {
        return current.isWholeYear ? .previousPeriod : .samePeriod
      }
      return year < current.end.year ? .baseYear : nil
    }
    if case .yearEnd(let year) = time {
      return year.map { $0 == current.end.year - 1 } ?? true ? .yearEnd : nil
    }
    guard let (month, stated) = time.lastMonth, let period = context.resolve(time) else {
      return nil
    }
    if period == current { return nil }
    let year = stated ?? period.end.year
    if month == current.end.month, year < current.end.year { return .samePeriod }
    return month == 12 && year == current.end.year - 1 ? .yearEnd : .previousPeriod
  }

  /// A base before its number: so với cùng kỳ, đàn trâu tăng 1,1%.
  mutating func read(_ base: Base?, at i: Int) {
    let opens = begins(i, .against)
    // CPI tháng 12/2018 giảm 0,18%: of this year, it is the time.
    if base == .yearEnd, !opens, let named = items[i].named, let now = context.report?.year,
      Int(named.year) >= now, items[i].tokens.contains(where: isMonthWord)
    {
      clause.time = .month(Int(named.month), year: Int(named.year))
      return
    }
    if begins(i, .beginning), clause.verbItem != i - 1 {
      clause.words.append(i)
      return
    }
    let isCompared =
      clause.verbItem == i - 1 && i > 0 && (clause.verb == .up || clause.verb == .down)
      && endsComparing(i - 1)
    if base == .plan, !opens, !isCompared {
      // Kế hoạch vốn: 460 tỷ đồng; in a bracket (KH 8%) it is the target itself.
      clause.isPlanned = true
      clause.planItem = i
      clause.words.append(i)
      return
    }
    if base == .total, !opens {
      clause.words.append(i)
      return
    }
    // tương đương cùng kỳ: said without a number, it is no base of later ones.
    if clause.verb == .ratio, clause.verbItem == i - 1, !opens { return }
    let base = settled(base, at: i)
    if let base { clause.bases.append(base) }
    clause.base = .some(base)
    clause.baseItem = i
    if let base {
      context.forwardBase = base
      remember(base)
    } else {
      context.forwardBase = nil
    }
  }

  private func isMonthWord(_ token: Int) -> Bool {
    vocabulary.isWord(document.tokens[token], .month)
  }

  mutating func remember(_ base: Base) {
    if base == .plan {
      context.planIsNamed = true
    } else if base != .total {
      if context.clauseBase == nil { context.clauseBase = base }
      context.lastBase = context.clauseBase ?? base
    }
  }

  /// 33.960/34.500 chỉ tiêu: counted by the plan itself.
  func isPlan(_ quantity: Quantity) -> Bool {
    let first = quantity.numberTokens.upperBound
    guard first < quantity.tokens.upperBound,
      let match = vocabulary.lexicon.longestMatch(
        .phrase, document.tokens, at: first, end: quantity.tokens.upperBound)
    else { return false }
    if case .cue(.base(.plan?)) = vocabulary.meanings[match.rule] { return true }
    return false
  }
}
