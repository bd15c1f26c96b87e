internal import Observations
internal import Series
internal import Writers

/// The words that a workbook shows beside what the records say: the one place where they are chosen.
struct WorkbookLabels: Sendable {
  private let labels: Labels

  init(_ labels: Labels) { self.labels = labels }

  var observations: String { labels[.workbook, "observations"] }
  var series: String { labels[.workbook, "series"] }
  var sources: String { labels[.workbook, "sources"] }
  var findings: String { labels[.workbook, "findings"] }
  var charts: String { labels[.workbook, "charts"] }

  /// The header of the columns with links to sentences.
  var link: String { labels[.workbook, "source"] }
  let arrow = "→"

  func header(_ column: Column) -> String { labels.title(of: column) }
  func header(_ column: WideColumn) -> String { labels.title(of: column) }
  func header(_ column: FindingSheet.Column) -> String {
    Column(rawValue: column.rawValue).map(labels.title) ?? labels[.workbook, column.rawValue]
  }
  func header(_ column: SourceColumn) -> String {
    Column(rawValue: column.rawValue).map(labels.title) ?? labels[.workbook, column.rawValue]
  }

  func cell(of record: Observation, in column: Column) -> Column.Cell {
    labels.cell(of: record, in: column)
  }

  func cell(of row: WideRow, in column: WideColumn) -> Column.Cell {
    labels.cell(of: row, in: column)
  }

  /// What a level is counted in: tỷ VND.
  func unit(_ unit: String, multiplier: Int) -> String {
    [Multiplier.name(multiplier), unit].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Above the charts.
  func chartNote(shown: Int, of all: Int) -> String {
    let note =
      labels.language == .code
      ? "levels, or else growth, with six or more periods" : labels[.workbook, "note"]
    return shown == all ? note : "\(note) (\(shown)/\(all))"
  }
}

extension WideColumn {
  /// In characters of the sheet's type.
  var width: Double {
    switch self {
    case .indicator: 36
    case .indicatorCode, .parent, .series, .document: 26
    case .growthSamePeriod, .growthPreviousPeriod: 25
    case .percentOfPlan, .growthYearEnd, .growthBaseYear: 19
    case .area, .period, .value, .target: 18
    case .areaCode, .status, .unit, .unitMultiplier, .targetMultiplier, .share, .contribution,
      .prices,
      .areaSince:
      14
    }
  }
}

extension WideRow {
  /// Its level, or what was planned.
  var figure: Figure? { level ?? target }
}
