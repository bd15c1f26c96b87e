#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The shell's patterns (POSIX fnmatch): `*`, `?`, `[…]`.
enum Glob {
  /// Whether `pattern` matches the name at the end of `path` or, where it has a slash, the path or an
  /// end of it. A `*` matches slashes too.
  static func matches(_ pattern: String, _ path: String) -> Bool {
    guard pattern.contains("/") else {
      return fnmatch(pattern, FileSystem.split(path).name, 0) == 0
    }
    return fnmatch(pattern, path, 0) == 0 || fnmatch("*/" + pattern, path, 0) == 0
  }
}
