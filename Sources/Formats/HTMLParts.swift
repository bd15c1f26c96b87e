/// Which elements of a page are no part of its text: menus, forms, scripts and what is hidden.
///
/// Whatever the markup calls a part, it is kept when it holds most of the page: some sites put all that
/// they say in one form.
struct HTMLParts {
  /// For each start: the index of its end.
  private(set) var ends: [Int]
  private(set) var isLeftOut: [Bool]

  private static let never: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "select",
    "button", "textarea", "input", "svg", "math", "canvas", "audio", "video", "map", "title",
    "datalist", "dialog", "noframes",
  ]
  private static let parts: Set<String> = ["nav", "footer", "aside", "form", "menu", "search"]
  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
    "toolbar",
  ]

  init(_ events: [HTMLEvent]) {
    ends = Array(repeating: 0, count: events.count)
    isLeftOut = Array(repeating: false, count: events.count)
    // The letters of each element that may be left out.
    var weights: [Int: Int] = [:]
    var open: [(start: Int, weight: Int, isNever: Bool)] = []
    var articles = 0
    var total = 0
    var candidates: [Int] = []
    var styles = HTMLStyles()
    for (i, event) in events.enumerated() {
      switch event {
      case .start(let element):
        let isNever = open.last?.isNever == true || Self.never.contains(element.name)
        open.append((i, 0, isNever))
        let style = styles[element["style"]]
        if Self.never.contains(element.name) || Self.isNote(element) || style?.isNotes == true {
          isLeftOut[i] = true
        } else if style?.isHidden == true || Self.isPart(element, isInArticle: articles > 0) {
          candidates.append(i)
        }
        if element.name == "article" || element.name == "main" { articles += 1 }
      case .text(let text):
        guard let last = open.last, !last.isNever else { continue }
        let weight = text.utf8.count { $0 > 0x20 }
        open[open.count - 1].weight += weight
        total += weight
      case .end:
        guard let closed = open.popLast() else { continue }
        ends[closed.start] = i
        if !open.isEmpty { open[open.count - 1].weight += closed.weight }
        weights[closed.start] = closed.weight
        if case .start(let element) = events[closed.start],
          element.name == "article" || element.name == "main"
        {
          articles -= 1
        }
      }
    }
    for start in candidates where (weights[start] ?? 0) * 2 <= total { isLeftOut[start] = true }
  }

  private static func isPart(_ element: HTMLElement, isInArticle: Bool) -> Bool {
    if parts.contains(element.name) || roles.contains(element["role"]) { return true }
    if element.name == "header", !isInArticle { return true }
    if element.attributes.isEmpty { return false }
    if element.attributes["hidden"] != nil || element["aria-hidden"] == "true" { return true }
    guard element.name != "body", element.name != "html" else { return false }
    return ChromeLines.isChromeName(element["id"])
      || element["class"].split(whereSeparator: \.isWhitespace).contains(
        where: ChromeLines.isChromeName)
  }

  /// A footnote, or the mark in the text that leads to it, as office programs write them.
  private static func isNote(_ element: HTMLElement) -> Bool {
    let marks = ["_ftn", "_edn", "sdfootnote", "sdendnote", "fn", "cite_note"]
    switch element.name {
    case "a":
      let target = element["href"].drop { $0 != "#" }.dropFirst()
      return element["role"] == "doc-noteref"
        || marks.contains { mark in
          target.hasPrefix(mark) && target.dropFirst(mark.count).first?.isLetter != true
        } || target.hasPrefix("sdfootnote") || target.hasPrefix("sdendnote")
    case "div":
      let id = element["id"]
      return ["ftn", "edn", "sdfootnote", "sdendnote"].contains { mark in
        id.hasPrefix(mark) && id.dropFirst(mark.count).allSatisfy(\.isNumber)
          && id.count > mark.count
      }
    default: return false
    }
  }
}
