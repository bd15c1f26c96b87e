/// `xl/workbook.xml`: which sheets there are.
struct XLSXWorkbook: XMLHandler {
  struct Sheet {
    let name: String
    let relationship: String
    let isHidden: Bool
  }
  private(set) var sheets: [Sheet] = []
  private(set) var countsFrom1904 = false

  mutating func handle(_ event: XMLEvent) {
    guard case .start(let element) = event, element.name.space == .spreadsheet else { return }
    switch element.name.name {
    case "sheet":
      let state = element["state"] ?? "visible"
      sheets.append(
        Sheet(
          name: element["name"] ?? "", relationship: element[.relationships, "id"] ?? "",
          isHidden: state != "visible"))
    case "workbookPr": countsFrom1904 = ["1", "true"].contains(element["date1904"] ?? "")
    default: break
    }
  }
}

/// `xl/styles.xml`: formats of numbers, and fonts.
struct XLSXStyles: XMLHandler {
  private var codes = SheetFormat.builtIn
  private var formats: [Int: SheetFormat] = [:]
  private var fonts: [String?] = []
  /// Of each style of cells.
  private var cells: [(format: Int, font: Int)] = []

  /// How the cells of a style show numbers. Each format is read once.
  mutating func format(_ style: Int) -> SheetFormat {
    guard cells.indices.contains(style) else { return .general }
    let id = cells[style].format
    if let known = formats[id] { return known }
    let format = codes[id].map(SheetFormat.init) ?? .general
    formats[id] = format
    return format
  }

  func font(_ style: Int) -> String? {
    guard cells.indices.contains(style), fonts.indices.contains(cells[style].font) else {
      return nil
    }
    return fonts[cells[style].font]
  }

  mutating func handle(_ event: XMLEvent) {
    guard case .start(let element) = event else { return }
    func number(_ name: String) -> Int { element[name].flatMap { Int($0) } ?? 0 }
    switch (element.parent?.name, element.name.name) {
    case ("numFmts", "numFmt"): codes[number("numFmtId")] = element["formatCode"]
    case ("fonts", "font"): fonts.append(nil)
    case ("font", "name"):
      // Fonts of conditional formats have no place among those of cells.
      if !fonts.isEmpty, fonts[fonts.count - 1] == nil { fonts[fonts.count - 1] = element["val"] }
    case ("cellXfs", "xf"): cells.append((number("numFmtId"), number("fontId")))
    default: break
    }
  }
}

/// `xl/sharedStrings.xml`: the texts of all sheets' cells, by number.
struct XLSXStrings: XMLHandler {
  private var texts: [String] = []
  /// Texts whose parts have fonts of their own, and so are repaired already.
  private var rich: Set<Int> = []
  private var reader = XLSXText()

  func text(_ number: Int, font: String?) -> String? {
    guard texts.indices.contains(number) else { return nil }
    if rich.contains(number) { return texts[number] }
    return XLSXText.plain(texts[number], font: font)
  }

  mutating func handle(_ event: XMLEvent) {
    reader.handle(event)
    guard case .end(let name) = event, name.name == "si" else { return }
    if reader.isRich { rich.insert(texts.count) }
    texts.append(reader.take())
  }
}

/// The text of a cell: plain, or runs with their fonts. Readings of foreign letters are left out.
struct XLSXText {
  private var runs = StyledText()
  private var plain = ""
  private(set) var isRich = false
  private var isText = false
  private var isPhonetic = false
  private var font: String?
  private var isRaised = false

  mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let element):
      switch element.name.name {
      case "r": (isRich, font, isRaised) = (true, nil, false)
      case "rFont": font = element["val"]
      case "vertAlign": isRaised = element["val"] == "superscript"
      case "rPh": isPhonetic = true
      case "t": isText = !isPhonetic
      default: break
      }
    case .end(let name):
      if name.name == "t" { isText = false }
      if name.name == "rPh" { isPhonetic = false }
    case .text(let text):
      guard isText else { return }
      if isRich { runs.add(text, font: font, isRaised: isRaised) } else { plain += text }
    }
  }

  /// The text, and the next one begins.
  mutating func take() -> String {
    let text = isRich ? runs.take() : plain
    self = XLSXText()
    return text
  }

  /// What is in one font, in Unicode.
  static func plain(_ text: String, font: String?) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var runs = StyledText()
    runs.add(text, font: font)
    return runs.take()
  }
}
