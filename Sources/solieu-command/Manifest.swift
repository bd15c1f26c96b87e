import SoLieu

/// What a table says of documents that do not say it themselves: `path`, `period`, `area`, `url`, `title`, in
/// any order, other columns left alone.
struct Manifest: Sendable {
  let path: String
  /// A row that names a document.
  private struct Row {
    let line: Int
    let document: String
    var facts = ReportMetadata()
  }

  private var rows: [Row] = []
  /// Places in `rows` by path, in any normal form of Unicode.
  private var places: [String: Int] = [:]
  /// Names of columns that say nothing here.
  private(set) var unusedColumns: [String] = []

  private static let columns = ["path", "period", "area", "url", "title"]

  /// - Throws: ``InputError`` where it cannot be read, has no column `path`, names a document twice, or a
  ///   period is none.
  init(path: String) throws(InputError) {
    self.path = path
    let lines: [[String]]
    do throws(FormatError) {
      lines = try SeparatedValues.rows(try Self.bytes(path))
    } catch {
      throw InputError(path: path, error)
    }
    let head = lines.first?.map { $0.lowercased().filter { !$0.isWhitespace } } ?? []
    guard let key = head.firstIndex(of: "path") else {
      throw InputError(
        path: path, problem: "has no column 'path' in its first line",
        remedy: "name the columns \(Self.columns.joined(separator: ", "))")
    }
    unusedColumns = head.filter { !$0.isEmpty && !Self.columns.contains($0) }
    for (number, line) in lines.enumerated().dropFirst() where key < line.count {
      func cell(_ name: String) -> String {
        guard let column = head.firstIndex(of: name), column < line.count else { return "" }
        return line[column]
      }
      guard !line[key].isEmpty else { continue }
      var row = Row(line: number + 1, document: line[key])
      let period = cell("period")
      guard period.isEmpty || TimePeriod(iso: period) != nil else {
        throw InputError(
          path: "\(path):\(row.line)", problem: "'\(period)' is no period",
          remedy:
            "write a year (2022), a quarter (2022-Q3), a month (2022-11) or a span (2022-01/2022-11)"
        )
      }
      row.facts.period = .init(period, .manifest)
      row.facts.area = .init(cell("area"), .manifest)
      row.facts.url = .init(cell("url"), .manifest)
      row.facts.title = .init(cell("title"), .manifest)
      try add(row)
    }
  }

  private mutating func add(_ row: Row) throws(InputError) {
    let besideManifest = FileSystem.split(path).folder + row.document
    for key in Set([row.document, besideManifest].map(Self.plain)) {
      if let other = places[key] {
        throw InputError(
          path: "\(path):\(row.line)",
          problem: "names '\(row.document)' again, after line \(rows[other].line)",
          remedy: "keep one of the two")
      }
      places[key] = rows.count
    }
    rows.append(row)
  }

  private static func bytes(_ path: String) throws(FormatError) -> [UInt8] {
    do throws(InputError) {
      return try Input.bytes(path)
    } catch {
      throw FormatError(error.problem, remedy: error.remedy)
    }
  }

  /// What it says of the document at `path`; nothing where it does not name it.
  func facts(of path: String) -> ReportMetadata {
    place(of: path).map { rows[$0].facts } ?? ReportMetadata()
  }

  /// What tells whether anything it says of the document has changed.
  func version(of path: String) -> String {
    guard let place = place(of: path) else { return "" }
    let facts = rows[place].facts
    return [facts.period, facts.area, facts.url, facts.title].map { $0?.value ?? "" }
      .joined(separator: "\n")
  }

  /// The place of the row that names the document at `path`.
  func place(of path: String) -> Int? { places[Self.plain(path)] }

  /// What to say of rows that named none of the documents met.
  func complaint(ofUnused used: Set<Int>) -> String? {
    let unused = rows.indices.filter { !used.contains($0) }
    guard !unused.isEmpty else { return nil }
    let examples = unused.prefix(3).map { "\(rows[$0].document) (line \(rows[$0].line))" }
    let count = unused.count == 1 ? "1 row names" : "\(unused.count) rows name"
    return "\(path): \(count) no document that was met: \(examples.joined(separator: ", "))"
      + (unused.count > 3 ? ", …" : "") + "; write paths as they are given, or from \(path) on"
  }

  /// The path from the root on, without `.` and `..` on its way.
  private static func plain(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : FileSystem.join(FileSystem.workingFolder, path)
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
