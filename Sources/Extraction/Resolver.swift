import Observations
import Quantities
import RuleLanguage
import TextModel

/// Reads a sentence's items from left to right, keeping in ``Context`` what later clauses inherit.
struct Resolver {
  let document: TokenizedDocument
  let vocabulary: Vocabulary
  private(set) var items: [Item] = []
  private(set) var subjects: SubjectReader
  var context: Context
  var clause = Clause()
  /// The records of the document so far, those of the sentence from ``first`` on.
  var observations: [Observation] = []
  /// For each record of the sentence its number with its unit.
  private(set) var numbers: [Range<Int>] = []
  private(set) var first = 0
  var dropped: [(tokens: Range<Int>, reason: String)] = []
  var clauses: [(tokens: Range<Int>, note: String)] = []
  /// Whether ``clauses`` are kept.
  var keepsLayers = false

  /// What stands between the last number and the next.
  struct Clause {
    var words: [Int] = []
    var verb: Cue.Verb?
    var verbItem: Int?
    var sign: Int?
    var base: Base??
    /// All the bases before the number, in their order.
    var bases: [Base] = []
    var baseItem: Int?
    var time: PeriodExpression?
    var status: Status?
    var bound: Bound?
    var isRespective = false
    var isPlanned = false
    /// làm CPI tăng 0,3 điểm: the number is a contribution to what the words name.
    var contributes = false
    var afterReason = false
    /// Phân theo mức đạt: what stands between is no title.
    var opensList = false
    /// nâng … lên: the level is a stock's.
    var raises = false
    /// Behind the colon of a label.
    var afterLabel = false
    /// Its time is a season's: vụ Đông xuân 2010 - 2011.
    var isSeason = false
    /// giảm 6,9%, tức 486 nghìn đồng
    var restates = false
    /// Begins behind a semicolon.
    var isApart = false
    var start: Int?
  }

  init(document: TokenizedDocument, vocabulary: Vocabulary, context: Context) {
    self.document = document
    self.vocabulary = vocabulary
    self.context = context
    subjects = SubjectReader(document: document, vocabulary: vocabulary, items: [])
  }

  /// The records of the sentence so far.
  var found: ArraySlice<Observation> { observations[first...] }

  /// Whether the sentence has no record yet.
  var isFirst: Bool { first == observations.count }

  mutating func add(_ record: consuming Observation, number: Range<Int>) {
    observations.append(record)
    numbers.append(number)
  }

  /// Reads the whole sentence.
  mutating func resolve(_ items: [Item]) {
    self.items = items
    subjects = SubjectReader(document: document, vocabulary: vocabulary, items: items)
    first = observations.count
    numbers.removeAll(keepingCapacity: true)
    clause = Clause()
    bracketDepth = 0
    clauses = []
    dropped = []
    markLabel()
    context.beginSentence()
    context.isPartitive = self.items.prefix(3).contains { $0.cue == .partitive }
    context.listBase = firstBase()
    var i = firstItem()
    read(from: &i, to: self.items.count)
    takeClauseTime()
  }

  /// Passes over the bullet or the number of a list at the start.
  private func firstItem() -> Int {
    var i = 0
    while i < items.count {
      switch items[i].kind {
      case .dash, .sign, .stop: i += 1
      case .quantity(let quantity) where quantity.unit == nil && i + 1 < items.count:
        guard case .stop = items[i + 1].kind else { return i }
        i += 2
      default: return i
      }
      if i > 3 { break }
    }
    return i
  }

