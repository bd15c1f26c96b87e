internal import GRDB

/// How a document stands in a dataset.
public struct StoredDocument: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Its records are those of the file.
    case read
    /// The file could not be read; records that it had before stay.
    case failed
    /// The file is gone; its records stay, but where it was moved: they stand at its new path.
    case missing
  }

  public let id: Int64
  /// As it was given.
  public let path: String
  public let state: State
  /// The SHA-256 of the file's bytes, in hexadecimal digits.
  public let content: String
  /// With which rules and options it was read.
  public let reading: String

  init?(_ row: Row) {
    guard let state = State(rawValue: row["state"]) else { return nil }
    id = row["id"]
    path = row["path"]
    self.state = state
    content = row["content"]
    reading = row["reading"]
  }
}

extension DatasetStore {
  /// How the document at `path` stands; `nil` where it is new.
  public func document(at path: String) throws(DatasetError) -> StoredDocument? {
    try reading { db in
      try Row.fetchOne(
        db, sql: "SELECT id, path, state, content, reading FROM documents WHERE path = ?",
        arguments: [path]
      ).flatMap(StoredDocument.init)
    }
  }

  /// Notes of a document that is the same as before that it is there.
  public func confirm(_ document: StoredDocument) throws(DatasetError) {
    guard document.state != .read else { return }
    try writing { db in
      try db.execute(
        sql: "UPDATE documents SET state = 'read', problem = '' WHERE id = ?",
        arguments: [document.id])
    }
  }

  /// Notes that a document could not be read. What it gave before stays.
  public func fail(path: String, problem: String) throws(DatasetError) {
    try writing { db in
      try db.execute(
        sql: """
          INSERT INTO documents (path, state, problem, content, reading)
          VALUES (?, 'failed', ?, '', '')
          ON CONFLICT (path) DO UPDATE SET state = 'failed', problem = excluded.problem
          """, arguments: [path, problem])
    }
  }

  /// Notes of the documents that are `gone` that they are missing. The records of one whose bytes were read at another
  /// path stand there alone; should it come back, it is read anew.
  ///
  /// - Parameter gone: asked of each document that was not missing before, and whether it has its bytes at another
  ///   path too.
  /// - Returns: how many are missing now, and how many of all that were missing stand at another path.
  public func markMissing(
    where gone: @Sendable (_ document: StoredDocument, _ isElsewhere: Bool) -> Bool
  ) throws(DatasetError) -> (missing: Int, moved: Int) {
    try writing { db in
      var missing: Set<Int64> = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, path, state, content, reading, (\(Self.twin)) IS NOT NULL AS is_elsewhere
          FROM documents d WHERE state <> 'missing'
          """)
      while let row = try rows.next() {
        if let document = StoredDocument(row), gone(document, row["is_elsewhere"]) {
          missing.insert(document.id)
        }
      }
      for id in missing {
        try db.execute(
          sql: "UPDATE documents SET state = 'missing' WHERE id = ?", arguments: [id])
      }
      let moved = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM (SELECT id, (\(Self.twin)) AS other FROM documents d WHERE state = 'missing')
          WHERE other IS NOT NULL
          """)
      for row in moved {
        let id: Int64 = row["id"]
        missing.remove(id)
        for table in ["observations", "sentences"] {
          try db.execute(sql: "DELETE FROM \(table) WHERE document_id = ?", arguments: [id])
        }
        try db.execute(
          sql: "UPDATE documents SET content = '', problem = 'moved to ' || ? WHERE id = ?",
          arguments: [row["other"] as String, id])
      }
      return (missing.count, moved.count)
    }
  }

  /// Another path at which the bytes of the document `d` were read.
  private static let twin = """
    SELECT min(e.path) FROM documents e
    WHERE e.content = d.content AND d.content <> '' AND e.state = 'read' AND e.id <> d.id
    """
}
