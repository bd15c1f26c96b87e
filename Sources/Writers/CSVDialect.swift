/// Who is to read a CSV file: they agree on little more than the commas.
public enum CSVDialect: String, Sendable, Hashable, CaseIterable {
  /// RFC 4180 in UTF-8 without a byte order mark, decimal points, every text exactly as in the record: for
  /// programs. A spreadsheet runs a text such as `=1+1` and makes a date of 9/11, so it needs one of the
  /// others.
  case rfc4180
  /// What Excel and LibreOffice open where numbers have a decimal point: a byte order mark, without which
  /// Excel takes the file for windows-1252, commas, decimal points; texts that a spreadsheet would take for
  /// something else are guarded (see ``SpreadsheetText``).
  case excel
  /// The same where numbers have a decimal comma and lists are divided by semicolons, as Windows has them for
  /// Vietnamese.
  case excelVietnamese = "excel-vi"

  var isForSpreadsheets: Bool { self != .rfc4180 }
  var separator: UInt8 { self == .excelVietnamese ? UInt8(ascii: ";") : UInt8(ascii: ",") }
  var decimalMark: UInt8 { self == .excelVietnamese ? UInt8(ascii: ",") : UInt8(ascii: ".") }

  /// U+FEFF in UTF-8, or nothing.
  var mark: [UInt8] { isForSpreadsheets ? [0xEF, 0xBB, 0xBF] : [] }
}