  /// Từ 15 đến 18 tiêu chí: 12 xã. The numbers of a label are part of its name.
  private mutating func markLabel() {
    let first = firstItem()
    var colon = first
    var hasQuantity = false
    while colon < items.count, colon - first < Self.longestLabel {
      switch items[colon].kind {
      case .colon:
        guard hasQuantity, colon + 1 < items.count else { return }
        let next = items[(colon + 1)...].prefix(4)
        guard
          next.first?.isMeasured == true
            || next.first?.isVerb == true && next.contains(where: \.isMeasured)
        else { return }
        let tokens = items[first].tokens.lowerBound..<items[colon].tokens.lowerBound
        items.replaceSubrange(first..<colon, with: [Item(kind: .word, tokens: tokens)])
        subjects = SubjectReader(document: document, vocabulary: vocabulary, items: items)
        return
      case .quantity: hasQuantity = true
      case .word, .sign, .dash, .cue(.bound), .cue(.name), .cue(.head), .cue(.verb(.link, _)): break
      default: return
      }
      colon += 1
    }
  }

  /// How many items a label with numbers may have.
  private static let longestLabel = 10

  /// The first base but the plan that the sentence names: the one at the end of its list serves
  /// those before it.
  private func firstBase() -> Base? {
    for item in items {
      if case .base(let base?)? = item.cue, base != .plan, base != .total { return base }
    }
    return nil
  }

  private mutating func read(from i: inout Int, to end: Int) {
    while i < end {
      if clause.start == nil { clause.start = i }
      switch items[i].kind {
      case .word, .sign: clause.words.append(i)
      case .dash:
        if !clause.words.isEmpty { clause.words.append(i) }
      case .comma:
        openBreakdown(at: i)
        clause.words.append(i)
      case .semicolon: semicolon()
      case .stop: clause.words.append(i)
      case .colon: colon(i)
      case .damaged:
        dropped.append((items[i].tokens, "a number without one likely reading"))
        clause = Clause()
      case .time(let time):
        if isInReference(time, i) {
          // Kỷ niệm 78 năm Ngày Thương binh 27/7: the day is part of the name.
        } else if let base = comparedBase(time, at: i) {
          clause.base = .some(base)
          clause.baseItem = i
          remember(base)
        } else {
          clause.time = merged(clause.time, time)
          if begins(i, .seasonal) { clause.isSeason = true }
        }
      case .closeBracket: break
      case .openBracket:
        i = bracket(i, end)
        continue
      case .cue(let cue): read(cue, at: i, end)
      case .quantity(let quantity):
        if let course = course(at: i, end) {
          i = read(quantity, at: i, course)
        } else {
          let isPair = clause.isRespective || continuesPair(at: i, end)
          i = isPair ? respective(i, end) : read(quantity, at: i, end)
        }
        continue
      }
      i += 1
    }
  }

  /// Theo kỳ hạn, ngắn hạn 13.790 tỷ đồng; Trong tổng dư nợ, nông nghiệp 4.236 tỷ đồng: a sentence
  /// that begins so is about parts.
  private mutating func openBreakdown(at i: Int) {
    guard isFirst, bracketDepth == 0, let first = clause.words.first, clause.words.count <= 6,
      clause.words.allSatisfy({ items[$0].isPlainWord }), clause.verb == nil
    else { return }
    if isWord(first, .by), let whole = whole(before: i), whole.unit?.kind != .percent,
      !clause.words.dropFirst().contains(where: {
        document.tokens[items[$0].tokens.lowerBound].flags.contains(.capitalized)
      })
    {
      context.frames.append(frame(of: whole, .sentence))
      clause.words = []
    } else if isWord(first, .inside), clause.words.count > 1 {
      let name = subjects.text(Array(clause.words.dropFirst()))
      guard !name.isEmpty else { return }
      let known = context.subjects.last { WordKeys(name).isSubset(of: WordKeys($0.text)) }
      var frame =
        known.map { self.frame(of: $0, .sentence) } ?? Frame(parent: name, extent: .sentence)
      frame.parent = name
      context.frames.append(frame)
      clause.words = []
    }
  }

