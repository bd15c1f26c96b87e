internal import Observations

/// How often the catalogue's codes are right, apart from the other scores: only gold records with a
/// list `codes` count. An empty list says that no entry of the catalogue fits.
public struct CodeTally: Sendable, Hashable {
  /// Gold records with a list of codes, an empty one too.
  public private(set) var records = 0
  /// Those of them for which the catalogue has a code.
  public private(set) var coded = 0
  /// Those of them whose observation carries a code, right or wrong.
  public private(set) var predicted = 0
  /// Those of them whose observation carries a right code.
  public private(set) var right = 0

  public init() {}

  /// Of the records for which there is a code, how many carry a right one; `nil` where there are
  /// none. A record that was not found carries none.
  public var coverage: Rate? { coded == 0 ? nil : Rate(right, of: coded) }
  /// Of the codes carried, how many are right; `nil` where none is carried.
  public var precision: Rate? { predicted == 0 ? nil : Rate(right, of: predicted) }

  /// Counts a gold record and the observation that it claims.
  mutating func count(_ gold: GoldRecord, found: Observation?) {
    guard let codes = gold.codes else { return }
    records += 1
    coded += codes.isEmpty ? 0 : 1
    guard let code = found?.indicatorCode, !code.isEmpty else { return }
    predicted += 1
    right += codes.contains(code) ? 1 : 0
  }

  public static func += (total: inout CodeTally, more: CodeTally) {
    total.records += more.records
    total.coded += more.coded
    total.predicted += more.predicted
    total.right += more.right
  }
}
