internal import GRDB
internal import Observations
public import Series

extension DatasetStore {
  /// Gives the figures of one subject in one area and in prices of one basis, and their growth, to `body`, in the
  /// order of the records; one series at a time, so that no more is held. Only records that count are given.
  ///
  /// Errors: the dataset cannot be read, or what `body` throws.
  ///
  /// - Complexity: near O(*n*) in the records of the dataset.
  public func forEachSeries(_ body: ([StatedFigure]) throws -> Void) throws {
    var last: String?
    while true {
      let subjects = try subjects(after: last)
      guard let next = subjects.last else { return }
      last = next.name
      for subject in subjects where subject.mayHaveSeveral {
        try forEachSeries(of: subject.name, body)
      }
    }
  }

  private struct Subject: Sendable {
    let name: String
    let count: Int

    /// Growth in value and in quantity is given with the subject that it is of.
    var mayHaveSeveral: Bool {
      name == SeriesID.subject(of: name) && (count > 1 || !name.hasPrefix("|"))
    }
  }

  /// The next series by their names. They are asked for in parts, so that others may write between.
  private func subjects(after last: String?) throws -> [Subject] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT series, count(*) AS number FROM observations WHERE series \(last == nil ? ">=" : ">") ?
          GROUP BY series ORDER BY series LIMIT 1000
          """, arguments: [last ?? ""]
      ).map { Subject(name: $0["series"], count: $0["number"]) }
    }
  }

  private func forEachSeries(
    of subject: String, _ body: ([StatedFigure]) throws -> Void
  ) throws {
    let names = [subject] + SeriesID.Dimension.allCases.map { "\(subject)|\($0.rawValue)" }
    try database.read { db in
      let rows = try Row.fetchCursor(
        db,
        cached:
          """
          SELECT o.*, d.date AS report_date, d.period AS report_period
          FROM observations o JOIN documents d ON d.id = o.document_id
          WHERE o.series IN (?, ?, ?) AND \(DatasetSchema.counts)
          ORDER BY o.area_key, o.prices, o.area_since, o.id
          """, names)
      var series: [StatedFigure] = []
      while let row = try rows.next() {
        guard let record = StoredRecord.observation(row) else { continue }
        let id = SeriesID(
          series: row["series"], prices: row["prices"], areaSince: row["area_since"],
          areaKey: row["area_key"])
        if let first = series.first?.id,
          (first.areaKey, first.prices, first.areaSince) != (id.areaKey, id.prices, id.areaSince)
        {
          if series.count > 1 { try body(series) }
          series.removeAll(keepingCapacity: true)
        }
        var facts = DocumentFacts()
        facts.date = row["report_date"]
        facts.period = row["report_period"]
        series.append(StatedFigure(observation: record, facts: facts, id: id))
      }
      if series.count > 1 { try body(series) }
    }
  }
}

extension Row {
  fileprivate static func fetchCursor(
    _ db: Database, cached sql: String, _ arguments: [String]
  ) throws -> RowCursor {
    try fetchCursor(try db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
  }
}
