/// Puts a page's events together to paragraphs, headings and tables.
struct HTMLBlocks {
  private(set) var blocks: [DocumentBlock] = []

  /// What holds within an element.
  private struct Style {
    var font: String?
    var isRaised = false
    var isPreformatted = false
    var isHeading = false
    var isLink = false
    /// Struck out, by itself or by what it stands in.
    var isStruck = false
    var endsParagraph = false
    var name = ""
  }
  private struct OpenTable {
    var table = CellTable()
    var isInCell = false
    /// A caption, and what stands between the cells.
    var before: [DocumentBlock] = []
  }

  private var styles = [Style()]
  private var known = HTMLStyles()
  private let sheet: HTMLSheet
  private var tables: [OpenTable] = []
  private var lists: [Int?] = []
  /// What goes before the next paragraph of a list.
  private var mark = ""
  private var text = StyledText()
  private var letters = 0
  private var linkedLetters = 0

  private static let mostTables = 16
  private static let divisions: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "li",
    "blockquote",
    "pre", "section", "article", "main", "header", "footer", "figure", "figcaption", "address",
    "center", "form", "fieldset", "legend", "body", "html", "head", "details", "summary", "table",
    "thead",
    "tbody", "tfoot", "tr", "td", "th", "caption", "nav", "aside", "dir", "hgroup",
  ]

  init(_ events: [HTMLEvent], _ parts: HTMLParts) {
    sheet = HTMLSheet(events)
    var i = 0
    while i < events.count {
      switch events[i] {
      case .start(let element):
        if parts.isLeftOut[i] {
          i = parts.ends[i]
          if Self.divisions.contains(element.name) { flush() }
        } else {
          start(element)
        }
      case .end: end()
      case .text(let string): add(string)
      }
      i += 1
    }
    flush()
    while !tables.isEmpty { endTable() }
  }

  // MARK: Elements

  private mutating func start(_ element: HTMLElement) {
    guard var style = styles.last else { return }
    let name = element.name
    style.name = name
    style.endsParagraph = Self.divisions.contains(name)
    if style.endsParagraph { flush() }
    switch name {
    case "br": if style.isHeading { text.add(" ") } else { flush() }
    case "hr":
      flush()
      append(.gap)
    case "h1", "h2", "h3", "h4", "h5", "h6": style.isHeading = true
    case "sup": style.isRaised = true
    case "sub": style.isRaised = false
    case "s", "strike", "del": style.isStruck = true
    case "a": style.isLink = style.isLink || !element["href"].isEmpty
    case "pre": style.isPreformatted = true
    case "font": style.font = HTMLStyle.firstFont(element["face"]) ?? style.font
    case "ul", "dir": lists.append(nil)
    case "ol": lists.append(Int(element["start"]) ?? 1)
    case "li": startItem(element)
    case "table" where tables.count < Self.mostTables: tables.append(OpenTable())
    case "table": style.name = ""
    case "tr": if let last = tables.indices.last { tables[last].table.rows.append([]) }
    case "td", "th": startCell(element)
    default: break
    }
    style.font = sheet.font(of: element) ?? style.font
    style.isStruck = style.isStruck || sheet.isStruck(element)
    if let said = known[element["style"]] { apply(said, to: &style) }
    styles.append(style)
  }

  private mutating func end() {
    guard styles.count > 1, let style = styles.popLast() else { return }
    if style.endsParagraph { flush(isHeading: style.isHeading) }
    switch style.name {
    case "ul", "ol", "dir": _ = lists.popLast()
    case "li": mark = ""
    case "td", "th": if let last = tables.indices.last { tables[last].isInCell = false }
    case "table": endTable()
    default: break
    }
  }

  private mutating func startItem(_ element: HTMLElement) {
    mark = "- "
    guard let last = lists.indices.last, let number = Int(element["value"]) ?? lists[last]
    else { return }
    mark = "\(number). "
    lists[last] = number &+ 1
  }

  private mutating func startCell(_ element: HTMLElement) {
    guard let last = tables.indices.last else { return }
    if tables[last].table.rows.isEmpty { tables[last].table.rows.append([]) }
    let cell = CellTable.Cell(
      columns: Int(element["colspan"]) ?? 1, rows: Int(element["rowspan"]) ?? 1)
    tables[last].table.rows[tables[last].table.rows.count - 1].append(cell)
    tables[last].isInCell = true
  }

  private mutating func endTable() {
    guard let table = tables.popLast() else { return }
    for block in table.before + table.table.blocks { append(block) }
  }

  private func apply(_ said: HTMLStyle, to style: inout Style) {
    style.font = said.font ?? style.font
    style.isRaised = style.isRaised || said.isRaised
    style.isStruck = style.isStruck || said.isStruck
    style.isPreformatted = said.isPreformatted ?? style.isPreformatted
  }

  // MARK: Text

  private mutating func add(_ string: String) {
    guard let style = styles.last, !style.isStruck else { return }
    let string = Self.withoutControls(string)
    let count = string.utf8.count { $0 > 0x20 }
    letters += count
    if style.isLink { linkedLetters += count }
    guard style.isPreformatted, string.contains(where: \.isNewline) else {
      text.add(string, font: style.font, isRaised: style.isRaised)
      return
    }
    let lines = string.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (i, line) in lines.enumerated() {
      if i > 0 {
        if text.isEmpty { append(.gap) }
        flush()
      }
      text.add(String(line), font: style.font, isRaised: style.isRaised)
    }
  }

  /// Ends the paragraph, if there is one.
  private mutating func flush(isHeading: Bool? = nil) {
    let isLink = letters > 0 && linkedLetters * 10 >= letters * 9
    letters = 0
    linkedLetters = 0
    guard !text.isEmpty else {
      _ = text.take()
      return
    }
    let words = text.take().squeezed
    guard !words.isEmpty else { return }
    if isHeading ?? styles.last?.isHeading ?? false {
      append(.heading(words))
    } else {
      let hasMark = words.first.map { "-–—+•*·●○▪".contains($0) } ?? true
      append(.paragraph(hasMark ? words : mark + words, isLink: isLink))
    }
    mark = ""
  }

  private mutating func append(_ block: DocumentBlock) {
    guard let last = tables.indices.last else {
      blocks.append(block)
      return
    }
    let row = tables[last].table.rows.count - 1
    if tables[last].isInCell, row >= 0, let cell = tables[last].table.rows[row].indices.last {
      tables[last].table.rows[row][cell].blocks.append(block)
    } else {
      tables[last].before.append(block)
    }
  }

  /// References such as `&#150;` mean characters of windows-1252, whatever the standard first said.
  private static func withoutControls(_ text: String) -> String {
    guard text.utf8.contains(0xC2), text.unicodeScalars.contains(where: { 0x80...0x9F ~= $0.value })
    else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(0x80...0x9F ~= scalar.value ? western[Int(scalar.value) - 0x80] : scalar)
    }
    return String(result)
  }

  private static let western = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".unicodeScalars)
}
