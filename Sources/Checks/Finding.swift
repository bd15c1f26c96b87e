public import Observations
public import Quantities

/// How much a finding weighs.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth a look.
  case note
  /// The figures hardly hold together; one of them, or what they are taken for, is probably wrong.
  case warning
  /// No values fit all that is printed.
  case error

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a check found: figures that do not hold together.
public struct Finding: Sendable, Hashable {
  /// A record that takes part, and as what: `total`, `part`, `month`.
  public struct Part: Sendable, Hashable {
    public var role: String
    public var record: Observation

    public init(role: String, record: Observation) {
      self.role = role
      self.record = record
    }
  }

  /// What follows from other records: a number within an interval.
  public struct Number: Sendable, Hashable {
    public var role: String
    /// The ends, both possible, rounded outwards; in ``unit`` times 10 to the ``unitMultiplier``.
    public var low: ExactDecimal
    public var high: ExactDecimal
    public var unit: String
    public var unitMultiplier: Int
    /// Both as the report writes them: tỷ đồng.
    public var words: String
  }

  /// What is wrong, such as `cumulative_below_month`: what ``Observation/flags`` hold.
  public var code: String
  public var severity: Severity
  public var parts: [Part]
  public var numbers: [Number]

  /// The records, in the order in which they take part.
  public var records: [Observation] { parts.map(\.record) }
}
