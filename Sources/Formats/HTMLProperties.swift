/// What the head of a page says of it.
struct HTMLProperties {
  private(set) var properties = DocumentProperties()

  private static let dates: Set<String> = [
    "article:published_time", "datepublished", "pubdate", "publishdate", "dc.date.issued",
    "dc.date",
    "dcterms.created", "date", "dcterms.date",
  ]

  init(_ events: [HTMLEvent]) {
    var title = ""
    var author = ""
    var time = ""
    var isTitle = false
    for event in events {
      switch event {
      case .start(let element):
        isTitle = element.name == "title" && title.isEmpty
        let content = element["content"]
        switch element.name {
        case "meta":
          let keys = [element["property"], element["name"], element["itemprop"]].map {
            $0.lowercased()
          }
          if keys.contains("og:title") { properties.title = content.squeezed }
          if keys.contains("og:site_name") { properties.issuer = content.squeezed }
          if keys.contains("author") || keys.contains("dc.publisher") {
            author = content.squeezed
          }
          if keys.contains("og:url"), properties.url.isEmpty { properties.url = content.squeezed }
          if properties.date.isEmpty, !Self.dates.isDisjoint(with: keys) {
            properties.date = Self.iso(content)
          }
        case "link" where element["rel"].lowercased() == "canonical":
          properties.url = element["href"].squeezed
        case "time" where time.isEmpty: time = Self.iso(element["datetime"])
        default: break
        }
      case .text(let text): if isTitle { title += text }
      case .end: isTitle = false
      }
    }
    if properties.title.isEmpty { properties.title = title.squeezed }
    if properties.issuer.isEmpty { properties.issuer = author }
    if properties.date.isEmpty { properties.date = time }
  }

  /// A date in ISO 8601, as far as it is one; empty where it is none.
  static func iso(_ text: String) -> String {
    let first = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    if let date = ChromeDate(String(first.prefix { $0 != "T" && $0 != "," })), !date.isTime {
      let time = first.drop { $0 != "T" }
      return time.count > 4 && time.allSatisfy(\.isASCII) ? date.iso + time : date.iso
    }
    return ""
  }
}
