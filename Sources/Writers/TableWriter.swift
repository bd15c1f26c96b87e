public import Observations

/// A table for a person at a terminal; its layout is no interface for programs.
///
/// Each document has a line with its name and its number of records, then a header and a row a
/// record: the indicator after its parent (`parent › indicator`), measure and base, the figure with
/// multiplier and unit (`2 152,8 tỷ VND`), the period, status and bound (an actual, unbounded figure
/// shows neither). What has no room is cut with `…`, the digits of a figure last.
public struct TableWriter: RecordWriter {
  /// How many cells of the terminal a line may take.
  private let width: Int
  private let color: Bool
  private let labels: Labels
  private var isFirst = true

  /// - Parameters:
  ///   - width: how many columns of the terminal a line may take, 60 at least: a lesser width is
  ///     taken for that, as it would cut figures.
  ///   - color: whether the header is bold (ECMA-48, SGR 1).
  public init(width: Int, color: Bool, labels: Labels = .codes) {
    self.width = max(width, 60)
    self.color = color
    self.labels = labels
  }

  /// Whether a text begins as such a table does: with a document's records, and a header in the labels' language.
  public static func begins(_ text: String, labels: Labels) -> Bool {
    let lines = text.split(separator: "\n", maxSplits: 2).prefix(2)
    guard lines.count == 2, let title = lines.first, let header = lines.last else { return false }
    return (title.hasSuffix(" record") || title.hasSuffix(" records"))
      && header.hasPrefix(TableColumn.indicator.title(labels))
      && header.contains(TableColumn.period.title(labels))
  }

  public mutating func write(_ records: DocumentRecords, into output: inout [UInt8]) {
    if !isFirst { output.append(UInt8(ascii: "\n")) }
    isFirst = false
    let count = records.observations.count
    let title = DisplayText("\(records.document): \(count) \(count == 1 ? "record" : "records")")
    title.append(to: &output, cutTo: width)
    output.append(UInt8(ascii: "\n"))
    guard count > 0 else { return }

    let header = TableColumn.allCases.map { DisplayText($0.title(labels)) }
    let rows = records.observations.map { record in
      TableColumn.allCases.map { $0.display(of: record, labels) }
    }
    let layout = TableLayout(rows: [header] + rows, width: width)
    if color { output.append(contentsOf: "\u{1B}[1m".utf8) }
    layout.append(header, to: &output)
    output.append(contentsOf: (color ? "\u{1B}[0m\n" : "\n").utf8)
    for row in rows {
      layout.append(row, to: &output)
      output.append(UInt8(ascii: "\n"))
    }
  }
}
