public import Checks
public import Observations
public import Series
internal import Synchronization
public import Writers

/// An Excel workbook (Office Open XML), made by libxlsxwriter.
///
/// - `observations`: one row a record, the columns of the specification in their order, then a link to its
///   sentence. Numbers are numbers, shown with exactly the decimals stated; everything else is text.
/// - `series`: one row for each indicator, area, period and unit (see ``Series/WideTable``), the levels of one
///   series in one power of ten.
/// - `sources`: one row a sentence, with what is known of its document.
/// - `findings`: what does not hold together, worst first, each with a link to the sentence of its first figure.
/// - `charts`: a line for each indicator of the catalogue with six or more periods; left out where there is none.
///
/// A table longer than a sheet goes on in `observations 2` and so on. The whole file comes in ``end(into:)``;
/// until then its rows are in temporary files without a name, and memory grows with the series and sentences.
/// Copies of a writer write the same workbook.
public struct WorkbookWriter: RecordWriter {
  private let labels: Labels
  private let identity: SeriesIdentity
  private let checker: ReportChecker?
  private let rowLimit: Int
  private let state = State()
  /// Which tables take several sheets.
  public private(set) var notes: [String] = []

  /// By what our workbooks are known: a property of the document with this name.
  public static let property = "solieu"

  /// As many rows as a sheet of Excel has.
  public static let maximumRows = 1_048_576

  /// - Parameters:
  ///   - labels: what sheets, columns and codes are called.
  ///   - identity: what figures of one series have in common.
  ///   - checker: what looks whether figures hold together; without one there is no sheet of findings.
  ///   - rowLimit: how many rows a sheet may have with its header: 2 to ``maximumRows``.
  public init(
    labels: Labels = .codes, identity: SeriesIdentity = SeriesIdentity(),
    checker: ReportChecker? = nil, rowLimit: Int = WorkbookWriter.maximumRows
  ) {
    self.labels = labels
    self.identity = identity
    self.checker = checker
    self.rowLimit = min(max(rowLimit, 2), Self.maximumRows)
  }

  public mutating func begin(into output: inout [UInt8]) throws(WriterError) {
    let (labels, identity, checker, rowLimit) = (
      WorkbookLabels(labels), identity, checker, rowLimit
    )
    try state.draft.withLock { draft throws(WriterError) in
      draft = try WorkbookDraft(
        labels: labels, identity: identity, checker: checker, rowLimit: rowLimit)
    }
  }

  public mutating func write(
    _ records: DocumentRecords, into output: inout [UInt8]
  ) throws(WriterError) {
    try state.draft.withLock { draft throws(WriterError) in try draft?.add(records) }
  }

  public mutating func end(into output: inout [UInt8]) throws(WriterError) {
    let (bytes, notes) = try state.draft.withLock { draft throws(WriterError) in
      defer { draft = nil }
      return (try draft?.finish() ?? [], draft?.notes ?? [])
    }
    self.notes = notes
    // The file may be large: it is not copied without need.
    if output.isEmpty { output = bytes } else { output.append(contentsOf: bytes) }
  }

  /// What the C library holds, for one thread at a time.
  private final class State: Sendable {
    let draft = Mutex<WorkbookDraft?>(nil)
  }
}
