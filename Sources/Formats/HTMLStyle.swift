/// What a `style` attribute says that matters to a text.
struct HTMLStyle {
  /// The first of its fonts.
  private(set) var font: String?
  private(set) var isRaised = false
  private(set) var isPreformatted: Bool?
  private(set) var isHidden = false
  private(set) var isStruck = false
  /// The part of a page where an office program puts its footnotes.
  private(set) var isNotes = false

  init(_ css: String) {
    for declaration in css.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].filter { !$0.isWhitespace }.lowercased()
      let value = parts[1].drop { $0.isWhitespace }
      switch name {
      case "font-family": font = Self.firstFont(value) ?? font
      case "vertical-align": isRaised = value.hasPrefix("super")
      case "white-space": isPreformatted = value.hasPrefix("pre")
      case "display": isHidden = isHidden || value.lowercased().hasPrefix("none")
      case "text-decoration", "text-decoration-line":
        isStruck = value.lowercased().contains("line-through")
      case "visibility": isHidden = isHidden || value.lowercased().hasPrefix("hidden")
      case "mso-hide": isHidden = isHidden || value.hasPrefix("all")
      case "mso-element": isNotes = value.hasPrefix("footnote") || value.hasPrefix("endnote")
      default: break
      }
    }
  }

  static func firstFont(_ families: some StringProtocol) -> String? {
    let first = families.prefix { $0 != "," }.filter { !"\"'".contains($0) }
    let name = first.drop { $0.isWhitespace }
    return name.isEmpty ? nil : String(name)
  }
}

/// The styles of a page: most are said again and again.
struct HTMLStyles {
  private var known: [String: HTMLStyle] = [:]

  subscript(css: String) -> HTMLStyle? {
    mutating get {
      guard !css.isEmpty else { return nil }
      if let style = known[css] { return style }
      let style = HTMLStyle(css)
      known[css] = style
      return style
    }
  }
}
