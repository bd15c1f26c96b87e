/// What a record says of its indicator, for which a code is sought.
public struct Figure: Sendable {
  /// What is measured, as the report words it.
  public var label: String
  /// The whole or the owner; empty where there is none.
  public var parent: String
  /// The unit in its one form, such as `VND`, `%` or `lượt khách`.
  public var unit: String
  /// Whether it is a level in per cent: the rate is itself the indicator.
  public var isRate: Bool
  /// The sentence that it stands in.
  public var sentence: String
  /// Its words from the number before, or from its beginning, to the figure's number; empty in a table.
  public var lead: String
  /// The headings above it.
  public var section: String

  public init(
    label: String, parent: String = "", unit: String = "", isRate: Bool = false,
    sentence: String = "", lead: String = "", section: String = ""
  ) {
    self.label = label
    self.parent = parent
    self.unit = unit
    self.isRate = isRate
    self.sentence = sentence
    self.lead = lead
    self.section = section
  }
}
