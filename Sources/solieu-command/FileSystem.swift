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
