public import Observations
internal import Quantities

/// Records brought together: what is said of one indicator in one area and period.
///
/// Of a figure that is stated more than once the best ``Vintage`` counts. Changes that are no percentages, and
/// comparisons without a base, stay in the records alone.
///
/// Memory grows with the rows, not with the records.
public struct WideTable: Sendable {
  private var identity: SeriesIdentity
  private let units: SeriesUnits
  private var rows: [WideRow.Key: Collected] = [:]

  public init(identity: SeriesIdentity = SeriesIdentity()) {
    self.identity = identity
    units = identity.vocabulary.units
  }

  /// Takes the records of one document.
  public mutating func add(_ records: DocumentRecords) {
    let ids = identity.ids(of: records)
    for (observation, id) in zip(records.observations, ids) {
      let vintage = Vintage(of: observation, facts: records.facts)
      rows[WideRow.Key(observation, id), default: Collected(id: id, units: units)]
        .add(observation, vintage)
    }
  }

  /// The rows: those of the catalogue first, by their codes; then by indicator, area, kind of period, and
  /// time.
  ///
  /// - Complexity: O(*n* log *n*) in the rows.
  public func sortedRows() -> [WideRow] {
    rows.values.flatMap { $0.rows() }.map { (order: $0.order, row: $0) }
      .sorted { $0.order < $1.order }.map(\.row)
  }

  /// What was said under one key: the best of each kind of statement.
  private struct Collected: Sendable {
    private struct Best: Sendable {
      var observation: Observation
      var vintage: Vintage

      /// Of equally sure ones of a document the first comes first, so that the order is total.
      func isBetter(than other: Best) -> Bool {
        vintage == other.vintage
          ? observation.start < other.observation.start : vintage > other.vintage
      }
    }

    private(set) var id: SeriesID
    private let units: SeriesUnits
    /// By the unit in which they are compared.
    private var levels: [String: Best] = [:]
    private var targets: [String: Best] = [:]
    /// By the unit of the level that they were said of; empty where there was none before them.
    private var others: [String: [Statement: Best]] = [:]
    /// The level last met, whose growth follows it.
    private var last: (document: String, unit: String)?

    private enum Statement: Hashable {
      case ofPlan
      case growth(Base)
      case share, contribution
    }

    init(id: SeriesID, units: SeriesUnits) {
      self.id = id
      // A row has both sides.
      self.id.dimension = nil
      self.units = units
    }

    mutating func add(_ observation: Observation, _ vintage: Vintage) {
      let best = Best(observation: observation, vintage: vintage)
      let own = units.share(of: observation.unit).unit
      if observation.measure == .level { last = (observation.document, own) }
      func isBetter(than old: Best?) -> Bool { old.map { $0.vintage < vintage } ?? true }
      switch observation.measure {
      case .level where observation.status == .plan:
        if isBetter(than: targets[own]) { targets[own] = best }
      case .level:
        if isBetter(than: levels[own]) { levels[own] = best }
      default:
        guard let statement = Self.statement(of: observation) else { return }
        let unit = last.flatMap { $0.document == observation.document ? $0.unit : nil } ?? ""
        if isBetter(than: others[unit]?[statement]) { others[unit, default: [:]][statement] = best }
      }
    }

    private static func statement(of observation: Observation) -> Statement? {
      switch (observation.measure, observation.base) {
      case (.share, _) where observation.unit == "%": return .share
      case (.contribution, _): return .contribution
      case (.ratio, .plan) where observation.unit == "%": return .ofPlan
      case (.change, .plan), (.change, nil), (.change, .total), (.ratio, .plan), (.ratio, nil),
        (.ratio, .total):
        return nil
      case (.change, let base?) where observation.unit == "%": return .growth(base)
      case (.ratio, let base?) where observation.unit == "%" || observation.unit == "lần":
        return .growth(base)
      default: return nil
      }
    }

    /// One row for each unit in which there is a level; the first has what is said beside it.
    func rows() -> [WideRow] {
      let units = Set(levels.keys).union(targets.keys)
      // Of several units that with the surest figure comes first.
      let ordered = units.sorted { a, b in
        switch (levels[a], levels[b]) {
        case (let a?, let b?): a.isBetter(than: b)
        case (nil, nil): a < b
        case (let a, _): a != nil
        }
      }
      var rows = ordered.compactMap { unit -> WideRow? in
        guard let any = levels[unit] ?? targets[unit] else { return nil }
        var row = WideRow(any.observation, id)
        row.level = levels[unit].map { figure($0.observation) }
        row.target = targets[unit].map { figure($0.observation) }
        return row
      }
      let said = others.values.flatMap(\.values)
      if rows.isEmpty, let any = said.min(by: { $0.isBetter(than: $1) }) {
        rows = [WideRow(any.observation, id)]
      }
      for k in rows.indices {
        // What was said of no level stands beside the first; what was said of this one goes before it.
        if k == 0 {
          for (statement, best) in others[""] ?? [:] { Self.set(statement, best, in: &rows[k]) }
        }
        let unit = rows[k].level?.seriesUnit ?? rows[k].target?.seriesUnit ?? ""
        guard !unit.isEmpty else { continue }
        for (statement, best) in others[unit] ?? [:] { Self.set(statement, best, in: &rows[k]) }
      }
      return rows
    }

    private func figure(_ observation: Observation) -> WideRow.Figure {
      WideRow.Figure(observation, units.share(of: observation.unit))
    }

    private static func set(_ statement: Statement, _ best: Best, in row: inout WideRow) {
      let value = best.observation.value
      switch statement {
      case .ofPlan: row.percentOfPlan = value
      case .share: row.share = value
      case .contribution: row.contribution = value
      case .growth(let base): row.growth[base] = growth(best.observation)
      }
    }

    /// By how many per cent it rose: 102 % of the base is 2, gấp 2 lần is 100.
    private static func growth(_ observation: Observation) -> ExactDecimal? {
      guard observation.measure == .ratio else { return observation.value }
      let percent =
        observation.unit == "lần" ? observation.value.scaled(by: 2) : observation.value
      return percent.flatMap { $0 + ExactDecimal(-100) }
    }
  }
}
