import Observations
import Quantities
import RuleLanguage
import TextModel

/// Reads a sentence's items from left to right, keeping in ``Context`` what later clauses inherit.
struct Resolver {
  let document: TokenizedDocument
  let vocabulary: Vocabulary
  var items: [Item] = []
  var subjects: SubjectReader
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
    /// Vốn kế hoạch năm 2015 là: the words that name the plan.
    var planItem: Int?
    /// làm CPI tăng 0,3 điểm: the number is a contribution to what the words name.
    var contributes = false
    var afterReason = false
    /// Phân theo mức đạt: what stands between is no title.
    var opensList = false
    /// nâng … lên: the level is a stock's.
    var raises = false
    /// còn: what is left is a stock.
    var remains = false
    /// Behind the colon of a label.
    var afterLabel = false
    /// Its time is a season's: vụ Đông xuân 2010 - 2011.
    var isSeason = false
    /// giảm 6,9%, tức 486 nghìn đồng
    var restates = false
    /// Begins behind a semicolon.
    var isApart = false
    /// tỷ trọng: its percentage is a share, whatever the verb behind it.
    var isShare = false
    /// thấp hơn mức tăng 8,2%: the number is the growth of another time.
    var isOthersGrowth = false
    /// cao hơn bình quân cả nước: the verb behind which another thing is named.
    var otherItem: Int?
    /// All its times, in their order.
    var times: [PeriodExpression] = []
    /// đã, cũng, tiếp tục: the words are a clause.
    var hasAspect = false
    /// đang: what goes on now.
    var isOngoing = false
    /// Names a season that lies within one year: hè thu.
    var isOneYearSeason = false
    /// toàn tỉnh: the item that says it.
    var scopeItem: Int?
    /// vụ đông 2001 - 2002: its time names a season.
    var seasonItem: Int?
    /// The verb of a contribution: what stands before it contributes.
    var contributionItem: Int?
    var start: Int?
  }

  init(document: TokenizedDocument, vocabulary: Vocabulary, context: Context) {
    self.document = document
    self.vocabulary = vocabulary
    self.context = context
    subjects = SubjectReader(document: document, vocabulary: vocabulary, items: [])
  }

  /// What the sentence has stated so far.
  private(set) var found: [Stated] = []

  /// What later numbers of a sentence ask of a record before them; a whole record is dear to lend.
  struct Stated {
    var indicator: String
    var parent: String
    var measure: Measure
    var base: Base?
    var unit: String
    var unitMultiplier: Int
    var status: Status
    var isNegative: Bool
    var isRangeStart: Bool

    init(_ record: borrowing Observation) {
      indicator = record.indicator
      parent = record.parent
      measure = record.measure
      base = record.base
      unit = record.unit
      unitMultiplier = record.unitMultiplier
      status = record.status
      isNegative = record.value.isNegative
      isRangeStart = record.bound == .from
    }
  }

  /// Whether the sentence has no record yet.
  var isFirst: Bool { first == observations.count }

  mutating func add(_ record: consuming Observation, number: Range<Int>) {
    found.append(Stated(record))
    observations.append(record)
    numbers.append(number)
  }

  /// Reads the whole sentence.
  mutating func resolve(_ items: [Item]) {
    self.items = items
    subjects = SubjectReader(document: document, vocabulary: vocabulary, items: items)
    first = observations.count
    numbers.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    clause = Clause()
    bracketDepth = 0
    spoken = nil
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
  func firstItem() -> Int {
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

  /// The first base but the plan that the sentence names: the one at the end of its list serves
  /// those before it.
  private func firstBase() -> Base? {
    for item in items {
      if case .base(let base?)? = item.cue, base != .plan, base != .total { return base }
    }
    return nil
  }

  mutating func read(from i: inout Int, to end: Int) {
    while i < end {
      if let spoken, i == spoken.lowerBound {
        i = spoken.upperBound
        self.spoken = nil
        continue
      }
      if clause.start == nil { clause.start = i }
      switch items[i].kind {
      case .word where clause.words.isEmpty && isSingle(i, .barely):
        break  // Mới 29/32 khu công nghiệp
      case .word, .sign: clause.words.append(i)
      case .dash:
        if !clause.words.isEmpty { clause.words.append(i) }
      case .comma:
        openBreakdown(at: i)
        if clause.afterReason, clause.verb == nil {
          clause.words = []
          clause.afterReason = false
        }
        leaveNegation()
        clause.words.append(i)
      case .semicolon: semicolon()
      case .stop: clause.words.append(i)
      case .colon: colon(i)
      case .damaged:

        dropped.append((items[i].tokens, "a number without one likely reading"))
        nameUnread()
        clause = Clause()
      case .time(let time):
        if isInReference(time, i) || isNamePart(time, i) {
          // Kỷ niệm 78 năm Ngày Thương binh 27/7: the day is part of the name.
        } else if let base = comparedBase(time, at: i) {
          clause.base = .some(base)
          clause.baseItem = i
          remember(base)
        } else {
          clause.times.append(time)
          clause.time = merged(clause.time, time, at: i)
          if begins(i, .estimating) { clause.status = .estimate }
          let isSchoolYear = isFirst && i <= 3 && begins(i, .year)
          if begins(i, .seasonal) || isSchoolYear { clause.isSeason = true }
          if begins(i, .seasonal) { clause.seasonItem = i }
        }
      case .closeBracket: break
      case .openBracket:
        i = bracket(i, end)
        continue
      case .cue(let cue): read(cue, at: i, end)
      case .quantity(let quantity) where namesGroup(quantity, at: i, end):
        if i > 0, clause.bound != nil, case .bound? = items[i - 1].cue { clause.words.append(i - 1) }
        clause.words.append(i)
        clause.bound = nil
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

  /// không có người chết, 1 người bị thương: what did not happen names nothing behind its comma.
  private mutating func leaveNegation() {
    let start = clause.words.lastIndex { items[$0].isComma }.map { $0 + 1 } ?? 0
    guard clause.verb == nil, start < clause.words.count, begins(clause.words[start], .negative)
    else { return }
    clause.words.removeSubrange(start...)
  }

  /// "lũy kế" says how, "11 tháng" says which: the one with the number wins.
  private func merged(_ old: PeriodExpression?, _ new: PeriodExpression, at i: Int)
    -> PeriodExpression
  {
    guard let old else { return new }
    switch (old, new) {
    case (.firstMonths, .cumulative), (.sinceYearStart, .cumulative), (.asOf, .now), (.day, .now),
      (.days, .now),
      (.asOf, .cumulative):
      return old
    case (.sinceYearStart(let to), .now):
      // từ đầu năm đến 20/6, toàn tỉnh có 52 dự án được cấp mới: a flow, which "đến hết tháng 6" is not.
      let isFlow = items[..<i].lastIndex(where: \.isTime).map { begins($0, .from) } ?? false
      return isFlow ? old : .asOf(to)
    case (.month(let m, nil), .year(let y)): return .month(m, year: y)
    case (.firstMonths(let n, nil), .year(let y)): return .firstMonths(n, year: y)
    case (.years, .month), (.years, .reportMonth), (.years, .now): return old
    default: return new
    }
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
      if items[i].tokens.count == 1, namesQuantity() {
        // tỷ lệ án bị hủy, sửa do lỗi chủ quan
        clause.words.append(i)
      } else {
        clause.words = []
        clause.afterReason = true
      }
    case .aspect:
      clause.hasAspect = true
      if isSingle(i, .ongoing) { clause.isOngoing = true }
      if begins(i, .following) { clause.isApart = false }
      if clause.verb == nil, clause.words.isEmpty, begins(i, .rising) || begins(i, .falling) {
        // Tăng cao nhất là giao thông 2,63%
        clause.verb = begins(i, .rising) ? .up : .down
        clause.sign = clause.verb == .up ? 1 : -1
      }
    case .scope: clause.scopeItem = i
    case .restate: clause.restates = true
    case .dimension: clause.words.append(i)
    case .event: clause.words.append(i)
    case .period: break
    case .season:
      let isCompared = i > 0 && (isWord(i - 1, .with) || isWord(i - 1, .against))
      clause.isOneYearSeason =
        !isCompared
        && items[i].tokens.contains { vocabulary.isWord(document.tokens[$0], .oneYear) }
      clause.words.append(i)
    case .name, .partitive, .average, .chrome, .actor, .law, .place, .priceBasis, .head,
      .rate,
      .growth, .bare,
      .reference, .outlook, .rank, .title:
      clause.words.append(i)
    }
  }

  /// Whether the words of the clause begin as the name of a quantity, with nothing said of it yet.
  private func namesQuantity() -> Bool {
    guard clause.verb == nil, let last = clause.words.last, !items[last].isComma,
      let first = clause.words.first(where: { !items[$0].isComma })
    else { return false }
    switch items[first].cue {
    case .head?, .rate?, .bare?: return true
    default: return false
    }
  }

  /// Tổng chi 19.94,67 tỷ đồng, tăng 6,1%: what a damaged number was said of is still the subject.
  private mutating func nameUnread() {
    let wording = subjects.wording(of: clause.words)
    guard !wording.text.isEmpty else { return }
    let subject = Subject(text: wording.text, parent: frameParent() ?? "")
    context.subject = subject
    context.owner = subject
  }

  private func isComparing(_ i: Int) -> Bool {
    items[i].tokens.contains { vocabulary.isWord(document.tokens[$0], .comparing) }
  }

  /// Whether the comparing verb at `i` stands before the growth of another time, as a number.
  private func comparesGrowth(_ i: Int) -> Bool {
    guard isComparing(i), i + 2 < items.count, items[i + 2].isQuantity else { return false }
    return items[i + 1].cue == .growth || isWord(i + 1, .level)
  }

  /// cao hơn bình quân cả nước 1,2 điểm: whether what it is compared with is another thing.
  private func comparesOther(_ i: Int, _ end: Int) -> Bool {
    guard isComparing(i), i + 1 < end else { return false }
    for j in (i + 1)..<min(i + 7, end) {
      switch items[j].kind {
      case .cue(.average), .cue(.scope), .cue(.place), .word, .cue(.head), .cue(.name): continue
      case .quantity: return j > i + 1
      default: return false
      }
    }
    return false
  }

  /// Whether the clause speaks of a rate: kéo tỷ lệ hộ nghèo xuống dưới 30% states its level.
  private func hasRate() -> Bool {
    clause.words.contains {
      if case .cue(.rate) = items[$0].kind { return true }
      return false
    }
  }

  /// Whether a number of the verb at `i` comes before a colon, a copula or a bracket.
  private func statesAtOnce(_ i: Int, _ end: Int) -> Bool {
    for j in (i + 1)..<max(i + 1, min(i + 12, end)) {
      switch items[j].kind {
      case .quantity: return true
      case .colon, .openBracket, .cue(.open): return false
      case .cue(.verb(.link, _)):
        // ít hơn năm 2019 là 214 đảng viên
        if j + 1 < end, items[j + 1].isQuantity { continue }
        return false
      default: continue
      }
    }
    return true
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
      if governs(i, end) {
        clause.verb = .link
      } else if i + 1 < items.count, items[i + 1].cue == .growth, governs(i + 1, end) {
        // đạt mức tăng 7,9%
        let falls = items[i + 1].tokens.contains {
          vocabulary.isWord(document.tokens[$0], .falling)
        }
        clause.verb = falls ? .down : .up
        clause.sign = falls ? -1 : 1
        spoken = i + 1..<i + 2
      } else if items[i].tokens.count > 1, i + 1 < items.count, items[i + 1].isMovementVerb {
        // đạt mức tăng 7,9%: the verb behind it says it all.
      } else if status == nil || !clause.words.isEmpty {
        clause.words.append(i)
      }
    case .complete:
      if governs(i, end) { clause.verb = .ratio } else { clause.words.append(i) }
    case .fractionOf: clause.words.append(i)
    case .up where comparesGrowth(i), .down where comparesGrowth(i):
      // thấp hơn mức tăng 8,2% của cùng kỳ năm 2022
      clause.isOthersGrowth = true
      clause.words = []
      clause.verb = nil
      spoken = i + 1..<i + 2
    case .up, .down:
      clause.sign = verb == .up ? 1 : -1
      clause.verb = verb
      if comparesOther(i, end) {
        clause.base = .some(nil)
        clause.otherItem = i
      }
      context.openSign = statesAtOnce(i, end) ? nil : clause.sign
    case .reach:
      if clause.contributes, !hasRate() {
        // đẩy CPI chung lên 0,58 điểm phần trăm
        if begins(i, .downward) { clause.sign = -1 }
      } else if governs(i, end) || clause.verb != nil {
        clause.verb = .reach
        // nâng số hộ có điện lên 24.870 hộ
        if let first = clause.words.firstIndex(where: { !items[$0].isComma }),
          isWord(clause.words[first], .raising)
        {
          clause.words.remove(at: first)
          clause.raises = true
        }
        if isSingle(i, .remaining), clause.sign == nil { clause.remains = true }
      } else {
        clause.words.append(i)
      }
    case .drag where contributes(i):
      clause.verb = .contribute
      clause.sign = -1
      clause.contributes = true
      clause.contributionItem = i
    default:
      if verb == .contribute || verb == .drag, !contributes(i) {
        // làm 12 người chết: what follows is a consequence of its own.
        if !isSingle(i, .causing) { clause.words.append(i) }
      } else {
        clause.verb = verb
        if verb == .share { clause.isShare = true }
        if verb == .contribute {
          clause.contributes = true
          clause.contributionItem = i
        }
      }
    }
    clause.verbItem = i
  }

  /// Whether the next number is a percentage or in points: nhân dân đóng góp 1.284 triệu is none.
  private func contributes(_ i: Int) -> Bool {
    for item in items[min(i + 1, items.count)...].prefix(12) {
      if let quantity = item.quantity {
        if quantity.unit == nil { continue }
        return quantity.kind == .percent || quantity.kind == .points
          || quantity.unitName == vocabulary.score
      }
    }
    return false
  }

  /// A time that no number follows still holds for the sentence.
  mutating func takeClauseTime() {
    guard let time = clause.time, let period = context.resolve(time) else { return }
    set(period)
    clause.time = nil
  }

  mutating func set(_ period: TimePeriod, isNow: Bool = false) {
    context.isNow = isNow
    context.sentencePeriod = period
    context.sentencePeriodSource = .sentence
    context.lastPeriod = period
    switch period {
    case .day: break
    case .years where !clause.isSeason: break
    default: if context.openingPeriod == nil, !isNow { context.openingPeriod = period }
    }
  }

  var bracketDepth = 0
  /// Words behind a bracket that belong to the number before it.
  var spoken: Range<Int>?
}