  private func isInReference(_ time: PeriodExpression, _ i: Int) -> Bool {
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

  /// cao hơn năm 2018: the time right behind a comparing verb.
  private func comparedBase(_ time: PeriodExpression, at i: Int) -> Base? {
    guard clause.verbItem == i - 1, clause.verb == .up || clause.verb == .down,
      let last = items[i - 1].tokens.last,
      vocabulary.isWord(document.tokens[last], .comparing)
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
    guard let (month, stated) = time.lastMonth, let period = context.resolve(time) else {
      return nil
    }
    if period == current { return nil }
    let year = stated ?? period.end.year
    if month == current.end.month, year < current.end.year { return .samePeriod }
    return month == 12 && year == current.end.year - 1 ? .yearEnd : .previousPeriod
  }

  /// "lũy kế" says how, "11 tháng" says which: the one with the number wins.
  private func merged(_ old: PeriodExpression?, _ new: PeriodExpression) -> PeriodExpression {
    guard let old else { return new }
    switch (old, new) {
    case (.firstMonths, .cumulative), (.sinceYearStart, .cumulative), (.asOf, .now),
      (.asOf, .cumulative):
      return old
    case (.sinceYearStart(let to), .now): return .asOf(to)
    case (.month(let m, nil), .year(let y)): return .month(m, year: y)
    case (.firstMonths(let n, nil), .year(let y)): return .firstMonths(n, year: y)
    case (.years, .month), (.years, .reportMonth), (.years, .now): return old
    default: return new
    }
  }

  private mutating func semicolon() {
    takeClauseTime()
    clause = Clause()
    clause.isApart = true
    context.frames.removeAll { $0.isSingle }
    context.clauseBase = nil
  }

  /// A label (Thu nội địa: 1.204 tỷ), or the title of a list (Sản phẩm chủ yếu: đường 168 tấn).
  private mutating func colon(_ i: Int) {
    var next = i + 1
    while next < items.count {
      switch items[next].kind {
      case .time:
        next += 1
        continue
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect):
        next += 1
        continue
      default: break
      }
      break
    }
    let isLabel = next < items.count && items[next].isQuantity
    if isLabel {
      clause.afterLabel = true
      return
    }
    let title = subjects.wording(of: clause.words)
    if clause.status == .plan || clause.isPlanned && title.words <= 2 {
      // KH T5: what follows are targets.
      context.sentenceStatus = .plan
      takeClauseTime()
      clause = Clause()
      return
    }
    let isLast = i == items.count - 1
    if clause.opensList, let last = context.frames.indices.last {
      if isLast { context.frames[last].extent = .list }
      takeClauseTime()
      clause = Clause()
      return
    }
    if !title.text.isEmpty, isNumbered, !isLast, !title.isStructure {
      // 1. Nông nghiệp: Cả năm gieo sạ…: a heading in the line.
      takeClauseTime()
      clause = Clause()
      return
    }
    if title.isPlace || subjects.setsScene(clause.words) {
      takeClauseTime()
      clause = Clause()
      return
    }
    if !title.text.isEmpty {
      context.frames.removeAll { $0.extent == .sentence }
      context.frames.append(
        Frame(
          parent: title.text, extent: isLast ? .list : .sentence,
          period: clause.time.flatMap { context.resolve($0) }, isStructure: title.isStructure))
      let subject = Subject(text: title.text)
      context.subject = subject
      context.owner = subject
    } else if isLast, let whole = isFirst ? nil : sentenceWhole ?? context.subject {
      // Thu ngân sách 702,3 tỷ đồng, đạt 46,4% dự toán: its parts follow in bullets.
      context.frames.removeAll { $0.extent == .sentence }
      context.frames.append(frame(of: whole, .list))
    } else if isLast, var whole = context.frames.last {
      whole.extent = .list
      whole.mark = nil
      context.frames.removeAll { $0.extent == .sentence }
      context.frames.append(whole)
    } else if !isLast, !isFirst, let whole = context.subject, whole.unit != nil {
      // Đã giải quyết 9.530 hồ sơ: trước hạn 7.718, đúng hạn 1.764.
      context.frames.removeAll { $0.extent == .sentence }
      context.frames.append(frame(of: whole, .sentence))
    }
    takeClauseTime()
    clause.words = []
    clause.verb = nil
    clause.sign = nil
  }

