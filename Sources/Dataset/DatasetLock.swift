#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The right to update a dataset: one run at a time has it. The system takes it back when the run ends, however
/// it ends.
struct DatasetLock: Sendable {
  private let descriptor: Int32

  /// Makes the file where there is none, and waits for another run's end.
  ///
  /// - Parameter onWait: called once before it waits.
  init(_ path: String, onWait: () -> Void) throws(DatasetError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure() }
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      _ = close(descriptor)
      throw DatasetError.noFile
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      onWait()
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { throw Self.failure() }
      }
    }
    self.descriptor = descriptor
  }

  /// Gives the right back. Not before the database is closed: to close any descriptor of its file takes SQLite's
  /// own locks away.
  func release() { _ = close(descriptor) }

  private static func failure() -> DatasetError {
    let reason = String(cString: strerror(errno))
    return DatasetError(
      "cannot be written (\(reason))", remedy: "see that its folder is there and may be written")
  }
}
