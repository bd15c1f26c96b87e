public import Observations

/// What the figures of one series have in common: the catalogue's code, or else the words of the indicator and of
/// its whole.
///
/// A part without an indicator of its own has the code of its whole (Hoa Kỳ, of exports); its words keep it apart.
public struct SeriesIdentity: Sendable {
  /// Whether a record's indicator by itself says what its code is of.
  public typealias Naming = @Sendable (Observation) -> Bool

  private let isNamed: Naming
  private var known: [Words: Bool] = [:]

  private struct Words: Hashable {
    let code: String
    let indicator: String
    let unit: String
    let measure: Measure
  }

  /// - Parameter isNamed: asked once for the same words; by default every part is taken for its whole.
  public init(isNamed: @escaping Naming = { _ in true }) { self.isNamed = isNamed }

  /// `trade.exports`, `trade.exports|hoa kỳ`, `|số công trình|kiên cố hóa`.
  public mutating func series(of observation: Observation) -> String {
    let code = observation.indicatorCode
    let indicator = observation.indicator.lowercased()
    guard !code.isEmpty else { return "|\(indicator)|\(observation.parent.lowercased())" }
    let words = Words(
      code: code, indicator: indicator, unit: observation.unit, measure: observation.measure)
    let isWhole: Bool
    if let answer = known[words] {
      isWhole = answer
    } else {
      isWhole = isNamed(observation)
      known[words] = isWhole
    }
    return isWhole ? code : "\(code)|\(indicator)"
  }
}
