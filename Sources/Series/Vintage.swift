public import Observations
internal import Quantities

/// How much one statement of a figure is worth beside another of the same figure: first how final it is,
/// then how late its report, then how sure its reading (SDMX has vintages of a series so).
public struct Vintage: Sendable, Hashable, Comparable {
  /// Higher is more final.
  private let finality: Int
  /// The report's day, or the last day of what it is about; ISO 8601, so that texts compare.
  public let day: String
  private let isExact: Bool
  private let confidence: Confidence
  /// The document, so that the order is total.
  private let document: String

  public init(of observation: Observation, facts: DocumentFacts) {
    finality = Self.finality(of: observation.status)
    day = Self.day(facts)
    isExact = observation.bound == nil
    confidence = observation.confidence
    document = observation.document
  }

  public static func < (a: Vintage, b: Vintage) -> Bool {
    let (exactA, exactB) = (a.isExact ? 1 : 0, b.isExact ? 1 : 0)
    return (a.finality, a.day, exactA, a.confidence, a.document)
      < (b.finality, b.day, exactB, b.confidence, b.document)
  }

  /// Actual over provisional over estimate over forecast; a plan is no statement of what was.
  private static func finality(of status: Status) -> Int {
    switch status {
    case .actual: 4
    case .provisional: 3
    case .estimate: 2
    case .forecast: 1
    case .plan: 0
    }
  }

  /// The day of a report: its date, or else the last day of what it is about; ISO 8601, empty where nothing says.
  public static func day(_ facts: DocumentFacts) -> String {
    if !facts.date.isEmpty { return facts.date }
    return TimePeriod(iso: facts.period).map { TimePeriod.day($0.lastDay).iso } ?? ""
  }
}
