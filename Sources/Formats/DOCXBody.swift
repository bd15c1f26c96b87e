/// The text of `word/document.xml` or of its notes, in reading order.
///
/// What is deleted, struck out, hidden, an instruction of a field or a second form of the same (`mc:Fallback`) is left out.
struct DOCXBody: XMLHandler {
  private struct Run {
    var style: String?
    var characters = DOCXCharacters()
    /// What its styles and itself come to, once its text begins.
    var resolved: DOCXCharacters?
  }
  private struct Paragraph {
    var text = StyledText()
    /// Whether its last character is not raised and no blank: what a mark may be glued to.
    var isGlued = false
    var style: String?
    var outline: Int?
    var list: String?
    var level: Int?
    /// Its end is deleted: the next one goes on in it.
    var isJoined = false
    /// What boxes of text that are anchored in it hold.
    var boxes: [DocumentBlock] = []
  }
  private struct Table {
    var table = CellTable()
    var rowIsDeleted = false
    var isContinued = false
  }
  /// What a box of text interrupts.
  private struct Interrupted {
    let paragraph: Paragraph?
    let run: Run
    let fields: [Bool]
    let tables: [Table]
  }

  private let styles: DOCXStyles
  private var numbering: DOCXNumbering
  /// Depth within what is left out.
  private var skipped = 0
  private var isText = false
  private var choices: [Bool] = []
  private var isPlaceholder = false
  private var paragraph: Paragraph?
  private var run = Run()
  /// For each open field whether its result has begun.
  private var fields: [Bool] = []
  private var tables: [Table] = []
  private var interrupted: [Interrupted] = []
  /// What is open: the document, and in it cells and boxes of text.
  private var blocks: [[DocumentBlock]] = [[]]
  private var joined: Paragraph?

  /// The notes that are referred to, in their order.
  private(set) var notes: [DOCXNote] = []
  /// Where a part of notes is read: the open one and what each says.
  private var openNote: String?
  private(set) var textOfNotes: [String: [DocumentBlock]] = [:]

  init(styles: DOCXStyles, numbering: DOCXNumbering) {
    self.styles = styles
    self.numbering = numbering
  }

  /// What was read.
  var content: [DocumentBlock] { blocks[0] }

  mutating func handle(_ event: XMLEvent) {
    switch event {
    case .text(let text):
      if isText, skipped == 0 { add(text) }
    case .start(let element):
      if skipped == 1, element.parent?.name == "sdtPr", element.name.name == "showingPlcHdr" {
        isPlaceholder = true
      }
      if skipped > 0 || isLeftOut(element) {
        skipped += 1
      } else {
        start(element)
      }
    case .end(let name):
      if skipped > 0 {
        skipped -= 1
      } else {
        end(name)
      }
    }
  }

  private mutating func isLeftOut(_ element: XMLElement) -> Bool {
    let name = element.name.name
    switch element.name.space {
    case .compatibility:
      // Of the forms of the same thing the first: it is the newest.
      guard name == "Choice" || name == "Fallback", let last = choices.indices.last else {
        return false
      }
      defer { choices[last] = true }
      return choices[last]
    case .word:
      switch name {
      case "moveFrom", "rt", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "instrText",
        "delText", "delInstrText", "fldData":
        if name == "sdtPr" { isPlaceholder = false }
        return true
      case "del": return element.parent?.name != "rPr" && element.parent?.name != "trPr"
      case "sdtContent":
        // "Click here to enter text".
        defer { isPlaceholder = false }
        return isPlaceholder
      default: return name.hasSuffix("PrChange")
      }
    default: return false
    }
  }

