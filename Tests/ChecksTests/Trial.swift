import Checks
import Extraction
import Observations
import Quantities
import TextModel

/// What became of one alteration that breaks a relation by more than rounding.
struct Trial: Sendable, CustomStringConvertible {
  enum Outcome: Sendable {
    /// A new finding names the altered figure.
    case found
    case missed
    /// The altered digits were read as the number that they had been: 12,345 tấn for 12.345 tấn.
    case readAsBefore
  }

  var report: ConsistentReport
  var alteration: Alteration
  /// The kinds of the relations that it breaks.
  var kinds: Set<String>
  var outcome: Outcome

  /// Report, relations, what was done, and the words.
  var description: String {
    [
      "\(report)", kinds.sorted().joined(separator: " "), alteration.kind.rawValue,
      alteration.excerpt(of: report),
    ].joined(separator: " | ")
  }
}

/// Alters one report, reads it and checks it.
struct TrialRunner: Sendable {
  private let report: ConsistentReport
  private let pipeline: Pipeline
  private let checker: ReportChecker
  private let records: [Observation]
  private let known: Set<Name>

  /// A finding by its code and where its records stand.
  private struct Name: Hashable {
    var code: String
    var starts: Set<Int>
  }

  init(_ report: ConsistentReport, pipeline: Pipeline, checker: ReportChecker) {
    self.report = report
    self.pipeline = pipeline
    self.checker = checker
    records = Self.read(
      Alteration(kind: .sign, edits: [], numbers: [:]).text(of: report), of: report, by: pipeline)
    known = Set(
      checker.findings(in: records).map {
        Name(code: $0.code, starts: Set($0.records.map(\.start)))
      })
  }

  /// What the checker says of the report as it is.
  var findings: [Finding] { checker.findings(in: records) }

  /// `nil` where no relation is broken.
  func trial(of alteration: Alteration) -> Trial? {
    let kinds = report.relations.filter { relation in
      relation.figures.values.contains { alteration.numbers[$0] != nil }
        && relation.isBroken(report, altered: alteration.numbers) == true
    }.map(\.kind)
    guard !kinds.isEmpty else { return nil }
    let altered = Self.read(alteration.text(of: report), of: report, by: pipeline)
    return Trial(
      report: report, alteration: alteration, kinds: Set(kinds),
      outcome: outcome(of: alteration, altered))
  }

  private func outcome(of alteration: Alteration, _ altered: [Observation]) -> Trial.Outcome {
    let places = alteration.numbers.keys.map { report.figures[$0].range.lowerBound }
    let isFound = checker.findings(in: altered).contains { finding in
      let names = finding.records.contains { record in
        places.contains {
          (record.start..<record.end).contains(alteration.position(after: $0))
        }
      }
      guard names else { return false }
      let starts = finding.records.map { record in
        records.first { alteration.position(after: $0.start) == record.start }?.start ?? -1
      }
      return !known.contains(Name(code: finding.code, starts: Set(starts)))
    }
    if isFound { return .found }
    let isReadAsBefore =
      alteration.kind == .separator
      && places.allSatisfy { place in
        let before = record(at: place, in: records)
        let after = record(at: alteration.position(after: place), in: altered)
        guard let before, let after, before.unitMultiplier == after.unitMultiplier else {
          return false
        }
        return before.value.isSameNumber(as: after.value)
          && before.denominator?.description == after.denominator?.description
      }
    return isReadAsBefore ? .readAsBefore : .missed
  }

  private func record(at place: Int, in records: [Observation]) -> Observation? {
    records.first { ($0.start..<$0.end).contains(place) }
  }

  private static func read(_ text: String, of report: ConsistentReport, by pipeline: Pipeline)
    -> [Observation]
  {
    var options = ReadingOptions()
    options.period = TimePeriod(iso: report.period).map { ReportPeriod($0) }
    options.area = report.area
    return pipeline.extract(SourceText(text), document: report.description, options: options)
  }
}
