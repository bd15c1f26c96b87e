import SoLieu

extension JSONObject {
  /// What is known of a report: each fact as `{"value":…,"origin":…}`, left out where there is none.
  init(metadata: ReportMetadata, of document: InputDocument) {
    self.init()
    add("document", text: document.path)
    add("format", text: document.format)
    if !document.encoding.isEmpty {
      add("encoding", text: document.encoding)
      add("encoding_confidence", decimal: document.encodingConfidence)
    }
    add(facts: metadata)
  }

  mutating func add(facts metadata: ReportMetadata) {
    let facts = [
      ("title", metadata.title), ("period", metadata.period), ("area", metadata.area),
      ("issuer", metadata.issuer), ("number", metadata.number), ("date", metadata.date),
      ("url", metadata.url),
    ]
    for case (let name, let fact?) in facts {
      var object = JSONObject()
      object.add("value", text: fact.value)
      object.add("origin", text: fact.origin.rawValue)
      add(name, object: object)
    }
  }
}
