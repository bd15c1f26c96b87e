/// What the head of a page says of it, and its headline.
struct HTMLProperties {
  private(set) var properties = DocumentProperties()

  private static let dates: Set<String> = [
    "article:published_time", "datepublished", "pubdate", "publishdate", "dc.date.issued",
    "dc.date",
    "dcterms.created", "date", "dcterms.date",
  ]

  init(_ events: [HTMLEvent]) {
    var title = ""
    var publisher = ""
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
          if keys.contains("dc.publisher") { publisher = content.squeezed }
          if keys.contains("author") { properties.author = content.squeezed }
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
    title = title.squeezed
    if properties.title.isEmpty { properties.title = Self.headline(events) ?? title }
    if properties.issuer.isEmpty { properties.issuer = publisher }
    if properties.author.isEmpty { properties.author = Self.site(title) }
    if properties.date.isEmpty { properties.date = time }
  }

  /// The text of the one heading of the first level, if it has the length of a headline.
  private static func headline(_ events: [HTMLEvent]) -> String? {
    var headlines: [String] = []
    var depth = 0
    for event in events {
      switch event {
      case .start(let element):
        if depth > 0 || element.name == "h1" { depth += 1 }
        if depth == 1 { headlines.append("") }
      case .text(let text): if depth > 0 { headlines[headlines.count - 1] += text }
      case .end: depth = max(0, depth - 1)
      }
    }
    guard headlines.count == 1, case let line = headlines[0].squeezed,
      line.split(separator: " ").count >= 6
    else { return nil }
    return line
  }

  /// What stands behind the last bar or dash of a title: Cục Thống kê tỉnh Hà Nam.
  private static func site(_ title: String) -> String {
    let words = title.split(separator: " ")
    guard let bar = words.lastIndex(where: { ["-", "–", "—", "|"].contains($0) }) else { return "" }
    return words[(bar + 1)...].joined(separator: " ")
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
