import ArgumentParser
import SoLieu

/// Where records go: a stream of bytes, or a database. Nothing is there before ``finish()``.
protocol RecordSink: Sendable {
  /// Takes one document's records. Says what is wrong where they cannot be written.
  mutating func take(_ records: DocumentRecords) throws(ExitCode)
  /// Ends the output and puts it in its place.
  mutating func finish() throws(ExitCode)
  /// Leaves everything as it was.
  func discard()
}

/// Bytes of one format, to the standard output or into a file.
struct StreamSink: RecordSink {
  private let output: Output
  private var writer: any RecordWriter
  private var buffer: [UInt8] = []
  private var hasBegun = false

  init(_ output: Output, _ writer: any RecordWriter) {
    self.output = output
    self.writer = writer
  }

  mutating func take(_ records: DocumentRecords) throws(ExitCode) {
    do throws(WriterError) {
      try begin()
      try writer.write(records, into: &buffer)
    } catch {
      throw failure(error)
    }
    try output.put(&buffer)
  }

  mutating func finish() throws(ExitCode) {
    do throws(WriterError) {
      try begin()
      try writer.end(into: &buffer)
    } catch {
      throw failure(error)
    }
    try output.put(&buffer)
    try output.finish()
    for note in writer.notes { Console.report(note) }
  }

  func discard() { output.discard() }

  private mutating func begin() throws(WriterError) {
    guard !hasBegun else { return }
    hasBegun = true
    try writer.begin(into: &buffer)
  }

  private func failure(_ error: WriterError) -> ExitCode {
    Console.report(error.description)
    return .cannotWrite
  }
}

/// A new dataset (see ``DatasetStore``), made beside its place.
struct DatabaseSink: RecordSink {
  private let path: String
  private let temporary: String
  private let store: DatasetStore
  private var identity: SeriesIdentity

  /// Says what is wrong where there is a file already, or none can be made.
  init(path: String, identity: SeriesIdentity) throws(ExitCode) {
    guard FileStatus.of(path) == nil else {
      Console.report(
        "\(path): is there already; to add to a dataset: solieu dataset update \(path) PATH…, or name "
          + "another file")
      throw .cannotWrite
    }
    FileSystem.removeLeftovers(of: path)
    let temporary = FileSystem.temporary(for: path)
    self.path = path
    self.temporary = temporary
    self.identity = identity
    store = try DatasetArgument.reporting(path) { () throws(DatasetError) in
      try DatasetStore(writing: temporary)
    }
  }

  mutating func take(_ records: DocumentRecords) throws(ExitCode) {
    let ids = identity.ids(of: records)
    try DatasetArgument.reporting(path) { () throws(DatasetError) in
      // Without the sums of its files, a later update reads them anew.
      try store.replace(
        records, ids: ids, units: identity.vocabulary.units, content: "", reading: "")
    }
  }

  mutating func finish() throws(ExitCode) {
    try DatasetArgument.reporting(path) { () throws(DatasetError) in try store.close() }
    do throws(SystemError) {
      try FileSystem.move(temporary, to: path)
    } catch {
      discard()
      Console.report("\(path): cannot be written (\(error.reason)); check the place and its room")
      throw .cannotWrite
    }
  }

  func discard() {
    for ending in ["", "-wal", "-shm", "-journal"] { FileSystem.remove(temporary + ending) }
  }
}
