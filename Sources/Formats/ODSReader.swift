/// Spreadsheets of OpenDocument: LibreOffice Calc and others. As `XLSXReader` reads workbooks.
///
/// Numbers are written with the decimals and the grouping that the file says the cell shows.
public struct ODSReader {
  /// Errors: a package or XML that is damaged, locked or over the limits.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    let limits = options.limits
    let package = try PackageFile.openDocument(bytes, limits: limits)
    var styles = ODTStyles()
    try package.read("styles.xml", limits: limits, into: &styles)
    try package.read("content.xml", limits: limits, into: &styles)
    var body = ODSBody(styles: styles, limits: limits)
    try package.read("content.xml", limits: limits, into: &body)
    var text = body.text
    text.properties = try package.openDocumentProperties(limits)
    return text
  }
}

/// The sheets of `content.xml`.
struct ODSBody: XMLHandler {
  private let styles: ODTStyles
  private let limits: FormatLimits
  private(set) var text = FormattedText(format: .ods)

  private var skipped = 0
  private var sheet = FormattedText(format: .ods)
  private var name = ""
  private var table = SheetTable()
  private var row = 0
  private var rowRepeats = 1
  private var rowIsHidden = false
  private var column = 0
  private var hiddenColumns: Set<Int> = []
  private var cells: [(column: Int, text: String)] = []
  private var cellRepeats = 1
  private var cell: XMLElement?
  private var paragraphs: [String] = []
  private var paragraph: StyledText?
  private var spans: [String?] = []

  init(styles: ODTStyles, limits: FormatLimits) {
    self.styles = styles
    self.limits = limits
  }

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
    switch (element.name.space, element.name.name) {
    case (.office, "annotation"), (.office, "forms"), (.table, "shapes"),
      (.office, "automatic-styles"), (.table, "tracked-changes"), (.text, "ruby-text"):
      true
    case (.draw, _): true
    case (.table, "table"):
      styles.isHiddenTable(element["style-name"]) || element["display"] == "false"
    default: false
    }
  }

  private mutating func start(_ element: XMLElement) {
    switch (element.name.space, element.name.name) {
    case (.table, "table"):
      name = element["name"] ?? ""
      sheet = FormattedText(format: .ods)
      table = SheetTable()
      (row, column, hiddenColumns) = (0, 0, [])
    case (.table, "table-column"):
      let count = Self.repeats(element, "number-columns-repeated", most: 1 << 14)
      if Self.isHidden(element), column + count <= 1 << 14 {
        hiddenColumns.formUnion(column + 1...column + count)
      }
      column += count
    case (.table, "table-row"):
      rowRepeats = Self.repeats(element, "number-rows-repeated", most: 1 << 21)
      rowIsHidden = Self.isHidden(element)
      (column, cells) = (0, [])
    case (.table, "table-cell"), (.table, "covered-table-cell"):
      cell = element
      cellRepeats = Self.repeats(element, "number-columns-repeated", most: 1 << 14)
      paragraphs = []
    case (.text, "p"): paragraph = StyledText()
    case (.text, "span"): spans.append(element["style-name"])
    case (.text, "s"), (.text, "tab"), (.text, "line-break"): add(" ")
    default: break
    }
  }

  private mutating func end(_ name: XMLName) throws(FormatError) {
    switch (name.space, name.name) {
    case (.text, "span"): _ = spans.popLast()
    case (.text, "p"):
      if var ended = paragraph { paragraphs.append(ended.take()) }
      paragraph = nil
      spans = []
    case (.table, "table-cell"): endCell()
    case (.table, "covered-table-cell"):
      column += cellRepeats
      cell = nil
    case (.table, "table-row"): try endRow()
    case (.table, "table"):
      try table.end(in: &sheet, limits: limits)
      guard !sheet.bytes.isEmpty else { return }
      text.addHeading(self.name)
      text.append(sheet)
      text.endBlock()
      sheet = FormattedText(format: .ods)
      try limits.check(text)
    default: break
    }
  }

  private mutating func add(_ text: String) {
    guard paragraph != nil else { return }
    let style = styles.style(cell?["style-name"], "table-cell")
    let span = styles.style(spans.last ?? nil, "text")
    paragraph?.add(text, font: span.font ?? style.font, isRaised: span.isRaised == true)
  }

  private mutating func endCell() {
    guard let cell else { return }
    self.cell = nil
    let shown = ODSValue.text(cell, shown: paragraphs.joined(separator: " "))
    guard !shown.isEmpty else {
      column += cellRepeats
      return
    }
    for _ in 0..<min(cellRepeats, 1 << 14 - min(column, 1 << 14)) {
      column += 1
      if !hiddenColumns.contains(column) { cells.append((column, shown)) }
    }
  }

  private mutating func endRow() throws(FormatError) {
    guard !rowIsHidden else { return }
    guard !cells.isEmpty else {
      row += rowRepeats
      return
    }
    for _ in 0..<rowRepeats {
      row += 1
      try table.add(cells, row: row, to: &sheet, limits: limits)
    }
  }

  private static func repeats(_ element: XMLElement, _ name: String, most: Int) -> Int {
    min(max(element[name].flatMap { Int($0) } ?? 1, 1), most)
  }

  private static func isHidden(_ element: XMLElement) -> Bool {
    ["collapse", "filter"].contains(element[.table, "visibility"] ?? "")
  }
}

