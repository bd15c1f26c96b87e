import SoLieu

extension JSONObject {
  /// What `evaluate --json` prints: the scores as `score.py --json` names them.
  init(scores report: ScoreReport) {
    self.init()
    var fields = JSONObject()
    for field in ScoredField.allCases {
      fields.add(field.rawValue, decimal: report.fields[field].rate.flatMap(Self.decimal))
    }
    var documents = JSONObject()
    for score in report.documents {
      documents.add(score.document, object: JSONObject(tally: score.tally))
    }
    add("total", object: JSONObject(tally: report.total))
    add("fields", object: fields)
    add("docs", object: documents)
  }

  private init(tally: Tally) {
    self.init()
    add("records", integer: tally.gold)
    add("found", integer: tally.found)
    add("extra", integer: tally.extra)
    add("mention_f1", decimal: Self.decimal(tally.mentionF1))
    add("core_f1", decimal: Self.decimal(tally.coreF1))
    add("exact_f1", decimal: Self.decimal(tally.exactF1))
  }

  /// The share with the digits that the scores print.
  private static func decimal(_ rate: Rate) -> ExactDecimal? { ExactDecimal(rate.description) }
}
