internal import CArchive
internal import Synchronization

/// A zip file in the making, packed by libarchive as its bytes come.
///
/// Sizes are written behind each member, as they are not known before (PKWARE's APPNOTE, 4.4.4, bit 3), so that
/// nothing is kept. Members bear no time of day: the same bytes give the same file.
///
/// Unsafe pointers are used here, since libarchive is a C library; the lock has them, so that writers can be handed
/// from task to task.
final class ZipStream: Sendable {
  private let state: Mutex<State>

  init() throws(WriterError) {
    guard let state = State.opened() else { throw Self.failure("no memory") }
    self.state = Mutex(state)
  }

  /// Begins a member; its name is ASCII.
  func begin(_ name: String, into output: inout [UInt8]) throws(WriterError) {
    try run(into: &output) { state in
      guard let entry = archive_entry_new() else { return ARCHIVE_FATAL }
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname(entry, name)
      archive_entry_set_filetype(entry, 0o100000)
      archive_entry_set_perm(entry, 0o644)
      return archive_write_header(state.archive, entry)
    }
  }

  /// Appends to the member and empties `bytes`.
  func write(_ bytes: inout [UInt8], into output: inout [UInt8]) throws(WriterError) {
    let content = bytes
    bytes.removeAll(keepingCapacity: true)
    try run(into: &output) { state in
      let count = archive_write_data(state.archive, content, content.count)
      return count == content.count ? ARCHIVE_OK : ARCHIVE_FATAL
    }
  }

  /// Ends the file.
  func end(into output: inout [UInt8]) throws(WriterError) {
    try run(into: &output) { archive_write_close($0.archive) }
  }

  private func run(
    into output: inout [UInt8], _ step: (_ state: borrowing State) -> Int32
  ) throws(WriterError) {
    let (packed, code) = state.withLock { state in
      let code = step(state)
      return (state.sink.take(), code)
    }
    output += packed
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN else { throw Self.failure("libarchive") }
  }

  private static func failure(_ detail: String) -> WriterError {
    WriterError("the zip file cannot be packed (\(detail))", remedy: "write CSV instead")
  }

  /// Where libarchive leaves what it has packed.
  private final class Sink {
    private var bytes: [UInt8] = []

    func append(_ more: UnsafeRawBufferPointer) { bytes += more }

    func take() -> [UInt8] {
      defer { bytes.removeAll(keepingCapacity: true) }
      return bytes
    }
  }

  private struct State: ~Copyable {
    let archive: OpaquePointer
    let sink: Sink

    static func opened() -> State? {
      guard let archive = archive_write_new() else { return nil }
      let sink = Sink()
      archive_write_set_format_zip(archive)
      archive_write_set_bytes_in_last_block(archive, 1)
      // The sink outlives the archive, which this value frees.
      let code = archive_write_open(
        archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
        { _, sink, bytes, count in
          guard let sink, let bytes else { return -1 }
          Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue()
            .append(UnsafeRawBufferPointer(start: bytes, count: count))
          return count
        }, nil)
      guard code == ARCHIVE_OK else {
        archive_write_free(archive)
        return nil
      }
      return State(archive: archive, sink: sink)
    }

    deinit { archive_write_free(archive) }
  }
}
