public import Observations
internal import Quantities

/// Comma-separated values: RFC 4180, in UTF-8 without a byte order mark.
///
/// A header row with the names of all columns, then one row a record; every row ends in CR LF. A
/// field is quoted only where it holds a comma, a quote, CR or LF, and its text is otherwise as in
/// the record. Lists, maps and alternatives are joined by `;` (see ``Column/Cell/plain``).
public struct CSVWriter: RecordWriter {
  public init() {}

  public mutating func begin(into output: inout [UInt8]) {
    appendRow(into: &output) { column, output in output.append(contentsOf: column.rawValue.utf8) }
  }

  public mutating func write(_ records: DocumentRecords, into output: inout [UInt8]) {
    for record in records.observations {
      appendRow(into: &output) { column, output in
        switch column.cell(of: record) {
        case .text(let text): output.appendCSVField(text)
        case .integer(let number): output.append(contentsOf: String(number).utf8)
        case .decimal(let number): number.write(to: &output)
        case .empty: break
        case let cell: output.appendCSVField(cell.plain)
        }
      }
    }
  }

  private func appendRow(
    into output: inout [UInt8], field: (_ column: Column, _ output: inout [UInt8]) -> Void
  ) {
    var isFirst = true
    for column in Column.allCases {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      field(column, &output)
    }
    output.append(UInt8(ascii: "\r"))
    output.append(UInt8(ascii: "\n"))
  }
}

extension [UInt8] {
  /// Appends the text as one field, quoted where it must be.
  package mutating func appendCSVField(_ text: String) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains { byte in
      byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\n")
    }
    guard needsQuotes else { return append(contentsOf: text.utf8) }
    append(quote)
    for byte in text.utf8 {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }
}
