#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is done with paths rather than with open files.
enum FileSystem {
  /// The names in a folder but for `.` and `..`, sorted by their bytes.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      names.append(String(cString: name))
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted { $0.precedesByBytes($1) }
  }

  /// Puts `source` in the place of `target` in one step.
  static func move(_ source: String, to target: String) throws(SystemError) {
    if rename(source, target) != 0 { throw .last }
  }

  /// The hidden file beside `target` that this process writes in its place; the number is taken where that name is.
  static func temporary(for target: String, number: Int = processID) -> String {
    let (folder, name) = split(target)
    return "\(folder).\(name).\(number).tmp"
  }

  /// Removes what processes that were killed left of their ``temporary(for:number:)``; one that still runs has its
  /// file locked.
  static func removeLeftovers(of target: String) {
    let (folder, name) = split(target)
    let prefix = ".\(name)."
    for found in (try? names(in: folder.isEmpty ? "." : folder)) ?? [] where found.hasPrefix(prefix)
    {
      let rest = found.dropFirst(prefix.count).split(
        separator: ".", omittingEmptySubsequences: false)
      guard rest.count == 2, let number = Int32(rest[0]), number > 0, String(number) == rest[0],
        ["tmp", "tmp-wal", "tmp-shm", "tmp-journal"].contains(rest[1]),
        number == getpid() || kill(number, 0) != 0 && errno == ESRCH,
        !isLocked(temporary(for: target, number: Int(number)))
      else { continue }
      remove(folder + found)
    }
  }

  /// Whether another process has the file locked.
  private static func isLocked(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  static func remove(_ path: String) { _ = unlink(path) }

  /// `path` without symbolic links; itself where nothing is there.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Where relative paths begin.
  static let workingFolder = resolved(".")

  static var processID: Int { Int(getpid()) }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder that `path` is in, as far as it names one, with its slash; and the name.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let start = path.index(after: slash)
    return (String(path[..<start]), String(path[start...]))
  }
}

extension String {
  /// Whether the bytes come first: an order that is the same in every language.
  func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
