/// How many records there are, were found and were right, in one document or in all.
public struct Tally: Sendable, Hashable {
  /// How many records gold has.
  public var gold = 0
  /// How many observations there are.
  public var predicted = 0
  /// Gold records that an observation covers.
  public var found = 0
  /// Those found whose core fields are all right.
  public var core = 0
  /// Those found whose every scored field is right.
  public var full = 0

  public init() {}

  /// Observations that no gold record claims.
  public var extra: Int { predicted - found }
  /// The F1 score of finding the records: twice the hits against gold and observations together.
  public var mentionF1: Rate { f1(found) }
  /// The F1 score of the records with all core fields right.
  public var coreF1: Rate { f1(core) }
  /// The F1 score of the records with all scored fields right.
  public var exactF1: Rate { f1(full) }

  public static func += (total: inout Tally, more: Tally) {
    total.gold += more.gold
    total.predicted += more.predicted
    total.found += more.found
    total.core += more.core
    total.full += more.full
  }

  /// 1 where nothing was to find and nothing was found.
  private func f1(_ hits: Int) -> Rate {
    let all = gold + predicted
    return all == 0 ? Rate(tenThousandths: 10_000) : Rate(2 * hits, of: all)
  }
}

/// How often each field was right in the records found.
public struct FieldAccuracy: Sendable, Hashable {
  /// How often a field was right, of how often it was scored.
  public struct Count: Sendable, Hashable {
    public var right = 0
    public var scored = 0
    /// The share that was right; `nil` where the field was never scored.
    public var rate: Rate? { scored == 0 ? nil : Rate(right, of: scored) }
  }

  private var counts: [ScoredField: Count] = [:]

  public init() {}

  public subscript(field: ScoredField) -> Count { counts[field] ?? Count() }

  mutating func count(_ field: ScoredField, right: Bool) {
    counts[field, default: Count()].right += right ? 1 : 0
    counts[field, default: Count()].scored += 1
  }

  public static func += (total: inout FieldAccuracy, more: FieldAccuracy) {
    for field in ScoredField.allCases {
      total.counts[field, default: Count()].right += more[field].right
      total.counts[field, default: Count()].scored += more[field].scored
    }
  }
}
