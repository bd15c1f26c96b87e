internal import Observations
internal import Quantities

/// The records of a report, made ready for the checks.
struct ReportFigures {
  let records: [Observation]
  let figures: [Figure]
  let vocabulary: CheckVocabulary
  /// The records of each sentence.
  let sentences: [Range<Int>]
  /// What the words of an indicator or a whole come to, by their number.
  private let contents: [Int32: Set<Int32>]
  /// The same of units.
  private let unitWords: [Int32: [Int32]]
  /// What kinds of phrases stand in the words of an indicator or a whole.
  private let phraseKinds: [Int32: [CheckVocabulary.Kind]]
  private let texts = SentenceTexts()
  private(set) var statements: [Statement] = []
  private(set) var breakdowns: [Breakdown] = []

  init(_ records: [Observation], _ vocabulary: CheckVocabulary) {
    self.records = records
    self.vocabulary = vocabulary
    var phrases = Interner()
    var words = Interner()
    var figures: [Figure] = []
    var sentences: [Range<Int>] = []
    var contents: [Int32: Set<Int32>] = [0: []]
    var unitWords: [Int32: [Int32]] = [0: []]
    var phraseKinds: [Int32: [CheckVocabulary.Kind]] = [:]
    figures.reserveCapacity(records.count)
    var periods: [String: TimePeriod?] = [:]
    var known: [String: Int32] = [:]
    func number(of text: String) -> Int32 {
      if let number = known[text] { return number }
      let folded = text.lowercased()
      let number = phrases.number(of: folded)
      known[text] = number
      if contents[number] == nil {
        let keys = vocabulary.words(of: folded)
        contents[number] = Set(vocabulary.content(of: keys).map { words.number(of: $0) })
        let kinds = vocabulary.kinds(in: keys)
        if !kinds.isEmpty { phraseKinds[number] = kinds }
      }
      return number
    }
    for (index, record) in records.enumerated() {
      if index == 0 || records[index - 1].sentence != record.sentence {
        sentences.append(index..<index + 1)
      } else {
        sentences[sentences.count - 1] = sentences[sentences.count - 1].lowerBound..<index + 1
      }
      let period = periods[record.period] ?? TimePeriod(iso: record.period)
      periods[record.period] = period
      let unit = phrases.number(of: record.unit)
      if unitWords[unit] == nil {
        unitWords[unit] = vocabulary.words(of: record.unit).map { words.number(of: $0) }
      }
      figures.append(
        Figure(
          index: index, indicator: number(of: record.indicator), parent: number(of: record.parent),
          area: phrases.number(of: record.area), code: phrases.number(of: record.indicatorCode),
          unit: unit, isPercent: record.unit == "%",
          isMeasured: vocabulary.isMeasured(record.unit), sentence: sentences.count - 1,
          period: period, time: phrases.number(of: record.period), measure: record.measure,
          base: record.base, status: record.status, isAmount: Self.isAmount(record),
          interval: Self.interval(of: record, vocabulary)))
    }
    self.figures = figures
    self.sentences = sentences
    self.contents = contents
    self.unitWords = unitWords
    self.phraseKinds = phraseKinds
    statements = madeStatements()
    breakdowns = madeBreakdowns()
  }

  /// The kinds of phrases in the words with the number.
  func kinds(of words: Int32) -> [CheckVocabulary.Kind] { phraseKinds[words] ?? [] }

  /// The words of a sentence with the places of its records; `nil` where they do not fit.
  func text(of sentence: Int) -> SentenceText? {
    texts.text(of: sentence) { SentenceText(records[sentences[sentence]]) }
  }

  private static func interval(
    of record: Observation, _ vocabulary: CheckVocabulary
  ) -> Interval? {
    guard record.bound == nil else { return nil }
    return Interval(
      record.value, power: record.unitMultiplier, isCount: !vocabulary.isMeasured(record.unit),
      isPlan: record.status == .plan)
  }

  func record(_ figure: Figure) -> Observation { records[figure.index] }

  private static func isAmount(_ record: Observation) -> Bool {
    record.measure == .level && record.status != .plan && record.status != .forecast
      && record.unit != "%" && record.unit != "hạng" && !record.unit.isEmpty
  }

  /// Whether both are counted in the same: lượt beside lượt khách.
  func haveOneUnit(_ a: Figure, _ b: Figure) -> Bool {
    if a.unit == b.unit { return true }
    guard !a.isMeasured, !b.isMeasured, let one = unitWords[a.unit], let other = unitWords[b.unit],
      !one.isEmpty, !other.isEmpty
    else { return false }
    // lượt beside lượt khách, hộ beside lượt hộ
    return one.starts(with: other) || other.starts(with: one)
      || one.reversed().starts(with: other.reversed())
      || other.reversed().starts(with: one.reversed())
  }

  /// What the indicator's words come to, without those that say no more than the unit.
  func content(_ figure: Figure) -> Set<Int32> {
    (contents[figure.indicator] ?? []).subtracting(unitWords[figure.unit] ?? [])
  }

  /// Whether both are figures of one thing: by all their words, or by the code and as much of the words as both have.
  func isSame(_ a: Figure, _ b: Figure) -> Bool {
    guard a.area == b.area else { return false }
    if a.indicator == b.indicator, a.parent == b.parent { return true }
    let units = unitWords[a.unit, default: []] + unitWords[b.unit, default: []]
    let one = contents[a.indicator, default: []].subtracting(units)
    let other = contents[b.indicator, default: []].subtracting(units)
    if a.code != 0, a.code == b.code, one.isSubset(of: other) || other.isSubset(of: one) {
      return a.parent == b.parent || a.parent == b.indicator || b.parent == a.indicator
        || contents[a.parent] == contents[b.parent]
    }
    return !one.isEmpty && one == other && contents[a.parent] == contents[b.parent]
  }

  /// How the whole of a part is told.
  enum Whole { case named, pointedTo, said }

  /// Whether the part's whole is `whole`: by its words; or by as many as it says again (tổng thu); or by none (tổng
  /// số), in the same sentence.
  func whole(of part: Figure, is whole: Figure) -> Whole? {
    guard part.parent != 0 else { return nil }
    if part.parent == whole.indicator { return .named }
    guard part.parent != whole.parent, part.indicator != whole.indicator,
      vocabulary.isReference(records[part.index].parent)
    else { return nil }
    let said = (contents[part.parent] ?? []).subtracting(unitWords[whole.unit] ?? [])
    let content = content(whole)
    let isNear = part.sentence == whole.sentence
    if said.isEmpty { return whole.parent == 0 && isNear ? .pointedTo : nil }
    return said == content || (isNear || whole.parent == 0) && said.isSubset(of: content)
      ? .said : nil
  }

  func isPart(_ part: Figure, of whole: Figure) -> Bool { self.whole(of: part, is: whole) != nil }
}
