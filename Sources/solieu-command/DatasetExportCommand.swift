import ArgumentParser
import SoLieu

/// `solieu dataset export`: a dataset's records in another form.
struct DatasetExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a dataset's records in the formats of 'extract'.",
    discussion: """
      EXAMPLES:
        solieu dataset export figures.db -o figures.csv
        solieu dataset export figures.db --format jsonl | head
      """)

  @OptionGroup var dataset: DatasetArgument
  @OptionGroup var form: OutputArguments
  @OptionGroup var language: LexiconArguments

  func validate() throws {
    try OutputGuard(outputs: [("-o", form.output)], inputs: [("dataset", dataset.path)]).check()
  }

  func run() throws {
    let store = try dataset.open()
    var sink = try form.sink(several: true, language)
    let opened = sink
    let interrupt = Interrupt { opened.discard() }
    do {
      try store.forEachDocument { try sink.take($0) }
      try sink.finish()
    } catch {
      sink.discard()
      guard let error = error as? DatasetError else { throw error }
      Console.report("\(dataset.path): \(error)")
      throw ExitCode.noInput
    }
    interrupt.lift()
  }
}
