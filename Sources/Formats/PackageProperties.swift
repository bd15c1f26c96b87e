/// What an office document says of itself: `docProps/core.xml` and `app.xml`, or `meta.xml`.
struct PackageProperties: XMLHandler {
  private var fields: [XMLName: String] = [:]
  private var open: XMLName?

  var properties: DocumentProperties {
    var properties = DocumentProperties()
    properties.title = first([XMLName(.dublinCore, "title")])
    properties.issuer = first([XMLName(.other, "Company")])
    properties.author = first([
      XMLName(.meta, "initial-creator"), XMLName(.dublinCore, "creator"),
    ])
    properties.date = first([
      XMLName(.dublinCoreTerms, "created"), XMLName(.meta, "creation-date"),
    ])
    return properties
  }

  mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let element): open = element.name
    case .end: open = nil
    case .text(let text):
      if let open { fields[open, default: ""] += text }
    }
  }

  private func first(_ names: [XMLName]) -> String {
    for name in names {
      let words = (fields[name] ?? "").split { $0.isWhitespace }
      if !words.isEmpty { return words.joined(separator: " ") }
    }
    return ""
  }
}

extension PackageFile {
  /// Of a document of Office Open XML, whose `root` relationships lead to them.
  func openXMLProperties(
    _ root: PackageRelationships, _ limits: FormatLimits
  ) throws(FormatError) -> DocumentProperties {
    var properties = PackageProperties()
    try read(
      root.path(type: "core-properties") ?? "docProps/core.xml", limits: limits, into: &properties)
    try read(
      root.path(type: "extended-properties") ?? "docProps/app.xml", limits: limits,
      into: &properties)
    return properties.properties
  }
}
