internal import Observations
internal import Quantities

/// Compares the fields of a gold record with those of an observation.
struct FieldJudge: Sendable {
  let gold: GoldRecord

  /// Whether `field` is right in `found`; `nil` where gold does not score it.
  func isRight(_ field: ScoredField, in found: Observation) -> Bool? {
    switch field {
    case .value:
      isClose(
        Self.scaled(gold.value, by: gold.unitMultiplier),
        Self.scaled(found.value.approximation, by: found.unitMultiplier))
    case .denominator:
      gold.denominator.isEmpty
        ? found.denominator == nil
        : gold.denominator.contains { isClose($0, found.denominator?.approximation) }
    case .bound: (gold.bound ?? [""]).contains(found.bound?.rawValue ?? "")
    case .measure: gold.measure?.contains(found.measure.rawValue)
    case .base: gold.base?.contains(found.base?.rawValue ?? "")
    case .period: gold.period?.contains(found.period)
    case .status: gold.status?.contains(found.status.rawValue)
    case .indicator: gold.indicator.map { Self.matches($0, found.indicator) }
    case .parent: gold.parent.map { Self.matches($0, found.parent) }
    case .unit:
      gold.unit?.contains { unit in
        Label.hasWords(unit)
          ? Label(unit).matches(Label(found.unit), atLeast: 1) : unit == found.unit
      }
    }
  }

  /// How many of the core fields are right: what makes one candidate better than another.
  func coreFieldsRight(in found: Observation) -> Int {
    ScoredField.allCases.count { $0.isCore && isRight($0, in: found) == true }
  }

  /// What is right of every field. "sản lượng lúa" without a parent says what "sản lượng" under
  /// "lúa" says: either makes both fields right.
  func verdicts(on found: Observation) -> [ScoredField: Bool] {
    var verdicts: [ScoredField: Bool] = [:]
    for field in ScoredField.allCases { verdicts[field] = isRight(field, in: found) }
    if verdicts[.indicator] != true || verdicts[.parent] != true, isNamedInFull(found) {
      verdicts[.indicator] = true
      verdicts[.parent] = true
    }
    return verdicts
  }

  private func isNamedInFull(_ found: Observation) -> Bool {
    let name = Label("\(found.indicator) \(found.parent)")
    return (gold.indicator ?? []).contains { indicator in
      (gold.parent ?? []).contains { parent in
        !parent.isEmpty && Label("\(indicator) \(parent)").matches(name, atLeast: 0.85)
      }
    }
  }

  private static func matches(_ accepted: [String], _ found: String) -> Bool {
    let found = Label(found)
    return accepted.contains { Label($0).matches(found) }
  }

  /// Whether two numbers are the same but for the rounding of binary fractions.
  private func isClose(_ a: Double, _ b: Double?) -> Bool {
    guard let b else { return false }
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
  }

  private static func scaled(_ number: Double, by power: Int) -> Double {
    var factor = 1.0
    for _ in 0..<abs(power) { factor *= 10 }
    return power < 0 ? number / factor : number * factor
  }
}
