public import Observations
public import Quantities

/// A figure with the report that states it.
public struct StatedFigure: Sendable, Hashable {
  public var observation: Observation
  public var facts: DocumentFacts
  public var id: SeriesID
  /// The power of ten by which its unit comes to that of its series.
  var unitPower = 0

  public init(observation: Observation, facts: DocumentFacts, id: SeriesID) {
    self.observation = observation
    self.id = id
    self.facts = facts
  }

  var vintage: Vintage { Vintage(of: observation, facts: facts) }

  /// The report's day, or the last day of what it is about, ISO 8601; empty where nothing says.
  public var day: String { vintage.day }
}

/// What may not be compared with what stands before it.
public enum SeriesBreak: Sendable, Hashable {
  /// Amounts in prices of another basis, such as `constant 1994` and `constant 2010`; empty where nothing says it.
  case prices(from: String, to: String)
  /// The area changed: a province was merged or divided. With the day from which it stands as it is.
  case area(since: String)
  /// The area is again as it stood before that day.
  case formerArea(until: String)
  /// The indicator is called something else: by no other name that its code has, with few words in common.
  case name(from: String, to: String)
}

/// One indicator's figures in one area through the periods of one kind, in one unit.
public struct TimeSeries: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    /// ISO 8601, as in ``Observation/period``.
    public var period: String
    /// In the series' ``TimeSeries/unitMultiplier``.
    public var value: ExactDecimal
    /// Every report's statement of it, the one that counts first.
    public var statements: [StatedFigure]
    /// Why it may not be compared with the point before it.
    public var breaks: [SeriesBreak] = []

    /// The latest statement of the best status.
    public var statement: StatedFigure? { statements.first }
  }

  /// What its figures share (``SeriesID/series``).
  public var id: String
  public var indicatorCode: String
  /// As the last report words it.
  public var indicator: String
  public var parent: String
  public var areaCode: String
  public var area: String
  public var measure: Measure
  public var base: Base?
  public var kind: PeriodKind
  public var unit: String
  /// In what prices all its amounts are, where they say one thing; else empty.
  public var prices: String
  /// The day from which the area stands as in its figures, where they are told by it from those of another series;
  /// else empty.
  public var areaSince: String
  /// The power of ten that the values are in: the commonest of the statements.
  public var unitMultiplier: Int
  var unitPower: Int
  /// By time.
  public var points: [Point]

  /// The value of a statement in the series' unit and multiplier.
  public func value(of figure: StatedFigure) -> ExactDecimal? {
    figure.observation.value.moved(
      by: figure.observation.unitMultiplier + figure.unitPower - unitMultiplier - unitPower)
  }
}

extension ExactDecimal {
  /// The number times 10 to the `power`, exactly, also where that is below zero.
  func moved(by power: Int) -> ExactDecimal? {
    guard power < 0 else { return scaled(by: power) }
    let places = fractionDigits - power
    guard places <= Self.maximumDigits else { return nil }
    return ExactDecimal(significand, fractionDigits: places)
  }
}
