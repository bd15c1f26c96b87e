import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How many reports at once are read.
struct ArchiveArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many documents are read at once; the processors, unless said.", valueName: "n"),
    transform: Self.count)
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "In folders, take only what matches: a pattern of the shell, such as '*.html' or '2022/*'.",
      valueName: "glob"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp("In folders, pass over what matches, folders too.", valueName: "glob"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write the failures to this file, as JSON Lines with path, problem and remedy.",
      valueName: "file"),
    completion: .file())
  var errors: String?

  @Option(
    name: .customLong("manifest"),
    help: ArgumentHelp(
      "A table (CSV) with what documents do not say themselves: path, period, area, url, title.",
      valueName: "file.csv"),
    completion: .file())
  var manifestPath: String?

  @Flag(help: "End with status 1 too where only what was found in a folder cannot be read.")
  var strict = false

  /// Says what is wrong with the manifest where it cannot be read.
  func manifest() throws(ExitCode) -> Manifest? {
    guard let manifestPath else { return nil }
    do throws(InputError) {
      return try Manifest(path: manifestPath)
    } catch {
      Console.report(error)
      throw .wrongData
    }
  }

  func errorLog() throws(ExitCode) -> ErrorLog? {
    guard let errors else { return nil }
    return try ErrorLog(path: errors)
  }

  /// - Parameter others: files in the folders that are no reports: what the run itself writes.
  func selection(without others: [String?]) -> FileSelection {
    var selection = FileSelection(include: include, exclude: exclude)
    for case let path? in others {
      if let status = FileStatus.of(path) { selection.others.insert(status.identity) }
    }
    return selection
  }

  private static func count(_ text: String) throws -> Int {
    guard let number = Int(text), (1...1024).contains(number) else {
      throw ValidationError("write a number from 1 to 1024")
    }
    return number
  }
}

enum Processors {
  /// How many there are for this process.
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
