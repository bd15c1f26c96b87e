/// A form in which records are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// A table for a person at a terminal.
  case table
  /// Comma-separated values (RFC 4180).
  case csv
  /// One JSON value for the whole output (RFC 8259).
  case json
  /// One JSON object a line, one record an object (JSON Lines, also called NDJSON).
  case jsonl
  /// A SQLite database, the dataset's own.
  case sqlite
  /// SDMX-CSV 2.0.0, for the tools of statistics offices.
  case sdmxCSV = "sdmx-csv"
  /// A zip with CSV and its description (Frictionless Data Package).
  case dataPackage = "datapackage"
  /// An Excel workbook (Office Open XML).
  case xlsx

  /// Whether it is no text, and nothing for a terminal.
  public var isBinary: Bool { self == .xlsx || self == .dataPackage || self == .sqlite }

  /// The format that the ending of `path` names, in either case: `.csv`, `.json`, `.jsonl`,
  /// `.ndjson`, `.xlsx`, `.db`, `.sqlite`, `.sqlite3`, `.sdmx.csv`, `.zip` for a data package, and `.txt` for a
  /// table; `nil` for any other ending.
  public init?(path: String) {
    if path.lowercased().hasSuffix(".sdmx.csv") {
      self = .sdmxCSV
      return
    }
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[dot...].lowercased() {
    case ".csv": self = .csv
    case ".json": self = .json
    case ".jsonl", ".ndjson": self = .jsonl
    case ".db", ".sqlite", ".sqlite3": self = .sqlite
    case ".zip": self = .dataPackage
    case ".xlsx": self = .xlsx
    case ".txt": self = .table
    default: return nil
    }
  }
}
