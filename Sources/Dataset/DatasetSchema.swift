internal import GRDB
internal import Series

/// The tables and views of a dataset. SQLite keeps the comments: `.schema` shows them.
enum DatasetSchema {
  /// Tells our databases from others (SQLite's `application_id`): "SoLi".
  static let applicationID = 0x536F_4C69

  /// - Parameter units: which units mean the same.
  static func migrator(_ units: SeriesUnits = SeriesUnits()) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: documents)
      try db.execute(sql: observations(with: ""))
      try db.execute(sql: search)
    }
    // Figures in units that mean the same are of one level.
    migrator.registerMigration("2") { db in
      for view in ["growth", "levels", "figures"] {
        try db.execute(sql: "DROP VIEW IF EXISTS \(view)")
      }
      try db.execute(sql: "ALTER TABLE observations RENAME TO former")
      for index in ["document", "series"] {
        try db.execute(sql: "DROP INDEX observations_by_\(index)")
      }
      try db.execute(sql: observations(with: seriesUnit))
      try db.execute(sql: "INSERT INTO observations SELECT *, unit FROM former ORDER BY id")
      try db.execute(sql: "DROP TABLE former")
      for unit in try String.fetchAll(db, sql: "SELECT DISTINCT unit FROM observations") {
        let common = units.seriesUnit(of: unit)
        guard common != unit else { continue }
        try db.execute(
          sql: "UPDATE observations SET series_unit = ? WHERE unit = ?", arguments: [common, unit])
      }
      try db.execute(sql: views)
    }
    return migrator
  }

  private static let documents = """
    CREATE TABLE documents (
      -- A report: a file, or a file in an archive.
      id INTEGER PRIMARY KEY,              -- its number here
      path TEXT NOT NULL UNIQUE,           -- as it was given
      state TEXT NOT NULL                  -- read; failed: see problem; missing: the file is gone, its records stay unless it was moved
        CHECK (state IN ('read', 'failed', 'missing')),
      problem TEXT NOT NULL DEFAULT '',    -- why it could not be read, or where it went
      content TEXT NOT NULL,               -- SHA-256 of the file's bytes
      reading TEXT NOT NULL,               -- with which rules and options it was read
      title TEXT NOT NULL DEFAULT '',      -- what it is called
      period TEXT NOT NULL DEFAULT '',     -- what time it is about, ISO 8601
      area TEXT NOT NULL DEFAULT '',       -- the place that it is about
      day TEXT NOT NULL DEFAULT '',        -- its date, or else the last day of what it is about
      issuer TEXT NOT NULL DEFAULT '',     -- the office that made it
      number TEXT NOT NULL DEFAULT '',     -- the office's number of the paper
      date TEXT NOT NULL DEFAULT '',       -- when it was signed, ISO 8601
      url TEXT NOT NULL DEFAULT '',        -- where it was found
      format TEXT NOT NULL DEFAULT '',     -- HTML, DOCX, …, as its content says
      encoding TEXT NOT NULL DEFAULT ''    -- how its letters were written
    );
    CREATE INDEX documents_by_content ON documents (content);
    """

  private static let seriesUnit =
    "\n  series_unit TEXT NOT NULL             -- the unit in which it is compared: tấn for kg, lượt for lượt khách"

  /// - Parameter more: what columns it has beside the first ones.
  private static func observations(with more: String) -> String {
    """
    CREATE TABLE observations (
      -- One row a record: one number that a report states.
      id INTEGER PRIMARY KEY,              -- its number here
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE, -- the report
      document TEXT NOT NULL,              -- the report's path
      indicator TEXT NOT NULL,             -- the subject as the report words it
      indicator_code TEXT NOT NULL,        -- the catalogue's code, or ''
      parent TEXT NOT NULL,                -- the whole that it is a part of, or ''
      measure TEXT NOT NULL,               -- level, change, ratio, share, contribution
      base TEXT NOT NULL,                  -- what a change or ratio is against, or ''
      value REAL NOT NULL,                 -- the number as stated; value_text has its exact digits
      unit TEXT NOT NULL,                  -- ISO 4217 for money, %, pp, lần, else the Vietnamese unit
      unit_mult INTEGER NOT NULL,          -- the power of ten that value is in: 9 is tỷ
      denominator REAL,                    -- the whole in a fraction: 121 in 120/121
      period TEXT NOT NULL,                -- ISO 8601: 2022-11, 2022-Q3, 2022, 2022-01/2022-11, ../2022-11-15
      status TEXT NOT NULL,                -- actual, estimate, provisional, forecast, plan
      bound TEXT NOT NULL,                 -- about, over, under, from, to, or ''
      area TEXT NOT NULL,                  -- the place
      area_code TEXT NOT NULL,             -- its administrative code at the time of the report, or ''
      section TEXT NOT NULL,               -- the headings above it
      text TEXT NOT NULL,                  -- the exact words of number and unit
      start INTEGER NOT NULL,              -- their place in the report's text, in code points
      "end" INTEGER NOT NULL,              -- where the words end
      sentence TEXT NOT NULL,              -- the sentence it stands in
      rule TEXT NOT NULL,                  -- the rule that made the record
      confidence REAL NOT NULL,            -- 0 to 1
      flags TEXT NOT NULL,                 -- a;b
      provenance TEXT NOT NULL,            -- field=source;field=source
      alternatives TEXT NOT NULL,          -- other readings of the number
      value_text TEXT NOT NULL,            -- 5.50 stays 5.50
      denominator_text TEXT,               -- the whole in a fraction, in its digits
      series TEXT NOT NULL,                -- what figures of one series share: the code, with what restricts it
      prices TEXT NOT NULL,                -- constant 2010, current, or ''
      area_key TEXT NOT NULL,              -- by what the area is told from others of its name
      area_since TEXT NOT NULL,            -- the day from which the area stands as it is, or ''
      period_kind TEXT NOT NULL,           -- year, quarter, month, cumulative, as_of, day, span, or ''
      period_end TEXT NOT NULL\(more.isEmpty ? " " : ",")            -- the last day of the period, or ''\(more)
    );
    CREATE INDEX observations_by_document ON observations (document_id);
    CREATE INDEX observations_by_series ON observations (series, area, period_end);
    """
  }

  /// `marked` keeps the tone marks, `plain` has none, and `other` has them where the other school puts them, so
  /// that words are found however they are written.
  private static let search = """
    CREATE TABLE sentences (
      -- The sentences with figures, for full-text search.
      id INTEGER PRIMARY KEY,              -- its number here
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE, -- the report
      marked TEXT NOT NULL,                -- composed (NFC)
      plain TEXT NOT NULL,                 -- without marks: san luong
      other TEXT NOT NULL                  -- words whose tone mark may stand elsewhere: thuỷ for thủy
    );
    CREATE INDEX sentences_by_document ON sentences (document_id);
    CREATE VIRTUAL TABLE sentence_search USING fts5 (
      marked, plain, other, content = 'sentences', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 0'
    );
    CREATE TRIGGER sentences_inserted AFTER INSERT ON sentences BEGIN
      INSERT INTO sentence_search (rowid, marked, plain, other) VALUES (new.id, new.marked, new.plain, new.other);
    END;
    CREATE TRIGGER sentences_deleted AFTER DELETE ON sentences BEGIN
      INSERT INTO sentence_search (sentence_search, rowid, marked, plain, other)
        VALUES ('delete', old.id, old.marked, old.plain, old.other);
    END;
    """

  /// Whether the records of the document `d` count: not where it is missing and the same bytes were read elsewhere.
  static let counts = """
    (d.state <> 'missing' OR NOT EXISTS (
      SELECT 1 FROM documents e WHERE e.content = d.content AND e.state = 'read' AND d.content <> ''))
    """

  private static let views = """
    CREATE VIEW figures AS
      -- Records with their amounts written out and what is known of their reports.
      SELECT
        o.id,                -- the row of observations
        o.series,            -- what figures of one series share: the code, with what restricts it
        o.indicator_code,    -- the catalogue's code, or ''
        o.indicator,         -- the subject as the report words it
        o.parent,            -- the whole that it is a part of, or ''
        o.area_code,         -- the area's administrative code, or ''
        o.area,              -- the place
        o.period,            -- ISO 8601
        o.period_kind,       -- year, quarter, month, cumulative, as_of, day, span, or ''
        o.period_end,        -- the last day of the period, or ''
        o.measure,           -- level, change, ratio, share, contribution
        o.base,              -- what a change or ratio is against, or ''
        o.value,             -- the number as stated
        o.unit_mult,         -- the power of ten that value is in
        o.unit,              -- its unit
        o.value * CAST('1e' || o.unit_mult AS REAL) AS amount, -- the number written out, in unit
        o.status,            -- actual, estimate, provisional, forecast, plan
        o.bound,             -- about, over, under, from, to, or ''
        o.confidence,        -- how sure the reading is, 0 to 1
        o.flags,             -- what checks found against it
        o.text,              -- the exact words of number and unit
        o.sentence,          -- the sentence it stands in
        o.prices,            -- constant 2010, current, or ''
        o.area_key,          -- by what the area is told from others of its name
        o.area_since,        -- the day from which the area stands as the report speaks of it, or ''
        o.series_unit,       -- the unit in which it is compared
        o.start,             -- where the words begin in the report's text, in code points
        d.title,             -- the report's
        d.issuer,            -- the office that made the report
        d.day,               -- the report's date, or else the last day of what it is about
        d.number,            -- the office's number of the paper
        d.date,              -- when it was signed
        d.period AS report_period, -- what time the report is about
        d.url,               -- the report's
        d.path AS document,  -- the report's path
        d.state              -- read, failed or missing
      FROM observations o JOIN documents d ON d.id = o.document_id
      -- What went to another path counts there.
      WHERE \(counts);
    CREATE VIEW levels AS
      -- Of each level the latest statement of the best status: actual over provisional over estimate over forecast.
      SELECT
        series,              -- what figures of one series share: the code, with what restricts it
        indicator_code,      -- the catalogue's code, or ''
        indicator,           -- the subject as the report words it
        parent,              -- the whole that it is a part of, or ''
        area_code,           -- the area's administrative code, or ''
        area,                -- the place
        period,              -- ISO 8601
        period_kind,         -- year, quarter, month, cumulative, as_of, day, span, or ''
        period_end,          -- the last day of the period, or ''
        value,               -- the number as stated
        unit_mult,           -- the power of ten that value is in
        unit,                -- its unit
        amount,              -- the number written out, in unit
        prices,              -- constant 2010, current, or '': what differs in it may not be compared
        area_since,          -- the day from which the area stands as the report speaks of it, or ''
        status,              -- actual, provisional, estimate, forecast
        confidence,          -- how sure the reading is, 0 to 1
        text,                -- the exact words of number and unit
        sentence,            -- the sentence it stands in
        title,               -- the report's
        day,                 -- the report's date, or else the last day of what it is about
        document             -- the report's path
      FROM (
        SELECT *, row_number() OVER (
          PARTITION BY series, prices, area_key, area_since, period, series_unit
          ORDER BY CASE status WHEN 'actual' THEN 0 WHEN 'provisional' THEN 1 WHEN 'estimate' THEN 2 ELSE 3 END,
            day DESC, bound <> '', confidence DESC, document DESC, start
        ) AS place
        FROM figures WHERE measure = 'level' AND status <> 'plan'
      ) WHERE place = 1;
    CREATE VIEW growth AS
      -- Changes in per cent, each with what they are against.
      SELECT
        series,              -- what figures of one series share: the code, with what restricts it
        indicator_code,      -- the catalogue's code, or ''
        indicator,           -- the subject as the report words it
        parent,              -- the whole that it is a part of, or ''
        area_code,           -- the area's administrative code, or ''
        area,                -- the place
        period,              -- ISO 8601
        period_kind,         -- year, quarter, month, cumulative, as_of, day, span, or ''
        period_end,          -- the last day of the period, or ''
        base,                -- same_period, previous_period, year_end, base_year, plan, total
        value AS percent,    -- a fall is negative
        prices,              -- constant 2010, current, or ''
        area_since,          -- the day from which the area stands as the report speaks of it, or ''
        status,              -- actual, provisional, estimate, forecast, plan
        confidence,          -- how sure the reading is, 0 to 1
        text,                -- the exact words of number and unit
        sentence,            -- the sentence it stands in
        title,               -- the report's
        day,                 -- the report's date, or else the last day of what it is about
        document             -- the report's path
      FROM figures WHERE measure = 'change' AND unit = '%' AND base <> '';
    """
}
