import ArgumentParser
import SoLieu

/// `solieu explain`: how a text is read, layer by layer.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a report or a sentence is read, and why.",
    discussion: """
      Shows the tokens, the numbers and times, the clauses, each record with its rule and with \
      where each inherited field came from, and what became no record, with the reason: numbers, \
      tables, lines of page chrome.

      EXAMPLES:
        solieu explain "Xuất khẩu tháng 11 tăng 5,2% so với cùng kỳ."
        solieu explain --period 2022-11 bao-cao.txt | less
        solieu explain --json "Sản lượng lúa đạt 1,2 triệu tấn."
        solieu explain -- "-5,2%"
      """)

  @Argument(
    help: ArgumentHelp(
      "A file, - for the standard input, or else the text itself; one that begins with a minus "
        + "follows --.",
      valueName: "file|text"),
    completion: .file())
  var subject: String

  @Flag(
    help:
      "Print one JSON object: period, area, area_code, metadata, mentions, observations, skipped.")
  var json = false

  @OptionGroup var formats: FormatArguments
  @OptionGroup var report: ReportArguments
  @OptionGroup var language: LexiconArguments

  func run() throws {
    let document = try read()
    let pipeline = try language.pipeline()
    let analysis = pipeline.analyze(
      document.source, document: document.path, options: document.options(report.options))
    var output: [UInt8] = []
    if json {
      JSONObject(explaining: analysis).append(to: &output)
      output.append(UInt8(ascii: "\n"))
    } else {
      let page = ExplanationPage(
        analysis, catalogue: pipeline.catalogue, color: Terminal.output.allowsColor)
      output.append(contentsOf: page.text.utf8)
    }
    try Output.standard.put(&output)
  }

  /// The document; one without a path where the argument is the text.
  private func read() throws(ExitCode) -> InputDocument {
    guard subject == Input.standard || FileStatus.of(subject) != nil else {
      if subject.hasSuffix(".txt") {
        Console.report("\(subject): no such file; its name is read as the text")
      }
      return InputDocument(path: "", source: SourceText(subject))
    }
    do throws(InputError) {
      return try Input.document(subject, formats.options)
    } catch {
      Console.report(error)
      throw .noInput
    }
  }
}
