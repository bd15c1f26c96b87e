import Quantities
import RuleLanguage

/// A table of places as text: comments, a line that names the columns, then a line a place.
struct PlaceTable {
  /// One line, by the names of its columns.
  struct Row {
    let location: FileLocation
    fileprivate let cells: [Substring]
    fileprivate let columns: [String]

    /// The cell of the column; empty where the table has no such column.
    subscript(column: String) -> String {
      guard let index = columns.firstIndex(of: column) else { return "" }
      return String(cells[index])
    }

    /// The parts of a cell that ` | ` divides.
    func list(_ column: String) -> [String] {
      let text = self[column]
      guard text.utf8.contains(UInt8(ascii: "|")) else { return text.isEmpty ? [] : [text] }
      return text.split(separator: " | ").map(String.init)
    }

    func problem(_ column: String, _ message: String, remedy: String) -> LexiconProblem {
      var at = location
      let index = columns.firstIndex(of: column) ?? 0
      at.column += cells[..<index].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      return LexiconProblem(at, message, remedy: remedy)
    }

    /// The cell, which must not be empty.
    func text(_ column: String) throws(LexiconProblem) -> String {
      let text = self[column]
      if text.isEmpty {
        throw problem(column, "no \(column)", remedy: "write one in this column")
      }
      return text
    }

    /// The day of the cell, `nil` where it is empty.
    func day(_ column: String) throws(LexiconProblem) -> Day? {
      let text = self[column]
      if text.isEmpty { return nil }
      guard let day = Self.day(Array(text.utf8)) else {
        throw problem(
          column, "'\(text)' is no day", remedy: "write year, month and day as 2008-08-01")
      }
      return day
    }

    /// 2025-06-30
    private static func day(_ bytes: [UInt8]) -> Day? {
      func number(_ range: Range<Int>) -> Int? {
        bytes[range].reduce(.some(0)) { (number: Int?, byte) in
          guard let number, (0x30...0x39).contains(byte) else { return nil }
          return number * 10 + Int(byte - 0x30)
        }
      }
      guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4),
        let month = number(5..<7), let day = number(8..<10),
        PartialDate(year: year, month: month, day: day).isValid
      else { return nil }
      return Day(year, month, day)
    }

    /// The cell as a code of so many digits.
    func code(_ column: String, digits: Int, orMadeUp: Bool = false) throws(LexiconProblem)
      -> String
    {
      let text = try self.text(column)
      if orMadeUp, text.hasPrefix("x-") { return text }
      guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        throw problem(column, "'\(text)' is no code", remedy: "write \(digits) digits")
      }
      return text
    }
  }

  let rows: [Row]
  let problems: [LexiconProblem]

  /// Reads the text of `file`, which must have `columns`, in any order and with others between.
  init(_ file: LexiconFile, columns needed: [String]) {
    var rows: [Row] = []
    var problems: [LexiconProblem] = []
    var columns: [String] = []
    var number = 0
    // Bytes, not characters: the tables are read at each start.
    for line in file.text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      number += 1
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Substring($0) }
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
        rows.append(Row(location: location, cells: cells, columns: columns))
      }
    }
    self.rows = rows
    self.problems = problems
  }
}