  private mutating func start(_ element: XMLElement) {
    let name = element.name.name
    if element.name.space == .compatibility {
      if name == "AlternateContent" { choices.append(false) }
      return
    }
    if element.name.space == .math {
      isText = name == "t"
      if isText { run = Run() }
      return
    }
    guard element.name.space == .word else { return }
    switch name {
    case "p":
      endParagraph()
      paragraph = joined ?? Paragraph()
      joined = nil
    case "r": run = Run()
    case "t": isText = true
    case "tab", "ptab": if element.parent?.name == "r" { add(" ") }
    case "br", "cr": add("\u{0B}")
    case "noBreakHyphen": add("-")
    case "softHyphen": add("\u{AD}")
    case "sym": addSymbol(element)
    case "fldChar": field(element["fldCharType"])
    case "footnoteReference", "endnoteReference":
      if let id = element["id"] {
        notes.append(DOCXNote(isEnd: name == "endnoteReference", id: id))
      }
    case "footnote", "endnote":
      openNote = element["type"].map { $0 == "normal" } ?? true ? element["id"] : nil
      blocks = [[]]
    case "txbxContent": startBox()
    case "tbl":
      endJoined()
      tables.append(Table())
    case "tr":
      changeTable { table in
        table.table.rows.append([])
        table.rowIsDeleted = false
      }
    case "tc":
      blocks.append([])
      changeTable { table in
        table.isContinued = false
        let last = table.table.rows.count - 1
        if last >= 0 { table.table.rows[last].append(CellTable.Cell()) }
      }
    case "gridSpan", "vMerge", "gridBefore", "gridAfter": cell(element)
    default: property(element)
    }
  }

  /// What is said of paragraphs and runs.
  private mutating func property(_ element: XMLElement) {
    let value = element["val"]
    switch (element.parent?.name, element.name.name) {
    case ("pPr", "pStyle"): paragraph?.style = value
    case ("pPr", "outlineLvl"): paragraph?.outline = value.flatMap { Int($0) }
    case ("numPr", "numId"): paragraph?.list = value
    case ("numPr", "ilvl"): paragraph?.level = value.flatMap { Int($0) }
    case ("rPr", "del"): paragraph?.isJoined = true
    case ("trPr", "del"): changeTable { $0.rowIsDeleted = true }
    case ("rPr", "rStyle"): run.style = value
    case ("rPr", _): run.characters.read(element)
    default: break
    }
  }

  private mutating func end(_ name: XMLName) {
    if name.space == .compatibility {
      if name.name == "AlternateContent" { _ = choices.popLast() }
      return
    }
    guard name.space == .word || name.space == .math else { return }
    switch name.name {
    case "t": isText = false
    case "pPr": run = Run()
    case "p" where name.space == .word: endParagraph()
    case "txbxContent": endBox()
    case "tc": endCell()
    case "tr":
      changeTable { table in
        if table.rowIsDeleted { _ = table.table.rows.popLast() }
      }
    case "body": endJoined()
    case "tbl": endTable()
    case "footnote", "endnote":
      endJoined()
      if let openNote { textOfNotes[openNote] = blocks[0] }
      openNote = nil
    default: break
    }
  }
}

/// A reference to a note at the foot of a page or at the document's end.
struct DOCXNote: Hashable {
  let isEnd: Bool
  let id: String
}

// MARK: - Text

extension DOCXBody {
  private mutating func add(_ text: String) {
    guard paragraph != nil, fields.allSatisfy({ $0 }) else { return }
    let looks: DOCXCharacters
    if let resolved = run.resolved {
      looks = resolved
    } else {
      looks = run.characters.over(
        styles.characters(run.style, inParagraph: paragraph?.style))
      run.resolved = looks
    }
    guard !looks.isLeftOut else { return }
    // Programs raise marks of notes in two ways. The second also shifts words for their looks: those stand apart.
    let isRaised =
      text.utf8.first != 0x0B
      && (looks.isSuperscript == true
        || (looks.position ?? 0) > 0 && paragraph?.isGlued == true && text.utf8.count <= 6)
    paragraph?.text.add(
      DOCXSymbol.text(text, font: looks.font), font: looks.font.flatMap { $0.isEmpty ? nil : $0 },
      isRaised: isRaised)
    if !isRaised {
      paragraph?.isGlued =
        (looks.position ?? 0) <= 0
        && text.unicodeScalars.last.map { !$0.properties.isWhitespace } ?? false
    }
  }

  private mutating func addSymbol(_ element: XMLElement) {
    guard let code = element["char"].flatMap({ UInt32($0, radix: 16) }),
      let scalar = Unicode.Scalar(code)
    else { return }
    add(DOCXSymbol.text(String(Character(scalar)), font: element["font"]))
  }

