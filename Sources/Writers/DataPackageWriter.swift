public import Observations
public import Series

/// A zip file with the records as CSV (RFC 4180) and `datapackage.json`, which says what their columns are: a
/// Frictionless Data Package with a Table Schema (specs.frictionlessdata.io, version 1).
///
/// The description comes last in the file, as it names the reports; so much of memory grows with them, and nothing
/// with the records of the long layout. The same records give the same bytes.
public struct DataPackageWriter: RecordWriter {
  /// By what our packages are known: the `name` in their `datapackage.json`.
  public static let name = "solieu-figures"

  private let zip: ZipStream
  private let layout: Layout
  private let labels: Labels
  private var table: any RecordWriter
  private var rows: [UInt8] = []
  private var sources: [DataPackage.Source] = []

  /// - Parameter labels: titles and descriptions of the columns; in English where the language is the codes'.
  public init(
    layout: Layout, labels: Labels, identity: SeriesIdentity = SeriesIdentity()
  ) throws(WriterError) {
    zip = try ZipStream()
    self.layout = layout
    self.labels = labels.language == .code ? labels.speaking(.english) : labels
    table = layout == .wide ? WideWriter(.csv(.rfc4180, .codes), identity: identity) : CSVWriter()
  }

  public mutating func begin(into output: inout [UInt8]) throws(WriterError) {
    try zip.begin(DataPackage.tableName, into: &output)
    try table.begin(into: &rows)
    try zip.write(&rows, into: &output)
  }

  public mutating func write(
    _ records: DocumentRecords, into output: inout [UInt8]
  ) throws(WriterError) {
    sources.append(DataPackage.Source(records))
    try table.write(records, into: &rows)
    try zip.write(&rows, into: &output)
  }

  public mutating func end(into output: inout [UInt8]) throws(WriterError) {
    try table.end(into: &rows)
    try zip.write(&rows, into: &output)
    try zip.begin("datapackage.json", into: &output)
    let fields = layout == .wide ? TableField.wide : TableField.long
    let package = DataPackage(
      fields: fields, key: layout == .wide ? [] : ["document", "start"], labels: labels,
      sources: sources)
    var description = package.bytes
    try zip.write(&description, into: &output)
    try zip.end(into: &output)
  }
}
