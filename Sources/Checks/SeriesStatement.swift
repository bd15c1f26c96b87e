public import Observations

/// A record of a series, with what is known of its report and of its unit.
public struct SeriesStatement: Sendable {
  public var record: Observation
  /// The day of its report, ISO 8601; empty where nothing says.
  public var day: String
  /// The unit in which the levels of its series are compared: tấn of kg and tạ.
  public var unit: String
  /// The power of ten by which its own unit comes to ``unit``: -3 of kg in tấn.
  public var unitPower: Int
  /// Of a growth, whether it is of the amount in money or of that in things; `nil` where nothing tells them apart.
  public var isOfMoney: Bool?

  /// - Parameter unit: the record's own, unless said.
  public init(
    _ record: Observation, day: String, unit: String? = nil, unitPower: Int = 0,
    isOfMoney: Bool? = nil
  ) {
    self.record = record
    self.day = day
    self.unit = unit ?? record.unit
    self.unitPower = unitPower
    self.isOfMoney = isOfMoney
  }
}