  private mutating func field(_ kind: String?) {
    switch kind {
    case "begin": fields.append(false)
    case "separate": if let last = fields.indices.last { fields[last] = true }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  private mutating func endParagraph() {
    guard var paragraph else { return }
    self.paragraph = nil
    // A field whose result never begins would swallow all that follows.
    fields.removeAll { !$0 }
    if paragraph.isJoined {
      paragraph.isJoined = false
      joined = paragraph
      return
    }
    let style = styles.paragraph(paragraph.style)
    let text = paragraph.text.take()
    let hasText = text.hasText
    var label = ""
    if let list = paragraph.list ?? style.list, list != "0" {
      label = numbering.label(
        number: list, level: paragraph.level ?? (paragraph.list == nil ? style.level : 0),
        style: paragraph.style)
    }
    let last = blocks.count - 1
    // A column of running numbers has cells with nothing but the list's number.
    if hasText ? !style.isContents : blocks.count > 1 && !label.isEmpty && label != "- " {
      let outline = paragraph.outline ?? style.outline
      if style.isHeading || outline.map({ 0..<9 ~= $0 }) ?? false, blocks.count == 1 {
        blocks[last].append(.heading(label + text))
      } else {
        blocks[last] += (label + text).markedLines.map { .paragraph($0) }
      }
    }
    blocks[last] += paragraph.boxes
  }

  /// A paragraph that would go on in the next one, of which there is none.
  private mutating func endJoined() {
    guard let last = joined else { return }
    joined = nil
    paragraph = last
    endParagraph()
  }

  private mutating func startBox() {
    interrupted.append(
      Interrupted(paragraph: paragraph, run: run, fields: fields, tables: tables))
    (paragraph, run, fields, tables) = (nil, Run(), [], [])
    blocks.append([])
  }

  private mutating func endBox() {
    endJoined()
    guard let before = interrupted.popLast(), blocks.count > 1, let content = blocks.popLast()
    else { return }
    (paragraph, run, fields, tables) = (before.paragraph, before.run, before.fields, before.tables)
    if paragraph == nil {
      blocks[blocks.count - 1] += content
    } else {
      paragraph?.boxes += content
    }
  }
}

// MARK: - Tables

extension DOCXBody {
  /// Word has at most 63 columns.
  private static let mostColumns = 63

  private mutating func changeTable(_ change: (inout Table) -> Void) {
    guard let last = tables.indices.last else { return }
    change(&tables[last])
  }

  private mutating func cell(_ element: XMLElement) {
    let count = min(Int(element["val"] ?? "") ?? 1, Self.mostColumns)
    changeTable { table in
      let row = table.table.rows.count - 1
      guard row >= 0, count > 0 else { return }
      let last = table.table.rows[row].count - 1
      switch element.name.name {
      case "gridBefore": table.table.rows[row] += Array(repeating: CellTable.Cell(), count: count)
      case "gridSpan" where last >= 0: table.table.rows[row][last].columns = count
      case "vMerge": table.isContinued = element["val"].map { $0 == "continue" } ?? true
      default: break
      }
    }
  }

  private mutating func endCell() {
    endJoined()
    guard blocks.count > 1, let content = blocks.popLast() else { return }
    changeTable { table in
      let row = table.table.rows.count - 1
      guard row >= 0, !table.table.rows[row].isEmpty, !table.isContinued else { return }
      table.table.rows[row][table.table.rows[row].count - 1].blocks = content
    }
  }

  private mutating func endTable() {
    guard let ended = tables.popLast() else { return }
    blocks[blocks.count - 1] += ended.table.withoutInnerTables.blocks
  }
}

extension CellTable {
  /// The same with what tables in cells say as words of the cells, where it is a table to read itself.
  var withoutInnerTables: CellTable {
    guard rows.count > 2, rows.contains(where: { $0.count > 2 }) else { return self }
    var flat = self
    for (r, row) in rows.enumerated() {
      for (c, cell) in row.enumerated() {
        let hasRow = cell.blocks.contains { if case .row = $0 { true } else { false } }
        if hasRow { flat.rows[r][c].blocks = [.paragraph(cell.text)] }
      }
    }
    return flat
  }
}
