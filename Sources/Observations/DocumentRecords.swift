/// What one document gave: the unit in which writers are fed.
public struct DocumentRecords: Sendable {
  /// Which document: its path as given.
  public var document: String
  /// What is known of the report beside its figures.
  public var facts: DocumentFacts
  /// Its records, in the order in which they are written.
  public var observations: [Observation]

  public init(
    document: String, facts: DocumentFacts = DocumentFacts(), observations: [Observation]
  ) {
    self.document = document
    self.facts = facts
    self.observations = observations
  }
}

/// What is known of a report beside its figures; each empty where nothing says.
public struct DocumentFacts: Sendable, Hashable {
  public var title = ""
  /// What time the report is about, ISO 8601, as in ``Observation/period``.
  public var period = ""
  public var area = ""
  /// The body that issued it: CỤC THỐNG KÊ TỈNH LẠNG SƠN.
  public var issuer = ""
  /// The office's number of the paper: 512/BC-CTK.
  public var number = ""
  /// The day on which it was signed or published, ISO 8601.
  public var date = ""
  public var url = ""
  /// The format of the file, such as `text` or `docx`.
  public var format = ""
  /// How its text was encoded, where that had to be found out.
  public var encoding = ""

  public init() {}
}
