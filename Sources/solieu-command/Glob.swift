#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The shell's patterns (POSIX fnmatch): `*`, `?`, `[…]`.
enum Glob {
  /// Whether `pattern` matches the name at the end of `path` or, where it has a slash, the path or an
  /// end of it. A `*` matches slashes too; `./` at the start and a slash at the end say nothing.
  static func matches(_ pattern: String, _ path: String) -> Bool {
    var pattern = pattern[...]
    while pattern.hasPrefix("./") { pattern = pattern.dropFirst(2).drop { $0 == "/" } }
    while pattern.count > 1, pattern.hasSuffix("/") { pattern.removeLast() }
    return fits(String(pattern), path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }

  private static func fits(_ pattern: String, _ path: String) -> Bool {
    guard pattern.contains("/") else {
      return fnmatch(pattern, FileSystem.split(path).name, 0) == 0
    }
    return fnmatch(pattern, path, 0) == 0 || fnmatch("*/" + pattern, path, 0) == 0
  }
}
