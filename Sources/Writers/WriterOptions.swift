public import Checks
public import Series

/// How records are laid out.
public enum Layout: String, Sendable, Hashable, CaseIterable {
  /// One row a record.
  case long
  /// One row for each indicator, area and period.
  case wide
}

/// In which form records are written.
public struct WriterOptions: Sendable {
  public var format: OutputFormat
  public var layout = Layout.long
  public var labels = Labels.codes
  public var dialect = CSVDialect.rfc4180
  /// What figures of one series have in common.
  public var identity = SeriesIdentity()
  /// What looks whether figures hold together, for the forms that tell.
  public var checker: ReportChecker?
  /// Whether more than one document may follow; a JSON output is then an array.
  public var several = false
  /// How many columns of the terminal a table may take.
  public var width = 80
  /// Whether a table may use the terminal's bold type (ECMA-48).
  public var color = false

  public init(_ format: OutputFormat) { self.format = format }

  /// Throws where the options do not go together.
  public func check() throws(WriterError) {
    if layout == .wide, !format.hasWideLayout {
      throw WriterError(
        "the wide layout has no form as \(format.rawValue)",
        remedy: "choose one of \(Self.list { $0.hasWideLayout }), or the long layout")
    }
    if labels.language != .code, !format.hasLabels {
      throw WriterError(
        "\(format.rawValue) is for programs and has codes, not labels",
        remedy: "choose one of \(Self.list { $0.hasLabels }), or leave the labels out")
    }
    if dialect != .rfc4180, format != .csv {
      throw WriterError(
        "\(format.rawValue) has no dialects of CSV",
        remedy: "choose the format csv, or leave the dialect out")
    }
  }

  private static func list(_ isMeant: (OutputFormat) -> Bool) -> String {
    OutputFormat.allCases.filter(isMeant).map(\.rawValue).joined(separator: ", ")
  }
}

extension OutputFormat {
  fileprivate var hasWideLayout: Bool {
    switch self {
    case .csv, .json, .jsonl, .dataPackage: true
    case .table, .sdmxCSV, .sqlite, .xlsx: false
    }
  }

  fileprivate var hasLabels: Bool {
    switch self {
    // In a data package they are titles.
    case .table, .csv, .dataPackage, .xlsx: true
    case .json, .jsonl, .sdmxCSV, .sqlite: false
    }
  }
}
