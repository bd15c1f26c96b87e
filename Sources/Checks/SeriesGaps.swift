internal import Observations
internal import Quantities

/// The gaps that were found in many series, those of one time and area as one: where a report is missing, all of its
/// series have the gap.
public struct SeriesGaps: Sendable {
  private struct Key: Hashable {
    let area: String
    let before: String
    let after: String
  }

  private var gaps: [Key: (finding: Finding, count: Int128)] = [:]
  private var order: [Key] = []

  public init() {}

  /// Keeps the gaps among what was found in a series, and gives what is left.
  public mutating func keep(_ findings: [Finding]) -> [Finding] {
    findings.filter { finding in
      guard finding.code == FindingCode.seriesGap.rawValue, let before = finding.records.first,
        let after = finding.records.last
      else { return true }
      let key = Key(area: before.area, before: before.period, after: after.period)
      if gaps[key] == nil { order.append(key) }
      gaps[key] = (gaps[key]?.finding ?? finding, (gaps[key]?.count ?? 0) + 1)
      return false
    }
  }

  /// One for each time and area, in the order in which they were kept: the gap in its first series, with the number
  /// `series` of how many have it.
  public var findings: [Finding] {
    order.compactMap { key in
      gaps[key].map { gap in
        var finding = gap.finding
        finding.numbers = [.count(gap.count, role: SeriesGapCheck.role)]
        return finding
      }
    }
  }
}

extension Finding.Number {
  /// So many.
  static func count(_ number: Int128, role: String) -> Self {
    Self(
      role: role, low: ExactDecimal(number), high: ExactDecimal(number), unit: "",
      unitMultiplier: 0, words: "")
  }
}
