import ArgumentParser
import SoLieu

/// `solieu catalogue`: the indicators and their codes.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Search the indicators whose codes records carry.",
    discussion: """
      Prints the indicators that have all the words in their code, names or abbreviations; without \
      words, every one. Words need no tone marks; a word of four letters or more also finds longer \
      ones. The nearest come first. A table goes to a terminal and CSV to a pipe; --format overrides \
      that. Nothing found: exit code 1.

      EXAMPLES:
        solieu catalogue xuất khẩu
        solieu catalogue ty le ho ngheo
        solieu catalogue KNXK
        solieu catalogue retail sales --format json
        solieu catalogue --tree labour
        solieu catalogue --format csv > indicators.csv
      """)

  @Argument(help: "Words in Vietnamese or English, a code or its beginning, an abbreviation.")
  var words: [String] = []

  @Flag(help: "Indent each below what it is a part or a kind of, with all that is above it.")
  var tree = false

  @Option(help: "The form of the output.")
  var format: OutputFormat?

  @OptionGroup var language: LexiconArguments

  func validate() throws {
    if format?.isBinary ?? false {
      throw ValidationError("the catalogue is written as a table, csv, json or jsonl; name one")
    }
    if tree, let format, format != .table {
      throw ValidationError("--tree is a table for a reader; leave out one of --tree and --format")
    }
  }

  func run() throws {
    let catalogue = try language.catalogue()
    let query = words.joined(separator: " ")
    let found = catalogue.search(query)
    if found.isEmpty {
      Console.report(
        "no indicator has all of '\(query)' in its names; leave out a word, or try it in English")
      throw ExitCode.someFailed
    }
    var output = tree ? CatalogueTree(found, of: catalogue).bytes : listed(found)
    try Output.standard.put(&output)
  }

  private func listed(_ found: [Indicator]) -> [UInt8] {
    let list = IndicatorList(indicators: found)
    switch format ?? (Terminal.output.isTerminal ? .table : .csv) {
    case .table: return list.table
    // No workbook comes so far.
    case .csv, .xlsx: return list.csv
    case .json: return list.json
    case .jsonl: return list.jsonLines
    }
  }
}
