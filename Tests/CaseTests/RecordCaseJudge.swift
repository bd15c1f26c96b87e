import SoLieu

/// Compares the records of a case's text with those that it expects, field by field as the scorer
/// does.
struct RecordCaseJudge {
  let expected: RecordCase
  let found: [Observation]

  /// What is wrong, a line each; empty where every record is as the case says, and only those
  /// marked as todo fail.
  func faults() -> [String] {
    let gold = GoldFile(name: expected.place, records: expected.records.map(\.gold))
    let score = Scorer().score(gold: gold, observations: found)
    var faults = [[String]](repeating: [], count: expected.records.count)
    var others: [String] = []
    var unwanted = expected.unwanted
    for miss in score.misses {
      switch miss {
      case .missed(let gold):
        if let k = index(of: gold) { faults[k].append("is no record") }
      case .wrong(let fields, let gold, let found):
        guard let k = index(of: gold) else { continue }
        faults[k] += fields.map { difference($0, gold, found) }
      case .notInGold(let found):
        if let k = unwanted.firstIndex(where: { $0.range.overlaps(found.start..<found.end) }) {
          unwanted.remove(at: k)
        } else {
          others.append("'\(found.text)' is a record, not expected: \(summary(found))")
        }
      }
    }
    for (record, faults) in zip(expected.records, faults) {
      if record.isTodo, faults.isEmpty {
        others.append("'\(record.surface.text)' is right: take its 'todo: ' away")
      } else if !record.isTodo, !faults.isEmpty {
        others.append("'\(record.surface.text)' \(faults.joined(separator: "; "))")
      }
    }
    others += unwanted.map { "'\($0.text)' is no record: take its 'todo: extra' away" }
    return others.map { "\(expected.place) (\(expected.construction)): \($0)" }
  }

  private func index(of gold: GoldRecord) -> Int? {
    expected.records.firstIndex {
      $0.gold.at == gold.at && $0.gold.value == gold.value && $0.gold.measure == gold.measure
    }
  }

  private func difference(_ field: ScoredField, _ gold: GoldRecord, _ found: Observation) -> String
  {
    let (reading, wanted): (String, [String]) =
      switch field {
      case .value:
        ("\(found.value) e\(found.unitMultiplier)", ["\(gold.value) e\(gold.unitMultiplier)"])
      case .unit: (found.unit, gold.unit ?? [])
      case .measure: (found.measure.rawValue, gold.measure ?? [])
      case .base: (found.base?.rawValue ?? "", gold.base ?? [])
      case .period: (found.period, gold.period ?? [])
      case .indicator: (found.indicator, gold.indicator ?? [])
      case .parent: (found.parent, gold.parent ?? [])
      case .denominator:
        (found.denominator.map { "\($0)" } ?? "", gold.denominator.map { "\($0)" })
      case .status: (found.status.rawValue, gold.status ?? [])
      case .bound: (found.bound?.rawValue ?? "", gold.bound ?? [""])
      }
    let entries = wanted.isEmpty ? "''" : wanted.map { "'\($0)'" }.joined(separator: " or ")
    return "\(field.rawValue) is '\(reading)', not \(entries)"
  }

  private func summary(_ found: Observation) -> String {
    let base = found.base.map { " \($0.rawValue)" } ?? ""
    return "\(found.measure.rawValue)\(base) \(found.value) \(found.unit) of '\(found.indicator)'"
  }
}
