import SoLieu

/// With what each document is read.
struct ReportReader: Sendable {
  let pipeline: Pipeline
  /// What settles doubt, and flags records against which something speaks.
  let checker: ReportChecker
  let formats: FormatOptions
  let options: ReadingOptions
  let manifest: Manifest?

  /// What a document gave.
  struct Reading: Sendable {
    let records: DocumentRecords
    let skipped: SkipTally
    /// What whoever uses the records should know.
    let notes: [String]
  }

  func read(_ document: InputDocument) -> Reading {
    var document = document
    if let manifest { document.given = manifest.facts(of: document.path) }
    let reading = pipeline.read(
      document.source, document: document.path, options: document.options(options))
    return Reading(
      records: DocumentRecords(
        document: document.path, facts: document.facts(reading.metadata),
        observations: checker.checked(reading.observations)),
      skipped: reading.skipped, notes: document.notes)
  }
}
