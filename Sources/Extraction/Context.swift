import Observations
import Quantities

/// Who a number speaks of.
struct Subject: Sendable {
  var text: String
  var parent = ""
  var unit: Unit?
  var unitName = ""
  var isBare = false
  var isRate = false
  var isStock = false
  var isGrowth = false
  /// Names only what is done to its owner: thu hoạch.
  var isOnlyVerb = false
  /// What a bare noun after it belongs to, if not all of it: lúa, after diện tích lúa.
  var thing = ""
  /// When its last level stood, and how final that was.
  var period: TimePeriod?
  var status = Status.actual
  /// How sure the record is that named it, in hundredths.
  var confidence = 100

  init(text: String, parent: String = "", isBare: Bool = false) {
    self.text = text
    self.parent = parent
    self.isBare = isBare
  }

  /// Whether two names are the same but for capitals.
  static func sameName(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && WordKeys(a) == WordKeys(b)
  }

  /// The same under another name.
  func renamed(_ text: String) -> Subject {
    var other = Subject(text: text, parent: parent, isBare: isBare)
    other.unit = unit
    other.unitName = unitName
    other.isRate = isRate
    other.isStock = isStock
    other.isGrowth = isGrowth
    other.isOnlyVerb = isOnlyVerb
    other.thing = thing
    other.period = period
    other.status = status
    other.confidence = confidence
    return other
  }
}

/// A whole whose parts follow: trong đó, a list's title, a bracket.
struct Frame: Sendable {
  enum Extent: Sendable {
    /// Until its sentence ends.
    case sentence
    /// Until its bracket closes.
    case bracket
    /// Over the bullets that follow.
    case list
  }

  var parent: String
  var extent: Extent
  /// What the whole is counted in, when it stood and how final it is: its parts take these over.
  var unitName = ""
  var period: TimePeriod?
  var status = Status.actual
  /// riêng names one part and no list.
  var isSingle = false
  /// Where its parts have it from.
  var source: Provenance {
    switch extent {
    case .bracket: .clause
    case .sentence: .sentence
    case .list: .paragraph
    }
  }
  /// The bullet of its members, once one came.
  var mark: UInt8?
  /// The label of a line: - Lúa: …
  var isLabel = false
  /// cơ cấu: its parts are shares.
  var isStructure = false
  /// Đóng góp vào tốc độ tăng chung: its parts are contributions.
  var contributes = false
}

/// How the last numbers of a list were stated, for the members that leave it out.
struct Manner: Sendable {
  var measure: Measure
  var sign: Int?
  var base: Base?
  var unitKind: Unit.Kind?
}

/// What prose carries from clause to clause: the report's, the section's, the paragraph's and the
/// sentence's own time, base, subject and parents. Most fields of most records are inherited.
struct Context: Sendable {
  let report: ReportPeriod?
  let reportSource: Provenance

  /// The last period written out, for the next record of the same.
  var written: (period: TimePeriod, iso: String)?

  // The section.
  var sectionPeriod: PeriodExpression?
  var sectionStatus: Status?

  // The paragraph.
  var openingPeriod: TimePeriod?
  var lastPeriod: TimePeriod?
  var lastBase: Base?
  var planIsNamed = false
  var subject: Subject?
  /// The last subject that is no bare noun: the owner of those that are.
  var owner: Subject?
  var subjects: [Subject] = []
  /// Where those of the sentence begin.
  var sentenceSubjects = 0
  var frames: [Frame] = []
  var paragraphStatus: Status?
  /// - Cây chè: diện tích 512 ha. 8 tháng trồng lại 12 ha: what all its sentences are about.
  var label: Subject?

