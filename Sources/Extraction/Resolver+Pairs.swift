import Observations
import Quantities
import TextModel

// lần lượt, tương ứng: a list of subjects or times with a list of numbers.
extension Resolver {
  /// Pairs a list of subjects with the list of numbers that begins at `i`.
  mutating func respective(_ i: Int, _ end: Int) -> Int {
    let isRespective = clause.isRespective
    clause.isRespective = false
    guard let first = items[i].quantity else { return i + 1 }
    let run = numbers(from: i, end)
    guard run.count > 1, let last = run.last, let lastQuantity = items[last].quantity,
      let unit = lastQuantity.unit
    else { return read(first, at: i, end) }
    let after = bases(behind: last, end)
    // Hoa Kỳ, Trung Quốc và Nhật Bản là những thị trường lớn nhất, chiếm lần lượt
    let named = clause.words.prefix { !isSingle($0, .copula) }
    let names =
      subjects.members(clause.words, count: run.count, divides: isRespective)
      ?? subjects.members(Array(named), count: run.count, divides: isRespective)
    let moves = clause.verb == .up || clause.verb == .down
    let known = names != nil || moves && context.pairBases.contains(.plan) ? [] : context.pairBases
    for bases in [clause.bases, after.bases, known]
    where bases.count == run.count && clause.base.flatMap({ $0 }) != .plan {
      context.pairBases = bases
      return paired(run, bases, next: after.bases.count == run.count ? after.next : last + 1)
    }
    if isRespective, names == nil, unit.kind == .percent, after.bases == [.plan],
      after.next < end, isWord(after.next - 1, .and)
    {
      clause.verb = .ratio
      // lần lượt bằng 51% và 46% dự toán Trung ương và HĐND tỉnh giao: of two plans.
      let next = items[after.next..<end].firstIndex { $0.isComma || $0.isQuantity } ?? end
      return paired(run, Array(repeating: .plan, count: run.count), next: next)
    }
    let members: [Subject]
    let single = subjects.wording(of: clause.words)
    if names == nil, !single.text.isEmpty, !isCollective(),
      levelPeriods(run.count).count == run.count
    {
      // nhập khẩu tương ứng là 132 và 1.062 triệu: the times of the numbers before.
      return paired(run, single, levelPeriods(run.count), end)
    }
    let times = clause.times.compactMap { context.resolve($0)?.iso }
    if times.count == run.count, times.count == clause.times.count, !single.text.isEmpty {
      return paired(run, single, times, end)
    }
    if let names {
      members = names.map {
        var member = Subject(text: $0, parent: frameParent() ?? "")
        member.isStock = single.isStock
        member.isRate = single.isRate
        return member
      }
      context.pair = members
    } else if context.pair.count == run.count, single.isBare {
      // Năng suất tương ứng là 61,2 tạ/ha; 54,3 tạ/ha
      members = context.pair.map { Subject(text: single.text, parent: $0.text, isBare: true) }
    } else if context.pair.count == run.count {
      members = context.pair
    } else {
      let recent = recentSubjects(run.count, unit: lastQuantity.unitName)
      guard recent.count == run.count else { return read(first, at: i, end) }
      members = recent
    }
    if names != nil, clause.verb == nil, lastQuantity.kind != .percent { context.manner = nil }
    let common = clause
    var tail = self.tail(of: lastQuantity, at: last, end)
    tail.next = max(tail.next, last + 1)
    let base = tail.base
    let isGrowth = clause.words.contains { items[$0].cue == .growth }
    let bases = context.pairBases
    for (k, index) in run.enumerated() {
      guard var quantity = items[index].quantity else { continue }
      clause = common
      clause.words = []
      if quantity.unit == nil {
        quantity.unit = unit
        quantity.unitName = lastQuantity.unitName
        quantity.power = quantity.power == 0 ? lastQuantity.power : quantity.power
      }
      var own = Tail(next: index + 1)
      own.base = base
      var subject = members[k]
      if quantity.kind != .percent {
        subject.unit = quantity.unit; subject.unitName = quantity.unitName
      }
      context.subject = subject
      let empty = SubjectReader.Wording()
      var reading = measure(of: quantity, empty, own, at: index)
      if isGrowth, quantity.kind == .percent, reading.measure != .change {
        // dư nợ 1.741 tỷ đồng, hai mức tăng tương ứng 1,2% và 5,7%
        reading.measure = .change
        reading.base = bases.count == run.count ? bases[k] : context.lastBase
      }
      reading.manner += ".paired"
      if reading.measure == .share, !tail.words.isEmpty {
        subject.parent = subjects.text(tail.words)
      } else if k > 0, subject.parent.isEmpty, let last = found.last,
        reading.measure == .share || reading.measure == .contribution,
        last.measure == reading.measure
      {
        subject.parent = last.parent
      }
      // A verb inside the run holds from there on.
      for between in (k == 0 ? i : run[k - 1])..<index {
        if case .verb(let verb, _)? = items[between].cue, verb == .up || verb == .down,
          reading.measure == .change
        {
          reading.sign = verb == .up ? 1 : -1
        }
      }
      emit(quantity, subject, reading, own, empty, at: index)
    }
    finish(
      lastQuantity, Reading(measure: found.last?.measure ?? .level), tail)
    return tail.next
  }

