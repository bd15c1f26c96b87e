/// Puts the DocBook that `antiword` writes together to paragraphs and tables.
struct DOCMarkup {
  private(set) var blocks: [DocumentBlock] = []
  private(set) var properties = DocumentProperties()

  private var path: [String] = []
  private var lists: [Int?] = []
  private var mark = ""
  private var text = StyledText()
  private var table = RTFTable()
  /// Where the columns of the table end, in twips.
  private var edges: [Int] = []
  private var entry = 0
  private var footnotes = 0
  private var tables = 0

  /// Whether a table is left in a paragraph, its cells divided by bars.
  var hasTableWithoutRows: Bool {
    blocks.contains { block in
      guard case .paragraph(let text, _) = block else { return false }
      return text.utf8.count { $0 == UInt8(ascii: "|") } >= 8
    }
  }

  /// The rows of a table that antiword ran together to a paragraph, as it does where it cannot tell the
  /// columns: each cell ends with a bar, and each row with one more. `nil` where no number of columns fits.
  private static func rows(in text: String) -> [[String]]? {
    var cells = text.split(separator: "|", omittingEmptySubsequences: false).map {
      String($0).squeezed
    }
    guard cells.count > 8, cells.removeLast().isEmpty else { return nil }
    // A row's cells and its end: the fewest that divide the whole evenly, every end empty.
    let width = (3...max(3, min(64, cells.count / 2))).first { width in
      cells.count.isMultiple(of: width)
        && stride(from: width - 1, to: cells.count, by: width).allSatisfy { cells[$0].isEmpty }
    }
    guard let width else { return nil }
    return stride(from: 0, to: cells.count, by: width).map { Array(cells[$0..<$0 + width - 1]) }
  }

  init(_ markup: [UInt8], limits: FormatLimits) throws(FormatError) {
    for event in try HTMLMarkup.events(markup.filter { $0 != 0 }, limits: limits) {
      switch event {
      case .start(let element): start(element)
      case .text(let string): add(string)
      case .end: end()
      }
    }
    flush()
    endTable()
  }

  private mutating func start(_ element: HTMLElement) {
    path.append(element.name)
    switch element.name {
    case "footnote": footnotes += 1
    case "para", "title", "entry", "row", "bookinfo", "informaltable": flush()
    default: break
    }
    switch element.name {
    case "itemizedlist": lists.append(nil)
    case "orderedlist": lists.append(1)
    case "listitem":
      mark = "- "
      if let last = lists.indices.last, let number = lists[last] {
        mark = "\(number). "
        lists[last] = number + 1
      }
    case "informaltable": tables += 1
    case "tgroup": edges = []
    case "colspec":
      let points = Double(element["colwidth"].prefix { $0.isNumber || $0 == "." }) ?? 0
      edges.append((edges.last ?? 0) + Int(min(points, 100_000) * 20))
    case "row":
      entry = 0
      table.beginRow()
    case "entry":
      if entry < edges.count { table.addEdge(edges[entry]) }
      entry += 1
    default: break
    }
  }

  private mutating func end() {
    guard let name = path.last else { return }
    switch name {
    case "para", "title": flush(isHeading: name == "title")
    case "entry":
      flush()
      table.endCell()
    case "row": table.endRow()
    case "informaltable":
      tables -= 1
      if tables == 0 { endTable() }
    case "itemizedlist", "orderedlist": _ = lists.popLast()
    case "listitem": mark = ""
    case "footnote": footnotes -= 1
    case "superscript", "emphasis": break
    default: flush()
    }
    path.removeLast()
  }

  private mutating func add(_ string: String) {
    // The book's title is said again in its information.
    guard footnotes == 0, path.suffix(2) != ["book", "title"] else { return }
    if path.contains("bookinfo") {
      addProperty(string.squeezed)
      return
    }
    let isRaised = path.last == "superscript"
    // A line end is one of the document's own.
    let lines = string.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (i, line) in lines.enumerated() {
      if i > 0 { flush() }
      text.add(String(line), isRaised: isRaised)
    }
  }

  private mutating func addProperty(_ value: String) {
    guard !value.isEmpty else { return }
    switch path.last {
    case "title": properties.title = value
    case "corpname": properties.issuer = value
    case "surname", "author": properties.author = value
    case "date":
      // Documents without a date are said to be of 1600.
      if let date = ChromeDate(value), !date.isTime { properties.date = date.iso }
    default: break
    }
  }

  private mutating func flush(isHeading: Bool = false) {
    guard footnotes == 0 else { return }
    let words = text.take().squeezed
    guard !words.isEmpty else { return }
    if tables == 0, let rows = Self.rows(in: words) {
      blocks += rows.map { .row($0) }
      return
    }
    let isTitle = isHeading || path.last == "title"
    let block: DocumentBlock = isTitle ? .heading(words) : .paragraph(mark + words)
    mark = ""
    if tables > 0 { table.add(.paragraph(block.text)) } else { blocks.append(block) }
  }

  private mutating func endTable() {
    if !table.isEmpty { blocks += table.take() }
  }
}