  // The sentence.
  var sentencePeriod: TimePeriod?
  /// Where the sentence has its period from.
  var sentencePeriodSource = Provenance.sentence
  /// Its period is that of hiện có: of what there is, not of what was done.
  var isNow = false
  var forwardBase: Base?
  /// The direction of a verb without a number: tăng khá gồm hợp kim (58,9%).
  var openSign: Int?
  /// Begins with một số, các: goes on about parts of what came before.
  var isPartitive = false
  var sentenceStatus: Status?
  var manner: Manner?
  var pair: [Subject] = []
  /// so với tháng trước và cùng kỳ tăng lần lượt 2% và 5%: the bases of the pairs that follow.
  var pairBases: [Base] = []
  /// The bases that the last subject was compared with, one after the other.
  var baseRun: [Base] = []
  /// The base named at the end of the list, for those before it that name none.
  var listBase: Base?
  var clauseBase: Base?
  var lastFraction: Quantity?
  /// Trồng mới 3.215/7.500 ha theo kế hoạch
  var isPlannedFraction = false
  /// Khai thác 8 triệu tấn dầu và 5 tỷ m3 khí: what is done to all that the list names.
  var action = ""
  /// phải di dời 9 hộ/41 khẩu: what the number before the slash was named by.
  var beforeSlash: String?
  /// thủy sản 121.300 tấn (30,2% kế hoạch), gạo 486.000 tấn (27,5%): the base of the brackets' ratios.
  var bracketBase: Base?
  /// so với chỉ tiêu (98%), so với cùng kỳ (106 vụ): the bracket holds what was compared with.
  var compared: Base?
  /// trong 11 nhóm có 9 nhóm tăng: the whole of the counts that follow.
  var group: Quantity?

  init(report: ReportPeriod?, source: Provenance) {
    self.report = report
    reportSource = source
  }

  /// - Parameter mark: the bullet of the paragraph; lists with another bullet end before one of theirs.
  mutating func beginParagraph(isListMember: Bool, mark: UInt8?) {
    label = nil
    while let frame = frames.last, let own = frame.mark, own != mark { frames.removeLast() }
    if let last = frames.indices.last, frames[last].extent == .list { frames[last].mark = mark }
    if !isListMember {
      openingPeriod = nil
      lastPeriod = nil
      frames = []
      subjects = []
      subject = nil
      owner = nil
      planIsNamed = false
      paragraphStatus = nil
      pair = []
      pairBases = []
      baseRun = []
    }
    lastBase = isListMember ? lastBase : nil
  }

  /// How many subjects of a paragraph are remembered: none refers further back.
  private static let memory = 64

  mutating func remember(_ subject: Subject) {
    if subjects.count >= Self.memory {
      subjects.removeFirst(Self.memory / 2)
      sentenceSubjects = max(0, sentenceSubjects - Self.memory / 2)
    }
    subjects.append(subject)
  }

  /// After a list of parts, what follows is about their whole again.
  mutating func returnToWhole() {
    if let part = owner, !part.parent.isEmpty, !frames.contains(where: { $0.extent == .list }),
      let whole = subjects.last(where: { $0.text == part.parent && !$0.isBare })
    {
      owner = whole
    }
  }

  mutating func beginSentence() {
    if let label { owner = label }
    sentenceSubjects = subjects.count
    returnToWhole()
    frames.removeAll { $0.extent != .list }
    sentencePeriod = nil
    forwardBase = nil
    sentenceStatus = nil
    manner = nil
    clauseBase = nil
    lastFraction = nil
    action = ""
    beforeSlash = nil
    bracketBase = nil
    isPlannedFraction = false
    group = nil
    compared = nil
    openSign = nil
    isNow = false
  }

  /// When what `base` stands for was, seen from `period`.
  func period(of base: Base, from period: TimePeriod?) -> TimePeriod? {
    guard let period = period ?? report?.period else { return nil }
    switch base {
    case .plan: return (report?.year).map { .year($0) }
    case .samePeriod: return period.yearBefore
    case .previousPeriod: return period.previous
    case .yearEnd: return .asOfMonth(year: period.end.year - 1, 12)
    case .baseYear, .total: return nil
    }
  }

  func resolve(_ expression: PeriodExpression) -> TimePeriod? {
    // trong tháng, under "Nhiệm vụ tháng 11", is November.
    if expression == .reportMonth, case .month? = sectionPeriod, let sectionPeriod {
      return report?.resolve(sectionPeriod)
    }
    if let report { return report.resolve(expression) }
    switch expression {
    case .month(let m, let y?): return .month(year: y, m)
    case .quarter(let q, let y?): return .quarter(year: y, q)
    case .year(let y): return .year(y)
    case .years(let a, let b): return .years(a, b)
    case .firstMonths, .lastMonths, .sinceYearStart, .asOf, .day, .days, .monthSpan:
      guard let iso = expression.statedISO, let period = TimePeriod(iso: iso) else { return nil }
      return period
    default: return nil
    }
  }
}
