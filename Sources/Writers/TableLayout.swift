/// How wide each column of a table is, and how a row is set in them.
struct TableLayout: Sendable {
  /// The cells of each column, in the order of `TableColumn`.
  private var widths: [Int]

  private static let gap = 2

  /// Which column gives way, in turn, and to what width at least: long units first, the digits of
  /// figures last.
  private static let givingWay: [(column: TableColumn, least: Int)] = [
    (.indicator, 40), (.value, 24), (.measure, 18), (.indicator, 24), (.measure, 12), (.status, 8),
    (.indicator, 16), (.measure, 6), (.status, 4), (.period, 10), (.value, 12),
  ]

  /// Columns as wide as what stands in them, less what does not fit into `width` cells, of which
  /// there are at least 60.
  init(rows: [[DisplayText]], width: Int) {
    let columns = TableColumn.allCases
    widths = columns.map { column in rows.map { $0[column.rawValue].width }.max() ?? 0 }
    let room = width - Self.gap * (columns.count - 1)
    for (column, least) in Self.givingWay {
      let excess = widths.reduce(0, +) - room
      guard excess > 0 else { return }
      let wide = widths[column.rawValue]
      widths[column.rawValue] = max(min(wide, least), wide - excess)
    }
  }

  /// Appends one row without its line end, and without spaces at its end.
  func append(_ row: [DisplayText], to output: inout [UInt8]) {
    let start = output.count
    for column in TableColumn.allCases {
      let text = row[column.rawValue]
      let width = widths[column.rawValue]
      if column.rawValue > 0 { Self.appendSpaces(Self.gap, to: &output) }
      if column.isRightAligned { Self.appendSpaces(width - text.width, to: &output) }
      let taken = text.append(to: &output, cutTo: width)
      if !column.isRightAligned { Self.appendSpaces(width - taken, to: &output) }
    }
    while output.count > start, output.last == UInt8(ascii: " ") { output.removeLast() }
  }

  private static func appendSpaces(_ count: Int, to output: inout [UInt8]) {
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, count)))
  }
}
