/// Puts the tokens of RTF together to paragraphs and tables.
struct RTFDocument {
  private(set) var blocks: [DocumentBlock] = []
  private(set) var properties = DocumentProperties()
  private(set) var isCutOff = false

  private enum Destination {
    /// `left` and all in it is left out; of `info` and of a `frame` some groups are read.
    case text, left, info, frame, fonts, listMark, title, author, company, made
  }
  /// What holds within a group.
  private struct Style {
    var destination = Destination.text
    var font: Int?
    var isRaised = false
    var isHidden = false
    var isStruck = false
    /// Characters behind a `\u` for programs that do not know it.
    var fallback = 1
  }

  private var stack: [Style] = []
  private var style = Style()
  private var fonts = RTFFonts()
  private var bytes: [UInt8] = []
  private var text = StyledText()
  private var listMark = ""
  /// What stands before the open paragraph, and whether words of it are struck out.
  private var mark = ""
  private var hasStruck = false
  private var info: [UInt8] = []
  private var table = RTFTable()
  private var isInTable = false
  private var isHeading = false
  private var toSkip = 0
  private var surrogate: UInt16?
  private var isOptional = false
  private var year = 0
  private var month = 0
  private var day = 0
  private let depth: Int

  static let left: Set<String> = [
    "colortbl", "stylesheet", "pict", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor", "xe", "tc",
    "fldinst", "themedata", "datastore", "listtable", "listoverridetable", "rsidtbl", "generator",
    "bkmkstart", "bkmkend", "nonesttables", "nesttableprops", "shprslt", "sp", "pgdsctbl", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "private",
    "filetbl", "revtbl", "xmlnstbl", "latentstyles", "userprops", "formfield", "listpicture",
  ]

  init(_ bytes: [UInt8], depth: Int) throws(FormatError) {
    self.depth = depth
    var lexer = RTFLexer(bytes)
    while let token = lexer.next() {
      switch token {
      case .open: try open()
      case .close:
        close()
        if stack.isEmpty {
          finish()
          return
        }
      case .word(let name, let number): word(name, number)
      case .symbol(let sign): symbol(sign)
      case .byte(let byte): add(byte)
      }
    }
    isCutOff = true
    finish()
  }

  private mutating func finish() {
    endParagraph()
    endTable()
    while case .gap? = blocks.last { blocks.removeLast() }
  }

  // MARK: Groups

  private mutating func open() throws(FormatError) {
    flushBytes()
    toSkip = 0
    guard stack.count < depth else {
      throw FormatError(
        "nests more than \(depth) groups", remedy: "open it in an office program and save it anew")
    }
    stack.append(style)
    isOptional = false
  }

  private mutating func close() {
    flushBytes()
    toSkip = 0
    isOptional = false
    guard let outer = stack.popLast() else { return }
    if outer.destination != style.destination { end(style.destination) }
    style = outer
  }

  private mutating func end(_ destination: Destination) {
    switch destination {
    case .listMark:
      let words = listMark.filter { !$0.isWhitespace }
      mark = words.contains { $0.isLetter || $0.isNumber } ? words + " " : "- "
      text.add(mark)
      listMark = ""
    case .title: properties.title = takeInfo()
    case .author: properties.author = takeInfo()
    case .company: if case let name = takeInfo(), !name.isEmpty { properties.issuer = name }
    case .made: if year > 0 { properties.date = date }
    case .text, .left, .info, .frame, .fonts: break
    }
    info = []
  }

