#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the output goes to.
struct Terminal {
  let file: OpenFile

  static let output = Terminal(file: .standardOutput)
  static let messages = Terminal(file: .standardError)

  var isTerminal: Bool { isatty(file.descriptor) == 1 }

  /// Whether the output may be coloured: at a terminal that can, unless `NO_COLOR` is set
  /// (no-color.org).
  var allowsColor: Bool {
    isTerminal && (Self.variable("NO_COLOR") ?? "").isEmpty && Self.variable("TERM") != "dumb"
  }

  /// How many cells a line has: the terminal's, else `COLUMNS`, else 100.
  var width: Int {
    var size = winsize()
    if ioctl(file.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    guard let columns = Self.variable("COLUMNS").flatMap({ Int($0) }), columns > 0 else {
      return 100
    }
    return columns
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
