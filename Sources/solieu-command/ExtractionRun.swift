import ArgumentParser
import SoLieu

/// One run of `extract`: what was read so far, and where it goes. Nothing is written, not even a
/// header, before a document was read.
struct ExtractionRun {
  private let output: Output
  private var writer: any RecordWriter
  private var buffer: [UInt8] = []
  private var documents = 0
  private var records = 0
  private var skipped = SkipTally()
  private(set) var failed = 0

  init(output: Output, writer: any RecordWriter) {
    self.output = output
    self.writer = writer
  }

  mutating func add(_ reading: DocumentReading, of document: String) {
    if documents == 0 { writer.begin(into: &buffer) }
    writer.write(
      DocumentRecords(document: document, observations: reading.observations), into: &buffer)
    documents += 1
    records += reading.observations.count
    skipped += reading.skipped
  }

  mutating func fail(_ error: InputError) {
    Console.report(error)
    failed += 1
  }

  /// Hands on what is written so far.
  mutating func flush() throws(ExitCode) { try output.put(&buffer) }

  /// Ends the output, or leaves it as it was where no document was read.
  mutating func finish() throws(ExitCode) {
    guard documents > 0 else { return output.discard() }
    writer.end(into: &buffer)
    try flush()
    try output.finish()
  }

  /// `3 documents, 120 records, 1 failed`, then what was not read. Where no document was read, the
  /// failures have said so.
  func summarize() {
    guard documents > 0 else { return }
    let counts = [
      Self.count(documents, "document"), Self.count(records, "record"), "\(failed) failed",
    ]
    Console.report(counts.joined(separator: ", "))
    let reasons = skipped.occurring.map { $0.reason.counted($0.count) }
    if !reasons.isEmpty { Console.report("not read: \(reasons.joined(separator: ", "))") }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
