internal import Checks
internal import Observations
internal import Series
internal import Writers

/// A workbook as far as it is written.
final class WorkbookDraft {
  private let labels: WorkbookLabels
  private let file: WorkbookFile
  private var observations: RollingTable
  private var series: SeriesSheet
  private var sources: RollingTable
  private var wide: WideTable
  private var findings: FindingSheet?
  private let rowLimit: Int
  /// That the table of findings takes several sheets, where it does.
  private var findingNote: String?
  /// Which row of the sources has the sentence of the record that begins at a place of a document.
  private var sentences: [String: [Int: Int]] = [:]

  private static let columns = Array(Column.allCases)

  init(
    labels: WorkbookLabels, identity: SeriesIdentity, checker: ReportChecker?, rowLimit: Int
  ) throws(WriterError) {
    self.labels = labels
    self.rowLimit = rowLimit
    findings = checker.map(FindingSheet.init)
    wide = WideTable(identity: identity)
    file = try WorkbookFile()
    let link = RollingTable.Heading(text: labels.link, width: 10)
    observations = try RollingTable(
      labels.observations,
      Self.columns.map { .init(text: labels.header($0), width: $0.width) } + [link],
      rowLimit: rowLimit, in: file)
    series = SeriesSheet(
      try RollingTable(
        labels.series,
        WideColumn.allCases.map { .init(text: labels.header($0), width: $0.width) } + [link],
        rowLimit: rowLimit, in: file))
    sources = try RollingTable(
      labels.sources,
      SourceColumn.allCases.map { .init(text: labels.header($0), width: $0.width) },
      rowLimit: rowLimit, in: file)
  }

  func add(_ records: DocumentRecords) throws(WriterError) {
    wide.add(records)
    findings?.add(records)
    var rows: [Passage: Int] = [:]
    for record in records.observations {
      let passage = Passage(section: record.section, sentence: record.sentence)
      let source: Int
      if let known = rows[passage] {
        source = known
      } else {
        source = sources.count
        rows[passage] = source
        try addSource(record, records.facts)
      }
      sentences[record.document, default: [:]][record.start] = source
      try add(record, source: source)
    }
  }

  var notes: [String] {
    [observations.note, series.note, sources.note, findingNote, ChartSheet.note(series.drawable)]
      .compactMap { $0 }
  }

  /// The whole file. Nothing can be added after it.
  func finish() throws(WriterError) -> [UInt8] {
    let rows = wide.sortedRows()
    try series.write(rows, labels: labels) { row in
      sentences[row.document]?[row.start].map(sources.place)
    }
    try observations.finish()
    try sources.finish()
    findingNote = try findings?.write(labels: labels, rowLimit: rowLimit, to: file) { record in
      sentences[record.document]?[record.start].map(sources.place)
    }
    try ChartSheet.write(series.drawable, labels: labels, to: file)
    return try file.finish()
  }

  private func add(_ record: Observation, source: Int) throws(WriterError) {
    let (sheet, row) = try observations.nextRow()
    for (column, kind) in Self.columns.enumerated() {
      try sheet.write(labels.cell(of: record, in: kind), row, column)
    }
    try sheet.write(labels.arrow, to: sources.place(of: source), row, Self.columns.count)
  }

  private func addSource(_ record: Observation, _ facts: DocumentFacts) throws(WriterError) {
    let (sheet, row) = try sources.nextRow()
    for (column, kind) in SourceColumn.allCases.enumerated() {
      try sheet.write(kind.text(of: record, in: facts), row, column)
    }
  }

  /// What a row of the sources is.
  private struct Passage: Hashable {
    let section: String
    let sentence: String
  }
}
