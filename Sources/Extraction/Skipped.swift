public import Observations

/// Why a part of a text became no record: a closed set.
public enum SkipReason: String, Sendable, Hashable, CaseIterable {
  // What may hold a figure that no record gives.

  /// A number without one likely reading: 19.94,67.
  case damagedNumber = "damaged_number"
  /// A number without unit or verb.
  case bareNumber = "bare_number"
  /// A table of which no column of figures is understood.
  case table
  /// Lines of numbers that nothing divides into columns.
  case looseRows = "loose_rows"
  /// A table's column whose head is not understood.
  case tableColumn = "table_column"
  /// A table's row without a label, or with more or fewer cells than its head.
  case tableRow = "table_row"
  /// A table's cell that holds words alone, or several numbers.
  case tableCell = "table_cell"
  /// A line that a page adds: a caption, a counter, a link to another article.
  case pageChrome = "page_chrome"

  // What is no figure of its own.

  /// A number that says which ones are meant or of how many: tàu từ 15 m trở lên, trong 11 nhóm.
  case qualifier
  /// A time or a date.
  case time
  /// A number in a name: 16/CT-TTg, COVID-19, mũi 4.
  case name
  /// The number of a heading or of a list's item.
  case mark
  /// A number in a table's head, in its labels or in its column of ordinals.
  case tableLabel = "table_label"

  /// Whether a figure may be lost with it. The others state none.
  public var isLoss: Bool {
    switch self {
    case .damagedNumber, .bareNumber, .table, .looseRows, .tableColumn, .tableRow, .tableCell,
      .pageChrome:
      true
    case .qualifier, .time, .name, .mark, .tableLabel: false
    }
  }

  /// Whether each is worth a line of its own; the others are enough as a count.
  public var isListed: Bool { isLoss || self == .qualifier }

  /// What is said of one: `a number without unit or verb`.
  public var sentence: String {
    switch self {
    case .damagedNumber: "a number without one likely reading"
    case .bareNumber: "a number without unit or verb"
    case .table: "table: no column of figures is understood"
    case .looseRows: "table: nothing divides its numbers into columns"
    case .tableColumn: "table: the column is not understood"
    case .tableRow: "table: the row does not fit"
    case .tableCell: "table: no single number in the cell"
    case .pageChrome: "a line that the page adds"
    case .qualifier: "a number that says which are meant, or of how many"
    case .time: "a time or a date"
    case .name: "a number in a name"
    case .mark: "the number of a heading or of a list"
    case .tableLabel: "a number in the head or the labels of a table"
    }
  }

  /// So many of them: `1 damaged number`, `2 damaged numbers`.
  public func counted(_ count: Int) -> String {
    let (one, several) =
      switch self {
      case .damagedNumber: ("damaged number", "damaged numbers")
      case .bareNumber: ("number without unit or verb", "numbers without unit or verb")
      case .table: ("table not understood", "tables not understood")
      case .looseRows: ("table without columns", "tables without columns")
      case .tableColumn: ("table column not understood", "table columns not understood")
      case .tableRow: ("table row that does not fit", "table rows that do not fit")
      case .tableCell: ("table cell without one number", "table cells without one number")
      case .pageChrome: ("line of page chrome", "lines of page chrome")
      case .qualifier: ("qualifier", "qualifiers")
      case .time: ("time", "times")
      case .name: ("name", "names")
      case .mark: ("heading or list number", "heading or list numbers")
      case .tableLabel: ("table label", "table labels")
      }
    return "\(count) \(count == 1 ? one : several)"
  }
}

/// A part of a text that became no record, and why.
public struct Skipped: Sendable, Hashable {
  public var reason: SkipReason
  /// Half-open range of code points.
  public var start: Int
  public var end: Int
  /// Its words; of several lines the first.
  public var text: String
  /// What else is to be said of this one: `4 cells under 3 columns`; mostly empty.
  public var detail: String

  /// The reason's sentence with the detail.
  public var explanation: String {
    detail.isEmpty ? reason.sentence : "\(reason.sentence), \(detail)"
  }
}

/// How many parts of a text, or of many, became no record, by the reason.
public struct SkipTally: Sendable, Hashable {
  private var counts: [SkipReason: Int] = [:]

  public init() {}

  public subscript(reason: SkipReason) -> Int { counts[reason] ?? 0 }

  /// The reasons that occur, in the order of ``SkipReason``, each with how often.
  public var occurring: [(reason: SkipReason, count: Int)] {
    SkipReason.allCases.compactMap { reason in counts[reason].map { (reason, $0) } }
  }

  mutating func count(_ reason: SkipReason) { counts[reason, default: 0] += 1 }

  public static func += (total: inout SkipTally, more: SkipTally) {
    total.counts.merge(more.counts, uniquingKeysWith: +)
  }
}

/// What reading a document gave.
public struct DocumentReading: Sendable {
  /// The records in the order of the text.
  public var observations: [Observation]
  /// What may hold figures and became no record: the reasons with ``SkipReason/isLoss``.
  public var skipped: SkipTally
  /// What is known of the report beside its figures.
  public var metadata: ReportMetadata
}
