import ArgumentParser

/// The command itself: `solieu SUBCOMMAND …`.
struct Solieu: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solieu",
    abstract: "Reads Vietnamese socio-economic reports into records.",
    discussion: """
      EXAMPLES:
        solieu extract bao-cao.txt               a table; CSV in a pipe
        solieu extract 2022/ -o year.csv         all reports of a folder into one file
        solieu explain "Xuất khẩu tăng 5,2%."    how it is read, and why
        solieu catalogue xuất khẩu               the indicators and their codes
        solieu help extract                      all that a subcommand takes

      EXIT STATUS:
        0   all well
        1   some documents failed, each is named; or nothing was found
        64  wrong usage
        65  wrong language data
        66  no input could be read
        74  the output cannot be written
      """,
    version: "solieu 0.1.0",
    subcommands: [
      ExtractCommand.self, TextCommand.self, ExplainCommand.self, CheckCommand.self,
      EvaluateCommand.self, CatalogueCommand.self, DatasetCommand.self,
    ])
}
