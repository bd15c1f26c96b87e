internal import Checks
internal import Observations
internal import Writers

/// The sheet of what checks found, worst first.
struct FindingSheet {
  private let checker: ReportChecker
  private var findings: [Finding] = []

  init(_ checker: ReportChecker) { self.checker = checker }

  /// The columns, links apart.
  enum Column: String, CaseIterable {
    case severity, code, vietnamese, english, figures, document

    var width: Double {
      switch self {
      case .severity: 12
      case .code: 26
      case .vietnamese, .english: 90
      case .figures: 40
      case .document: 28
      }
    }
  }

  mutating func add(_ records: DocumentRecords) {
    findings += checker.findings(in: records.observations)
  }

  /// - Parameter place: where the sentence of a record stands.
  func write(
    labels: WorkbookLabels, rowLimit: Int, to file: WorkbookFile,
    place: (Observation) -> Sheet.Place?
  ) throws(WriterError) -> String? {
    var table = try RollingTable(
      labels.findings,
      Column.allCases.map { .init(text: labels.header($0), width: $0.width) }
        + [.init(text: labels.link, width: 10)],
      rowLimit: rowLimit, in: file)
    for severity in Severity.allCases.reversed() {
      for finding in findings where finding.severity == severity {
        let (sheet, row) = try table.nextRow()
        for (column, kind) in Column.allCases.enumerated() {
          try sheet.write(text(of: finding, in: kind), row, column)
        }
        if let place = finding.records.first.flatMap(place) {
          try sheet.write(labels.arrow, to: place, row, Column.allCases.count)
        }
      }
    }
    try table.finish()
    return table.note
  }

  private func text(of finding: Finding, in column: Column) -> String {
    switch column {
    case .severity: finding.severity.rawValue
    case .code: finding.code
    case .vietnamese: checker.phrases.vietnamese(finding)
    case .english: checker.phrases.english(finding)
    case .figures: finding.records.map(\.text).joined(separator: "; ")
    case .document: finding.records.first?.document ?? ""
    }
  }
}
