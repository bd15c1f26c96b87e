/// Styles of an OpenDocument file: `styles.xml` and the automatic ones of `content.xml`.
struct ODTStyles: XMLHandler {
  struct Style {
    var parent: String?
    var font: String?
    var isHidden: Bool?
    var isStruck: Bool?
    var isRaised: Bool?
    var list: String?
    var isHeading = false
    /// Of a table: whether it is not shown.
    var isHiddenTable = false
  }
  struct Level {
    /// As OOXML calls it; "bullet" for a sign.
    var format = "bullet"
    var prefix = ""
    var suffix = ""
    var start = 1
    var levels = 1
  }
  /// By family and name.
  private var styles: [String: Style] = [:]
  private var fonts: [String: String] = [:]
  private var lists: [String: [Int: Level]] = [:]
  private var open: String?
  private var openList: String?
  private static let defaultStyle = "\u{0}default"
  /// The name of the list of headings' numbers.
  static let outline = "\u{0}outline"

  func level(_ level: Int, ofList list: String) -> Level? { lists[list]?[level] }

  func isHiddenTable(_ style: String?) -> Bool {
    style.flatMap { styles["table:\($0)"] }?.isHiddenTable ?? false
  }

  /// A style over its parents.
  func style(_ name: String?, _ family: String) -> Style {
    var result = Style()
    var next = name
    for _ in 0..<32 {
      guard let name = next, let style = styles["\(family):\(name)"] else { break }
      result.font = result.font ?? style.font
      result.isHidden = result.isHidden ?? style.isHidden
      result.isStruck = result.isStruck ?? style.isStruck
      result.isRaised = result.isRaised ?? style.isRaised
      result.list = result.list ?? style.list
      result.isHeading = result.isHeading || style.isHeading
      next = style.parent
    }
    if family == "paragraph", let base = styles[Self.defaultStyle] {
      result.font = result.font ?? base.font
    }
    return result
  }

  mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let element): start(element)
    case .end(let name):
      switch (name.space, name.name) {
      case (.style, "style"), (.style, "default-style"): open = nil
      case (.text, "list-style"), (.text, "outline-style"): openList = nil
      default: break
      }
    case .text: return
    }
  }

  private mutating func start(_ element: XMLElement) {
    switch (element.name.space, element.name.name) {
    case (.style, "font-face"):
      if let name = element[.style, "name"], let family = element["font-family"] {
        fonts[name] = family.filter { $0 != "'" && $0 != "\"" }
      }
    case (.style, "style"):
      guard let name = element[.style, "name"], let family = element["family"] else { return }
      let id = "\(family):\(name)"
      open = id
      var style = Style()
      style.parent = element["parent-style-name"]
      style.list = element["list-style-name"]
      style.isHeading = family == "paragraph" && name == "Title"
      styles[id] = style
    case (.style, "text-properties"): textProperties(element)
    case (.style, "table-properties"):
      if let open { styles[open]?.isHiddenTable = element["display"] == "false" }
    case (.style, "default-style"):
      guard element["family"] == "paragraph" else { return }
      open = Self.defaultStyle
      styles[Self.defaultStyle] = Style()
    case (.text, "list-style"): openList = element[.style, "name"]
    case (.text, "outline-style"): openList = Self.outline
    case (.text, "list-level-style-number"), (.text, "outline-level-style"),
      (.text, "list-level-style-bullet"), (.text, "list-level-style-image"):
      level(element)
    default: break
    }
  }

  private mutating func textProperties(_ element: XMLElement) {
    guard let open, element.parent?.space == .style else { return }
    if let name = element[.style, "font-name"] {
      styles[open]?.font = fonts[name] ?? name
    } else if let family = element["font-family"] {
      styles[open]?.font = family.filter { $0 != "'" && $0 != "\"" }
    }
    if let display = element["display"] { styles[open]?.isHidden = display == "none" }
    let lines = ["style", "type"].compactMap { element["text-line-through-\($0)"] }
    if !lines.isEmpty { styles[open]?.isStruck = !lines.contains("none") }
    if let position = element["text-position"]?.split(separator: " ").first {
      let percent = position.hasSuffix("%") ? Int(position.dropLast()) : nil
      styles[open]?.isRaised = position == "super" || percent.map { $0 > 0 } ?? false
    }
  }

  private mutating func level(_ element: XMLElement) {
    guard let openList, let number = element["level"].flatMap({ Int($0) }) else { return }
    var level = Level()
    switch element.name.name {
    case "list-level-style-bullet":
      let sign = element["bullet-char"] ?? ""
      level.prefix = ["+", "*", "–"].contains(sign) ? sign : "-"
    case "list-level-style-image": level.prefix = "-"
    default:
      let formats = [
        "1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter",
        "a": "lowerLetter",
      ]
      level.format = formats[element["num-format"] ?? ""] ?? "none"
      level.prefix = element["num-prefix"] ?? ""
      level.suffix = element["num-suffix"] ?? ""
      level.start = max(element["start-value"].flatMap { Int($0) } ?? 1, 0)
      level.levels = min(max(element["display-levels"].flatMap { Int($0) } ?? 1, 1), number)
    }
    lists[openList, default: [:]][number] = level
  }
}

/// The numbers of lists' items, counted as they come.
struct ODTNumbering {
  private struct List {
    let style: String
    let level: Int
    /// Whether the open item has had its label.
    var isLabelled = true
  }
  private var open: [List] = []
  /// The last number of each level, by the list's style.
  private var counts: [String: [Int: Int]] = [:]

  mutating func startList(_ style: String?, continues: Bool) {
    let style = style ?? open.last?.style ?? ""
    let level = (open.last?.level ?? 0) + 1
    open.append(List(style: style, level: level))
    if !continues { counts[style]?[level] = nil }
  }

  mutating func endList() { _ = open.popLast() }

  mutating func startItem(value: Int?, styles: ODTStyles) {
    guard let last = open.indices.last else { return }
    open[last].isLabelled = false
    count(open[last].style, open[last].level, value, styles)
  }

  /// What stands before the paragraph that comes now: the first one of an item has it.
  mutating func label(_ styles: ODTStyles) -> String {
    guard let last = open.indices.last, !open[last].isLabelled else { return "" }
    open[last].isLabelled = true
    return text(open[last].style, open[last].level, styles)
  }

  mutating func headingLabel(level: Int, _ styles: ODTStyles) -> String {
    count(ODTStyles.outline, level, nil, styles)
    return text(ODTStyles.outline, level, styles)
  }

  private mutating func count(_ list: String, _ level: Int, _ value: Int?, _ styles: ODTStyles) {
    var counts = counts[list] ?? [:]
    let start = styles.level(level, ofList: list)?.start ?? 1
    counts[level] = value ?? (counts[level] ?? start - 1) &+ 1
    for deeper in counts.keys where deeper > level { counts[deeper] = nil }
    self.counts[list] = counts
  }

  private func text(_ list: String, _ level: Int, _ styles: ODTStyles) -> String {
    guard let format = styles.level(level, ofList: list) else {
      return list == ODTStyles.outline ? "" : "- "
    }
    if format.format == "bullet" { return format.prefix + " " }
    guard format.format != "none" else { return "" }
    let numbers = (level - format.levels + 1...level).map { place in
      let shown = styles.level(place, ofList: list)
      return ListNumber.text(
        counts[list]?[place] ?? shown?.start ?? 1, shown?.format ?? format.format)
    }
    return format.prefix + numbers.joined(separator: ".") + format.suffix + " "
  }
}
