internal import Observations

/// A relation that the figures of one series must keep through the reports that state them.
protocol SeriesCheck: Sendable {
  /// Where it is broken.
  func violations(in series: SeriesFigures) -> [SeriesViolation]
}

/// A broken relation of figures of one series.
typealias SeriesViolation = BrokenRelation<SeriesFigure>

/// Looks whether the figures of one series hold together through the reports that state them.
///
/// Each number is taken for the interval of the values that it may have been rounded from, and a figure that several
/// reports state for any of their values; a finding is where none fit.
public struct SeriesChecker: Sendable {
  private let vocabulary: CheckVocabulary
  private let phrases: FindingPhrases
  private let checks: [any SeriesCheck] = [
    SeriesBaseCheck(), SeriesFlowCheck(), SeriesPlanCheck(), RevisionCheck(), SeriesGapCheck(),
  ]

  /// One with the words and phrases of the checker of reports.
  public init(_ checker: ReportChecker) {
    vocabulary = checker.vocabulary
    phrases = checker.phrases
  }

  /// What does not hold together, the earliest first.
  ///
  /// - Parameters:
  ///   - statements: the records of one indicator in one area, of all measures, periods and reports; each report's
  ///     in the order of its text.
  ///   - prices: in which prices amounts are, as `constant 2010`; empty where nothing says.
  /// - Complexity: near O(*n*) in the statements.
  public func findings(in statements: [SeriesStatement], prices: String = "") -> [Finding] {
    guard statements.count > 1 else { return [] }
    let series = SeriesFigures(statements, prices: prices, vocabulary)
    // A slip of the unit explains what else does not fit its figure.
    let slips = UnitSlipCheck().violations(in: series)
    let slipped = Set(slips.compactMap { $0.parts.first?.figure.index })
    let others = checks.flatMap { $0.violations(in: series) }.filter { violation in
      !violation.parts.contains { slipped.contains($0.figure.index) }
    }
    return (slips + others).map { phrases.finding($0, in: series) }
      .sorted { $0.time < $1.time }
  }
}

extension Finding {
  /// When what is wrong ended, and by what it is told.
  fileprivate var time: (String, String) { (records.first?.period ?? "", code) }
}

extension FindingPhrases {
  func finding(_ violation: SeriesViolation, in series: SeriesFigures) -> Finding {
    finding(
      violation.code,
      parts: violation.parts.map {
        Finding.Part(role: $0.role, record: series.record($0.figure))
      },
      numbers: violation.code == .seriesGap
        ? [.count(1, role: SeriesGapCheck.role)]
        : violation.numbers.compactMap { number in
          Finding.Number(
            number.role, number.interval, like: series.record(number.like),
            unitPower: series.statements[number.like.index].unitPower)
        })
  }
}
