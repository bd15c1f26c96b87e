import Foundation
import Testing

/// Programs that read the outputs.
enum Clients {
  /// The Python of their environment, where that is there.
  static let python: URL? = {
    let clients = Command.root.appending(path: ".build/clients")
    let isReady = FileManager.default.fileExists(atPath: clients.appending(path: "ready").path)
    return isReady ? clients.appending(path: "bin/python") : nil
  }()

  static func has(_ program: String) -> Bool {
    let paths = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return paths.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}

/// What others read of the outputs: the scripts in `Tests/Clients`, in the environment of
/// `scripts/setup --tests`.
@Suite(
  .serialized,
  .enabled(
    if: Clients.python != nil,
    "the readers of others are not there; scripts/setup --tests fetches them"))
struct ClientTests {
  /// Every form of the records of the corpus, as the scripts look for them.
  private static let outputs = [
    "rfc4180.csv": [], "excel.csv": ["--csv-dialect", "excel"],
    "excel-vi.csv": ["--csv-dialect", "excel-vi"], "records.jsonl": [],
    "wide.csv": ["--layout", "wide"], "wide.jsonl": ["--layout", "wide"], "package.zip": [],
    "wide.zip": ["--layout", "wide"], "figures.sdmx.csv": [], "figures.db": [],
  ]

  @Test(arguments: [
    (
      "tables",
      ["rfc4180.csv", "excel.csv", "excel-vi.csv", "records.jsonl", "wide.csv", "wide.jsonl"]
    ),
    ("package", ["rfc4180.csv", "package.zip", "wide.zip"]),
    ("statistics_offices", ["rfc4180.csv", "figures.sdmx.csv"]),
    ("database", ["rfc4180.csv", "figures.db"]),
  ])
  func othersReadTheSameCells(script: String, files: [String]) throws {
    try check(script, files)
  }

  @Test(.enabled(if: Clients.has("soffice"), "LibreOffice is not there"))
  func aSpreadsheetHasTheSameCells() throws {
    try check("spreadsheet", ["rfc4180.csv", "excel.csv", "excel-vi.csv"])
  }

  private func check(_ script: String, _ files: [String]) throws {
    let folder = try Folder()
    let reports = Command.root.appending(path: "Corpus/reports").path
    for file in files {
      let options = try #require(Self.outputs[file])
      let process = try Command.process(
        ["extract", reports, "--quiet", "-o", file] + options, in: folder)
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let structure = try Command.run("catalogue", "--format", "sdmx", in: folder)
    try folder.write("structure.xml", structure.output)
    if files.contains("figures.db") {
      let metadata = try Command.run("dataset", "describe", "figures.db", in: folder)
      try folder.write("metadata.json", metadata.output)
    }

    let process = Process()
    process.executableURL = Clients.python
    let path = Command.root.appending(path: "Tests/Clients/\(script).py").path
    process.arguments = ["-B", path, folder.url.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
