import ArgumentParser
import SoLieu

/// Where `check` has its records go: they are looked at, and the findings come out at the end, worst first.
struct FindingSink: RecordSink {
  private let output: Output
  private let checker: ReportChecker
  private let format: FindingFormat
  private let tally: SeverityTally
  private var findings: [Finding] = []

  init(
    _ output: Output, _ checker: ReportChecker, _ format: FindingFormat, _ tally: SeverityTally
  ) {
    self.output = output
    self.checker = checker
    self.format = format
    self.tally = tally
  }

  mutating func take(_ records: DocumentRecords) throws(ExitCode) {
    findings += checker.findings(in: records.observations)
  }

  mutating func finish() throws(ExitCode) {
    // Stable: those of one weight stay in the order of the documents and their texts.
    let sorted = Severity.allCases.reversed().flatMap { severity in
      findings.filter { $0.severity == severity }
    }
    for finding in sorted { tally.count(finding.severity) }
    var bytes = FindingWriter(format: format, phrases: checker.phrases).bytes(of: sorted)
    try output.put(&bytes)
    try output.finish()
  }

  func discard() { output.discard() }
}
