import Workbook
public import Writers

/// The writer that the options ask for; throws where they do not go together.
public func makeWriter(_ options: WriterOptions) throws(WriterError) -> any RecordWriter {
  try options.check()
  let isWide = options.layout == .wide
  switch options.format {
  case .table:
    return TableWriter(width: options.width, color: options.color, labels: options.labels)
  case .csv:
    guard isWide else { return CSVWriter(dialect: options.dialect, labels: options.labels) }
    return WideWriter(.csv(options.dialect, options.labels), identity: options.identity)
  case .json:
    return isWide
      ? WideWriter(.json, identity: options.identity) : JSONWriter(several: options.several)
  case .sdmxCSV: return SDMXWriter()
  case .dataPackage:
    return try DataPackageWriter(
      layout: options.layout, labels: options.labels, identity: options.identity)
  case .jsonl:
    return isWide ? WideWriter(.jsonLines, identity: options.identity) : JSONLinesWriter()
  case .xlsx: return WorkbookWriter(labels: options.labels, identity: options.identity)
  case .sqlite:
    throw WriterError(
      "a database is no stream", remedy: "name a file for it, as with -o figures.db")
  }
}
