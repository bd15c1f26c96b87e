internal import CXLSX
internal import Writers

/// A table with a header that goes on in a further sheet where one is full.
struct RollingTable {
  /// A column's header, and how many letters wide it is.
  struct Heading {
    var text: String
    var width: Double
  }

  private let file: WorkbookFile
  private let name: String
  private let headings: [Heading]
  private let rowLimit: Int
  /// The sheets, each with the number of its first row among all rows.
  private var sheets: [(sheet: Sheet, first: Int)] = []
  /// How many rows there are, headers apart.
  private(set) var count = 0

  /// A part of a workbook must stay below 4 GB.
  private static let mostBytes = 3_500_000_000

  init(
    _ name: String, _ headings: [Heading], rowLimit: Int, in file: WorkbookFile
  ) throws(WriterError) {
    self.file = file
    self.name = name
    self.headings = headings
    self.rowLimit = rowLimit
    try addSheet()
  }

  /// Begins a row, and says where it is.
  mutating func nextRow() throws(WriterError) -> (sheet: Sheet, row: Int) {
    if let last = sheets.last,
      count - last.first + 1 >= rowLimit || (count % 1024 == 0 && last.sheet.size > Self.mostBytes)
    {
      try addSheet()
    }
    guard let last = sheets.last else { throw .noMemory }
    let row = count - last.first + 1
    count += 1
    try last.sheet.begin(row)
    return (last.sheet, row)
  }

  /// Where row number `index` stands.
  func place(of index: Int) -> Sheet.Place {
    let sheet = sheets.last { $0.first <= index }
    return Sheet.Place(
      sheet: sheet?.sheet.reference ?? name, row: index - (sheet?.first ?? 0) + 1)
  }

  /// That it takes several sheets, where it does.
  var note: String? {
    guard sheets.count > 1 else { return nil }
    return
      "the sheet '\(name)' is full with \(rowLimit) rows; the table goes on in '\(name) 2'"
      + (sheets.count > 2 ? " to '\(name) \(sheets.count)'" : "")
  }

  /// Lets the rows be filtered, as nothing may be added after it.
  func finish() throws(WriterError) {
    for (number, sheet) in sheets.enumerated() {
      let end = number + 1 < sheets.count ? sheets[number + 1].first : count
      try file.check(
        worksheet_autofilter(
          sheet.sheet.worksheet, 0, 0, UInt32(end - sheet.first), UInt16(headings.count - 1)))
      // Codes and years are text on purpose, and need no green corner.
      try file.check(
        worksheet_ignore_errors(
          sheet.sheet.worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
    }
  }

  private mutating func addSheet() throws(WriterError) {
    let number = sheets.count + 1
    let sheet = try file.addSheet(number == 1 ? name : "\(name) \(number)")
    for (column, heading) in headings.enumerated() {
      try sheet.setWidth(heading.width, of: column)
      try sheet.writeHeader(heading.text, 0, column)
    }
    worksheet_freeze_panes(sheet.worksheet, 1, 0)
    worksheet_set_landscape(sheet.worksheet)
    worksheet_set_paper(sheet.worksheet, 9)
    try file.check(worksheet_repeat_rows(sheet.worksheet, 0, 0))
    sheets.append((sheet, count))
  }
}
