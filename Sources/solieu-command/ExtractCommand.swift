import ArgumentParser
import SoLieu

/// `solieu extract`: the records of reports.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the records of reports.",
    discussion: """
      Writes a table to a terminal and CSV to a pipe; with -o, the format that the ending of OUT \
      names: .csv, .json, .jsonl (or .ndjson), .xlsx, .db for a database, .sdmx.csv, .zip for a data \
      package, .txt for a table. --format overrides both. OUT is written whole or not at all. A report that cannot be \
      read is named, and the others still come out. Folders are walked: report formats in them are \
      read, the rest is passed over. A summary on the standard error ends the run: how many records \
      there are, and how much of the reports was not read, by the reason; 'solieu explain' lists it.

      --layout wide has one row for each indicator, area and period, with the level beside its target \
      and growth; of a figure that several reports state the most final counts. CSV is for programs, \
      every text as it is; --csv-dialect excel or excel-vi is for spreadsheets. --labels names columns \
      and codes in Vietnamese or English.

      EXAMPLES:
        solieu extract bao-cao.txt
        solieu extract 2022/*.txt -o figures.csv
        solieu extract archive/ -o dataset.csv --errors failed.jsonl
        solieu extract archive/ -o bang.csv --csv-dialect excel-vi --labels vi
        solieu extract archive/ -o wide.csv --layout wide
        solieu extract archive/ -o dataset.xlsx
        solieu extract bao-cao.txt --format jsonl | head
        solieu extract --period 2022-11 --area "Lạng Sơn" - < doan-van.txt
      """)

  @Argument(
    help: ArgumentHelp(
      "Reports, and folders with reports; - is the standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @OptionGroup var form: OutputArguments
  @OptionGroup var archive: ArchiveArguments
  @OptionGroup var formats: FormatArguments
  @OptionGroup var report: ReportArguments
  @OptionGroup var language: LexiconArguments

  @Flag(name: [.short, .long], help: "Leave out the summary; failures are still named.")
  var quiet = false

  func validate() throws {
    try OutputGuard(
      outputs: [("-o", form.output), ("--errors", archive.errors)],
      inputs: [("manifest", archive.manifestPath)], reports: paths,
      selection: FileSelection(include: archive.include, exclude: archive.exclude)
    ).check()
  }

  func run() async throws {
    let pipeline = try language.pipeline()
    try await DocumentRun(
      paths: paths, archive: archive, outputs: [form.output],
      reader: ReportReader(
        pipeline: pipeline, checker: try language.checker(pipeline), formats: formats.options,
        options: report.options, manifest: try archive.manifest()),
      isQuiet: quiet
    ).run { several throws(ExitCode) in try form.sink(several: several, language) }
  }
}
