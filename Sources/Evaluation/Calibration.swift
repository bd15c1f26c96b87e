internal import Observations

/// Whether predicted records are right as often as their confidence says: a reliability table, and
/// the figures drawn from it.
///
/// "Right" is core-right in every figure that does not say otherwise, and a record that no gold
/// record claims is wrong. A record that says 0.9 is well calibrated when, of those that say so,
/// nine of ten are right.
public struct Calibration: Sendable, Hashable {
  /// The records whose confidence lies within one tenth.
  public struct Band: Sendable, Hashable {
    /// The tenth it begins with, from 0 to 9. It ends before the next one; the last holds 1.0 too.
    public let tenth: Int
    /// What its records state, and how many are right.
    public let reliability: Reliability
  }

  /// The records that one rule has made.
  public struct RuleRow: Sendable, Hashable {
    /// The rule's name, as records give it.
    public let rule: String
    /// What its records state, and how many are right.
    public let reliability: Reliability
  }

  /// All records.
  public let all: Reliability
  /// The bands that hold a record, the least sure first.
  public let bands: [Band]
  /// The rules, the most frequent first; those equally frequent by name.
  public let rules: [RuleRow]
  /// The records with a confidence of 0.9 and more.
  public let high: Reliability
  /// The records with a confidence below 0.5.
  public let low: Reliability
  /// The Brier score: the mean, over the records, of the square of the difference between the
  /// confidence and 1 for a right record or 0 for a wrong one. 0 is best; `nil` without records.
  ///
  /// G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather
  /// Review 78(1), 1950, pages 1–3. Brier sums over both outcomes, right and wrong; this is the
  /// usual form for two outcomes, which counts one and is half of his.
  public let brierScore: Rate?

  /// The expected calibration error: the mean, over the bands and weighted by their records, of the
  /// distance between mean confidence and share that is right. 0 is best; `nil` without records.
  ///
  /// With n records, and n(b) of them in band b, it is Σ n(b)/n · |right(b) − confidence(b)|:
  /// M. P. Naeini, G. F. Cooper and M. Hauskrecht, "Obtaining Well Calibrated Probabilities Using
  /// Bayesian Binning", AAAI 2015; in this form C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On
  /// Calibration of Modern Neural Networks", ICML 2017, section 2. Their bands hold their upper
  /// end; these hold the lower one, so that 0.90 stands in the last.
  public var expectedError: Rate? {
    let gaps = bands.reduce(0) { $0 + $1.reliability.gap }
    return all.records == 0 ? nil : Rate(gaps, of: 100 * all.records)
  }

  /// Counts `records`, of one document or of many.
  public init(_ records: some Sequence<JudgedRecord>) {
    let records = Array(records)
    all = Reliability(records)
    bands = Dictionary(grouping: records) { min(9, $0.confidence.hundredths / 10) }
      .map { Band(tenth: $0.key, reliability: Reliability($0.value)) }
      .sorted { $0.tenth < $1.tenth }
    rules = Dictionary(grouping: records, by: \.rule)
      .map { RuleRow(rule: $0.key, reliability: Reliability($0.value)) }
      .sorted { ($1.reliability.records, $0.rule) < ($0.reliability.records, $1.rule) }
    high = Reliability(records.lazy.filter { $0.confidence.hundredths >= 90 })
    low = Reliability(records.lazy.filter { $0.confidence.hundredths < 50 })
    let squares = records.reduce(0) { sum, record in
      let difference = record.confidence.hundredths - (record.isCoreRight ? 100 : 0)
      return sum + difference * difference
    }
    brierScore = records.isEmpty ? nil : Rate(squares, of: 10_000 * records.count)
  }
}
