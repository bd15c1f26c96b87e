import CPrograms

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program of the system that reads what this library does not, such as `pdftohtml`.
///
/// It is looked for when it is needed, started without a shell, and bounded in time, memory, output and
/// files. What it leaves running is ended with it. Any number may run at once, on any threads.
public struct ExternalProgram: Sendable {
  public let name: String
  /// The Debian package that has it.
  public let package: String
  private let folders: [String]

  /// - Parameter path: the folders to look in, divided by `:`; that of the environment where `nil`.
  public init(_ name: String, package: String, path: String? = nil) {
    self.name = name
    self.package = package
    // A relative folder would run what lies beside the document.
    folders = (path ?? Self.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
      .filter { $0.hasPrefix("/") }.map(String.init)
  }

  /// What a program that ended by itself gave.
  public struct Output: Sendable {
    public var exitCode: Int
    public var bytes: [UInt8]
    /// Its complaints: the beginning of its standard error.
    public var complaints: String
  }

  public var isInstalled: Bool { location != nil }

  /// Runs it in `folder` and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: passed as they are, whatever is in them.
  ///   - input: a file of the folder to be its standard input; nothing where `nil`.
  /// - Throws: where it is missing, cannot start, crashes, or needs more than `limits` allow.
  public func run(
    _ arguments: [String], in folder: borrowing TemporaryFolder, input: String? = nil,
    limits: FormatLimits
  ) throws(FormatError) -> Output {
    guard let location else {
      throw FormatError(
        "\(name) is not installed", remedy: "install \(package) (apt-get install \(package))")
    }
    let environment = [
      "PATH=\(folders.joined(separator: ":"))", "HOME=\(folder.path)", "TMPDIR=\(folder.path)",
      "LC_ALL=C.UTF-8",
    ]
    var bounds = solieu_program_limits(
      seconds: Double(limits.seconds), memory: UInt64(limits.memory), output: UInt64(limits.bytes),
      file: UInt64(limits.bytes))
    var result = solieu_program_result()
    Self.withCStrings([name] + arguments) { arguments in
      Self.withCStrings(environment) { environment in
        solieu_program_run(
          location, arguments, environment, folder.path, input.map { folder.path(of: $0) },
          &bounds, &result)
      }
    }
    defer { solieu_program_free(&result) }
    return try output(result, limits)
  }

  /// Ends all that run, with what they started: for a process that is about to end itself. Whoever waits
  /// for one waits on.
  public static func endAll() { solieu_program_end_all() }

  private func output(
    _ result: solieu_program_result, _ limits: FormatLimits
  ) throws(FormatError) -> Output {
    let damaged = "the document may be damaged: open it, save it anew and try that"
    switch (Int(result.end), result.code) {
    case (solieu_program_exited, let code):
      return Output(
        exitCode: Int(code), bytes: Self.bytes(result.output, result.output_count),
        complaints: String(
          decoding: Self.bytes(result.errors, result.errors_count), as: UTF8.self))
    case (solieu_program_overtime, _),
      (solieu_program_signaled, SIGXCPU):
      throw FormatError(
        "\(name) did not finish within \(limits.seconds) s",
        remedy: "allow more time, or \(damaged)")
    case (solieu_program_overflow, _),
      (solieu_program_signaled, SIGXFSZ):
      throw FormatError(
        "\(name) gave more than \(limits.bytes) bytes",
        remedy: "divide the document, or allow more bytes")
    case (solieu_program_signaled, let signal):
      throw FormatError("\(name) was stopped by signal \(signal)", remedy: damaged)
    case (_, let problem):
      throw FormatError(
        "\(name) cannot be started: \(String(cString: strerror(problem)))",
        remedy: "see that it runs by itself, or install \(package) anew")
    }
  }

  private var location: String? {
    for folder in folders {
      let path = "\(folder)/\(name)"
      var about = stat()
      guard stat(path, &about) == 0, about.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0
      else { continue }
      return path
    }
    return nil
  }

  private static func bytes(_ start: UnsafeMutablePointer<UInt8>?, _ count: Int) -> [UInt8] {
    [UInt8](UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  fileprivate static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func withCStrings(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Void
  ) {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}

/// A folder of our own, that goes with all it holds when the value does.
public struct TemporaryFolder: ~Copyable {
  public let path: String

  private static var parent: String { ExternalProgram.environment("TMPDIR") ?? "/tmp" }

  public init() throws(FormatError) {
    let parent = Self.parent
    var made: UnsafeMutablePointer<CChar>?
    let problem = solieu_folder_make(parent, &made)
    guard problem == 0, let made else {
      throw FormatError(
        "cannot make a temporary folder in \(parent): \(String(cString: strerror(problem)))",
        remedy: "make room there, or set TMPDIR")
    }
    path = String(cString: made)
    free(made)
  }

  deinit { solieu_folder_remove(path) }

  /// Removes what this process made and has not removed yet: for a program that is about to end early.
  public static func removeAll() {
    let beginning = "solieu-\(getpid())-"
    guard let stream = opendir(parent) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { name in
        String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(beginning) { solieu_folder_remove("\(parent)/\(name)") }
    }
  }

  public func path(of name: String) -> String { "\(path)/\(name)" }

  public func write(_ bytes: [UInt8], to name: String) throws(FormatError) {
    let problem = solieu_file_write(path(of: name), bytes, bytes.count)
    guard problem == 0 else {
      throw FormatError(
        "cannot write to \(path): \(String(cString: strerror(problem)))",
        remedy: "make room there, or set TMPDIR")
    }
  }

  /// The bytes of a file in it; `nil` where there is none of at most `limit` bytes.
  public func read(_ name: String, limit: Int) -> [UInt8]? {
    guard let file = fopen(path(of: name), "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&part, 1, part.count, file)
      guard count > 0 else { return ferror(file) == 0 ? bytes : nil }
      guard bytes.count + count <= limit else { return nil }
      bytes += part[..<count]
    }
  }
}
