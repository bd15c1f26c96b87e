import ArgumentParser
import SoLieu

/// `solieu extract`: the records of reports.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the records of reports.",
    discussion: """
      Writes a table to a terminal and CSV to a pipe; with -o, the format that the ending of OUT \
      names: .csv, .json, .jsonl (or .ndjson), .txt for a table. --format overrides both. OUT is \
      written whole or not at all. A report that cannot be read is named, and the others still \
      come out. A summary on the standard error ends the run: how many records there are, and how \
      much of the reports was not read, by the reason; 'solieu explain' lists it.

      EXAMPLES:
        solieu extract bao-cao.txt
        solieu extract 2022/*.txt -o figures.csv
        solieu extract bao-cao.txt --format jsonl | head
        solieu extract --period 2022-11 --area "Lạng Sơn" - < doan-van.txt
      """)

  @Argument(
    help: ArgumentHelp("Reports in plain UTF-8 text; - is the standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file rather than to the standard output.", valueName: "out"),
    completion: .file())
  var output: String?

  @Option(help: "The form of the output.")
  var format: OutputFormat?

  @OptionGroup var report: ReportArguments
  @OptionGroup var language: LexiconArguments

  @Flag(name: [.short, .long], help: "Leave out the summary; failures are still named.")
  var quiet = false

  func validate() throws {
    if let output, output != Input.standard {
      let target = FileSystem.resolved(output)
      if let same = files.first(where: { $0 != Input.standard && FileSystem.resolved($0) == target }
      ) {
        throw ValidationError("'\(output)' is the report \(same) itself; name another file for -o")
      }
    }
    guard format == nil, let output, output != Input.standard else { return }
    if OutputFormat(path: output) == nil {
      throw ValidationError(
        "'\(output)' has no ending that names a format; end it in .csv, .json, .jsonl or .txt, or "
          + "say --format")
    }
  }

  func run() throws {
    let pipeline = try language.pipeline()
    let output = try Output(path: output)
    var run = ExtractionRun(output: output, writer: writer())
    for path in files {
      do throws(InputError) {
        let source = try Input.document(path)
        run.add(pipeline.read(source, document: path, options: report.options), of: path)
      } catch {
        run.fail(error)
      }
      try run.flush()
    }
    try run.finish()
    if !quiet { run.summarize() }
    try ExitCode.check(documents: files.count, failed: run.failed)
  }

  private func writer() -> any RecordWriter {
    let isStandard = output == nil || output == Input.standard
    let terminal = Terminal.output
    let ending = isStandard ? nil : output.flatMap { OutputFormat(path: $0) }
    let usual: OutputFormat = terminal.isTerminal ? .table : .csv
    return makeWriter(
      format ?? ending ?? usual, several: files.count > 1, width: terminal.width,
      color: isStandard && terminal.allowsColor)
  }
}
