/// What tells the series of a figure from others.
public struct SeriesID: Sendable, Hashable {
  /// Of which of an indicator's two sides a growth is.
  public enum Dimension: String, Sendable, Hashable, CaseIterable {
    case value, quantity

    /// That of a level in the unit; money has a code of ISO 4217.
    public init(unit: String) {
      let isMoney =
        unit.utf8.prefix(4).count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      self = isMoney ? .value : .quantity
    }
  }

  /// What the figure is of: the catalogue's code, with what restricts it, or else the words of the indicator and of
  /// its whole: `trade.exports`, `trade.exports|hoa kỳ`, `|số công trình|kiên cố hóa`.
  public var subject: String
  /// Of which side a growth is, where the indicator has both.
  public var dimension: Dimension?
  /// In what prices an amount is: `constant 2010`, `current`; empty where nothing says.
  public var prices = ""
  /// The day from which the area stands as it is, ISO 8601; empty where that is not known.
  public var areaSince = ""
  /// By what the area is told from others.
  public var areaKey = ""

  public init(series: String, prices: String = "", areaSince: String = "", areaKey: String = "") {
    subject = series
    self.prices = prices
    self.areaSince = areaSince
    self.areaKey = areaKey
  }

  /// The subject, with the side that a growth is of: `trade.exports.rice|quantity`.
  public var series: String { dimension.map { "\(subject)|\($0.rawValue)" } ?? subject }

  /// The subject of a series.
  public static func subject(of series: String) -> String {
    for dimension in Dimension.allCases where series.hasSuffix("|\(dimension.rawValue)") {
      return String(series.dropLast(dimension.rawValue.count + 1))
    }
    return series
  }
}
