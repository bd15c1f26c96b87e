public import Observations
public import Quantities

/// What the report does not say of itself, said by whoever runs the reader.
public struct ReadingOptions: Sendable {
  /// The report's own period, used where the report names none.
  public var period: ReportPeriod?
  /// The area that the report is about, used where it names none.
  public var area: String
  /// What the page or the file that held the report says of it beside its text. Junk is told from it,
  /// as ``ReportMetadata`` says; its title's period and area are used where the text names none.
  public var known = ReportMetadata()
  /// The name of its file, used where neither the text nor a title names a period or an area.
  public var fileName: FileName?
  /// What a manifest says of the report, used where all of these say nothing.
  public var given = ReportMetadata()

  public init(period: ReportPeriod? = nil, area: String = "") {
    self.period = period
    self.area = area
  }
}

/// One number or time that the text states, also where it becomes no record.
public struct Mention: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// A number alone, a number with its unit, a count of a whole (120/121).
    case number, quantity, fraction
    /// A period or a date.
    case time
    /// A number that names something or counts the text itself: 16/CT-TTg, COVID-19, mũi 4.
    case name
    /// A number without one likely reading: 19.94,67.
    case damaged
  }

  public var kind: Kind
  /// Half-open range of code points.
  public var start: Int
  public var end: Int
  public var text: String
  public var value: ExactDecimal?
  public var denominator: ExactDecimal?
  public var unit = ""
  public var unitMultiplier = 0
  /// ISO 8601; `--MM` where there is no year, empty where the report's own period is needed.
  public var period = ""
  /// ISO 8601; `--MM-DD` where there is no year.
  public var date = ""
}

/// How a document was read, layer by layer.
public struct Analysis: Sendable {
  /// A stretch of the text: a token, a clause.
  public struct Piece: Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var text: String
    /// What it was taken for: a token's kind, a clause's role.
    public var note: String
  }

  public var tokens: [Piece] = []
  public var mentions: [Mention] = []
  public var clauses: [Piece] = []
  public var observations: [Observation] = []
  /// Every number that is in no record, and what else was passed over, in the order of the text.
  public var skipped: [Skipped] = []
  /// What the report says of itself, or was told.
  public var period: ReportPeriod?
  public var area = ""
  /// The area's administrative code; empty where it has none.
  public var areaCode = ""
  public var metadata = ReportMetadata()
}
