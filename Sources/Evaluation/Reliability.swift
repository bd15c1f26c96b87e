internal import Observations

/// How sure a group of predicted records says it is, and how many of them are right.
public struct Reliability: Sendable, Hashable {
  /// How many records there are.
  public private(set) var records = 0
  /// Those whose core fields are all right.
  public private(set) var core = 0
  /// Those whose every scored field is right.
  public private(set) var exact = 0
  /// The sum of the confidences, in hundredths.
  private(set) var hundredths = 0

  /// Counts `records`.
  public init(_ records: some Sequence<JudgedRecord>) {
    for record in records {
      self.records += 1
      core += record.isCoreRight ? 1 : 0
      exact += record.isExactRight ? 1 : 0
      hundredths += record.confidence.hundredths
    }
  }

  /// The mean stated confidence; `nil` where there is no record.
  public var meanConfidence: Rate? { records == 0 ? nil : Rate(hundredths, of: 100 * records) }
  /// The share whose core fields are all right; `nil` where there is no record.
  public var coreShare: Rate? { records == 0 ? nil : Rate(core, of: records) }
  /// The share whose every scored field is right; `nil` where there is no record.
  public var exactShare: Rate? { records == 0 ? nil : Rate(exact, of: records) }

  /// How many of `whole` these are; `nil` where the whole has no record.
  public func share(of whole: Reliability) -> Rate? {
    whole.records == 0 ? nil : Rate(records, of: whole.records)
  }

  /// By how many hundredths, over all records, what they state and what is right lie apart.
  var gap: Int { abs(100 * core - hundredths) }
}
