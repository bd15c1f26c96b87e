/// A field that is compared with gold, in the order in which scores name them.
public enum ScoredField: String, Sendable, Hashable, CaseIterable {
  case value, unit, measure, base, period, indicator
  case parent, denominator, status, bound

  /// Whether a record without this field right is of no use: the fields of the core score.
  public var isCore: Bool {
    switch self {
    case .value, .unit, .measure, .base, .period, .indicator: true
    case .parent, .denominator, .status, .bound: false
    }
  }
}
