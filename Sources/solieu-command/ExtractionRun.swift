import ArgumentParser
import SoLieu

/// One run of `extract`: what was read so far, and where it goes. Nothing is written, not even a
/// header, before a document was read.
struct ExtractionRun {
  private var sink: any RecordSink
  private var errors: ErrorLog?
  private var progress: Progress?
  private var documents = 0
  private var records = 0
  private var skipped = SkipTally()
  private var passedOver = 0
  private var failed = 0
  /// Failures that end in another exit code than 0.
  private var counted = 0
  private let isStrict: Bool
  private let isQuiet: Bool
  private let manifest: Manifest?
  /// The manifest's rows that named a document.
  private var usedRows: Set<Int> = []

  /// - Parameter isStrict: whether what was only found in a folder must be readable too.
  init(
    sink: any RecordSink, errors: ErrorLog?, progress: Progress?,
    isStrict: Bool, isQuiet: Bool, manifest: Manifest?
  ) {
    self.isQuiet = isQuiet
    self.manifest = manifest
    self.sink = sink
    self.errors = errors
    self.progress = progress
    self.isStrict = isStrict
  }

  /// Takes what one path gave.
  mutating func take(_ outcome: DocumentOutcome) throws(ExitCode) {
    switch outcome {
    case .read(let reading):
      let path = reading.records.document
      progress?.advance(to: path)
      if !reading.notes.isEmpty { progress?.clear() }
      for note in reading.notes where !isQuiet { Console.report("\(path): \(note)") }
      use(path)
      try sink.take(reading.records)
      documents += 1
      records += reading.records.observations.count
      skipped += reading.skipped
    case .archiveRead(let path): progress?.advance(to: path)
    case .passedOver: passedOver += 1
    case .failed(let error, let isNamed):
      progress?.clear()
      use(error.path)
      Console.report(error)
      try errors?.add(error)
      failed += 1
      if isNamed || isStrict { counted += 1 }
    }
  }

  private mutating func use(_ path: String) {
    if let row = manifest?.place(of: path) { usedRows.insert(row) }
  }

  /// Ends the output, or leaves it as it was where no document was read.
  mutating func finish() throws(ExitCode) {
    progress?.clear()
    try errors?.finish()
    guard documents > 0 else { return sink.discard() }
    try sink.finish()
  }

  /// Leaves everything as it was.
  mutating func abandon() {
    progress?.clear()
    errors?.discard()
    sink.discard()
  }

  /// `3 documents, 120 records, 1 failed`, then what was not read. Where no document was read, the
  /// failures have said so.
  func summarize() {
    if let manifest {
      for column in manifest.unusedColumns {
        Console.report("\(manifest.path): the column '\(column)' is not used")
      }
      if let complaint = manifest.complaint(ofUnused: usedRows) { Console.report(complaint) }
    }
    guard documents > 0 else { return }
    var counts = [Self.count(documents, "document"), Self.count(records, "record")]
    if passedOver > 0 { counts.append("\(passedOver) passed over") }
    counts.append("\(failed) failed")
    Console.report(counts.joined(separator: ", "))
    let reasons = skipped.occurring.map { $0.reason.counted($0.count) }
    if !reasons.isEmpty { Console.report("not read: \(reasons.joined(separator: ", "))") }
  }

  /// How the command ends.
  func check() throws(ExitCode) {
    if documents == 0, failed > 0 { throw .noInput }
    if documents == 0 {
      Console.report(
        "no reports were found, and \(Self.count(passedOver, "file")) passed over; name files, or say "
          + "--include")
      throw .noInput
    }
    if counted > 0 { throw .someFailed }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// What a path gave.
enum DocumentOutcome: Sendable {
  case read(ReportReader.Reading)
  case archiveRead(path: String)
  case passedOver
  /// - `isNamed`: whether the path was given itself, and not found in a folder.
  case failed(InputError, isNamed: Bool)
}
