import SoLieu

extension JSONObject {
  /// What `evaluate --calibration --json` adds to the scores.
  init(calibration: Calibration) {
    self.init()
    let all = calibration.all
    add(
      "bands",
      objects: calibration.bands.map { band in
        var object = JSONObject()
        object.add("from", decimal: Self.tenths(band.tenth))
        object.add("to", decimal: Self.tenths(band.tenth + 1))
        object.add(band.reliability, of: all)
        return object
      })
    add("all", object: JSONObject(all, of: all))
    add("high", object: JSONObject(calibration.high, of: all))
    add("low", object: JSONObject(calibration.low, of: all))
    add("expected_calibration_error", rate: calibration.expectedError)
    add("brier_score", rate: calibration.brierScore)
    add(
      "rules",
      objects: calibration.rules.map { row in
        var object = JSONObject()
        object.add("rule", text: row.rule)
        object.add(row.reliability, of: all)
        return object
      })
  }

  private init(_ group: Reliability, of all: Reliability) {
    self.init()
    add(group, of: all)
  }

  private mutating func add(_ group: Reliability, of all: Reliability) {
    add("records", integer: group.records)
    add("share", rate: group.share(of: all))
    add("mean_confidence", rate: group.meanConfidence)
    add("core_right", rate: group.coreShare)
    add("exact_right", rate: group.exactShare)
  }

  private static func tenths(_ number: Int) -> ExactDecimal {
    ExactDecimal(Int128(number), fractionDigits: 1)
  }
}
