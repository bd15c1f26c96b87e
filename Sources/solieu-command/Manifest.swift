import SoLieu

/// What a table says of documents that do not say it themselves: `path`, `period`, `area`, `url`, `title`, in
/// any order, other columns left alone.
struct Manifest: Sendable {
  /// By path, in any normal form of Unicode.
  private var facts: [String: ReportMetadata] = [:]

  /// - Throws: ``InputError`` where it cannot be read, has no column `path`, or a period is none.
  init(path: String) throws(InputError) {
    let rows = SeparatedValues.rows(try Input.bytes(path))
    let folder = FileSystem.split(path).folder
    guard let head = rows.first.map({ $0.map { $0.lowercased().filter { !$0.isWhitespace } } }),
      let key = head.firstIndex(of: "path")
    else {
      throw InputError(
        path: path, problem: "has no column 'path' in its first line",
        remedy: "name the columns path, period, area, url, title")
    }
    for (number, row) in rows.enumerated().dropFirst() where key < row.count {
      func cell(_ name: String) -> String {
        guard let column = head.firstIndex(of: name), column < row.count else { return "" }
        return row[column]
      }
      let named = row[key]
      guard !named.isEmpty else { continue }
      let period = cell("period")
      guard period.isEmpty || TimePeriod(iso: period) != nil else {
        throw InputError(
          path: "\(path):\(number + 1)", problem: "'\(period)' is no period",
          remedy:
            "write a year (2022), a quarter (2022-Q3), a month (2022-11) or a span (2022-01/2022-11)"
        )
      }
      var known = ReportMetadata()
      known.period = .init(period, .manifest)
      known.area = .init(cell("area"), .manifest)
      known.url = .init(cell("url"), .manifest)
      known.title = .init(cell("title"), .manifest)
      facts[Self.plain(named)] = known
      facts[Self.plain(folder + named)] = known
    }
  }

  /// What it says of the document at `path`; nothing where it does not name it.
  func facts(of path: String) -> ReportMetadata {
    facts[Self.plain(path)] ?? ReportMetadata()
  }

  /// The path without `.` on its way.
  private static func plain(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    return (isAbsolute ? "/" : "")
      + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
