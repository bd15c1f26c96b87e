public import Observations
public import Quantities

/// What tells the series of a figure from others.
public struct SeriesID: Sendable, Hashable {
  /// The catalogue's code, or else the words of the indicator and of its whole: `trade.exports`,
  /// `trade.exports|hoa kỳ`, `|số công trình|kiên cố hóa`.
  public var series: String
  /// In what prices an amount is: `constant 2010`, `current`; empty where nothing says.
  public var prices = ""
  /// The day from which the area stands as it is, ISO 8601; empty where that is not known.
  public var areaSince = ""

  public init(series: String, prices: String = "", areaSince: String = "") {
    self.series = series
    self.prices = prices
    self.areaSince = areaSince
  }
}

/// Tells the series of figures.
///
/// A part without an indicator of its own has the code of its whole (Hoa Kỳ, of exports); its words keep it apart.
public struct SeriesIdentity: Sendable {
  /// Whether a record's indicator by itself says what its code is of.
  public typealias Naming = @Sendable (Observation) -> Bool
  /// The day from which the area of that name stands as it did on a day, ISO 8601; empty where that is not known.
  public typealias Extent = @Sendable (_ area: String, _ day: Day) -> String

  private let isNamed: Naming
  private let prices: PriceBases
  private let extent: Extent
  private var known: [Words: Bool] = [:]
  private var extents: [AreaTime: String] = [:]

  private struct Words: Hashable {
    let code: String
    let indicator: String
    let unit: String
    let measure: Measure
  }

  private struct AreaTime: Hashable {
    let area: String
    let period: String
  }

  /// - Parameters:
  ///   - isNamed: asked once for the same words; by default every part is taken for its whole.
  ///   - extent: asked once for an area and period.
  public init(
    isNamed: @escaping Naming = { _ in true }, prices: PriceBases = PriceBases(),
    extent: @escaping Extent = { _, _ in "" }
  ) {
    self.isNamed = isNamed
    self.prices = prices
    self.extent = extent
  }

  public mutating func id(of observation: Observation) -> SeriesID {
    let own = prices.basis(in: "\(observation.indicator) \(observation.parent)")
    return SeriesID(
      series: series(of: observation),
      prices: own.isEmpty ? prices.basis(in: observation.sentence) : own,
      areaSince: since(observation))
  }

  private mutating func series(of observation: Observation) -> String {
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

  private mutating func since(_ observation: Observation) -> String {
    guard !observation.area.isEmpty, let period = TimePeriod(iso: observation.period) else {
      return ""
    }
    let key = AreaTime(area: observation.area, period: observation.period)
    if let known = extents[key] { return known }
    let since = extent(observation.area, period.lastDay)
    extents[key] = since
    return since
  }
}

extension Observation {
  /// By what its area is told from others: a province by its name, as codes went over to other names at the
  /// mergers; a district, whose name others may bear, by its code too.
  public var areaKey: String {
    areaCode.count > 2 || area.isEmpty ? "\(area.lowercased())|\(areaCode)" : area.lowercased()
  }
}
