import Observations
import Quantities
import TextModel

// từ 14 xuống 6 xã: the earlier level, then the present one.
extension Resolver {
  /// Where a course that begins at a number leads: the verb before the present level, that level,
  /// and the time of the earlier one.
  struct Course {
    var verb: Int
    var present: Int
    var time: PeriodExpression?
    /// từ 6,7 ngày của cùng kỳ xuống 6,4 ngày: what the earlier level is the level of.
    var base: Base?
    /// hồi đầu năm
    var isSinceYearEnd = false
  }

  /// How many items may stand between the two levels.
  private static let longestCourse = 10

  /// The course that the number at `i` begins, behind từ.
  func course(at i: Int, _ end: Int) -> Course? {
    guard i > 0, isWord(i - 1, .from) else { return nil }
    var time: PeriodExpression?
    var isSinceYearEnd = false
    var base: Base?
    var j = i + 1
    while j < end, j < i + Self.longestCourse {
      switch items[j].kind {
      case .time(let found): time = found
      case .cue(.base(.yearEnd?)) where begins(j, .beginning):
        time = (context.report?.year).map { .yearEnd($0 - 1) }
        isSinceYearEnd = true
      case .cue(.base(let found?)) where found != .plan && found != .total && isWord(j - 1, .of):
        base = found
      case .openBracket, .closeBracket, .word: break
      case .cue(.verb(.reach, _)):
        var next = j + 1
        while next < end {
          switch items[next].kind {
          case .cue(.bound), .cue(.aspect), .cue(.verb(.reach, _)), .cue(.verb(.link, _)): next += 1
          case .quantity:
            return Course(
              verb: j, present: next, time: time, base: base, isSinceYearEnd: isSinceYearEnd)
          default: return nil
          }
        }
        return nil
      case .cue(.verb(.down, _)), .cue(.verb(.up, _)), .cue(.scope), .cue(.aspect): break
      default: return nil
      }
      j += 1
    }
    return nil
  }

  /// Makes the record of the earlier level; returns the item to go on with.
  mutating func read(_ quantity: Quantity, at i: Int, _ course: Course) -> Int {
    var earlier = quantity
    if let present = items[course.present].quantity, earlier.unit == nil {
      earlier.unit = present.unit
      earlier.unitName = present.unitName
      if earlier.power == 0 { earlier.power = present.power }
    }
    if clause.words.last == i - 1 { clause.words.removeLast() }
    if earlier.unit == nil, let unit = countedUnit(earlier, Tail(next: i + 1)) {
      earlier.unit = unit
      earlier.unitName = unit.name
    }
    let own = clause
    clause.verb = nil
    clause.sign = nil
    // tỷ trọng nông nghiệp từ 23,3% xuống 22,9%, công nghiệp từ 38,1% lên 38,6%
    let isShare =
      own.isShare || context.frames.last?.isStructure == true
      || found.last?.measure == .share && found.last?.unit == earlier.unitName
        && !own.words.contains { items[$0].cue == .rate }
    var reading = Reading()
    reading.manner = "earlier"
    if isShare, quantity.kind == .percent || quantity.unit == nil {
      reading.measure = .share
      reading.base = .total
    }
    var tail = Tail(next: i + 1)
    let wording = subjects.wording(of: clause.words)
    let subject = self.subject(of: earlier, wording, &tail, &reading)
    emit(earlier, subject, reading, tail, wording, at: i)
    let present = context.sentencePeriod ?? context.lastPeriod ?? context.report?.period
    let period =
      course.time.flatMap { context.resolve($0) }
      ?? context.period(of: course.base ?? courseBase(own), from: present)
    if let last = observations.indices.last, let period {
      let isStock = subject.isStock || course.time == nil && (own.base != nil || subject.isRate)
      observations[last].period =
        (period.isWholeYear && isStock ? .asOfMonth(year: period.end.year, 12) : period).iso
    }
    // từ 1.690 hộ hồi đầu năm xuống 1.480 hộ
    if own.base == .some(.yearEnd) || course.isSinceYearEnd { context.subject?.isStock = true }
    clause = Clause()
    clause.start = course.verb
    clause.isShare = isShare
    return course.verb
  }

  /// What the earlier level is the level of.
  private func courseBase(_ clause: Clause) -> Base {
    if case .some(.some(let base)) = clause.base, base != .plan, base != .total { return base }
    return context.forwardBase ?? context.lastBase ?? .samePeriod
  }
}
