import SoLieu

extension JSONObject {
  /// What `evaluate --json` prints: the scores as `score.py --json` names them, then the codes where gold
  /// has any, the findings, and the calibration if it is asked for.
  init(scores report: ScoreReport, withCalibration: Bool) {
    self.init()
    var fields = JSONObject()
    for field in ScoredField.allCases {
      fields.add(field.rawValue, rate: report.fields[field].rate)
    }
    var documents = JSONObject()
    for score in report.documents {
      documents.add(score.document, object: JSONObject(tally: score.tally))
    }
    add("total", object: JSONObject(tally: report.total))
    add("fields", object: fields)
    add("docs", object: documents)
    if report.codes.records > 0 { add("codes", object: JSONObject(codes: report.codes)) }
    if let findings = report.findings {
      var object = JSONObject()
      object.add("gold", integer: findings.gold)
      object.add("found", integer: findings.found)
      object.add("extra", integer: findings.extra)
      add("findings", object: object)
    }
    if withCalibration { add("calibration", object: JSONObject(calibration: report.calibration)) }
  }

  private init(codes: CodeTally) {
    self.init()
    add("records", integer: codes.records)
    add("coded", integer: codes.coded)
    add("predicted", integer: codes.predicted)
    add("right", integer: codes.right)
    add("coverage", rate: codes.coverage)
    add("precision", rate: codes.precision)
  }

  private init(tally: Tally) {
    self.init()
    add("records", integer: tally.gold)
    add("found", integer: tally.found)
    add("extra", integer: tally.extra)
    add("mention_f1", rate: tally.mentionF1)
    add("core_f1", rate: tally.coreF1)
    add("exact_f1", rate: tally.exactF1)
  }

  /// Adds the share with the digits that the scores print, or `null`.
  mutating func add(_ key: String, rate: Rate?) {
    add(key, decimal: rate.flatMap { ExactDecimal($0.description) })
  }
}
