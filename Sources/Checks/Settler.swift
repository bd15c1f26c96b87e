internal import Observations
internal import Quantities

/// Settles doubt by evidence: of several readings of a number the one is taken with which the figures of the report
/// hold together, if it is the only one. A figure with one reading is never changed.
///
/// Readings are the other values that the reader saw (2.695 as 2,695), the units of the amounts beside a number
/// without one, and for a period that was not stated beside the number the month and the time since January.
struct Settler {
  let vocabulary: CheckVocabulary
  let judgments: (ReportFigures) -> [Judgment]

  /// How many sentences before and behind a number may hold its evidence.
  private static var reach: Int { 4 }

  /// The records of the report, of which `judgments` are, and whether any is read otherwise than before.
  ///
  /// - Complexity: O(*n*) in the records but for those against which something speaks, for each of which the records
  ///   around it are judged again.
  func settled(
    _ report: ReportFigures, _ judgments: [Judgment]
  ) -> (records: [Observation], isReadAnew: Bool) {
    var settled = report.records
    var isReadAnew = false
    let evidence = Evidence(judgments, report)
    for k in settled.indices {
      if evidence.against.contains(k) || settled[k].lacksUnit {
        if let better = reading(of: k, in: settled, report) {
          settled[k] = better
          isReadAnew = true
        }
      } else if !settled[k].alternatives.isEmpty, evidence.support.contains(k) {
        settled[k].alternatives = []
        settled[k].settle("value")
      }
    }
    return (settled, isReadAnew)
  }

  /// The one reading of the record that the records around it bear out.
  private func reading(
    of k: Int, in observations: [Observation], _ report: ReportFigures
  ) -> Observation? {
    let readings = observations[k].otherReadings(beside: report.neighbours(of: k))
    guard !readings.isEmpty else { return nil }
    let sentence = report.figures[k].sentence
    let first = report.sentences[max(0, sentence - Self.reach)].lowerBound
    let last = report.sentences[min(report.sentences.count - 1, sentence + Self.reach)].upperBound
    let borneOut = readings.filter { reading in
      var around = Array(observations[first..<last])
      around[k - first] = reading
      let report = ReportFigures(around, vocabulary)
      let evidence = Evidence(judgments(report), report)
      return evidence.support.contains(k - first) && !evidence.against.contains(k - first)
    }
    return borneOut.count == 1 ? borneOut[0] : nil
  }

  /// For which records the relations of a report speak, and against which.
  private struct Evidence {
    private(set) var support: Set<Int> = []
    private(set) var against: Set<Int> = []

    init(_ judgments: [Judgment], _ report: ReportFigures) {
      for judgment in judgments {
        switch judgment {
        case .violation(let violation): against.formUnion(violation.parts.map(\.figure.index))
        case .agreement(let figures):
          let amounts = figures.filter { $0.measure == .level }
          for figure in figures {
            // An amount bears out others in doubt only where it is in none itself: all of them times a thousand
            // would agree as well.
            let isBorneOut = amounts.contains {
              $0.index != figure.index && report.record($0).alternatives.isEmpty
            }
            if isBorneOut { support.insert(figure.index) }
          }
        }
      }
    }
  }
}

extension ReportFigures {
  /// The other records of the sentence.
  fileprivate func neighbours(of k: Int) -> [Observation] {
    sentences[figures[k].sentence].filter { $0 != k }.map { records[$0] }
  }
}

extension Observation {
  /// Whether it is an amount of which the unit is not told.
  fileprivate var lacksUnit: Bool { unit.isEmpty && measure == .level && denominator == nil }

  /// Each changes one field.
  fileprivate func otherReadings(beside neighbours: [Observation]) -> [Observation] {
    var readings = alternatives.map { alternative in
      var reading = settled("value")
      reading.value = alternative.value
      reading.alternatives = []
      return reading
    }
    if lacksUnit {
      var units: Set<String> = []
      for other in neighbours
      where other.measure == .level && !other.unit.isEmpty && other.unit != "%" {
        guard units.insert("\(other.unitMultiplier) \(other.unit)").inserted else { continue }
        var reading = settled("unit")
        reading.unit = other.unit
        reading.unitMultiplier = other.unitMultiplier
        readings.append(reading)
      }
    }
    if let period = TimePeriod(iso: period)?.otherSpan,
      let source = provenance.first(where: { $0.field == "period" })?.source,
      source == .paragraph || source == .section || source == .report
    {
      var reading = settled("period")
      reading.period = period.iso
      readings.append(reading)
    }
    return readings
  }

  private func settled(_ field: String) -> Observation {
    var copy = self
    copy.settle(field)
    return copy
  }

  /// Notes that evidence settled the field, and halves the doubt.
  fileprivate mutating func settle(_ field: String) {
    provenance.removeAll { $0.field == field }
    let columns = Column.allCases.map(\.rawValue)
    let order = columns.firstIndex(of: field) ?? 0
    let place = provenance.firstIndex {
      (columns.firstIndex(of: $0.field) ?? columns.count) > order
    }
    provenance.insert(
      Inheritance(field: field, source: .relation), at: place ?? provenance.endIndex)
    confidence = Confidence(hundredths: (confidence.hundredths + 101) / 2)
  }
}

extension TimePeriod {
  /// The time since January for a month, and the month for such a time; `nil` for other spans, and for January.
  fileprivate var otherSpan: TimePeriod? {
    switch self {
    case .month(let year, let month) where month > 1:
      return .months(year: year, 1, toYear: year, month)
    case .months(let year, 1, let toYear, let month) where year == toYear && month > 1:
      return .month(year: year, month)
    default: return nil
    }
  }
}
