import ArgumentParser
import SoLieu

/// How the reports of an archive are found and read.
struct ArchiveReading: ParsableArguments {
  @OptionGroup var archive: ArchiveArguments
  @OptionGroup var formats: FormatArguments
  @OptionGroup var report: ReportArguments
  @OptionGroup var language: LexiconArguments

  @Flag(name: [.short, .long], help: "Leave out the summary; failures are still named.")
  var quiet = false

  func reader(_ pipeline: Pipeline, _ manifest: Manifest?) throws(ExitCode) -> ReportReader {
    ReportReader(
      pipeline: pipeline, checker: try language.checker(pipeline), formats: formats.options,
      options: report.options, manifest: manifest)
  }

  /// What tells whether documents are read as before.
  func version() throws(ExitCode) -> String {
    try language.version() + report.version + formats.version
  }
}