  /// bằng 102,8% và 114,1%, where the pairs before it were against two bases; so với cuối năm tăng
  /// 1.245 ha và 1.630 ha, where those were of two subjects.
  mutating func continuesPair(at i: Int, _ end: Int) -> Bool {
    guard i + 2 < end, isSingle(i + 1, .and), let first = items[i].quantity else { return false }
    var second = i + 2
    if case .verb(let verb, _)? = items[second].cue, verb == .up || verb == .down { second += 1 }
    guard second < end, let other = items[second].quantity, other.kind == first.kind else {
      return false
    }
    if context.pair.count == 2, found.last?.indicator == context.pair[1].text,
      observations.last?.rule.hasSuffix(".paired") == true,
      clause.verb == .up || clause.verb == .down || clause.verb == .ratio,
      clause.words.allSatisfy({ items[$0].isComma })
    {
      return true
    }
    if namesTwo, first.unit == nil || first.unitName == other.unitName, second == i + 2 {
      clause.isRespective = true
      return true
    }
    let moves = clause.verb == .up || clause.verb == .down
    guard context.pairBases.count == 2, clause.base == nil, first.kind == .percent,
      !moves || !context.pairBases.contains(.plan)
    else { return false }
    guard second + 1 < end, case .cue(.base) = items[second + 1].kind else { return true }
    return false
  }

  /// nguồn vốn huy động và dư nợ tín dụng ước đạt: whether the words name two quantities.
  private var namesTwo: Bool {
    let words = clause.words.drop { items[$0].isComma }
    let joints = words.indices.filter { isSingle(words[$0], .and) }
    guard joints.count == 1, let joint = joints.first, joint + 1 < words.endIndex,
      let first = words.first, !words.contains(where: { items[$0].isComma })
    else { return false }
    return isQuantityName(first) && isQuantityName(words[joint + 1])
  }

  private func isQuantityName(_ i: Int) -> Bool {
    if case .head? = items[i].cue { return true }
    return false
  }

  /// The bases that are listed behind item `i`, and what comes after them.
  private func bases(behind i: Int, _ end: Int) -> (bases: [Base], next: Int) {
    var bases: [Base] = []
    var j = i + 1
    while j < end {
      switch items[j].kind {
      case .cue(.base(let base?)) where base != .total: bases.append(settled(base, at: j) ?? base)
      case .comma where !bases.isEmpty: break
      case .word where !bases.isEmpty && isWord(j, .and): break
      default: return (bases, j)
      }
      j += 1
    }
    return (bases, j)
  }

