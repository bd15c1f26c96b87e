/// A table as text: comments, a line that names the columns, then a line for each thing.
package struct DataTable: Sendable {
  /// One line, by the names of its columns.
  package struct Row: Sendable {
    package let location: FileLocation
    private let cells: [Substring]
    private let columns: [String]

    fileprivate init(_ location: FileLocation, cells: [Substring], columns: [String]) {
      self.location = location
      self.cells = cells
      self.columns = columns
    }

    /// The cell of the column; empty where the table has no such column.
    package subscript(column: String) -> String {
      guard let index = columns.firstIndex(of: column) else { return "" }
      return String(cells[index])
    }

    /// The parts of a cell that ` | ` divides.
    package func list(_ column: String) -> [String] {
      let text = self[column]
      guard text.utf8.contains(UInt8(ascii: "|")) else { return text.isEmpty ? [] : [text] }
      var parts: [String] = []
      let bytes = text.utf8
      var start = bytes.startIndex
      while let bar = bytes[start...].firstIndex(of: UInt8(ascii: "|")) {
        // A bar divides with a space on either side: " | ".
        let next = bytes.index(after: bar)
        guard bar > start, next < bytes.endIndex, bytes[next] == UInt8(ascii: " ") else { break }
        parts.append(String(text[start..<bytes.index(before: bar)]))
        start = bytes.index(after: next)
      }
      return parts + [String(text[start...])]
    }

    package func problem(_ column: String, _ message: String, remedy: String) -> LexiconProblem {
      var at = location
      let index = columns.firstIndex(of: column) ?? 0
      at.column += cells[..<index].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      return LexiconProblem(at, message, remedy: remedy)
    }

    /// The cell, which must not be empty.
    package func text(_ column: String) throws(LexiconProblem) -> String {
      let text = self[column]
      if text.isEmpty {
        throw problem(column, "no \(column)", remedy: "write one in this column")
      }
      return text
    }

  }

  package let rows: [Row]
  package let problems: [LexiconProblem]

  /// Reads the text of `file`, which must have `columns`, in any order and with others between.
  package init(_ file: LexiconFile, columns needed: [String]) {
    var rows: [Row] = []
    var problems: [LexiconProblem] = []
    var columns: [String] = []
    var number = 0
    // Bytes, not characters: the tables are read at each start.
    let bytes = Array(file.text.utf8)
    var end = -1
    while end < bytes.count {
      let start = end + 1
      end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      number += 1
      if start == end || bytes[start] == UInt8(ascii: "#") { continue }
      let cells = Self.cells(of: file.text, bytes, start..<end)
      let location = FileLocation(file: file.name, line: number, column: 1)
      if columns.isEmpty {
        columns = cells.map(String.init)
        let missing = needed.filter { !columns.contains($0) }
        if !missing.isEmpty {
          problems.append(
            LexiconProblem(
              location, "no column \(missing.joined(separator: ", "))",
              remedy: "name the columns in the first line that is no comment"))
          break
        }
      } else if cells.count != columns.count {
        problems.append(
          LexiconProblem(
            location, "\(cells.count) columns where \(columns.count) are needed",
            remedy: "write \(columns.joined(separator: ", ")), divided by tabs"))
      } else {
        rows.append(Row(location, cells: cells, columns: columns))
      }
    }
    self.rows = rows
    self.problems = problems
  }

  /// Reads the table called `name` among `files`, in whatever folder: where there is none, no rows and a
  /// problem with the remedy.
  package init(
    _ name: String, of files: [LexiconFile], columns: [String], remedyWhereMissing remedy: String
  ) {
    if let file = files.first(where: { $0.name.split(separator: "/").last == name[...] }) {
      self.init(file, columns: columns)
    } else {
      let location = FileLocation(file: name, line: 1, column: 1)
      self.init(
        rows: [], problems: [LexiconProblem(location, "there is no such table", remedy: remedy)])
    }
  }

  private init(rows: [Row], problems: [LexiconProblem]) {
    self.rows = rows
    self.problems = problems
  }

  /// The parts of a line that tabs divide.
  private static func cells(of text: String, _ bytes: [UInt8], _ line: Range<Int>) -> [Substring] {
    var cells: [Substring] = []
    cells.reserveCapacity(8)
    var start = line.lowerBound
    for end in line where bytes[end] == UInt8(ascii: "\t") {
      cells.append(part(of: text, start..<end))
      start = end + 1
    }
    cells.append(part(of: text, start..<line.upperBound))
    return cells
  }

  private static func part(of text: String, _ range: Range<Int>) -> Substring {
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
  }
}
