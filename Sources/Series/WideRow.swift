public import Observations
public import Quantities

/// What is known of one indicator in one area and period.
public struct WideRow: Sendable, Hashable {
  /// A level as it was stated.
  public struct Figure: Sendable, Hashable {
    public var value: ExactDecimal
    public var unit: String
    /// The power of ten that `value` is in (SDMX `UNIT_MULT`).
    public var unitMultiplier: Int
    public var status: Status
    /// The document that states it.
    public var document: String
    /// The unit in which it is compared with those of other rows, and the power of ten by which it comes to it.
    public var seriesUnit: String
    public var unitPower: Int

    init(_ observation: Observation, _ share: SeriesUnits.Share) {
      seriesUnit = share.unit
      unitPower = share.power
      value = observation.value
      unit = observation.unit
      unitMultiplier = observation.unitMultiplier
      status = observation.status
      document = observation.document
    }
  }

  /// What rows of one series have in common.
  public var id: SeriesID
  /// By what the area is told from others.
  public let areaKey: String
  public var indicatorCode: String
  public var indicator: String
  public var parent: String
  public var areaCode: String
  public var area: String
  /// ISO 8601, as in ``Observation/period``.
  public var period: String
  /// The document of its figure, or else of the surest statement, and the place in it (``Observation/start``).
  public var document: String
  public var start: Int
  public var level: Figure?
  /// What was planned.
  public var target: Figure?
  /// How many per cent of the plan.
  public var percentOfPlan: ExactDecimal?
  /// By how many per cent it rose, on each base.
  public var growth: [Base: ExactDecimal] = [:]
  /// How many per cent of its whole.
  public var share: ExactDecimal?
  public var contribution: ExactDecimal?

  init(_ observation: Observation, _ id: SeriesID) {
    self.id = id
    areaKey = id.areaKey
    indicatorCode = observation.indicatorCode
    indicator = observation.indicator
    parent = observation.parent
    areaCode = observation.areaCode
    area = observation.area
    period = observation.period
    document = observation.document
    start = observation.start
  }

  /// A row of its series in another period, of which nothing is said.
  public func empty(in period: String) -> WideRow {
    var row = self
    row.period = period
    row.document = ""
    (row.level, row.target, row.percentOfPlan) = (nil, nil, nil)
    (row.growth, row.share, row.contribution) = ([:], nil, nil)
    return row
  }

  /// Which periods may follow this one; `nil` where it has none.
  public var periodKind: PeriodKind? { TimePeriod(iso: period).map(PeriodKind.init) }

  /// What rows are told apart by.
  struct Key: Hashable {
    let series: String
    let prices: String
    let area: String
    let areaSince: String
    let period: String

    init(_ observation: Observation, _ id: SeriesID) {
      series = id.subject
      prices = id.prices
      area = id.areaKey
      areaSince = id.areaSince
      period = observation.period
    }
  }

  /// Where it stands in a table.
  var order: Order { Order(self) }

  struct Order: Comparable {
    private let isUnknown: Bool
    private let texts: [String]
    private let kind: Int
    private let time: Day
    private let rest: [String]

    init(_ row: WideRow) {
      isUnknown = row.indicatorCode.isEmpty
      texts = [row.id.series, row.areaKey, row.id.prices]
      let period = TimePeriod(iso: row.period)
      kind = period.map { PeriodKind($0).rawValue } ?? PeriodKind.allCases.count
      time = period?.lastDay ?? Day(0, 1, 1)
      rest = [row.period, row.id.areaSince, row.level?.unit ?? row.target?.unit ?? ""]
    }

    static func < (a: Order, b: Order) -> Bool {
      if a.isUnknown != b.isUnknown { return b.isUnknown }
      if a.texts != b.texts { return precedes(a.texts, b.texts) }
      if a.kind != b.kind { return a.kind < b.kind }
      if a.time != b.time { return a.time < b.time }
      return precedes(a.rest, b.rest)
    }

    /// By bytes, so that the order is the same in every language.
    private static func precedes(_ a: [String], _ b: [String]) -> Bool {
      for (a, b) in zip(a, b) where a != b { return a.utf8.lexicographicallyPrecedes(b.utf8) }
      return a.count < b.count
    }
  }
}