  /// Whether the line begins with a number of its own: 1. Nông nghiệp
  private var isNumbered: Bool {
    guard let first = items.first, case .sign = first.kind, let token = first.tokens.first else {
      return false
    }
    return document.tokens[token].kind == .number
  }

  /// The first level of the sentence's subjects: what its list is about.
  private var sentenceWhole: Subject? {
    guard let name = found.first(where: { $0.measure == .level })?.indicator else { return nil }
    return context.subjects.last { $0.text == name }
  }

  private func frame(of whole: Subject, _ extent: Frame.Extent) -> Frame {
    Frame(
      parent: whole.text, extent: extent, unitName: whole.unitName, period: whole.period,
      status: whole.status)
  }

  private mutating func read(_ cue: Cue, at i: Int, _ end: Int) {
    switch cue {
    case .verb(let verb, let status): read(verb, status, at: i, end)
    case .base(let base): read(base, at: i)
    case .status(let status):
      if status == .plan || status == .forecast { context.sentenceStatus = status }
      if status == .provisional, i <= 1 { context.paragraphStatus = status }
      clause.status = status
    case .bound(let bound):
      if governs(i, end, pairs: false) {
        clause.bound = bound
      } else if isSingle(i, .comparing), i + 1 < end, isBaseOrTime(i + 1) {
        // hơn năm trước 118 USD
        clause.verb = .up
        clause.sign = 1
        clause.verbItem = i
      } else {
        clause.words.append(i)
      }
    case .open(let opening): open(opening, at: i)
    case .issuer: clause.words.append(i)
    case .respective: clause.isRespective = true
    case .reason:
      clause.words = []
      clause.afterReason = true
    case .aspect, .scope: break
    case .restate: clause.restates = true
    case .dimension: clause.words.append(i)
    case .event: clause.words.append(i)
    case .period: break
    case .name, .partitive, .average, .chrome, .season, .actor, .law, .place, .priceBasis, .head,
      .rate,
      .growth, .bare,
      .reference, .outlook, .rank, .title:
      clause.words.append(i)
    }
  }

  private func isCopula(_ i: Int) -> Bool { isSingle(i, .copula) }

  private func isBaseOrTime(_ i: Int) -> Bool {
    if case .base? = items[i].cue { return true }
    return items[i].isTime
  }

  /// Whether the cue at `i` stands right before a number, but for other cues.
  private func governs(_ i: Int, _ end: Int, pairs: Bool = true) -> Bool {
    var next = i + 1
    while next < end {
      switch items[next].kind {
      case .quantity, .damaged: return true
      case .cue(.bound), .cue(.aspect), .cue(.verb(.link, _)), .cue(.status): next += 1
      case .cue(.respective): return pairs
      default: return false
      }
    }
    return false
  }

  private mutating func read(_ verb: Cue.Verb, _ status: Status?, at i: Int, _ end: Int) {
    if let status { clause.status = status }
    switch verb {
    case .link:
      // "có" and "được" inside a name are words; before a number they say nothing.
      // cao hơn năm 2020 là 0,37%: the comparison stands.
      let compares = clause.base != nil && (clause.verb == .up || clause.verb == .down)
      if compares, isCopula(i) { return }
      if governs(i, end) { clause.verb = .link } else { clause.words.append(i) }
    case .complete:
      if governs(i, end) { clause.verb = .ratio } else { clause.words.append(i) }
    case .fractionOf: clause.words.append(i)
    case .up, .down:
      clause.sign = verb == .up ? 1 : -1
      clause.verb = verb
    case .reach:
      if clause.contributes {
        // đẩy CPI chung lên 0,58 điểm phần trăm
        if begins(i, .downward) { clause.sign = -1 }
      } else if governs(i, end) || clause.verb != nil {
        clause.verb = .reach
        // nâng số hộ có điện lên 24.870 hộ
        if let first = clause.words.first, isWord(first, .raising) {
          clause.words.removeFirst()
          clause.raises = true
        }
      } else {
        clause.words.append(i)
      }
    case .drag where contributes(i):
      clause.verb = .contribute
      clause.sign = -1
      clause.contributes = true
    default:
      if verb == .contribute || verb == .drag, !contributes(i) {
        // làm 12 người chết: what follows is a consequence of its own.
        if !isSingle(i, .causing) { clause.words.append(i) }
      } else {
        clause.verb = verb
        if verb == .contribute { clause.contributes = true }
      }
    }
    clause.verbItem = i
  }

