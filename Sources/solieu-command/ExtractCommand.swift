import ArgumentParser
import SoLieu

/// `solieu extract`: the records of reports.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the records of reports.",
    discussion: """
      Writes a table to a terminal and CSV to a pipe; with -o, the format that the ending of OUT \
      names: .csv, .json, .jsonl (or .ndjson), .xlsx for a workbook, .txt for a table. --format \
      overrides both. OUT is written whole or not at all. A report that cannot be read is named, and the others still \
      come out. Folders are walked: report formats in them are read, the rest is passed over. A summary on the standard error ends the run: how many records there are, and how \
      much of the reports was not read, by the reason; 'solieu explain' lists it.

      EXAMPLES:
        solieu extract bao-cao.txt
        solieu extract 2022/*.txt -o figures.csv
        solieu extract archive/ -o dataset.csv --errors failed.jsonl
        solieu extract archive/ -o dataset.xlsx
        solieu extract bao-cao.txt --format jsonl | head
        solieu extract --period 2022-11 --area "Lạng Sơn" - < doan-van.txt
      """)

  @Argument(
    help: ArgumentHelp(
      "Reports, and folders with reports; - is the standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file rather than to the standard output.", valueName: "out"),
    completion: .file())
  var output: String?

  @Option(help: "The form of the output.")
  var format: OutputFormat?

  @OptionGroup var archive: ArchiveArguments
  @OptionGroup var formats: FormatArguments
  @OptionGroup var report: ReportArguments
  @OptionGroup var language: LexiconArguments

  @Flag(name: [.short, .long], help: "Leave out the summary; failures are still named.")
  var quiet = false

  func validate() throws {
    if let output, output != Input.standard {
      let target = FileSystem.resolved(output)
      if let same = paths.first(where: { $0 != Input.standard && FileSystem.resolved($0) == target }
      ) {
        throw ValidationError("'\(output)' is the report \(same) itself; name another file for -o")
      }
      if let errors = archive.errors, errors == output || FileSystem.resolved(errors) == target {
        throw ValidationError("-o and --errors name the same file '\(output)'; name two")
      }
    }
    if let format, format.isBinary, isStandard, Terminal.output.isTerminal {
      throw ValidationError(
        "--format \(format.rawValue) is no text for a terminal; name a file with -o")
    }
    guard format == nil, let output, output != Input.standard else { return }
    if OutputFormat(path: output) == nil {
      throw ValidationError(
        "'\(output)' has no ending that names a format; end it in .csv, .json, .jsonl, .xlsx or "
          + ".txt, or say --format")
    }
  }

  func run() async throws {
    let pipeline = try language.pipeline()
    let output = try Output(path: output)
    let errors = try archive.errorLog()
    let interrupt = Interrupt {
      output.discard()
      errors?.discard()
      TemporaryFolder.removeAll()
    }
    let selection = archive.selection(without: [self.output, archive.errors, archive.manifestPath])
    let manifest = try archive.manifest()
    var walk = DocumentWalk(paths, selection, formats.options)
    var first = walk.next()
    var run = ExtractionRun(
      output: output, writer: writer(first), errors: errors,
      progress: quiet ? nil : Progress(total: paths.count > 0 ? total(selection) : 0),
      isStrict: archive.strict, isQuiet: quiet, manifest: manifest)
    let reading = Reading(
      pipeline: pipeline, formats: formats.options, options: report.options,
      manifest: manifest)
    let work = OrderedRun(jobs: archive.jobs ?? Processors.count) { reading.outcome(of: $0) }
    do {
      try await work.run({ () throws(ExitCode) in first.take() ?? walk.next() }) {
        outcome throws(ExitCode) in
        try run.take(outcome)
      }
      try run.finish()
    } catch {
      run.abandon()
      throw error
    }
    interrupt.lift()
    if !quiet { run.summarize() }
    try run.check()
  }

  /// With what each document is read.
  private struct Reading: Sendable {
    let pipeline: Pipeline
    let formats: FormatOptions
    let options: ReadingOptions
    let manifest: Manifest?

    func outcome(of found: DocumentWalk.Found) -> DocumentOutcome {
      do throws(InputError) {
        switch found {
        case .passedOver: return .passedOver
        case .failure(let error, let isNamed): return .failed(error, isNamed: isNamed)
        case .document(let path, _): return outcome(of: try Input.document(path, formats))
        case .content(let path, let bytes):
          return outcome(of: try Input.document(path, bytes, formats))
        case .member(let member, let archive, _):
          return outcome(of: try Input.document(member, in: archive, formats))
        case .archiveEnd(let path): return .archiveRead(path: path)
        }
      } catch {
        return .failed(error, isNamed: found.isNamed)
      }
    }

    private func outcome(of document: InputDocument) -> DocumentOutcome {
      var document = document
      if let manifest {
        document.known = document.known.completed(by: manifest.facts(of: document.path))
      }
      let reading = pipeline.read(
        document.source, document: document.path, options: document.options(options))
      return .read(
        path: document.path, facts: document.facts(reading.metadata), notes: document.notes, reading
      )
    }
  }

  /// How many documents there are, for a terminal that shows how far the run has come.
  private func total(_ selection: FileSelection) -> Int {
    guard Terminal.messages.isTerminal else { return 0 }
    return FileWalk(paths, selection).count { if case .document = $0 { true } else { false } }
  }

  private var isStandard: Bool { output == nil || output == Input.standard }

  private func writer(_ first: DocumentWalk.Found?) -> any RecordWriter {
    let terminal = Terminal.output
    let ending = isStandard ? nil : output.flatMap { OutputFormat(path: $0) }
    let usual: OutputFormat = terminal.isTerminal ? .table : .csv
    return makeWriter(
      format ?? ending ?? usual, several: mayBeSeveral(first), width: terminal.width,
      color: isStandard && terminal.allowsColor)
  }

  /// Whether the output may hold more than one document.
  private func mayBeSeveral(_ first: DocumentWalk.Found?) -> Bool {
    if case .member = first { return true }
    return paths.count > 1 || paths.contains { FileStatus.of($0)?.kind == .folder }
  }
}
