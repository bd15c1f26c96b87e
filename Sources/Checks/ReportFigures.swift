internal import Observations
internal import Quantities

/// The records of a report, made ready for the checks.
struct ReportFigures: Sendable {
  let records: [Observation]
  let figures: [Figure]
  let vocabulary: CheckVocabulary
  /// The records of each sentence.
  let sentences: [Range<Int>]

  init(_ records: [Observation], _ vocabulary: CheckVocabulary) {
    self.records = records
    self.vocabulary = vocabulary
    var words = Interner()
    var figures: [Figure] = []
    var sentences: [Range<Int>] = []
    figures.reserveCapacity(records.count)
    var periods: [String: TimePeriod?] = [:]
    for (index, record) in records.enumerated() {
      if index == 0 || records[index - 1].sentence != record.sentence {
        sentences.append(index..<index + 1)
      } else {
        sentences[sentences.count - 1] = sentences[sentences.count - 1].lowerBound..<index + 1
      }
      let period = periods[record.period] ?? TimePeriod(iso: record.period)
      periods[record.period] = period
      let indicator = record.indicator.lowercased()
      let parent = record.parent.lowercased()
      figures.append(
        Figure(
          index: index,
          subject: words.number(of: "\(indicator)|\(parent)|\(record.area.lowercased())"),
          indicator: words.number(of: indicator), parent: words.number(of: parent),
          unit: words.number(of: record.unit), sentence: sentences.count - 1, period: period,
          interval: Self.interval(of: record, vocabulary)))
    }
    self.figures = figures
    self.sentences = sentences
  }

  private static func interval(
    of record: Observation, _ vocabulary: CheckVocabulary
  ) -> Interval? {
    switch record.bound {
    case nil: break
    // Khoảng 300 is 250 to 350 by its last digit that is no zero; the other bounds leave a side open.
    default: return nil
    }
    return Interval(
      record.value, power: record.unitMultiplier, isCount: !vocabulary.isMeasured(record.unit))
  }

  func record(_ figure: Figure) -> Observation { records[figure.index] }

  /// Whether a figure is an amount of something, no rate and no rank.
  func isAmount(_ figure: Figure) -> Bool {
    let record = record(figure)
    return record.measure == .level && record.status != .plan && record.status != .forecast
      && record.unit != "%" && record.unit != "hạng" && !record.unit.isEmpty
  }
}
