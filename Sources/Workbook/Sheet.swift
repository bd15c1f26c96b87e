internal import CXLSX
internal import Observations
internal import Quantities
internal import Writers

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// One sheet, written row by row.
struct Sheet {
  let name: String
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  unowned let file: WorkbookFile

  /// Where a link leads, and what a chart takes its data from.
  var reference: String { name.contains(" ") ? "'\(name)'" : name }

  /// Begins a row: of one line, whatever its cells hold.
  func begin(_ row: Int) throws(WriterError) {
    try file.check(worksheet_set_row(worksheet, UInt32(row), 14.25, nil))
  }

  func write(_ cell: Column.Cell, _ row: Int, _ column: Int) throws(WriterError) {
    switch cell {
    case .empty: break
    case .integer(let number): try write(number, row, column)
    case .decimal(let number): try write(number, row, column)
    case let other: try write(other.plain, row, column)
    }
  }

  func write(_ text: String, _ row: Int, _ column: Int) throws(WriterError) {
    try write(text, row, column, format: file.text)
  }

  func writeHeader(_ text: String, _ row: Int, _ column: Int) throws(WriterError) {
    try write(text, row, column, format: file.header)
  }

  /// A line above what no table is.
  func writeTitle(_ text: String) throws(WriterError) {
    try write(text, 0, 0, format: file.title)
  }

  func write(_ number: Int, _ row: Int, _ column: Int) throws(WriterError) {
    try file.check(
      worksheet_write_number(worksheet, UInt32(row), UInt16(column), Double(number), nil))
  }

  /// A number, shown with the decimals that it has; one with more digits than Excel keeps is text.
  func write(_ number: ExactDecimal, _ row: Int, _ column: Int) throws(WriterError) {
    guard let value = number.forCell else { return try write(number.description, row, column) }
    let format = try file.number(decimals: number.fractionDigits)
    try file.check(
      worksheet_write_number(worksheet, UInt32(row), UInt16(column), value, format))
  }

  /// A link to a row of another sheet. It is a formula, as Excel takes no more than 65,530 links of the other kind.
  func write(_ label: String, to target: Place, _ row: Int, _ column: Int) throws(WriterError) {
    let formula = "=HYPERLINK(\"#\(target.sheet)!A\(target.row + 1)\",\"\(label)\")"
    try file.check(
      worksheet_write_formula_str(
        worksheet, UInt32(row), UInt16(column), formula, file.link, label))
  }

  private func write(
    _ text: String, _ row: Int, _ column: Int, format: WorkbookFile.Format
  ) throws(WriterError) {
    guard !text.isEmpty else { return }
    try file.check(
      worksheet_write_string(worksheet, UInt32(row), UInt16(column), text.forCell, format))
  }

  func setWidth(_ width: Double, of column: Int) throws(WriterError) {
    try file.check(
      worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil))
  }

  /// How many bytes its rows take so far, the last one and compression apart.
  var size: Int { worksheet.pointee.optimize_tmpfile.map { ftello($0) } ?? 0 }

  /// Fewer bytes its XML cannot have: its rows, and before and behind them namespaces, columns and the like.
  var leastSize: Int { size + 500 + 50 * Int(worksheet.pointee.dim_colmax) }

  /// Fails where its rows did not all reach the disk: the library does not look.
  func checkRoom() throws(WriterError) {
    guard let rows = worksheet.pointee.optimize_tmpfile else { return }
    // The last row is still in memory.
    lxw_worksheet_write_single_row(worksheet)
    guard fflush(rows) == 0, ferror(rows) == 0 else { throw .noRoom }
  }

  /// A row of a sheet.
  struct Place {
    /// As formulas write it.
    var sheet: String
    /// Counted from 0.
    var row: Int
  }
}
