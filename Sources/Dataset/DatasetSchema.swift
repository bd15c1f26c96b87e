internal import GRDB

/// The tables and views of a dataset. SQLite keeps the comments: `.schema` shows them.
enum DatasetSchema {
  /// Tells our databases from others (SQLite's `application_id`): "SoLi".
  static let applicationID = 0x536F_4C69

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: tables)
      try db.execute(sql: search)
      try db.execute(sql: views)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE documents (
      -- A report: a file, or a file in an archive.
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,           -- as it was given
      state TEXT NOT NULL                  -- read; failed: see problem; missing: the file is gone, its records stay unless it was moved
        CHECK (state IN ('read', 'failed', 'missing')),
      problem TEXT NOT NULL DEFAULT '',
      content TEXT NOT NULL,               -- SHA-256 of the file's bytes
      reading TEXT NOT NULL,               -- with which rules and options it was read
      title TEXT NOT NULL DEFAULT '',
      period TEXT NOT NULL DEFAULT '',     -- what time it is about, ISO 8601
      area TEXT NOT NULL DEFAULT '',
      day TEXT NOT NULL DEFAULT '',        -- its date, or else the last day of what it is about
      issuer TEXT NOT NULL DEFAULT '',
      number TEXT NOT NULL DEFAULT '',     -- the office's number of the paper
      date TEXT NOT NULL DEFAULT '',       -- when it was signed, ISO 8601
      url TEXT NOT NULL DEFAULT '',
      format TEXT NOT NULL DEFAULT '',
      encoding TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX documents_by_content ON documents (content);
    CREATE TABLE observations (
      -- One row a record: one number that a report states.
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      document TEXT NOT NULL,              -- the report's path
      indicator TEXT NOT NULL,             -- the subject as the report words it
      indicator_code TEXT NOT NULL,        -- the catalogue's code, or ''
      parent TEXT NOT NULL,                -- the whole that it is a part of, or ''
      measure TEXT NOT NULL,               -- level, change, ratio, share, contribution
      base TEXT NOT NULL,                  -- what a change or ratio is against, or ''
      value REAL NOT NULL,                 -- the number as stated; value_text has its exact digits
      unit TEXT NOT NULL,
      unit_mult INTEGER NOT NULL,          -- the power of ten that value is in: 9 is tỷ
      denominator REAL,                    -- the whole in a fraction: 121 in 120/121
      period TEXT NOT NULL,                -- ISO 8601: 2022-11, 2022-Q3, 2022, 2022-01/2022-11, ../2022-11-15
      status TEXT NOT NULL,                -- actual, estimate, provisional, forecast, plan
      bound TEXT NOT NULL,                 -- about, over, under, from, to, or ''
      area TEXT NOT NULL,
      area_code TEXT NOT NULL,
      section TEXT NOT NULL,
      text TEXT NOT NULL,                  -- the exact words of number and unit
      start INTEGER NOT NULL,              -- their place in the report's text, in code points
      "end" INTEGER NOT NULL,
      sentence TEXT NOT NULL,
      rule TEXT NOT NULL,
      confidence REAL NOT NULL,            -- 0 to 1
      flags TEXT NOT NULL,                 -- a;b
      provenance TEXT NOT NULL,            -- field=source;field=source
      alternatives TEXT NOT NULL,
      value_text TEXT NOT NULL,            -- 5.50 stays 5.50
      denominator_text TEXT,
      series TEXT NOT NULL,                -- what figures of one series share: the code, with what restricts it
      prices TEXT NOT NULL,                -- constant 2010, current, or ''
      area_key TEXT NOT NULL,              -- by what the area is told from others of its name
      area_since TEXT NOT NULL,            -- the day from which the area stands as it is, or ''
      period_kind TEXT NOT NULL,           -- year, quarter, month, cumulative, as_of, day, span, or ''
      period_end TEXT NOT NULL             -- the last day of the period, or ''
    );
    CREATE INDEX observations_by_document ON observations (document_id);
    CREATE INDEX observations_by_series ON observations (series, area, period_end);
    """

  /// `marked` keeps the tone marks, `plain` has none, and `other` has them where the other school puts them, so
  /// that words are found however they are written.
  private static let search = """
    CREATE TABLE sentences (
      -- The sentences with figures, for full-text search.
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
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
      SELECT o.id, o.series, o.indicator_code, o.indicator, o.parent, o.area_code, o.area, o.period,
        o.period_kind, o.period_end, o.measure, o.base, o.value, o.unit_mult, o.unit,
        o.value * CAST('1e' || o.unit_mult AS REAL) AS amount, o.status, o.bound, o.confidence, o.flags, o.text,
        o.sentence, o.prices, o.area_key, o.area_since, o.start, d.title, d.issuer, d.day, d.number, d.date, d.period AS report_period, d.url,
        d.path AS document, d.state
      FROM observations o JOIN documents d ON d.id = o.document_id
      -- What went to another path counts there.
      WHERE \(counts);
    CREATE VIEW levels AS
      -- Of each level the latest statement of the best status: actual over provisional over estimate over forecast.
      SELECT series, indicator_code, indicator, parent, area_code, area, period, period_kind, period_end,
        value, unit_mult, unit, amount, prices, area_since, status, confidence, text, sentence, title, day,
        document
      FROM (
        SELECT *, row_number() OVER (
          PARTITION BY series, prices, area_key, period, unit
          ORDER BY CASE status WHEN 'actual' THEN 0 WHEN 'provisional' THEN 1 WHEN 'estimate' THEN 2 ELSE 3 END,
            day DESC, bound <> '', confidence DESC, document DESC, start
        ) AS place
        FROM figures WHERE measure = 'level' AND status <> 'plan'
      ) WHERE place = 1;
    CREATE VIEW growth AS
      -- Changes in per cent, each with what they are against.
      SELECT series, indicator_code, indicator, parent, area_code, area, period, period_kind, period_end, base,
        value AS percent, prices, area_since, status, confidence, text, sentence, title, day, document
      FROM figures WHERE measure = 'change' AND unit = '%' AND base <> '';
    """
}
