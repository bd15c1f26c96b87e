import ArgumentParser
import SoLieu

/// `solieu dataset`: the database of all that an archive says.
struct DatasetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset",
    abstract: "Keep a database of records that grows as reports come in.",
    discussion: """
      The database is one SQLite file. Its table 'observations' has one row a record, its views \
      'figures', 'levels' and 'growth' are made for queries, 'sentence_search' finds sentences by \
      words with or without marks; '.schema' in sqlite3 explains each column.

      EXAMPLES:
        solieu dataset update figures.db archive/
        solieu dataset series figures.db --indicator "xuất khẩu" --area "Lạng Sơn"
        solieu dataset export figures.db -o figures.csv
        sqlite3 figures.db "SELECT period, amount, unit FROM levels WHERE indicator_code = \
      'trade.retail_services'"
        sqlite3 figures.db "SELECT marked FROM sentence_search WHERE sentence_search MATCH \
      'san luong thuy san'"
      """,
    subcommands: [
      DatasetUpdateCommand.self, DatasetSeriesCommand.self, DatasetExportCommand.self,
      DatasetDescribeCommand.self,
    ])
}

/// Where a dataset is.
struct DatasetArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The dataset's file.", valueName: "db"), completion: .file())
  var path: String

  init() {}

  init(path: String) { self.path = path }

  func validate() throws {
    guard path != Input.standard else {
      throw ValidationError("a dataset is a file, and no stream; name one")
    }
  }

  /// Opens it to be read; says what is wrong where it cannot be.
  func open() throws(ExitCode) -> DatasetStore {
    do throws(SystemError) {
      try OpenFile.toRead(path).shut()
    } catch {
      if error.isNoSuchFile {
        Console.report("\(path): no such file; make it first: solieu dataset update \(path) PATH…")
      } else {
        Console.report(InputError(path: path, error))
      }
      throw .noInput
    }
    return try Self.reporting(path, .noInput) { () throws(DatasetError) in
      try DatasetStore(reading: path)
    }
  }

  /// Says what is wrong with the dataset at `path`.
  static func reporting<Value>(
    _ path: String, _ code: ExitCode = .cannotWrite, _ body: () throws(DatasetError) -> Value
  ) throws(ExitCode) -> Value {
    do throws(DatasetError) {
      return try body()
    } catch {
      Console.report("\(path): \(error)")
      throw code
    }
  }
}
