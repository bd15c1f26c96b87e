public import Workbook
public import Writers

/// A writer for `format`.
///
/// - Parameters:
///   - several: whether more than one document may follow; a JSON output is then an array.
///   - width: how many columns of the terminal a table may take.
///   - color: whether a table may use the terminal's bold type (ECMA-48).
public func makeWriter(
  _ format: OutputFormat, several: Bool, width: Int, color: Bool
) -> any RecordWriter {
  switch format {
  case .table: TableWriter(width: width, color: color)
  case .csv: CSVWriter()
  case .json: JSONWriter(several: several)
  case .jsonl: JSONLinesWriter()
  case .xlsx: WorkbookWriter()
  }
}
