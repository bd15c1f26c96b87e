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
  /// An Excel workbook (Office Open XML).
  case xlsx

  /// Whether it is no text, and nothing for a terminal.
  public var isBinary: Bool { self == .xlsx }

  /// The format that the ending of `path` names, in either case: `.csv`, `.json`, `.jsonl`,
  /// `.ndjson`, `.xlsx`, and `.txt` for a table; `nil` for any other ending.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[dot...].lowercased() {
    case ".csv": self = .csv
    case ".json": self = .json
    case ".jsonl", ".ndjson": self = .jsonl
    case ".xlsx": self = .xlsx
    case ".txt": self = .table
    default: return nil
    }
  }
}
