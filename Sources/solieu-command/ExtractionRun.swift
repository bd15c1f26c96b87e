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
  private(set) var failed = 0

  init(output: Output, writer: any RecordWriter) {
    self.output = output
    self.writer = writer
  }

  mutating func add(_ document: DocumentRecords) {
    if documents == 0 { writer.begin(into: &buffer) }
    writer.write(document, into: &buffer)
    documents += 1
    records += document.observations.count
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

  /// `3 documents, 120 records, 1 failed`.
  func summarize() {
    let counts = [
      Self.count(documents, "document"), Self.count(records, "record"), "\(failed) failed",
    ]
    Console.report(counts.joined(separator: ", "))
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