/// What a cell says, with Vietnamese signs.
enum ODSValue {
  /// - Parameter shown: the cell's text as its program showed it, in the signs of any language.
  static func text(_ cell: XMLElement, shown: String) -> String {
    switch cell[.office, "value-type"] ?? "" {
    case "float", "currency", "percentage":
      guard let stored = cell[.office, "value"], let number = SheetNumber(stored) else {
        return shown
      }
      let isPercent = cell[.office, "value-type"] == "percentage"
      return text(number, isPercent: isPercent, shown: shown)
    case "date":
      guard let date = SheetDate(iso: cell[.office, "date-value"] ?? "") else { return shown }
      return text(date, shown: shown)
    default: return shown
    }
  }

  /// The number with as many decimals as were shown: those with which its digits are the shown ones.
  private static func text(_ number: SheetNumber, isPercent: Bool, shown: String) -> String {
    var number = number
    if isPercent { number.shift(by: 2) }
    let bytes = Array(shown.utf8)
    let isDigit = { (byte: UInt8) in 0x30...0x39 ~= byte }
    guard let first = bytes.firstIndex(where: isDigit), let last = bytes.lastIndex(where: isDigit)
    else { return shown.isEmpty ? number.general : shown }
    let digits = bytes[first...last].filter(isDigit)
    guard
      let decimals = (0..<min(digits.count, 20)).first(where: {
        number.shownDigits(decimals: $0) == digits
      })
    else { return shown }
    let signs = bytes[first...last].count - digits.count
    let isGrouped = signs > (decimals > 0 ? 1 : 0)
    let before = bytes[..<first].filter { !isSign($0) }
    let behind = bytes[(last + 1)...].filter { !isSign($0) }
    let text = number.text(decimals: decimals, least: decimals, isGrouped: isGrouped)
    return
      (String(decoding: before, as: UTF8.self) + text + String(decoding: behind, as: UTF8.self))
      .trimmed
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    "+-()".utf8.contains(byte)
  }

  /// The parts of the date that were shown, in Vietnamese order.
  private static func text(_ date: SheetDate, shown: String) -> String {
    let times = shown.split(separator: " ").filter { $0.contains(":") }
    let shown = shown.split(separator: " ").filter { !$0.contains(":") }.joined(separator: " ")
    let day = dayText(date, shown: shown)
    return ([day] + times.map(String.init)).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func dayText(_ date: SheetDate, shown: String) -> String {
    let groups = shown.split { !$0.isNumber }.compactMap { Int($0) }
    guard !groups.isEmpty else { return shown }
    let hasYear = groups.contains(date.year) || groups.contains(date.year % 100)
    let hasName = shown.contains(where: \.isLetter)
    let count = groups.count + (hasName ? 1 : 0)
    switch (hasYear, count) {
    case (true, 1): return String(date.year)
    case (true, 2): return "\(date.month)/\(date.year)"
    case (false, _): return "\(date.day)/\(date.month)"
    default: return "\(date.day)/\(date.month)/\(date.year)"
    }
  }
}
