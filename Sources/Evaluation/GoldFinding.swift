/// A slip that a report holds by its gold: what a check must find, and nothing else.
public struct GoldFinding: Sendable, Hashable, Decodable {
  /// What is wrong, such as `cumulative_below_month`.
  public var code: String
  /// Where the numbers that contradict each other start, in code points.
  public var at: [Int]

  public init(code: String, at: [Int]) {
    self.code = code
    self.at = at
  }
}

/// What checks found in reports, against what their gold lists.
public struct FindingTally: Sendable, Hashable {
  /// A finding by its code and by where its figures stand.
  public struct Found: Sendable, Hashable {
    public var code: String
    public var spans: [Range<Int>]

    public init(code: String, spans: [Range<Int>]) {
      self.code = code
      self.spans = spans
    }
  }

  /// How many slips gold lists.
  public var gold = 0
  /// How many of them were found: by their code, with each of their numbers among the figures.
  public var found = 0
  /// Findings that gold does not list.
  public var extra = 0

  public init() {}

  /// Counts one document.
  public mutating func count(_ findings: [Found], gold listed: [GoldFinding]) {
    var free = findings
    gold += listed.count
    for slip in listed {
      let place = free.firstIndex { finding in
        finding.code == slip.code
          && slip.at.allSatisfy { at in finding.spans.contains { $0.contains(at) } }
      }
      guard let place else { continue }
      free.remove(at: place)
      found += 1
    }
    extra += free.count
  }

  public static func += (total: inout FindingTally, more: FindingTally) {
    total.gold += more.gold
    total.found += more.found
    total.extra += more.extra
  }
}
