internal import Observations
internal import Writers

/// The words that a workbook shows beside what the records say: the one place where they are chosen.
struct WorkbookLabels: Sendable {
  let observations = "observations"
  let series = "series"
  let sources = "sources"
  let charts = "charts"

  /// The header of the columns with links to sentences.
  let link = "source"
  let arrow = "→"

  func header(_ column: Column) -> String { column.rawValue }
  func header(_ column: SeriesColumn) -> String { column.rawValue }
  func header(_ column: SourceColumn) -> String { column.rawValue }

  /// What a level is counted in: tỷ VND.
  func unit(_ unit: String, multiplier: Int) -> String {
    let power =
      switch multiplier {
      case 0: ""
      case 3: "nghìn"
      case 4: "vạn"
      case 6: "triệu"
      case 9: "tỷ"
      case 12: "nghìn tỷ"
      default: "×10^\(multiplier)"
      }
    return [power, unit].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Above the charts.
  func chartNote(shown: Int, of all: Int) -> String {
    shown == all
      ? "Levels of the sheet \(series) with six or more periods"
      : "Levels of the sheet \(series) with six or more periods: the \(shown) longest of \(all)"
  }
}