  /// One subject with a number against each of several bases.
  private mutating func paired(_ run: [Int], _ bases: [Base], next: Int) -> Int {
    let common = clause
    for (k, index) in run.enumerated() {
      guard let quantity = items[index].quantity else { continue }
      if k > 0 {
        clause = Clause()
        clause.verb = common.verb
        clause.verbItem = common.verbItem
        clause.sign = common.sign
        for between in run[k - 1]..<index {
          if case .verb(let verb, _)? = items[between].cue, verb == .up || verb == .down {
            clause.verb = verb
            clause.sign = verb == .up ? 1 : -1
          }
        }
      }
      clause.base = .some(bases[k])
      _ = read(quantity, at: index, index + 1)
      if let last = observations.indices.last { observations[last].rule += ".paired" }
    }
    if bases.contains(.plan) { context.planIsNamed = true }
    if let first = bases.first(where: { $0 != .plan }) {
      context.lastBase = first
      context.clauseBase = first
      context.forwardBase = first
    }
    return next
  }

  /// The numbers of a list from `i`, as item indices, with nothing but joints and verbs between.
  private func numbers(from i: Int, _ end: Int) -> [Int] {
    var run: [Int] = []
    var isLast = false
    scan: for j in i..<end {
      switch items[j].kind {
      case .quantity:
        run.append(j)
        // 268,9; 250,4 và 78,7 tỷ đồng, cộng lại 740,6 tỷ đồng
        if isLast { break scan }
      case .comma, .semicolon, .cue(.aspect), .cue(.bound), .cue(.verb): break
      case .word where isWord(j, .and): isLast = true
      default: break scan
      }
    }
    return run
  }

  /// hai bệnh trên: the words count subjects that were named before.
  private func isCollective() -> Bool {
    guard let first = clause.words.first(where: { !items[$0].isComma }) else { return false }
    return isSingle(first, .several)
  }

  /// The times of the sentence's last levels, each once, in their order.
  private func levelPeriods(_ count: Int) -> [String] {
    var periods: [String] = []
    for k in observations.indices[first...]
    where observations[k].measure == .level && observations[k].period != periods.last {
      periods.append(observations[k].period)
    }
    return Array(periods.suffix(count))
  }

  /// One subject with a number for each of several times.
  private mutating func paired(
    _ run: [Int], _ wording: SubjectReader.Wording, _ periods: [String], _ end: Int
  ) -> Int {
    var next = (run.last ?? 0) + 1
    for (k, index) in run.enumerated() {
      guard let quantity = items[index].quantity else { continue }
      if k > 0 { clause = Clause() }
      next = read(quantity, at: index, end)
      if k < periods.count, let last = observations.indices.last {
        observations[last].period = periods[k]
        observations[last].rule += ".paired"
      }
    }
    return next
  }

  /// The last `count` different subjects of the paragraph.
  private func recentSubjects(_ count: Int, unit: String) -> [Subject] {
    // trong đó Mỹ 91,5 triệu USD, EU 67,7 triệu USD, tỷ trọng tương ứng 24,6% và 18,2%
    let own = context.subjects[min(context.sentenceSubjects, context.subjects.count)...].filter {
      $0.unit.map { $0.kind != .percent } ?? false
    }
    if unit == "%", clause.isShare || clause.verb == .share, Set(own.map(\.text)).count >= count {
      return latest(count, of: own)
    }
    let same = context.subjects.filter { $0.unitName == unit }
    let pool = Set(same.map(\.text)).count >= count ? same : context.subjects
    return latest(count, of: pool)
  }

  private func latest(_ count: Int, of pool: [Subject]) -> [Subject] {
    var found: [Subject] = []
    for subject in pool.reversed() where !found.contains(where: { $0.text == subject.text }) {
      found.insert(subject, at: 0)
      if found.count == count { break }
    }
    return found
  }
}
