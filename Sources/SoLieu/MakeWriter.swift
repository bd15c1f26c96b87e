public import Observations
public import Series
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
  case .xlsx:
    return WorkbookWriter(
      labels: options.labels, identity: options.identity, checker: options.checker)
  case .sqlite:
    throw WriterError(
      "a database is no stream", remedy: "name a file for it, as with -o figures.db")
  }
}

/// Series as bytes of one format.
///
/// - Parameters:
///   - revisions: whether every report's statement of a figure is given, or the one alone that counts.
///   - width: how many columns of the terminal a table may take.
///   - units: which units mean the same.
/// - Throws: where a workbook cannot be made.
public func bytes(
  of series: [TimeSeries], as format: SeriesFormat, revisions: Bool, width: Int,
  units: SeriesUnits
) throws(WriterError) -> [UInt8] {
  if let text = text(of: series, as: format, revisions: revisions, width: width) { return text }
  // A workbook has the records of the figures, by their reports.
  var reports: [DocumentRecords] = []
  var places: [String: Int] = [:]
  let figures = series.flatMap(\.points).flatMap { $0.statements.prefix(revisions ? .max : 1) }
  for figure in figures {
    let document = figure.observation.document
    if let place = places[document] {
      reports[place].observations.append(figure.observation)
    } else {
      places[document] = reports.count
      reports.append(
        DocumentRecords(
          document: document, facts: figure.facts, observations: [figure.observation]))
    }
  }
  var writer = WorkbookWriter(identity: SeriesIdentity(of: figures, units: units))
  var bytes: [UInt8] = []
  try writer.begin(into: &bytes)
  for report in reports { try writer.write(report, into: &bytes) }
  try writer.end(into: &bytes)
  return bytes
}
