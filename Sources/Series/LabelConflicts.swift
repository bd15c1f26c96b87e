internal import Observations
internal import Quantities

/// Labels of one document that have one code and state one period differently, so that they are of different things.
struct LabelConflicts {
  /// A label of a series.
  struct Label: Hashable {
    let series: String
    let indicator: String
    let parent: String

    init(_ observation: Observation, _ id: SeriesID) {
      series = id.subject
      indicator = observation.indicator.lowercased()
      parent = observation.parent.lowercased()
    }
  }

  private struct Figure: Hashable {
    let id: SeriesID
    let measure: Measure
    let base: Base?
    let period: String
    let unit: String
  }

  private struct Statement {
    let label: Label
    let isWhole: Bool
    var values: [Double]
  }

  private let units: SeriesUnits
  private var figures: [Figure: [Statement]] = [:]

  init(units: SeriesUnits) { self.units = units }

  /// Ends of ranges and targets say nothing against others.
  mutating func add(_ observation: Observation, _ id: SeriesID, isWhole: Bool) {
    guard !observation.indicatorCode.isEmpty, observation.status != .plan,
      observation.bound != .from, observation.bound != .to, !observation.period.isEmpty,
      let number = Double(observation.value.description)
    else { return }
    let share = units.share(of: observation.unit)
    var value = number
    let power = observation.unitMultiplier + share.power
    for _ in 0..<abs(power) { value = power > 0 ? value * 10 : value / 10 }
    let figure = Figure(
      id: id, measure: observation.measure, base: observation.base, period: observation.period,
      unit: share.unit)
    let label = Label(observation, id)
    if let k = figures[figure]?.firstIndex(where: { $0.label == label }) {
      figures[figure]?[k].values.append(value)
    } else {
      figures[figure, default: []].append(
        Statement(label: label, isWhole: isWhole, values: [value]))
    }
  }

  /// The labels that are not of what their code names: of those that differ, all but the first that is worded as the
  /// whole, or that the others are parts of.
  func apart() -> Set<Label> {
    var apart: Set<Label> = []
    for statements in figures.values where statements.count > 1 {
      let owners = Set(statements.map(\.label.parent))
      let kept =
        statements.first { $0.isWhole && $0.label.parent.isEmpty }
        ?? statements.first { owners.contains($0.label.indicator) && $0.label.parent.isEmpty }
        ?? statements.first { $0.isWhole }
      for statement in statements {
        if let kept {
          if !Self.agree(kept, statement) { apart.insert(statement.label) }
        } else if statements.contains(where: { !Self.agree($0, statement) }) {
          apart.insert(statement.label)
        }
      }
    }
    return apart
  }

  /// Whether some number of both is the same, but for rounding.
  private static func agree(_ a: Statement, _ b: Statement) -> Bool {
    a.label == b.label
      || a.values.contains { x in
        b.values.contains { y in abs(x - y) <= 0.02 * max(abs(x), abs(y)) }
      }
  }
}
