internal import Observations
internal import Quantities

/// A column of SDMX-CSV: a component of the data structure.
///
/// The dimensions are what a figure is about, as SDMX's cross-domain concepts name it, and then where it is stated:
/// reports repeat, correct and contradict figures, so that only `REPORT` and `OBS_ID` (the place of its words in the
/// text) make a key of its own. Whoever has settled which report counts drops these two. What is planned is another
/// figure than what is, and stands in a dimension too (`SCENARIO`), since `CL_OBS_STATUS` has no code for it.
enum SDMXComponent: String, Sendable, CaseIterable {
  case frequency = "FREQ"
  case area = "REF_AREA"
  case indicator = "INDICATOR"
  case measure = "MEASURE"
  case comparison = "COMPARISON"
  case scenario = "SCENARIO"
  case unit = "UNIT_MEASURE"
  case report = "REPORT"
  case place = "OBS_ID"
  case period = "TIME_PERIOD"
  case value = "OBS_VALUE"
  case multiplier = "UNIT_MULT"
  case status = "OBS_STATUS"
  case collection = "TIME_PER_COLLECT"
  case bound = "BOUND"
  case denominator = "DENOMINATOR"
  case confidence = "CONFIDENCE"
  case indicatorName = "INDICATOR_NAME"
  case parent = "PARENT"
  case areaName = "AREA_NAME"
  case text = "TEXT"
  case sentence = "SENTENCE"

  enum Role: Sendable { case dimension, time, measure, attribute(isMandatory: Bool) }

  var role: Role {
    switch self {
    case .frequency, .area, .indicator, .measure, .comparison, .scenario, .unit, .report, .place:
      .dimension
    case .period: .time
    case .value: .measure
    case .multiplier, .status: .attribute(isMandatory: true)
    case .collection, .bound, .denominator, .confidence, .indicatorName, .parent, .areaName, .text,
      .sentence:
      .attribute(isMandatory: false)
    }
  }

  /// What `record` holds in this column, `time` being its period.
  func cell(of record: Observation, _ time: SDMXTime) -> Column.Cell {
    switch self {
    case .frequency: .text(time.frequency)
    case .area: .text(Self.areaCode(of: record))
    case .indicator: .text(Self.code(ofIndicator: record.indicatorCode))
    case .measure: .text(record.measure.rawValue)
    case .comparison: .text(record.base?.rawValue ?? Self.notApplicable)
    case .scenario: .text(record.status == .plan ? "PLANNED" : "REALISED")
    case .unit: .text(record.unit.isEmpty ? Self.notApplicable : record.unit)
    case .report: .text(record.document)
    case .place: .integer(record.start)
    case .period: .text(time.period)
    case .value: .decimal(record.value)
    case .multiplier: .integer(record.unitMultiplier)
    case .status: .text(Self.code(of: record.status))
    case .collection: .text(time.collection)
    case .bound: .text(record.bound?.rawValue ?? "")
    case .denominator: record.denominator.map { .decimal($0) } ?? .empty
    case .confidence: .decimal(record.confidence.decimal)
    case .indicatorName: .text(record.indicator)
    case .parent: .text(record.parent)
    case .areaName: .text(record.area)
    case .text: .text(record.text)
    case .sentence: .text(record.sentence)
    }
  }

  /// SDMX's codes for what no code list has, and for what does not apply.
  static let unallocated = "_X"
  static let notApplicable = "_Z"

  /// The catalogue's code with `-` for each point, which no code of SDMX may have.
  static func code(ofIndicator code: String) -> String {
    code.isEmpty ? unallocated : code.split(separator: ".").joined(separator: "-")
  }

  /// The administrative code behind `VN_`, as digits alone lose their zeros where types are guessed (pysdmx does),
  /// and VN-01 is another province's in ISO 3166-2. The country, which has none, is `VN` as in ISO 3166-1.
  private static func areaCode(of record: Observation) -> String {
    if !record.areaCode.isEmpty { return "VN_\(record.areaCode)" }
    return record.area == country ? "VN" : unallocated
  }

  /// As `Places/regions.tsv` spells it.
  private static let country = "Việt Nam"

  /// `CL_OBS_STATUS`.
  private static func code(of status: Status) -> String {
    switch status {
    case .actual, .plan: "A"
    case .estimate: "E"
    case .provisional: "P"
    case .forecast: "F"
    }
  }
}
