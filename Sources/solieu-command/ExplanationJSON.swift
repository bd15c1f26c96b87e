import SoLieu

extension JSONObject {
  /// What `explain --json` prints.
  init(explaining analysis: Analysis) {
    self.init()
    add("period", text: analysis.period?.period.iso ?? "")
    add("area", text: analysis.area)
    add("area_code", text: analysis.areaCode)
    add("mentions", objects: analysis.mentions.map(JSONObject.init(mention:)))
    add("observations", observations: analysis.observations)
    add("dropped", objects: analysis.dropped.map(JSONObject.init(dropped:)))
  }

  /// A number or a time; only a time has `period` or `date`.
  private init(mention: Mention) {
    self.init()
    add("start", integer: mention.start)
    add("end", integer: mention.end)
    add("text", text: mention.text)
    add("kind", text: mention.kind.rawValue)
    add("value", decimal: mention.value)
    add("denominator", decimal: mention.denominator)
    add("unit", text: mention.unit)
    add("unit_mult", integer: mention.unitMultiplier)
    guard mention.kind == .time else { return }
    if !mention.period.isEmpty || mention.date.isEmpty { add("period", text: mention.period) }
    if !mention.date.isEmpty { add("date", text: mention.date) }
  }

  private init(dropped piece: Analysis.Piece) {
    self.init()
    add("start", integer: piece.start)
    add("end", integer: piece.end)
    add("text", text: piece.text)
    add("reason", text: piece.note)
  }
}
