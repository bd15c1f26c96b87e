/// The fonts that the style sheets in a page give elements and classes, `p.h { font-family: .VnTimeH }`, and
/// what they strike out.
///
/// Selectors that name more than one element or class are passed over.
struct HTMLSheet {
  private var fonts: [String: String] = [:]
  private var struck: Set<String> = []

  init(_ events: [HTMLEvent]) {
    var isStyle = false
    for event in events {
      switch event {
      case .start(let element): isStyle = element.name == "style"
      case .end: isStyle = false
      case .text(let text): if isStyle { add(text) }
      }
    }
  }

  /// The font of an element; of its classes the first that has one goes before its name.
  func font(of element: HTMLElement) -> String? {
    guard !fonts.isEmpty else { return nil }
    for name in element["class"].split(whereSeparator: \.isWhitespace) {
      let name = name.lowercased()
      if let font = fonts["\(element.name).\(name)"] ?? fonts[".\(name)"] { return font }
    }
    return fonts[element.name]
  }

  /// Whether an element is struck out, by its name or one of its classes.
  func isStruck(_ element: HTMLElement) -> Bool {
    guard !struck.isEmpty else { return false }
    return struck.contains(element.name)
      || element["class"].split(whereSeparator: \.isWhitespace).contains { name in
        let name = name.lowercased()
        return struck.contains(".\(name)") || struck.contains("\(element.name).\(name)")
      }
  }

  private mutating func add(_ css: String) {
    for rule in Self.withoutComments(css).split(separator: "}") {
      // @media { p { … }
      let parts = rule.split(separator: "{", omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      let style = HTMLStyle(String(parts[parts.count - 1]))
      guard style.font != nil || style.isStruck else { continue }
      for selector in parts[parts.count - 2].split(separator: ",") {
        let key = selector.filter { !"\n\r\t".contains($0) }.trimmed.lowercased()
        let isPlain = key.unicodeScalars.allSatisfy {
          $0 == "." || $0 == "-" || $0 == "_" || $0.properties.isAlphabetic
            || ("0"..."9").contains($0)
        }
        guard !key.isEmpty, isPlain, key.count(where: { $0 == "." }) <= 1 else { continue }
        if let font = style.font { fonts[key] = font }
        if style.isStruck { struck.insert(key) }
      }
    }
  }

  private static func withoutComments(_ css: String) -> String {
    var text = ""
    var rest = css[...]
    while let start = rest.firstRange(of: "/*") {
      text += rest[..<start.lowerBound]
      rest = rest[start.upperBound...].firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
    }
    return text + rest
  }
}
