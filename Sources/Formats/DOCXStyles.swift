/// How characters look, as far as it tells what they say.
struct DOCXCharacters: Sendable {
  /// The font of letters beyond ASCII; empty where a theme names it.
  var font: String?
  var isHidden: Bool?
  /// Struck out by one line.
  var isStruck: Bool?
  /// Struck out by two lines.
  var isStruckTwice: Bool?
  var isSuperscript: Bool?
  /// Half points above the line.
  var position: Int?

  /// Takes what an element of `w:rPr` says; `false` where it is not about that.
  mutating func read(_ element: XMLElement) {
    switch element.name.name {
    case "rFonts":
      if element["hAnsiTheme"] != nil || element["asciiTheme"] != nil {
        font = ""
      } else if let name = element["hAnsi"] ?? element["ascii"] {
        font = name
      }
    case "vanish": isHidden = element.isOn
    case "strike": isStruck = element.isOn
    case "dstrike": isStruckTwice = element.isOn
    case "vertAlign": isSuperscript = element["val"] == "superscript"
    case "position": position = Int(element["val"] ?? "")
    default: break
    }
  }

  /// Whether people are not to read it: it is hidden, or struck out as deleted.
  var isLeftOut: Bool { isHidden == true || isStruck == true || isStruckTwice == true }

  /// What this leaves open is taken from `other`.
  func over(_ other: DOCXCharacters) -> DOCXCharacters {
    DOCXCharacters(
      font: font ?? other.font, isHidden: isHidden ?? other.isHidden,
      isStruck: isStruck ?? other.isStruck, isStruckTwice: isStruckTwice ?? other.isStruckTwice,
      isSuperscript: isSuperscript ?? other.isSuperscript, position: position ?? other.position)
  }
}

/// What a paragraph belongs to.
struct DOCXParagraphStyle: Sendable {
  /// From 0, the highest; `nil` for body text.
  var outline: Int?
  var isHeading = false
  /// A line of a table of contents: what it says stands elsewhere.
  var isContents = false
  var list: String?
  var level: Int?
}

/// `word/styles.xml`: styles with what they inherit.
struct DOCXStyles: XMLHandler {
  private struct Style {
    var name = ""
    var base: String?
    var characters = DOCXCharacters()
    var paragraph = DOCXParagraphStyle()
  }
  private var styles: [String: Style] = [:]
  private var defaults = DOCXCharacters()
  private var defaultParagraph: String?
  private var open: String?

  /// Of a run in a style of characters in a paragraph of a style.
  func characters(_ style: String?, inParagraph paragraph: String?) -> DOCXCharacters {
    let outer = resolved(paragraph ?? defaultParagraph).characters.over(defaults)
    guard let style else { return outer }
    return resolved(style).characters.over(outer)
  }

  func paragraph(_ style: String?) -> DOCXParagraphStyle {
    resolved(style ?? defaultParagraph).paragraph
  }

  mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let element):
      guard element.name.space == .word else { return }
      start(element)
    case .end(let name):
      guard name == XMLName(.word, "style"), let id = open else { return }
      open = nil
      styles[id].map { styles[id] = named($0) }
    case .text: return
    }
  }

  private mutating func start(_ element: XMLElement) {
    let value = element["val"]
    if element.name.name == "style" {
      open = element["styleId"]
      guard let open else { return }
      styles[open] = Style()
      if element["type"] == "paragraph", ["1", "true", "on"].contains(element["default"] ?? "") {
        defaultParagraph = open
      }
      return
    }
    guard let open else {
      if element.parent?.name == "rPr" { defaults.read(element) }
      return
    }
    switch (element.parent?.name, element.name.name) {
    case ("style", "name"): styles[open]?.name = value ?? ""
    case ("style", "basedOn"): styles[open]?.base = value
    case ("pPr", "outlineLvl"): styles[open]?.paragraph.outline = value.flatMap { Int($0) }
    case ("numPr", "numId"): styles[open]?.paragraph.list = value
    case ("numPr", "ilvl"): styles[open]?.paragraph.level = value.flatMap { Int($0) }
    case ("rPr", _): styles[open]?.characters.read(element)
    default: break
    }
  }

  /// What a style's own name says: programs in any language store the built-in names in English.
  private func named(_ style: Style) -> Style {
    var style = style
    let words = style.name.lowercased().split(separator: " ")
    if words.count == 2, words[0] == "heading", let level = Int(words[1]), 1...9 ~= level {
      style.paragraph.outline = style.paragraph.outline ?? level - 1
    }
    style.paragraph.isHeading = words == ["title"]
    style.paragraph.isContents = words.count == 2 && words[0] == "toc" && words[1] != "heading"
    return style
  }

  /// The style over those that it is based on; a chain that is longer than any real one or a ring ends.
  private func resolved(_ id: String?) -> Style {
    var result = Style()
    var next = id
    for _ in 0..<32 {
      guard let id = next, let style = styles[id] else { break }
      result.characters = result.characters.over(style.characters)
      result.paragraph.outline = result.paragraph.outline ?? style.paragraph.outline
      result.paragraph.isHeading = result.paragraph.isHeading || style.paragraph.isHeading
      result.paragraph.isContents = result.paragraph.isContents || style.paragraph.isContents
      result.paragraph.list = result.paragraph.list ?? style.paragraph.list
      result.paragraph.level = result.paragraph.level ?? style.paragraph.level
      next = style.base
    }
    return result
  }
}
