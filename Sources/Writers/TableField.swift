internal import Observations

/// A column as Table Schema describes it.
struct TableField: Sendable {
  enum Kind: Sendable { case string, integer, number }

  let name: String
  let titleKind: Labels.Kind
  var kind = Kind.string
  var isRequired = false
  /// What it may be, where that is a short list.
  var values: [String] = []
  var range: ClosedRange<Int>?
  var least: Int?
  var pattern = ""

  static let long = Column.allCases.map(TableField.init)
  static let wide = WideColumn.allCases.map(TableField.init)

  /// A year, a quarter, a month, a day, a span of years, months or days, or what ends at a month or a day.
  /// In brackets, as readers put anchors around it.
  private static let period =
    #"(\d{4}(-Q[1-4]|-\d\d(-\d\d)?)?|\d{4}(-\d\d(-\d\d)?)?/\d{4}(-\d\d(-\d\d)?)?|\.\./\d{4}-\d\d(-\d\d)?)"#

  private init(_ column: Column) {
    name = column.rawValue
    titleKind = .column
    switch column {
    case .document, .text, .rule: isRequired = true
    case .measure: (isRequired, values) = (true, Measure.allCases.map(\.rawValue))
    case .base: values = Base.allCases.map(\.rawValue)
    case .value: (isRequired, kind) = (true, .number)
    case .unitMultiplier: (isRequired, kind) = (true, .integer)
    case .denominator: kind = .number
    case .period: pattern = Self.period
    case .status: (isRequired, values) = (true, Status.allCases.map(\.rawValue))
    case .bound: values = Bound.allCases.map(\.rawValue)
    case .start, .end: (isRequired, kind, least) = (true, .integer, 0)
    case .confidence: (isRequired, kind, range) = (true, .number, 0...1)
    case .indicator, .indicatorCode, .parent, .unit, .area, .areaCode, .section, .sentence, .flags,
      .provenance, .alternatives:
      break
    }
  }

  private init(_ column: WideColumn) {
    name = column.rawValue
    titleKind = .wide
    switch column {
    case .value, .target, .percentOfPlan, .growthSamePeriod, .growthPreviousPeriod, .growthYearEnd,
      .growthBaseYear, .share, .contribution:
      kind = .number
    case .unitMultiplier, .targetMultiplier: kind = .integer
    case .status: values = Status.allCases.map(\.rawValue)
    case .period: pattern = Self.period
    case .document: isRequired = true
    case .indicatorCode, .indicator, .parent, .areaCode, .area, .unit, .prices, .areaSince, .series:
      break
    }
  }

  func description(_ labels: Labels) -> JSONObject {
    var object = JSONObject()
    object.add("name", text: name)
    object.add("type", text: "\(kind)")
    object.add("title", text: labels[titleKind, name])
    object.add("description", text: labels[.about, name])
    var constraints = JSONObject()
    if isRequired { constraints.add("required", flag: true) }
    if !values.isEmpty { constraints.add("enum", texts: values) }
    if let least = range?.lowerBound ?? least { constraints.add("minimum", integer: least) }
    if let range { constraints.add("maximum", integer: range.upperBound) }
    if !pattern.isEmpty { constraints.add("pattern", text: pattern) }
    if !constraints.isEmpty { object.add("constraints", object: constraints) }
    return object
  }
}
