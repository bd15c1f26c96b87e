#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A call to the system that failed, by its `errno`.
struct SystemError: Error {
  let code: Int32

  /// The error of the call just made.
  static var last: SystemError { SystemError(code: errno) }

  var reason: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }

  static let isFolder = SystemError(code: EISDIR)
  /// Nothing writes to a pipe.
  static let noWriter = SystemError(code: ETIMEDOUT)

  var isNoSuchFile: Bool { code == ENOENT || code == ENOTDIR }
  var isFolder: Bool { code == EISDIR }
  var isWithoutWriter: Bool { code == ETIMEDOUT }
  var isExistingFile: Bool { code == EEXIST }
  var isDenied: Bool { code == EACCES || code == EPERM }
  /// Whoever read our output has closed it.
  var isBrokenPipe: Bool { code == EPIPE }
}

/// A file descriptor, with the few calls that the command makes.
struct OpenFile {
  let descriptor: Int32
  /// What was read of it already.
  private var beginning: [UInt8] = []

  static let standardInput = OpenFile(descriptor: STDIN_FILENO)
  static let standardOutput = OpenFile(descriptor: STDOUT_FILENO)
  static let standardError = OpenFile(descriptor: STDERR_FILENO)

  private static let chunkSize = 1 << 17

  /// Lets a write into a closed pipe fail with `EPIPE` rather than end the program.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Milliseconds that a named pipe is given for someone to write to it.
  private static let patience: Int32 = 5000

  static func toRead(_ path: String) throws(SystemError) -> OpenFile {
    var file = try OpenFile(checking: open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    do throws(SystemError) {
      try file.waitForWriter()
    } catch {
      file.shut()
      throw error
    }
    let flags = fcntl(file.descriptor, F_GETFL)
    _ = fcntl(file.descriptor, F_SETFL, flags & ~O_NONBLOCK)
    return file
  }

  /// Waits for what writes to a pipe; a pipe that has a writer may be as slow as it likes.
  private mutating func waitForWriter() throws(SystemError) {
    guard status?.isPipe == true else { return }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Self.patience) == 0 else { return }
    var byte: UInt8 = 0
    // Without a writer the end is reached, with one there is nothing yet.
    switch read(descriptor, &byte, 1) {
    case 0: throw .noWriter
    case 1: beginning = [byte]
    default: break
    }
  }

  /// Opens an existing file that is no regular one: a device, a named pipe.
  static func toWrite(_ path: String) throws(SystemError) -> OpenFile {
    try OpenFile(checking: open(path, O_WRONLY | O_CLOEXEC))
  }

  /// Creates a file that must not be there yet.
  static func toCreate(_ path: String) throws(SystemError) -> OpenFile {
    let file = try OpenFile(checking: open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
    // By the lock others see that it is being written.
    _ = flock(file.descriptor, LOCK_EX | LOCK_NB)
    return file
  }

  private init(checking descriptor: Int32) throws(SystemError) {
    guard descriptor >= 0 else { throw .last }
    self.descriptor = descriptor
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  var status: FileStatus? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
  }

  /// All bytes up to the end, or the first `limit` and one more.
  func contents(limit: Int) throws(SystemError) -> [UInt8] {
    var bytes = beginning
    bytes.reserveCapacity(min(status?.size ?? 0, limit) + 1)
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<min(count, limit + 1 - bytes.count)])
      } else if errno != EINTR {
        throw .last
      }
    }
    return bytes
  }

  /// Writes all of `bytes`.
  func put(_ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count >= 0 { done += count } else if errno != EINTR { throw .last }
    }
  }

  /// Gives the file these permissions, as far as that is allowed.
  func setPermissions(_ mode: mode_t) { _ = fchmod(descriptor, mode) }

  /// Waits until all is on the disk.
  func synchronize() throws(SystemError) {
    if fsync(descriptor) != 0 { throw .last }
  }

  func shut() { _ = close(descriptor) }
}

/// What the system says of a file.
struct FileStatus {
  enum Kind { case regular, folder, link, other }

  let kind: Kind
  let isPipe: Bool
  let identity: FileIdentity
  let size: Int
  let permissions: mode_t

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    isPipe = status.st_mode & S_IFMT == S_IFIFO
    identity = FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    size = Int(status.st_size)
    permissions = status.st_mode & 0o777
  }

  /// The status of what `path` names, or of a symbolic link itself unless it is followed.
  static func of(_ path: String, followingLinks: Bool = true) -> FileStatus? {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? FileStatus(status) : nil
  }
}

/// Which file it is, by whatever path.
struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64
}
