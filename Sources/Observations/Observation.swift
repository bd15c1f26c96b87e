public import Quantities

/// What kind of statement a number makes about its indicator.
public enum Measure: String, Sendable, Hashable, CaseIterable {
  /// A quantity.
  case level
  /// By how much it rose or fell.
  case change
  /// So much of a base: đạt 98% kế hoạch, gấp 2 lần.
  case ratio
  /// A part of a whole: chiếm 35%.
  case share
  /// How much of the whole's growth it made.
  case contribution
}

/// What a change or a ratio is against.
public enum Base: String, Sendable, Hashable, CaseIterable {
  case plan
  case samePeriod = "same_period"
  case previousPeriod = "previous_period"
  case yearEnd = "year_end"
  case baseYear = "base_year"
  case total
}

/// How final a number is (SDMX `OBS_STATUS`).
public enum Status: String, Sendable, Hashable, CaseIterable {
  case actual, estimate, provisional, forecast, plan
}

/// How the words bound a number.
public enum Bound: String, Sendable, Hashable, CaseIterable {
  case about, over, under, from, to
}

/// Where an inherited field came from.
public enum Provenance: String, Sendable, Hashable, CaseIterable {
  case clause, sentence, paragraph, section, report, option, `default`
  /// Of two readings the one with which the report's figures hold together.
  case relation
}

/// How sure a record is, in hundredths: 93 is written 0.93.
public struct Confidence: Sendable, Hashable, Comparable {
  public var hundredths: Int

  public init(hundredths: Int) { self.hundredths = min(100, max(0, hundredths)) }

  public static func < (a: Confidence, b: Confidence) -> Bool { a.hundredths < b.hundredths }
  public var decimal: ExactDecimal { ExactDecimal(Int128(hundredths), fractionDigits: 2) }
}

/// One record: one number that the report states about one indicator.
///
/// The fields are those of SDMX where it has them; see `Corpus/README.md`.
public struct Observation: Sendable, Hashable {
  /// Which document: its path as given.
  public var document = ""
  /// The subject as the report words it (SDMX `INDICATOR`).
  public var indicator = ""
  /// The catalogue's code, empty where it has none.
  public var indicatorCode = ""
  /// The indicator of the whole that this is a part of, or empty.
  public var parent = ""
  public var measure = Measure.level
  public var base: Base?
  /// The number as stated; a fall is negative (SDMX `OBS_VALUE`).
  public var value: ExactDecimal
  /// The canonical unit (SDMX `UNIT_MEASURE`).
  public var unit = ""
  /// The power of ten that `value` is in (SDMX `UNIT_MULT`).
  public var unitMultiplier = 0
  /// The whole in a fraction such as 120/121 công trình.
  public var denominator: ExactDecimal?
  /// What time the number covers, ISO 8601 (SDMX `TIME_PERIOD`); empty where nothing says.
  public var period = ""
  public var status = Status.actual
  public var bound: Bound?
  /// Where, if the sentence or the report names it (SDMX `REF_AREA`).
  public var area = ""
  public var areaCode = ""
  /// The headings above it.
  public var section = ""
  /// The exact words of number and unit in the source.
  public var text = ""
  /// Half-open range of Unicode code points in the document's text as read.
  public var start = 0
  public var end = 0
  public var sentence = ""
  /// Which rule made the record.
  public var rule = ""
  public var confidence = Confidence(hundredths: 100)
  /// What the checks found against it.
  public var flags: [String] = []
  /// For each inherited field, in the order of the columns, where it came from.
  public var provenance: [Inheritance] = []
  /// Other readings that stand.
  public var alternatives: [Alternative] = []

  /// A field that was not stated beside the number.
  public struct Inheritance: Sendable, Hashable {
    public var field: String
    public var source: Provenance

    public init(field: String, source: Provenance) {
      self.field = field
      self.source = source
    }
  }

  /// Another reading of the same number: the fields that differ.
  public struct Alternative: Sendable, Hashable {
    public var value: ExactDecimal

    public init(value: ExactDecimal) { self.value = value }
  }

  public init(value: ExactDecimal) { self.value = value }
}
