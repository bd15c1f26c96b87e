public import Observations
internal import Quantities

/// Brings statements of figures together to series.
///
/// Figures are of one series where they are of one indicator (``SeriesID/series``), area, measure, base, kind of
/// period and unit; spans of any length only where they are of the same months. Amounts in triệu and tỷ, kg and tấn are
/// brought to one multiplier and unit. Amounts in prices of two bases, and figures of an area as it stood before and
/// after a merger, are series of their own where one period has both, and else one that is broken.
public struct SeriesBuilder {
  /// Whether a record's indicator says no more than a name that its code has.
  public typealias Naming = @Sendable (Observation) -> Bool

  private let units: SeriesUnits
  private let isNamed: Naming
  private var groups: [Key: [StatedFigure]] = [:]

  /// - Parameters:
  ///   - units: which units mean the same.
  ///   - isNamed: names of one code are no other name; by default only words tell.
  public init(units: SeriesUnits = SeriesUnits(), isNamed: @escaping Naming = { _ in false }) {
    self.units = units
    self.isNamed = isNamed
  }

  private struct Key: Hashable {
    let series: String
    let area: String
    let measure: Measure
    let base: Base?
    let kind: PeriodKind
    let span: String
    let unit: String

    init?(_ figure: StatedFigure, unit: String) {
      let observation = figure.observation
      guard let period = TimePeriod(iso: observation.period) else { return nil }
      series = figure.id.series
      area = figure.id.areaKey
      measure = observation.measure
      base = observation.base
      kind = PeriodKind(period)
      span = kind == .span ? Self.span(period) : ""
      self.unit = unit
    }

    /// From when to when in a year.
    private static func span(_ period: TimePeriod) -> String {
      switch period {
      case .months(let y, let m, let z, let n): "\(m)/\(n)+\(z - y)"
      case .days(let a, let b): "\(a.month)-\(a.day)/\(b.month)-\(b.day)+\(b.year - a.year)"
      default: ""
      }
    }
  }

  public mutating func add(_ figure: StatedFigure) {
    let share = units.share(of: figure.observation.unit)
    guard figure.observation.status != .plan, let key = Key(figure, unit: share.unit) else {
      return
    }
    var figure = figure
    figure.unitPower = share.power
    groups[key, default: []].append(figure)
  }

  /// The series, the longest first.
  public func series() -> [TimeSeries] {
    groups.values.flatMap(Self.byArea).flatMap { figures, since in
      Self.byPrices(figures).compactMap { series($0, areaSince: since) }
    }.sorted { a, b in
      if a.points.count != b.points.count { return a.points.count > b.points.count }
      return Self.name(a).utf8.lexicographicallyPrecedes(Self.name(b).utf8)
    }
  }

  private static func name(_ series: TimeSeries) -> String {
    [
      series.indicatorCode, series.indicator, series.parent, series.area, series.measure.rawValue,
      series.base?.rawValue ?? "", "\(series.kind.rawValue)", series.unit, series.prices,
      series.areaSince, series.areaCode, series.points.first?.period ?? "", series.id,
    ].joined(separator: "\n")
  }

  /// The figures as they are, or by how the area stood where one period has figures of it before and after, with the
  /// day from which it stood so.
  private static func byArea(
    _ figures: [StatedFigure]
  ) -> [(figures: [StatedFigure], areaSince: String)] {
    let isOfOne = Dictionary(grouping: figures) { $0.observation.period }.values.allSatisfy {
      Set($0.map(\.id.areaSince)).count == 1
    }
    if isOfOne { return [(figures, "")] }
    return Dictionary(grouping: figures) { $0.id.areaSince }.map { ($0.value, $0.key) }
  }

  /// The figures as they are, or by their prices where one period has amounts in prices of two bases. An amount
  /// without a basis is of that of its period which it agrees with.
  private static func byPrices(_ figures: [StatedFigure]) -> [[StatedFigure]] {
    guard figures.contains(where: { !$0.id.prices.isEmpty }) else { return [figures] }
    var figures = figures
    var isOfOne = true
    for places in Dictionary(grouping: figures.indices, by: { figures[$0].observation.period })
      .values
    {
      let stated = places.filter { !figures[$0].id.prices.isEmpty }
      if Set(stated.map { figures[$0].id.prices }).count > 1 { isOfOne = false }
      guard !stated.isEmpty else { continue }
      for k in places where figures[k].id.prices.isEmpty && figures[k].isOfMoney {
        if let same = stated.first(where: { figures[$0].agrees(with: figures[k]) }) {
          figures[k].id.prices = figures[same].id.prices
        } else {
          isOfOne = false
        }
      }
    }
    return isOfOne ? [figures] : Array(Dictionary(grouping: figures) { $0.id.prices }.values)
  }

