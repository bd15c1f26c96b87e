import ArgumentParser
import SoLieu

/// `solieu text`: the text in which places count.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the text in which start and end count.",
    discussion: """
      Of plain text that is the file itself in UTF-8; of other formats the paragraphs, a line each, \
      and the tables, a row a line with tabs between its cells.

      EXAMPLES:
        solieu text bao-cao.txt
        solieu text --metadata bao-cao.txt
        solieu text bao-cao.txt | python3 -c 'import sys
        sys.stdout.write(sys.stdin.buffer.read().decode()[370:385])'
      """)

  @Argument(
    help: ArgumentHelp("A report; - is the standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @Flag(
    help: ArgumentHelp(
      "Print what is known of the report instead, as JSON: its title, period, area, issuer, number, "
        + "date and address, each with where it was found, its format and its encoding."))
  var metadata = false

  @OptionGroup var formats: FormatArguments
  @OptionGroup var report: ReportArguments
  @OptionGroup var language: LexiconArguments

  func run() throws {
    let document: InputDocument
    do throws(InputError) {
      document = try Input.document(file, formats.options)
    } catch {
      Console.report(error)
      throw ExitCode.noInput
    }
    var bytes = document.source.bytes
    if metadata {
      let reading = try language.pipeline().read(
        document.source, document: file, options: document.options(report.options))
      bytes = []
      JSONObject(metadata: reading.metadata, of: document).append(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    try Output.standard.put(&bytes)
  }
}
