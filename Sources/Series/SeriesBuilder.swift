internal import Observations
public import Quantities

/// Brings statements of figures together to series.
///
/// Figures are of one series where they are of one indicator (``SeriesIdentity``), area,
/// measure, base, kind of period and unit. Amounts in triệu and tỷ are brought to one multiplier. Spans that are
/// neither months, quarters, years nor from January on are comparable with none and left out.
public struct SeriesBuilder {
  /// The extent of an area on a day: the day from which it stands so; empty where that is not known.
  public typealias Extent = (_ area: String, _ day: Day) -> String

  private let prices: PriceBases
  private let extent: Extent
  private var groups: [Key: [String: [StatedFigure]]] = [:]

  public init(prices: PriceBases, extent: @escaping Extent) {
    self.prices = prices
    self.extent = extent
  }

  private struct Key: Hashable {
    let series: String
    let area: String
    let measure: Measure
    let base: Base?
    let kind: PeriodKind
    let unit: String

    init?(_ figure: StatedFigure) {
      let observation = figure.observation
      guard let period = TimePeriod(iso: observation.period) else { return nil }
      series = figure.series
      // A code may belong to another name after a merger, so the name counts.
      area = observation.area.lowercased()
      measure = observation.measure
      base = observation.base
      kind = PeriodKind(period)
      unit = observation.unit
      guard kind != .span else { return nil }
    }
  }

  public mutating func add(_ statement: StatedFigure) {
    guard statement.observation.status != .plan, let key = Key(statement) else {
      return
    }
    groups[key, default: [:]][statement.observation.period, default: []].append(statement)
  }

  /// The series, the longest first.
  public func series() -> [TimeSeries] {
    groups.values.compactMap(series).sorted { a, b in
      if a.points.count != b.points.count { return a.points.count > b.points.count }
      return Self.name(a).utf8.lexicographicallyPrecedes(Self.name(b).utf8)
    }
  }

  private static func name(_ series: TimeSeries) -> String {
    [
      series.indicatorCode, series.indicator, series.parent, series.area, series.measure.rawValue,
      series.base?.rawValue ?? "", "\(series.kind.rawValue)", series.unit,
    ].joined(separator: "\n")
  }

  private func series(_ periods: [String: [StatedFigure]]) -> TimeSeries? {
    let all = periods.values.joined()
    guard let last = all.max(by: { $0.vintage < $1.vintage })?.observation,
      let kind = TimePeriod(iso: last.period).map(PeriodKind.init)
    else { return nil }
    var series = TimeSeries(
      indicatorCode: last.indicatorCode, indicator: last.indicator, parent: last.parent,
      areaCode: last.areaCode, area: last.area, measure: last.measure, base: last.base, kind: kind,
      unit: last.unit, unitMultiplier: Self.commonest(all.map(\.observation.unitMultiplier)),
      points: [])
    let ordered = periods.compactMap { period, statements in
      TimePeriod(iso: period).map { (period: period, day: $0.lastDay, statements: statements) }
    }.sorted { ($0.day, $0.period) < ($1.day, $1.period) }
    var before: (prices: String, extent: String)?
    for (period, day, statements) in ordered {
      let statements = Self.ranked(statements)
      guard let first = statements.first, let value = series.value(of: first.observation) else {
        continue
      }
      var point = TimeSeries.Point(period: period, value: value, statements: statements)
      let now = (prices: basis(of: first.observation), extent: extent(first.observation.area, day))
      if let before {
        if before.prices != now.prices, !before.prices.isEmpty, !now.prices.isEmpty {
          point.breaks.append(.prices(from: before.prices, to: now.prices))
        }
        if before.extent != now.extent, !now.extent.isEmpty {
          point.breaks.append(.area(since: now.extent))
        }
      }
      before = (now.prices.isEmpty ? before?.prices ?? "" : now.prices, now.extent)
      series.points.append(point)
    }
    return series
  }

  private func basis(of observation: Observation) -> String {
    let own = prices.basis(in: "\(observation.indicator) \(observation.parent)")
    return own.isEmpty ? prices.basis(in: observation.sentence) : own
  }

  /// The best of each report, the best of all first. Of one report's that are as good the first counts.
  private static func ranked(_ statements: [StatedFigure]) -> [StatedFigure] {
    var best: [StatedFigure] = []
    for statement in statements {
      let same = best.firstIndex { $0.observation.document == statement.observation.document }
      if let same {
        if best[same].vintage < statement.vintage { best[same] = statement }
      } else {
        best.append(statement)
      }
    }
    return best.sorted { $0.vintage > $1.vintage }
  }

  private static func commonest(_ numbers: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }
}