  private func series(_ figures: [StatedFigure], areaSince: String) -> TimeSeries? {
    guard let last = figures.max(by: { $0.vintage < $1.vintage })?.observation,
      let kind = TimePeriod(iso: last.period).map(PeriodKind.init)
    else { return nil }
    let prices = Set(figures.map(\.id.prices))
    // Of the units that mean the same the commonest.
    let unit = Self.commonest(figures.map(\.observation.unit)) ?? last.unit
    let inUnit = figures.filter { $0.observation.unit == unit }.map(\.observation.unitMultiplier)
    var series = TimeSeries(
      id: figures.first?.id.series ?? "", indicatorCode: last.indicatorCode,
      indicator: last.indicator, parent: last.parent,
      areaCode: last.areaCode, area: last.area, measure: last.measure, base: last.base, kind: kind,
      unit: unit, prices: prices.count == 1 ? prices.first ?? "" : "",
      areaSince: areaSince,
      unitMultiplier: Self.commonest(inUnit) ?? 0, unitPower: units.share(of: unit).power,
      points: [])
    let ordered = Dictionary(grouping: figures) { $0.observation.period }
      .compactMap { period, figures in
        TimePeriod(iso: period).map { (period: period, day: $0.lastDay, figures: figures) }
      }.sorted { ($0.day, $0.period) < ($1.day, $1.period) }
    var before: SeriesID?
    var named: Observation?
    for (period, _, figures) in ordered {
      let figures = Self.ranked(figures)
      guard let first = figures.first, let value = series.value(of: first) else {
        continue
      }
      var point = TimeSeries.Point(period: period, value: value, statements: figures)
      var now = first.id
      if let before {
        if before.prices != now.prices,
          first.isOfMoney || !before.prices.isEmpty && !now.prices.isEmpty
        {
          point.breaks.append(.prices(from: before.prices, to: now.prices))
        }
        if before.areaSince < now.areaSince {
          point.breaks.append(.area(since: now.areaSince))
        } else if before.areaSince > now.areaSince {
          point.breaks.append(.formerArea(until: before.areaSince))
        }
        if now.prices.isEmpty, !first.isOfMoney { now.prices = before.prices }
      }
      if let named, isOtherwise(named, than: first.observation) {
        point.breaks.append(.name(from: named.indicator, to: first.observation.indicator))
      }
      named = first.observation
      before = now
      series.points.append(point)
    }
    return series
  }

  /// Whether both have words that the other has not, and fewer than two thirds in common, and are not both names that
  /// the catalogue has of their code.
  private func isOtherwise(_ a: Observation, than b: Observation) -> Bool {
    func words(_ text: String) -> Set<Substring> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    }
    let (before, now) = (words(a.indicator), words(b.indicator))
    let common = before.intersection(now).count
    guard common < before.count, common < now.count,
      3 * common < 2 * (before.count + now.count - common)
    else { return false }
    return !(isNamed(a) && isNamed(b))
  }

  /// The statements, the best first; of one report's that give the same number the best alone, and of those that
  /// are as good the first.
  private static func ranked(_ figures: [StatedFigure]) -> [StatedFigure] {
    var best: [StatedFigure] = []
    let sorted = figures.sorted { a, b in
      a.vintage == b.vintage
        ? a.observation.start < b.observation.start : a.vintage > b.vintage
    }
    for figure in sorted {
      let isThere = best.contains { other in
        other.observation.document == figure.observation.document
          && other.observation.unitMultiplier == figure.observation.unitMultiplier
          && other.observation.value.isSameNumber(as: figure.observation.value)
      }
      if !isThere { best.append(figure) }
    }
    return best
  }

  /// What is there most often; of several the first in order.
  private static func commonest<Item: Hashable & Comparable>(_ items: [Item]) -> Item? {
    var counts: [Item: Int] = [:]
    for item in items { counts[item, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension StatedFigure {
  /// Whether it is an amount in money, which says little without its prices.
  fileprivate var isOfMoney: Bool {
    observation.measure == .level && SeriesID.Dimension(unit: observation.unit) == .value
  }

  /// Whether both are one number, but for rounding.
  fileprivate func agrees(with other: StatedFigure) -> Bool {
    let (a, b) = (approximation, other.approximation)
    return abs(a - b) <= 0.01 * max(abs(a), abs(b))
  }

  private var approximation: Double {
    var number = observation.value.approximation
    let power = observation.unitMultiplier + unitPower
    for _ in 0..<abs(power) { number = power > 0 ? number * 10 : number / 10 }
    return number
  }
}
