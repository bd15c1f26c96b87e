import ArgumentParser
import SoLieu

/// `solieu text`: the text in which places count.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the text in which start and end count.",
    discussion: """
      That is the report as read: UTF-8, without a byte order mark, otherwise byte for byte.

      EXAMPLES:
        solieu text bao-cao.txt
        solieu text bao-cao.txt | python3 -c 'import sys
        sys.stdout.write(sys.stdin.buffer.read().decode()[370:385])'
      """)

  @Argument(
    help: ArgumentHelp("A report in plain text; - is the standard input.", valueName: "file"),
    completion: .file())
  var file: String

  func run() throws {
    let source: SourceText
    do throws(InputError) {
      source = try Input.document(file)
    } catch {
      Console.report(error)
      throw ExitCode.noInput
    }
    var bytes = source.bytes
    try Output.standard.put(&bytes)
  }
}
