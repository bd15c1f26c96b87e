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
  /// Whether it is by how much something changed.
  public var isChange: Bool
  /// The sentence that it stands in.
  public var sentence: String
  /// Its words around the figure's number, from the number before to the next sign; empty in a table.
  public var clause: String
  /// The headings above it.
  public var section: String

  public init(
    label: String, parent: String = "", unit: String = "", isRate: Bool = false,
    isChange: Bool = false, sentence: String = "", clause: String = "", section: String = ""
  ) {
    self.label = label
    self.parent = parent
    self.unit = unit
    self.isRate = isRate
    self.isChange = isChange
    self.sentence = sentence
    self.clause = clause
    self.section = section
  }
}
