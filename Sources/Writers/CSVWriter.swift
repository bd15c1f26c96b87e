public import Observations

/// Comma-separated values: RFC 4180, in UTF-8 without a byte order mark, or another ``CSVDialect``.
///
/// A header row with the names of all columns, then one row a record; every row ends in CR LF. A
/// field is quoted only where it holds the separator, a quote, CR or LF, and its text is otherwise as in
/// the record. Lists, maps and alternatives are joined by `;` (see ``Column/Cell/plain``).
public struct CSVWriter: RecordWriter {
  private let syntax: CSVSyntax
  private let labels: Labels

  public init(dialect: CSVDialect = .rfc4180, labels: Labels = .codes) {
    syntax = CSVSyntax(dialect: dialect)
    self.labels = labels
  }

  public mutating func begin(into output: inout [UInt8]) {
    output.append(contentsOf: syntax.dialect.mark)
    syntax.appendRow(Column.allCases, to: &output) { .text(labels.title(of: $0)) }
  }

  public mutating func write(_ records: DocumentRecords, into output: inout [UInt8]) {
    for record in records.observations {
      syntax.appendRow(Column.allCases, to: &output) { labels.cell(of: record, in: $0) }
    }
  }
}
