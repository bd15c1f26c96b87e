import ArgumentParser
import SoLieu
import Synchronization

/// `solieu check`: whether the figures of reports, or of a dataset's reports, hold together.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List figures that do not hold together.",
    discussion: """
      Each number is taken for all the values that it may have been rounded from; what is listed cannot \
      be true with any of them, or hardly. The worst comes first, with the figures as the report \
      prints them.

      Of a dataset, what does not hold together across its reports is listed too: growth that does not \
      lead back to the level of the year before, months that are not the difference of two cumulatives, \
      cumulatives that fall, plans that change, estimates that were corrected, amounts off by a power of \
      ten, months that are missing.

      EXAMPLES:
        solieu check bao-cao.txt
        solieu check figures.db
        solieu check archive/ --format csv -o findings.csv
        solieu check bao-cao.docx --fail-on error
      """)

  @Argument(
    help: ArgumentHelp(
      "Reports, and folders with reports, or one dataset; - is the standard input.",
      valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(help: "text, csv, json or jsonl.")
  var format = FindingFormat.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the findings to this file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "End with status 1 where there is a finding as bad as this, or worse: note, warning, error.",
      valueName: "severity"))
  var failOn: Severity?

  @OptionGroup var archive: ArchiveArguments
  @OptionGroup var formats: FormatArguments
  @OptionGroup var report: ReportArguments
  @OptionGroup var language: LexiconArguments

  @Flag(name: [.short, .long], help: "Leave out the summary; failures are still named.")
  var quiet = false

  func validate() throws {
    try OutputGuard(
      outputs: [("-o", output), ("--errors", archive.errors)],
      inputs: [("manifest", archive.manifestPath)], reports: paths,
      selection: FileSelection(include: archive.include, exclude: archive.exclude)
    ).check()
    guard let path = try DatasetCheck.path(in: paths) else { return }
    let unfit: [(option: String, isSaid: Bool)] = [
      ("--period", report.period != nil), ("--area", !report.area.isEmpty),
      ("--encoding", formats.encoding != nil), ("--manifest", archive.manifestPath != nil),
      ("--errors", archive.errors != nil), ("--include", !archive.include.isEmpty),
      ("--exclude", !archive.exclude.isEmpty), ("--jobs", archive.jobs != nil),
      ("--strict", archive.strict),
    ]
    if let option = unfit.first(where: \.isSaid)?.option {
      throw ValidationError(
        "'\(path)' is a dataset, whose reports are read already; leave out \(option)")
    }
  }

  func run() async throws {
    let pipeline = try language.pipeline()
    let checker = try language.checker(pipeline)
    let tally = SeverityTally()
    if let path = try DatasetCheck.path(in: paths) {
      try DatasetCheck(
        dataset: DatasetArgument(path: path), checker: checker, units: try language.units(),
        isQuiet: quiet
      ).run(FindingSink(try Output(path: output), checker, format, tally))
    } else {
      try await DocumentRun(
        paths: paths, archive: archive, outputs: [output],
        reader: ReportReader(
          pipeline: pipeline, checker: checker, formats: formats.options, options: report.options,
          manifest: try archive.manifest()),
        isQuiet: quiet
      ).run { _ throws(ExitCode) in
        FindingSink(try Output(path: output), checker, format, tally)
      }
    }
    if !quiet { Console.report(tally.summary) }
    if let failOn, tally.has(failOn) { throw ExitCode.someFailed }
  }
}

/// How many findings of each severity there are.
final class SeverityTally: Sendable {
  private let counts = Mutex<[Severity: Int]>([:])

  func count(_ severity: Severity) { counts.withLock { $0[severity, default: 0] += 1 } }

  /// Whether there is a finding as bad as `severity`, or worse.
  func has(_ severity: Severity) -> Bool {
    counts.withLock { $0.contains { $0.key >= severity && $0.value > 0 } }
  }

  /// `2 errors, 1 warning`.
  var summary: String {
    let counts = counts.withLock { $0 }
    let parts = Severity.allCases.reversed().compactMap { severity in
      counts[severity].map { "\($0) \(severity.rawValue)\($0 == 1 ? "" : "s")" }
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }
}