  /// Whether the next number is a percentage or in points: nhân dân đóng góp 1.284 triệu is none.
  private func contributes(_ i: Int) -> Bool {
    for item in items[min(i + 1, items.count)...].prefix(12) {
      if let quantity = item.quantity {
        return quantity.kind == .percent || quantity.kind == .points
          || quantity.unitName == vocabulary.score
      }
    }
    return false
  }

  /// A base before its number: so với cùng kỳ, đàn trâu tăng 1,1%.
  private mutating func read(_ base: Base?, at i: Int) {
    let opens = begins(i, .against)
    if begins(i, .beginning), clause.verbItem != i - 1 {
      clause.words.append(i)
      return
    }
    let isCompared =
      clause.verbItem == i - 1 && i > 0 && (clause.verb == .up || clause.verb == .down)
      && items[i - 1].tokens.last.map { vocabulary.isWord(document.tokens[$0], .comparing) } == true
    if base == .plan, !opens, !isCompared {
      // Kế hoạch vốn: 460 tỷ đồng; in a bracket (KH 8%) it is the target itself.
      clause.isPlanned = true
      clause.words.append(i)
      return
    }
    if base == .total, !opens {
      clause.words.append(i)
      return
    }
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

  mutating func remember(_ base: Base) {
    if base == .plan {
      context.planIsNamed = true
    } else if base != .total {
      if context.clauseBase == nil { context.clauseBase = base }
      context.lastBase = context.clauseBase ?? base
    }
  }

  private mutating func open(_ opening: Cue.Opening, at i: Int) {
    let title = subjects.wording(of: clause.words)
    if opening == .close {
      context.frames.removeAll()
      clause.words = []
      return
    }
    if opening == .parts, hasSeveralSubjects(),
      !context.frames.contains(where: { $0.extent == .sentence }),
      isSingle(i, .only)
    {
      // The last member of a list of equals.
      return
    }
    if isFirst, context.sentencePeriod == nil, clause.time == nil, title.text.isEmpty {
      context.sentencePeriod = context.lastPeriod
    }
    // riêng tháng 6: another time of the same indicator, no part.
    if i + 1 < items.count, case .time = items[i + 1].kind { return }
    takeClauseTime()
    if !title.text.isEmpty, isFirst || title.words > 2 {
      let subject = Subject(text: title.text)
      context.subject = subject
      context.owner = subject
    }
    if let whole = title.text.isEmpty ? whole(before: i) : context.subject {
      let nested = context.frames.last { $0.extent == .sentence }
      let continues = nested != nil && opening == .parts && bracketDepth == 0 && isMember(whole)
      context.frames.removeAll { $0.extent == .sentence }
      var frame = frame(of: whole, .sentence)
      if continues, let nested { frame = nested }
      frame.isSingle = isSingle(i, .only) && !continues
      context.frames.append(frame)
      clause.opensList = opening == .list
    }
    clause.words = []
    clause.verb = nil
    clause.sign = nil
  }

  private func hasSeveralSubjects() -> Bool {
    guard let one = found.first else { return false }
    return found.contains {
      $0.indicator.utf8.count != one.indicator.utf8.count || $0.indicator != one.indicator
    }
  }

  /// The whole of the parts that begin at `i`: the last subject that is counted as they are.
  private func whole(before i: Int) -> Subject? {
    guard let current = context.subject else { return nil }
    for item in items[i...].prefix(24) {
      guard let next = item.quantity, let unit = next.unit else { continue }
      if unit.kind == .percent || unit.kind == .points || current.unitName == next.unitName {
        return current
      }
      return context.subjects.last { $0.unitName == next.unitName && $0.parent != current.text }
        ?? current
    }
    return current.isBare ? context.owner ?? current : current
  }

  /// riêng among the members of a list names one more of them.
  private func isMember(_ subject: Subject) -> Bool {
    context.frames.contains { $0.extent == .sentence && $0.parent == subject.parent }
  }

  /// A time that no number follows still holds for the sentence.
  mutating func takeClauseTime() {
    guard let time = clause.time, let period = context.resolve(time) else { return }
    set(period)
    clause.time = nil
  }

  mutating func set(_ period: TimePeriod) {
    context.sentencePeriod = period
    context.lastPeriod = period
    switch period {
    case .day: break
    case .years where !clause.isSeason: break
    default: if context.openingPeriod == nil { context.openingPeriod = period }
    }
  }

  /// A bracket without numbers is a note to the words before it; one with numbers has clauses of
  /// its own about what stands before it.
  private mutating func bracket(_ i: Int, _ end: Int) -> Int {
    guard bracketDepth < Self.deepestBracket else { return i + 1 }
    var close = i + 1
    var depth = 1
    while close < end {
      if case .openBracket = items[close].kind { depth += 1 }
      if case .closeBracket = items[close].kind {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    let inner = i + 1..<min(close, end)
    let next = min(close + 1, end)
    guard inner.contains(where: { items[$0].isQuantity }) else {
      let keeps = inner.contains { index in
        if case .priceBasis? = items[index].cue { return true }
        return false
      }
      if keeps, !clause.words.isEmpty { clause.words += [i] + inner + (close < end ? [close] : []) }
      for index in inner {
        if case .time(let time) = items[index].kind, clause.words.isEmpty || isFirst,
          !isInReference(time, index)
        {
          clause.time = clause.time ?? time
        }
      }
      return next
    }
    let outer = context
    let outerClause = clause
    context.compared = comparedBase(before: i, inner)
    clause = Clause()
    context.forwardBase = nil
    if let whole = context.subject {
      context.frames.append(frame(of: whole, .bracket))
    }
    bracketDepth += 1
    var k = inner.lowerBound
    read(from: &k, to: inner.upperBound)
    bracketDepth -= 1
    var restored = outer
    restored.lastBase = context.lastBase
    restored.planIsNamed = context.planIsNamed
    restored.manner = outer.manner
    context = restored
    clause = outerClause
    return next
  }

  /// The base whose own figures the bracket at `i` holds: it stands right before the bracket, or at
  /// its beginning with no verb behind it.
  private func comparedBase(before i: Int, _ inner: Range<Int>) -> Base? {
    var last = max(i - 1, 0)
    if case .issuer? = items[last].cue, last > 0 { last -= 1 }
    if case .base(let base?)? = items[last].cue, base != .total, statesNumber(inner) {
      return settled(base, at: last)
    }
    guard let first = inner.first, case .base(let base?)? = items[first].cue, base != .total else {
      return nil
    }
    for item in items[inner.dropFirst().indices] {
      switch item.kind {
      case .quantity: return settled(base, at: first)
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect), .cue(.issuer), .time, .colon:
        continue
      default: return nil
      }
    }
    return nil
  }

  /// Whether the bracket begins with a number, but for what bounds or states it.
  private func statesNumber(_ inner: Range<Int>) -> Bool {
    for item in items[inner] {
      switch item.kind {
      case .quantity(let quantity): return quantity.kind != .percent || context.lastFraction == nil
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect): continue
      default: return false
      }
    }
    return false
  }

  /// How deep brackets are read; deeper ones are passed over.
  private static let deepestBracket = 3
  var bracketDepth = 0
}
