public import Observations

/// One predicted record: what it says of itself, and whether gold bears it out.
public struct JudgedRecord: Sendable, Hashable {
  /// The rule that made it.
  public var rule: String
  /// How sure it says it is.
  public var confidence: Confidence
  /// Whether a gold record claims it and none of its core fields is wrong.
  public var isCoreRight: Bool
  /// Whether a gold record claims it and none of its scored fields is wrong.
  public var isExactRight: Bool
  /// Its place among the observations that were compared.
  public var index: Int

  public init(
    rule: String, confidence: Confidence, isCoreRight: Bool, isExactRight: Bool, index: Int = 0
  ) {
    self.index = index
    self.rule = rule
    self.confidence = confidence
    self.isCoreRight = isCoreRight
    self.isExactRight = isExactRight
  }

  /// `observation` with the fields of it that are wrong; `nil` where no gold record claims it: it
  /// is then wrong altogether.
  init(_ observation: Observation, at index: Int, wrong: [ScoredField]?) {
    self.index = index
    rule = observation.rule
    confidence = observation.confidence
    isCoreRight = wrong.map { !$0.contains(where: \.isCore) } ?? false
    isExactRight = wrong?.isEmpty ?? false
  }
}
