public import Observations
public import RuleLanguage

/// Looks whether the figures of a report hold together.
///
/// Each number is taken for the interval of the values that it may have been rounded from; a finding is where no
/// values within the intervals fit.
public struct ReportChecker: Sendable {
  let vocabulary: CheckVocabulary
  /// How its findings are told.
  public let phrases: FindingPhrases
  private let checks: [any Check] = [
    FlowCheck(), PartsCheck(), FractionCheck(), BaseCheck(), PartBasesCheck(), SharesCheck(),
    ShareLevelCheck(), RangeCheck(), RepeatCheck(),
  ]

  /// Reads the tables `words.tsv` and `findings.tsv`.
  ///
  /// - Parameter measured: the units that have fractions; things of other units are counted.
  /// - Throws: ``LexiconError`` with every problem of a table.
  public init(files: [LexiconFile], measured: Set<String>) throws(LexiconError) {
    func file(_ name: String) throws(LexiconError) -> LexiconFile {
      guard let file = files.first(where: { $0.name == name || $0.name.hasSuffix("/\(name)") })
      else {
        throw LexiconError(problems: [
          LexiconProblem(
            FileLocation(file: name, line: 1, column: 1), "no such table",
            remedy: "put it beside the other tables for checks")
        ])
      }
      return file
    }
    vocabulary = try CheckVocabulary(file: file("words.tsv"), measured: measured)
    phrases = try FindingPhrases(file: file("findings.tsv"))
  }

  /// What does not hold together, in the order of the text.
  ///
  /// - Parameter observations: the records of one document, in the order of its text.
  /// - Complexity: near O(*n*) in the records.
  public func findings(in observations: [Observation]) -> [Finding] {
    guard observations.count > 1 else { return [] }
    let report = ReportFigures(observations, vocabulary)
    return judgments(report).compactMap(\.violation)
      .map { phrases.finding($0, in: report) }
      .sorted { $0.place < $1.place }
  }

  /// The records as the relations between them bear them out: doubt settled where they hold with one reading alone,
  /// and in the flags of each what was found against it.
  public func checked(_ observations: [Observation]) -> [Observation] {
    guard observations.count > 1 else { return observations }
    let report = ReportFigures(observations, vocabulary)
    var judgments = judgments(report)
    let settler = Settler(vocabulary: vocabulary, judgments: self.judgments)
    var (records, isReadAnew) = settler.settled(report, judgments)
    if isReadAnew { judgments = self.judgments(ReportFigures(records, vocabulary)) }
    for violation in judgments.compactMap(\.violation) {
      let code = violation.code.rawValue
      for part in violation.parts where !records[part.figure.index].flags.contains(code) {
        records[part.figure.index].flags.append(code)
      }
    }
    return records
  }

  private func judgments(_ report: ReportFigures) -> [Judgment] {
    checks.flatMap { $0.judgments(in: report) }
  }
}

extension Finding {
  /// Where its last record stands: there the contradiction shows.
  fileprivate var place: (Int, String) { (records.map(\.start).max() ?? 0, code) }
}
