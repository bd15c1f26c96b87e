import ArgumentParser
import SoLieu

/// Where records go, and in which form.
struct OutputArguments: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file rather than to the standard output.", valueName: "out"),
    completion: .file())
  var output: String?

  @Option(help: "The form of the output.")
  var format: OutputFormat?

  @Option(help: "One row a record, or one for each indicator, area and period.")
  var layout = Layout.long

  @Option(help: "Name columns and codes in Vietnamese or English, or leave the codes.")
  var labels = Labels.Language.code

  @Option(
    name: .customLong("csv-dialect"),
    help: "CSV as programs read it (rfc4180, unless said), or as spreadsheets do.")
  var dialect: CSVDialect?

  /// The file to write; `nil` where it is the standard output.
  var file: String? { output == Input.standard ? nil : output }

  /// Whether the output has words of the labels.
  private var needsLabels: Bool { labels != .code || options.format == .dataPackage }

  func validate() throws {
    if let format, format.isBinary, format != .sqlite, file == nil, Terminal.output.isTerminal {
      throw ValidationError(
        "--format \(format.rawValue) is no text for a terminal; name a file with -o")
    }
    if format == nil, let file, OutputFormat(path: file) == nil {
      throw ValidationError(
        "'\(file)' has no ending that names a format; end it in .csv, .json, .jsonl, .xlsx, .sdmx.csv, .zip, "
          + ".db or .txt, or say --format")
    }
    do throws(WriterError) {
      try options.check()
    } catch {
      throw ValidationError(error.description)
    }
    if options.format == .dataPackage, file == nil, Terminal.output.isTerminal {
      throw ValidationError("a data package is no text for a terminal; name a file with -o")
    }
    if dialect != nil, options.format != .csv {
      throw ValidationError("--csv-dialect is for --format csv; leave out one of them")
    }
  }

  /// Where the records go, in the form that was asked for.
  ///
  /// - Parameters:
  ///   - several: whether more than one document may follow.
  ///   - language: names the indicators.
  ///   - reader: has them and the places made, where there is one.
  func sink(
    several: Bool, _ language: LexiconArguments, reader: Pipeline? = nil
  ) throws(ExitCode) -> any RecordSink {
    if options.format == .sqlite, let file {
      return try DatabaseSink(path: file, identity: try language.identity(reader))
    }
    var options = options
    options.several = several
    options.labels = (needsLabels ? try language.labels(reader) : .codes).speaking(labels)
    if layout == .wide || options.format == .xlsx {
      options.identity = try language.identity(reader)
    }
    if options.format == .xlsx { options.checker = try language.checker(reader) }
    let writer: any RecordWriter
    do throws(WriterError) {
      writer = try makeWriter(options)
    } catch {
      Console.report(error.description)
      throw .cannotWrite
    }
    return StreamSink(try Output(path: output), writer)
  }

  /// What was asked for, but for the words of the labels.
  private var options: WriterOptions {
    let terminal = Terminal.output
    let isForTerminal = terminal.isTerminal && layout == .long && dialect == nil
    let usual: OutputFormat = isForTerminal ? .table : .csv
    var options = WriterOptions(format ?? file.flatMap { OutputFormat(path: $0) } ?? usual)
    options.layout = layout
    options.labels = Labels.codes.speaking(labels)
    options.dialect = dialect ?? .rfc4180
    options.width = terminal.width
    options.color = file == nil && terminal.allowsColor
    return options
  }
}
