internal import GRDB
public import Observations
public import Series
internal import TextModel
internal import VietnameseText

extension DatasetStore {
  /// Puts a document's records in the place of those that it had, in one transaction.
  ///
  /// - Parameters:
  ///   - ids: the series of the records, in their order.
  ///   - units: which units mean the same.
  ///   - content: the SHA-256 of the file's bytes.
  ///   - reading: with which rules and options it was read.
  /// - Returns: the document's number.
  @discardableResult
  public func replace(
    _ records: DocumentRecords, ids: [SeriesID], units: SeriesUnits = SeriesUnits(),
    content: String, reading: String
  ) throws(DatasetError) -> Int64 {
    let sentences = SearchableSentences(records.observations)
    let day = Vintage.day(records.facts)
    return try writing { db in
      let facts = records.facts
      let number = try Int64.fetchOne(
        db,
        sql: """
          INSERT INTO documents (path, state, content, reading, title, period, area, day, issuer,
            number, date, url, format, encoding)
          VALUES (?, 'read', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (path) DO UPDATE SET state = 'read', problem = '', content = excluded.content,
            reading = excluded.reading, title = excluded.title, period = excluded.period,
            area = excluded.area, day = excluded.day, issuer = excluded.issuer, number = excluded.number,
            date = excluded.date, url = excluded.url, format = excluded.format,
            encoding = excluded.encoding
          RETURNING id
          """,
        arguments: [
          records.document, content, reading, facts.title, facts.period, facts.area, day,
          facts.issuer,
          facts.number, facts.date, facts.url, facts.format, facts.encoding,
        ])
      guard let document = number else { throw DatasetError.absent }
      try db.execute(sql: "DELETE FROM observations WHERE document_id = ?", arguments: [document])
      try db.execute(sql: "DELETE FROM sentences WHERE document_id = ?", arguments: [document])
      let insert = try db.cachedStatement(sql: StoredRecord.insertion)
      for (observation, id) in zip(records.observations, ids) {
        try insert.execute(
          arguments: StoredRecord.arguments(
            observation, id: id, unit: units.seriesUnit(of: observation.unit), document: document))
      }
      let sentence = try db.cachedStatement(
        sql: "INSERT INTO sentences (document_id, marked, plain, other) VALUES (?, ?, ?, ?)")
      for text in sentences.texts {
        try sentence.execute(arguments: [document, text.marked, text.plain, text.other])
      }
      return document
    }
  }

  /// Gives the documents with their records to `body`, in the order of their paths, one at a time.
  ///
  /// Errors: the dataset cannot be read, or what `body` throws.
  public func forEachDocument(_ body: (DocumentRecords) throws -> Void) throws {
    // Documents are asked for one after the other, so that others may write between.
    var last = ""
    var isFirst = true
    while true {
      let (after, from) = (last, isFirst)
      let next = try reading { db in
        try Row.fetchOne(
          db,
          sql: """
            SELECT * FROM documents WHERE path \(from ? ">=" : ">") ?
              AND (state = 'read' OR EXISTS (SELECT 1 FROM observations WHERE document_id = documents.id))
            ORDER BY path LIMIT 1
            """,
          arguments: [after]
        ).map { row in
          let path: String = row["path"]
          let observations = try Row.fetchAll(
            db, sql: "SELECT * FROM observations WHERE document_id = ? ORDER BY id",
            arguments: [row["id"] as Int64]
          ).compactMap(StoredRecord.observation)
          return DocumentRecords(
            document: path, facts: DocumentFacts(row), observations: observations)
        }
      }
      guard let next else { return }
      last = next.document
      isFirst = false
      try body(next)
    }
  }
}

extension DocumentFacts {
  /// Out of a row of `documents`, of which two columns may have other names beside those of a record.
  init(_ row: Row, period periodColumn: String = "period", area areaColumn: String = "area") {
    self.init()
    title = row["title"]
    period = row[periodColumn]
    area = row[areaColumn]
    issuer = row["issuer"]
    number = row["number"]
    date = row["date"]
    url = row["url"]
    format = row["format"]
    encoding = row["encoding"]
  }
}

/// The sentences of some records, each once, as they are searched for.
private struct SearchableSentences: Sendable {
  private(set) var texts: [(marked: String, plain: String, other: String)] = []

  init(_ observations: [Observation]) {
    let folding = Folding()
    var last = ""
    // Records of a sentence stand together.
    for observation in observations where observation.sentence != last {
      last = observation.sentence
      let source = try? SourceText(Array(last.utf8))
      let marked =
        source.map { String(decoding: Normalizer().read($0).bytes, as: UTF8.self) } ?? last
      var plain = String.UnicodeScalarView()
      for scalar in marked.unicodeScalars { plain.append(folding.plain(scalar)) }
      texts.append((marked, String(plain), ToneMarks.elsewhere(in: marked)))
    }
  }
}
