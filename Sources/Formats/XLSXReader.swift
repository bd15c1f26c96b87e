/// Workbooks of Excel since 2007.
///
/// Each sheet is its name as a heading and then its tables, which end at an empty row. Numbers, percentages and
/// dates are written as the cells show them, with Vietnamese signs. Left out: hidden sheets, rows and columns,
/// comments, charts, and formulas, of which the stored results are read.
public struct XLSXReader {
  /// Errors: a package or XML that is damaged, locked or over the limits.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    let limits = options.limits
    let package = try PackageFile(bytes, limits: limits) { path in
      let isXML = path.hasSuffix(".xml") || path.hasSuffix(".rels")
      let isOther = [
        "drawings/", "charts/", "pivot", "theme/", "media/", "comments", "externallinks/",
      ]
      return isXML && !isOther.contains { path.contains("xl/" + $0) }
    }
    let root = try package.relationships(of: "", limits: limits)
    let main = root.path(type: "officeDocument") ?? "xl/workbook.xml"
    guard package.has(main) else {
      throw FormatError(
        "is a workbook without its main part", remedy: "open it in Excel and save it again")
    }
    let parts = try package.relationships(of: main, limits: limits)
    var workbook = XLSXWorkbook()
    try package.read(main, limits: limits, into: &workbook)
    var styles = XLSXStyles()
    try package.read(parts.path(type: "styles") ?? "", limits: limits, into: &styles)
    var strings = XLSXStrings()
    try package.read(parts.path(type: "sharedStrings") ?? "", limits: limits, into: &strings)

    var text = FormattedText(format: .xlsx)
    for sheet in workbook.sheets where !sheet.isHidden {
      guard let path = parts.path(id: sheet.relationship) else { continue }
      var reader = XLSXSheet(
        styles: styles, strings: strings, from1904: workbook.countsFrom1904, limits: limits)
      try package.read(path, limits: limits, into: &reader)
      try reader.end()
      guard !reader.text.bytes.isEmpty else { continue }
      text.addHeading(sheet.name)
      text.append(reader.text)
      text.endBlock()
      try limits.check(text)
    }
    text.properties = try package.openXMLProperties(root, limits)
    return text
  }
}

/// One sheet of a workbook.
struct XLSXSheet: XMLHandler {
  private var styles: XLSXStyles
  private let strings: XLSXStrings
  private let from1904: Bool
  private let limits: FormatLimits
  private(set) var text = FormattedText(format: .xlsx)

  private var table = SheetTable()
  /// By number; a sheet has at most 16,384 columns.
  private var hiddenColumns = [Bool](repeating: false, count: 1 + 1 << 14)
  private var columnRanges = 0
  private var row = 0
  private var rowIsHidden = false
  /// Rows that are not seen do not divide what stands above and below them.
  private var hiddenRows = 0
  private var column = 0
  private var cells: [(column: Int, text: String)] = []
  private var type = ""
  private var style = 0
  private var value = ""
  private var isValue = false
  private var inline = XLSXText()
  private var isInline = false

  init(styles: XLSXStyles, strings: XLSXStrings, from1904: Bool, limits: FormatLimits) {
    self.styles = styles
    self.strings = strings
    self.from1904 = from1904
    self.limits = limits
  }

  mutating func end() throws(FormatError) { try table.end(in: &text, limits: limits) }

  mutating func handle(_ event: XMLEvent) throws(FormatError) {
    if isInline { inline.handle(event) }
    switch event {
    case .text(let piece):
      if isValue { value += piece }
    case .start(let element): start(element)
    case .end(let name):
      switch name.name {
      case "v": isValue = false
      case "is": isInline = false
      case "c": endCell()
      case "row":
        if !rowIsHidden {
          try table.add(cells, row: row - hiddenRows, to: &text, limits: limits)
        }
      default: break
      }
    }
  }

  private mutating func start(_ element: XMLElement) {
    switch element.name.name {
    case "col":
      guard ["1", "true"].contains(element["hidden"] ?? ""),
        let first = element["min"].flatMap({ Int($0) }),
        let last = element["max"].flatMap({ Int($0) }), columnRanges < 1 << 14
      else { return }
      columnRanges += 1
      for column in hiddenColumns.indices.clamped(to: first..<max(last &+ 1, first)) {
        hiddenColumns[column] = true
      }
    case "row":
      let next = element["r"].flatMap { Int($0) } ?? row + 1
      row = min(max(next, row + 1), 1 << 40)
      rowIsHidden = ["1", "true"].contains(element["hidden"] ?? "")
      if rowIsHidden { hiddenRows += 1 }
      column = 0
      cells = []
    case "c":
      column = element["r"].flatMap(Self.column) ?? column + 1
      type = element["t"] ?? "n"
      style = element["s"].flatMap { Int($0) } ?? 0
      value = ""
      inline = XLSXText()
    case "v": isValue = true
    case "is": isInline = true
    default: break
    }
  }

  private mutating func endCell() {
    guard !rowIsHidden, hiddenColumns.indices.contains(column), !hiddenColumns[column] else {
      return
    }
    let shown = self.shown()
    if !shown.isEmpty { cells.append((column, shown)) }
  }

  private mutating func shown() -> String {
    switch type {
    case "s": return Int(value.trimmed).flatMap { strings.text($0, font: styles.font(style)) } ?? ""
    case "inlineStr":
      let isRich = inline.isRich
      let text = inline.take()
      return isRich ? text : XLSXText.plain(text, font: styles.font(style))
    case "str": return XLSXText.plain(value, font: styles.font(style))
    case "b": return value.trimmed == "1" ? "TRUE" : "FALSE"
    case "d":
      let format = styles.format(style)
      guard let date = SheetDate(iso: value.trimmed) else { return value }
      return format.text(date)
    case "e": return value
    default:
      guard let number = SheetNumber(value) else { return value }
      return styles.format(style).text(number, from1904: from1904)
    }
  }

  /// The number of the column in an address such as "AB12", from 1.
  private static func column(_ address: String) -> Int? {
    var column = 0
    for byte in address.utf8 where byte != UInt8(ascii: "$") {
      guard 0x41...0x5A ~= byte & 0xDF, column < 1 << 20 else { break }
      column = column * 26 + Int(byte & 0xDF) - 0x40
    }
    return column > 0 ? column : nil
  }
}
