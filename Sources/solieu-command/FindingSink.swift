import ArgumentParser
import SoLieu

/// Where `check` has its records go: they are looked at, and the findings come out at the end, worst first.
struct FindingSink: RecordSink {
  private let output: Output
  private let checker: ReportChecker
  private let tally: SeverityTally
  private let writer: FindingWriter
  /// The findings of each severity as they are written, in the order of the documents and their texts.
  private var written: [Severity: [UInt8]] = [:]

  init(
    _ output: Output, _ checker: ReportChecker, _ format: FindingFormat, _ tally: SeverityTally
  ) {
    self.output = output
    self.checker = checker
    self.tally = tally
    writer = FindingWriter(format: format, phrases: checker.phrases)
  }

  mutating func take(_ records: DocumentRecords) throws(ExitCode) {
    take(checker.findings(in: records.observations))
  }

  mutating func take(_ findings: [Finding]) {
    for finding in findings {
      tally.count(finding.severity)
      if written[finding.severity] != nil {
        written[finding.severity]?.append(contentsOf: writer.separator)
      }
      written[finding.severity, default: []].append(contentsOf: writer.bytes(of: finding))
    }
  }

  mutating func finish() throws(ExitCode) {
    var bytes = writer.head
    var isFirst = true
    for severity in Severity.allCases.reversed() {
      guard let findings = written.removeValue(forKey: severity) else { continue }
      if !isFirst { bytes += writer.separator }
      isFirst = false
      try output.put(&bytes)
      bytes = findings
      try output.put(&bytes)
    }
    bytes += writer.tail
    try output.put(&bytes)
    try output.finish()
  }

  func discard() { output.discard() }
}
