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
  @OptionGroup var reading: ArchiveReading

  func validate() throws {
    try OutputGuard(
      outputs: [("-o", form.output), ("--errors", reading.archive.errors)],
      inputs: [("manifest", reading.archive.manifestPath)], reports: paths,
      selection: reading.archive.selection(without: [])
    ).check()
  }

  func run() async throws {
    let pipeline = try reading.language.pipeline()
    try await DocumentRun(
      paths: paths, archive: reading.archive, outputs: [form.output],
      reader: try reading.reader(pipeline, try reading.archive.manifest()), isQuiet: reading.quiet
    ).run { several throws(ExitCode) in
      try form.sink(several: several, reading.language, reader: pipeline)
    }
  }
}
