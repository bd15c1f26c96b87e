import SoLieu

extension JSONObject {
  /// What `explain --json` prints.
  init(explaining analysis: Analysis) {
    self.init()
    add("period", text: analysis.period?.period.iso ?? "")
    add("area", text: analysis.area)
    add("area_code", text: analysis.areaCode)
    var facts = JSONObject()
    facts.add(facts: analysis.metadata)
    add("metadata", object: facts)
    add("mentions", objects: analysis.mentions.map(JSONObject.init(mention:)))
    add("observations", observations: analysis.observations)
    add("skipped", objects: analysis.skipped.map(JSONObject.init(skipped:)))
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

  /// What became no record: `reason` is a code, `explanation` says it to a person.
  private init(skipped part: Skipped) {
    self.init()
    add("start", integer: part.start)
    add("end", integer: part.end)
    add("text", text: part.text)
    add("reason", text: part.reason.rawValue)
    add("explanation", text: part.explanation)
  }
}
