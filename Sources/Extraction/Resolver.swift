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
    /// The words before a reason: Phối hợp thu để vượt 5% dự toán.
    var beforeReason: [Int] = []
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
    /// Kỳ thi (từ 25 - 27/6): its time stands in a bracket, and is of its sentence alone.
    var timeIsAside = false
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
        // 19.94,67 tỷ đồng: its unit is no name.
        let next = items[(i + 1)...].firstIndex { !$0.isPlainWord } ?? end
        if next > i + 1 { spoken = i + 1..<next }
      case .time(let time):
        if isInReference(time, i) || isNamePart(time, i) || isDeadline(i) {
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
        if i > 0, clause.bound != nil, case .bound? = items[i - 1].cue {
          clause.words.append(i - 1)
        }
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
        clause.beforeReason = clause.words
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
        context.openSign = clause.sign
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
    default:
      if context.openingPeriod == nil, !isNow, !liesApart(period) { context.openingPeriod = period }
    }
  }

  /// Tỷ lệ hộ nghèo cuối năm 2025 còn 9%. Dịp Tết, tỉnh trao 58 suất quà: a time before the report's
  /// is that of one sentence.
  private func liesApart(_ period: TimePeriod) -> Bool {
    guard context.sectionPeriod == nil, let report = context.report?.period else { return false }
    return period.end.year < report.end.year && !report.isAsOf
  }

  var bracketDepth = 0
  /// Words behind a bracket that belong to the number before it.
  var spoken: Range<Int>?
}
