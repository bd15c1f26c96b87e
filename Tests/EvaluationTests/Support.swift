import Evaluation
import Observations
import Quantities
import Testing

let head = #"{"doc": "a.txt", "area": "Lạng Sơn", "period": "2022-11"}"#

func gold(_ records: String..., name: String = "a.gold.jsonl") throws -> GoldFile {
  let text = ([head] + records).joined(separator: "\n")
  return try GoldFile(name: name, bytes: [UInt8](text.utf8))
}

/// A record that agrees with ``goldOutput`` in all its fields.
func output(_ change: (inout Observation) -> Void = { _ in }) -> Observation {
  var record = Observation(value: ExactDecimal(5500, fractionDigits: 2))
  record.indicator = "sản lượng lúa"
  record.unit = "tấn"
  record.unitMultiplier = 3
  record.period = "2022-11"
  record.start = 10
  record.end = 20
  change(&record)
  return record
}

let goldOutput =
  #"{"at": 10, "text": "55 nghìn tấn", "indicator": ["sản lượng lúa", "lúa"], "parent": [""], "#
  + #""measure": "level", "base": "", "value": 55, "unit": ["tấn"], "unit_mult": 3, "#
  + #""period": ["2022-11", "2022"]}"#

/// The fields that are wrong in `observation`; `nil` where it is not found.
func wrongFields(
  of observation: Observation, against record: String = goldOutput
) throws -> [ScoredField]? {
  let score = Scorer().score(gold: try gold(record), observations: [observation])
  guard score.tally.found == 1 else { return nil }
  guard case .wrong(let fields, _, _)? = score.misses.first else { return [] }
  return fields
}