  private var date: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return month > 0 && day > 0 ? "\(year)-\(two(month))-\(two(day))" : "\(year)"
  }

  private mutating func takeInfo() -> String {
    let name = String(decoding: info, as: UTF8.self)
    return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Words

  private mutating func word(_ name: String, _ number: Int?) {
    if toSkip > 0, name != "u" {
      toSkip -= 1
      return
    }
    let wasOptional = isOptional
    isOptional = false
    guard style.destination != .left else { return }
    if beginsDestination(name) { return }
    if wasOptional || Self.left.contains(name) {
      style.destination = .left
      return
    }
    switch style.destination {
    case .fonts: fontWord(name, number)
    case .made: madeWord(name, number ?? 0)
    case .title, .author, .company: if name == "u" { unicode(number ?? 0) }
    case .left, .info, .frame: break
    case .text, .listMark: if !styleWord(name, number) { textWord(name, number) }
    }
  }

  /// What a group is for, where that matters here.
  private mutating func beginsDestination(_ name: String) -> Bool {
    switch (style.destination, name) {
    case (.text, "fonttbl"): style.destination = .fonts
    case (.text, "listtext"), (.text, "pntext"): style.destination = .listMark
    case (.text, "info"): style.destination = .info
    case (.info, "title"): style.destination = .title
    case (.info, "author"): style.destination = .author
    case (.info, "company"): style.destination = .company
    case (.info, "creatim"): style.destination = .made
    case (.text, "shpinst"), (.text, "object"), (.text, "do"), (.text, "upr"):
      style.destination = .frame
    case (.frame, "shptxt"), (.frame, "dptxbxtext"), (.frame, "ud"), (.frame, "result"):
      style.destination = .text
    default: return false
    }
    return true
  }

  private mutating func fontWord(_ name: String, _ number: Int?) {
    switch name {
    case "f": fonts.begin(number ?? 0)
    case "fcharset": fonts.setCharset(number ?? 0)
    case "cpg": fonts.setCodePage(number ?? 0)
    default: break
    }
  }

  private mutating func madeWord(_ name: String, _ number: Int) {
    switch name {
    case "yr": year = number
    case "mo": month = number
    case "dy": day = number
    default: break
    }
  }

  private mutating func styleWord(_ name: String, _ number: Int?) -> Bool {
    let isOn = number != 0
    var new = style
    switch name {
    case "f": new.font = number
    case "plain":
      (new.font, new.isRaised, new.isHidden, new.isStruck) = (nil, false, false, false)
    // Two lines are \striked1, which old programs write as \strikedl.
    case "strike", "striked", "strikedl": new.isStruck = isOn
    case "super": new.isRaised = isOn
    case "up": new.isRaised = (number ?? 6) > 0
    case "sub", "nosupersub", "dn": new.isRaised = false
    case "v", "deleted": new.isHidden = isOn
    case "uc": new.fallback = max(number ?? 1, 0)
    default: return false
    }
    flushBytes()
    style = new
    return true
  }

  private mutating func textWord(_ name: String, _ number: Int?) {
    switch name {
    case "u": unicode(number ?? 0)
    case "par", "line", "page", "sect", "column", "nestcell", "nestrow", "softline": endParagraph()
    case "tab", "emspace", "enspace", "qmspace": add(0x20)
    case "pard": (isInTable, isHeading) = (false, false)
    case "intbl": isInTable = true
    case "outlinelevel": isHeading = (number ?? 9) < 9
    case "trowd": table.beginRow()
    case "cellx": table.addEdge(number ?? 0)
    case "cell":
      isInTable = true
      endParagraph()
      table.endCell()
    case "row":
      isInTable = true
      endParagraph()
      table.endRow()
    case "ansicpg": fonts.codePage = number ?? 1252
    case "deff": fonts.standard = number ?? 0
    default: if let sign = Self.signs[name] { add(sign) }
    }
  }

  private static let signs = [
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”",
  ]

  private mutating func symbol(_ sign: UInt8) {
    switch sign {
    case UInt8(ascii: "*"): isOptional = true
    case UInt8(ascii: "~"): add("\u{a0}")
    case UInt8(ascii: "_"): add("-")
    case UInt8(ascii: "-"): add("\u{ad}")
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): add(sign)
    case 0x0A, 0x0D: if style.destination == .text { endParagraph() }
    default: break
    }
  }

  private mutating func unicode(_ number: Int) {
    toSkip = style.fallback
    let unit = UInt16(truncatingIfNeeded: number)
    if UTF16.isLeadSurrogate(unit) {
      surrogate = unit
      return
    }
    if let high = surrogate, UTF16.isTrailSurrogate(unit) {
      let value = 0x10000 + (UInt32(high - 0xD800) << 10 | UInt32(unit - 0xDC00))
      if let scalar = Unicode.Scalar(value) { add(fonts.text(scalar)) }
    } else if unit != 0, let scalar = Unicode.Scalar(unit) {
      add(fonts.text(scalar))
    }
    surrogate = nil
  }

  // MARK: Text

  private mutating func add(_ byte: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    switch style.destination {
    case .text, .listMark: if !style.isHidden { bytes.append(byte) }
    case .fonts: fonts.add(byte)
    case .title, .author, .company: info += Array(String(fonts.text([byte], in: -1)).utf8)
    case .left, .info, .frame, .made: break
    }
  }

  private mutating func add(_ string: String) {
    switch style.destination {
    case .text, .listMark:
      flushBytes()
      put(string)
    case .title, .author, .company: info += Array(string.utf8)
    case .left, .info, .frame, .made, .fonts: break
    }
  }

  private mutating func put(_ string: String) {
    guard !style.isHidden else { return }
    if style.destination == .listMark {
      listMark += string
    } else if style.isStruck {
      hasStruck = true
    } else {
      text.add(string, font: fonts.name(style.font ?? fonts.standard), isRaised: style.isRaised)
    }
  }

  private mutating func flushBytes() {
    guard !bytes.isEmpty else { return }
    put(fonts.text(bytes, in: style.font ?? fonts.standard))
    bytes = []
  }

  private mutating func endParagraph() {
    flushBytes()
    var line = text.take()
    // The mark of an item goes with its words.
    if hasStruck, line.squeezed == mark.squeezed { line = "" }
    (mark, hasStruck) = ("", false)
    if !isInTable { endTable() }
    guard line.contains(where: { !$0.isWhitespace }) else {
      if !isInTable { blocks.append(.gap) }
      return
    }
    let block: DocumentBlock = isHeading && !isInTable ? .heading(line) : .paragraph(line)
    if isInTable { table.add(block) } else { blocks.append(block) }
  }

  private mutating func endTable() {
    if !table.isEmpty { blocks += table.take() }
  }
}
