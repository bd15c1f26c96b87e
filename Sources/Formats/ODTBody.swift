/// The text of `content.xml` of an OpenDocument text, in reading order.
struct ODTBody: XMLHandler {
  private struct Paragraph {
    var text = StyledText()
    var style: String?
    /// From 1; `nil` for body text.
    var outline: Int?
    var label = ""
    var spans: [ODTStyles.Style] = []
    var boxes: [DocumentBlock] = []
  }
  private struct Table {
    var table = CellTable()
    var repeats = 1
    var columns = 1
  }
  private struct Interrupted {
    let paragraph: Paragraph?
    let tables: [Table]
    let numbering: ODTNumbering
    let isNote: Bool
  }

  private let styles: ODTStyles
  private let limits: FormatLimits
  private var numbering = ODTNumbering()
  private var skipped = 0
  private var paragraph: Paragraph?
  private var tables: [Table] = []
  private var interrupted: [Interrupted] = []
  private var blocks: [[DocumentBlock]] = [[]]
  /// Cells that repeating has made: what a small file may make many of.
  private var cells = 0
  private(set) var notes: [DocumentBlock] = []

  init(styles: ODTStyles, limits: FormatLimits) {
    self.styles = styles
    self.limits = limits
  }

  var content: [DocumentBlock] { blocks[0] }

  mutating func handle(_ event: XMLEvent) throws(FormatError) {
    switch event {
    case .text(let text):
      if skipped == 0 { add(text) }
    case .start(let element):
      if skipped > 0 || isLeftOut(element) { skipped += 1 } else { start(element) }
    case .end(let name):
      if skipped > 0 { skipped -= 1 } else { try end(name) }
    }
  }

  private func isLeftOut(_ element: XMLElement) -> Bool {
    switch element.name.space {
    case .text:
      switch element.name.name {
      case "tracked-changes", "note-citation", "ruby-text", "table-of-content",
        "illustration-index", "table-index", "object-index", "alphabetical-index",
        "bibliography", "variable-decls", "sequence-decls", "user-field-decls", "hidden-text":
        return true
      case "section": return element["display"] == "none"
      default: return false
      }
    case .office:
      return [
        "annotation", "forms", "automatic-styles", "styles", "master-styles", "font-face-decls",
        "scripts", "settings", "meta",
      ].contains(element.name.name)
    case .svg: return ["title", "desc"].contains(element.name.name)
    case .draw: return element.name.name == "object"
    default: return false
    }
  }

  private mutating func start(_ element: XMLElement) {
    switch (element.name.space, element.name.name) {
    case (.text, "p"), (.text, "h"): startParagraph(element)
    case (.text, "span"):
      paragraph?.spans.append(styles.style(element["style-name"], "text"))
    case (.text, "s"):
      let count = min(element["c"].flatMap { Int($0) } ?? 1, 1000)
      if count > 0 { add(" ") }
    case (.text, "tab"): add(" ")
    case (.text, "line-break"): add("\u{0B}")
    case (.text, "list"):
      numbering.startList(
        element["style-name"],
        continues: element["continue-numbering"] == "true" || element["continue-list"] != nil)
    case (.text, "list-item"):
      numbering.startItem(value: element["start-value"].flatMap { Int($0) }, styles: styles)
    case (.text, "note-body"): interrupt(isNote: true)
    case (.draw, "text-box"): interrupt(isNote: false)
    case (.table, "table"): tables.append(Table())
    case (.table, "table-row"):
      let repeats = min(element["number-rows-repeated"].flatMap { Int($0) } ?? 1, 1000)
      changeTable { table in
        table.table.rows.append([])
        table.repeats = max(repeats, 1)
      }
    case (.table, "table-cell"), (.table, "covered-table-cell"): startCell(element)
    default: break
    }
  }

  private mutating func end(_ name: XMLName) throws(FormatError) {
    switch (name.space, name.name) {
    case (.text, "p"), (.text, "h"): endParagraph()
    case (.text, "span"): _ = paragraph?.spans.popLast()
    case (.text, "list"): numbering.endList()
    case (.text, "note-body"), (.draw, "text-box"): resume()
    case (.table, "table-cell"), (.table, "covered-table-cell"): try endCell()
    case (.table, "table-row"): try endRow()
    case (.table, "table"):
      if let ended = tables.popLast() {
        blocks[blocks.count - 1] += ended.table.withoutInnerTables.blocks
      }
    default: break
    }
  }

