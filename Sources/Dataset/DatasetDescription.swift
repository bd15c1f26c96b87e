internal import GRDB

/// What the tables and columns of a dataset hold, in the words of its schema.
public struct DatasetDescription: Sendable {
  public struct Table: Sendable {
    public let name: String
    /// What a row is.
    public let note: String
    public let columns: [(name: String, note: String)]
  }

  public let tables: [Table]

  /// Out of the comments of `CREATE TABLE` and `CREATE VIEW`: the first says what a row is, one behind a column
  /// what that holds.
  init(sql statements: [(name: String, sql: String)]) {
    tables = statements.map { name, sql in
      var note = ""
      var columns: [(name: String, note: String)] = []
      for line in sql.split(separator: "\n").dropFirst() {
        guard let mark = line.firstRange(of: "-- ") else { continue }
        let words = line[mark.upperBound...].trimmed
        let column = Self.column(line[..<mark.lowerBound])
        if column.isEmpty {
          if note.isEmpty { note = words }
        } else {
          columns.append((column, words))
        }
      }
      return Table(name: name, note: note, columns: columns)
    }
  }

  /// The column that a line of a statement is of: `id INTEGER,`, `o.id,`, `d.path AS document,`.
  private static func column(_ line: Substring) -> String {
    let words = line.split { $0 == " " || $0 == "," }
    let isNamed = words.dropLast().last == "AS"
    let name = (isNamed ? words.last : words.first)?.split(separator: ".").last ?? ""
    return name.filter { $0 != "\"" }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension DatasetStore {
  /// What its tables and columns hold.
  public func description() throws(DatasetError) -> DatasetDescription {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT name, sql FROM sqlite_master
          WHERE name IN ('documents', 'observations', 'sentences', 'figures', 'levels', 'growth')
          ORDER BY rowid
          """)
      return DatasetDescription(sql: rows.map { ($0["name"], $0["sql"]) })
    }
  }
}
