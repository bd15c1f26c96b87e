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

  func run() throws {
    let store = try dataset.open()
    let output = try Output(path: form.output)
    let interrupt = Interrupt { output.discard() }
    var writer = try form.writer(several: true, labels: try language.labels())
    var buffer: [UInt8] = []
    do {
      try writer.begin(into: &buffer)
      try store.forEachDocument { records in
        try writer.write(records, into: &buffer)
        try output.put(&buffer)
      }
      try writer.end(into: &buffer)
      try output.put(&buffer)
      try output.finish()
    } catch {
      output.discard()
      switch error {
      case let error as DatasetError: Console.report("\(dataset.path): \(error)")
      case let error as WriterError: Console.report(error.description)
      default: throw error
      }
      throw ExitCode.cannotWrite
    }
    interrupt.lift()
  }
}
