public import Observations
internal import Quantities
public import Series

/// One row for each indicator, area and period (see `WideTable`), with the level beside what is said of it, as
/// CSV, JSON or JSON Lines.
///
/// Nothing can be written before the last document: memory grows with the rows, not with the records. In JSON a
/// missing number is `null`, and the whole is an array of rows.
public struct WideWriter: RecordWriter {
  /// How rows are written.
  public enum Form: Sendable {
    case csv(CSVDialect, Labels)
    case json, jsonLines
  }

  private let form: Form
  private var table: WideTable

  /// - Parameter identity: what figures of one row have in common.
  public init(_ form: Form, identity: SeriesIdentity = SeriesIdentity()) {
    self.form = form
    table = WideTable(identity: identity)
  }

  public mutating func write(_ records: DocumentRecords, into output: inout [UInt8]) {
    table.add(records)
  }

  public mutating func end(into output: inout [UInt8]) {
    let rows = table.sortedRows()
    let columns = WideColumn.allCases
    switch form {
    case .csv(let dialect, let labels):
      let syntax = CSVSyntax(dialect: dialect)
      output.append(contentsOf: dialect.mark)
      syntax.appendRow(columns, to: &output) { .text(labels.title(of: $0)) }
      for row in rows {
        syntax.appendRow(columns, to: &output) { labels.cell(of: row, in: $0) }
      }
    case .json:
      output.append(UInt8(ascii: "["))
      var isFirst = true
      for row in rows {
        output.append(isFirst ? "\n" : ",\n")
        isFirst = false
        Self.object(row).append(to: &output)
      }
      output.append("\n]\n")
    case .jsonLines:
      for row in rows {
        Self.object(row).append(to: &output)
        output.append(UInt8(ascii: "\n"))
      }
    }
  }

  private static func object(_ row: WideRow) -> JSONObject {
    var object = JSONObject()
    for column in WideColumn.allCases {
      switch column.cell(of: row) {
      case .integer(let number): object.add(column.rawValue, integer: number)
      case .decimal(let number): object.add(column.rawValue, decimal: number)
      case .empty: object.add(column.rawValue, decimal: nil)
      case let cell: object.add(column.rawValue, text: cell.plain)
      }
    }
    return object
  }
}