  private mutating func add(_ text: String) {
    guard let paragraph else { return }
    let outer = styles.style(paragraph.style, "paragraph")
    var (font, isHidden, isRaised) = (outer.font, outer.isHidden, outer.isRaised)
    var isStruck = outer.isStruck
    for span in paragraph.spans {
      font = span.font ?? font
      isHidden = span.isHidden ?? isHidden
      isStruck = span.isStruck ?? isStruck
      isRaised = span.isRaised ?? isRaised
    }
    guard isHidden != true, isStruck != true else { return }
    self.paragraph?.text.add(
      DOCXSymbol.text(text, font: font), font: font, isRaised: isRaised == true)
  }

  private mutating func startParagraph(_ element: XMLElement) {
    endParagraph()
    var next = Paragraph()
    next.style = element["style-name"]
    next.label = numbering.label(styles)
    if element.name.name == "h" {
      let level = min(max(element["outline-level"].flatMap { Int($0) } ?? 1, 1), 10)
      next.outline = level
      if next.label.isEmpty, element["is-list-header"] != "true" {
        next.label = numbering.headingLabel(level: level, styles)
      }
    }
    paragraph = next
  }

  private mutating func endParagraph() {
    guard var paragraph else { return }
    self.paragraph = nil
    let text = paragraph.text.take()
    let last = blocks.count - 1
    if text.hasText {
      let isHeading =
        paragraph.outline != nil || styles.style(paragraph.style, "paragraph").isHeading
      if isHeading, blocks.count == 1 {
        blocks[last].append(.heading(paragraph.label + text))
      } else {
        blocks[last] += (paragraph.label + text).markedLines.map { .paragraph($0) }
      }
    } else if blocks.count > 1, paragraph.label.contains(where: \.isNumber) {
      blocks[last].append(.paragraph(paragraph.label))
    }
    blocks[last] += paragraph.boxes
  }

  private mutating func interrupt(isNote: Bool) {
    interrupted.append(
      Interrupted(paragraph: paragraph, tables: tables, numbering: numbering, isNote: isNote))
    (paragraph, tables, numbering) = (nil, [], ODTNumbering())
    blocks.append([])
  }

  private mutating func resume() {
    guard let before = interrupted.popLast(), blocks.count > 1, let content = blocks.popLast()
    else { return }
    (paragraph, tables, numbering) = (before.paragraph, before.tables, before.numbering)
    if before.isNote {
      notes += content
    } else if paragraph == nil {
      blocks[blocks.count - 1] += content
    } else {
      paragraph?.boxes += content
    }
  }
}

// MARK: - Tables

extension ODTBody {
  private mutating func changeTable(_ change: (inout Table) -> Void) {
    guard let last = tables.indices.last else { return }
    change(&tables[last])
  }

  private mutating func startCell(_ element: XMLElement) {
    blocks.append([])
    let columns = min(max(element["number-columns-repeated"].flatMap { Int($0) } ?? 1, 1), 1000)
    changeTable { $0.columns = columns }
  }

  /// Cells that others span into are cells of their own here: they stand in the file, empty.
  private mutating func endCell() throws(FormatError) {
    guard blocks.count > 1, let content = blocks.popLast() else { return }
    var added = 0
    changeTable { table in
      let row = table.table.rows.count - 1
      guard row >= 0, table.table.rows[row].count < 1000 else { return }
      added = table.columns
      for _ in 0..<table.columns {
        table.table.rows[row].append(CellTable.Cell(blocks: content))
      }
    }
    try count(added)
  }

  private mutating func endRow() throws(FormatError) {
    var added = 0
    changeTable { table in
      guard table.repeats > 1, let row = table.table.rows.last else { return }
      added = row.count * (table.repeats - 1)
      for _ in 1..<table.repeats { table.table.rows.append(row) }
    }
    try count(added)
  }

  private mutating func count(_ added: Int) throws(FormatError) {
    cells += added
    guard cells <= limits.bytes / 64 else { throw .tooLarge(limits.bytes) }
  }
}
