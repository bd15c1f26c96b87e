import Foundation
import Testing

/// Arguments, help and messages about them.
@Suite struct UsageTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("a.txt", sentence)
  }

  @Test(arguments: [
    ["extract"], ["text"], ["explain"], ["evaluate"], ["unknown"], ["extract", "a.txt", "--none"],
    ["extract", "a.txt", "--format", "pdf"], ["explain", "-5,2%"],
    ["evaluate", "a", "--misses", "--json"], ["catalogue", "--format", "pdf"],
    ["catalogue", "--format", "xlsx"],
    ["catalogue", "--tree", "--format", "json"],
    ["catalogue", "--format", "sdmx", "gạo"],
    ["extract", "a.txt", "--layout", "wide", "--format", "table"],
    ["extract", "a.txt", "--layout", "wide", "-o", "x.sdmx.csv"],
    ["extract", "a.txt", "--labels", "vi", "-o", "x.json"],
    ["extract", "a.txt", "--csv-dialect", "excel", "-o", "x.jsonl"],
    ["extract", "a.txt", "--csv-dialect", "rfc4180", "--format", "json"],
    ["extract", "a.txt", "--csv-dialect", "tsv"], ["extract", "a.txt", "--labels", "fr"],
  ])
  func wrongUsage(arguments: [String]) throws {
    let process = try Command.process(arguments, in: folder)
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    let text = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(!text.isEmpty)
  }

  @Test func helpHasExamples() throws {
    let help = try Command.run("--help", in: folder)
    #expect(help.code == 0)
    #expect(help.text.contains("EXAMPLES:"))
    for name in ["extract", "text", "explain", "evaluate", "catalogue"] {
      #expect(help.text.contains("\n  \(name) "))
      let own = try Command.run(name, "--help", in: folder)
      #expect(own.code == 0)
      #expect(own.text.contains("EXAMPLES:\n  solieu \(name) "))
    }
  }

  @Test func version() throws {
    let result = try Command.run("--version", in: folder)
    #expect(result.code == 0)
    #expect(result.text.hasPrefix("solieu "))
  }

  @Test(arguments: ["2022", "2022-Q3", "2022-11", "2022-11-15", "2022-01/2022-11"])
  func period(iso: String) throws {
    #expect(try Command.run("extract", "a.txt", "--period", iso, in: folder).code == 0)
  }

  @Test(arguments: ["2022-13", "11/2022", "2022-Q5", "tháng 11", "", "2022-+1"])
  func wrongPeriod(text: String) throws {
    let result = try Command.run("extract", "a.txt", "--period", text, in: folder)
    #expect(result.code == 64)
    #expect(result.messages.contains("a quarter (2022-Q3)"))
  }

  @Test func problemsOfTheLexiconAreNamedByTheirPlace() throws {
    try folder.makeFolder("rules")
    try folder.write("rules/b.tsv", "# units\nunit tấn\ttấn\t5 ⟦tấn⟧\n")
    try folder.write("rules/a.tsv", "unit\r\nunit\ttấn\t5 tấn\r\n")
    try folder.write("rules/notes.md", "nothing")
    let result = try Command.run("extract", "a.txt", "--lexicon", "rules", in: folder)
    #expect(result.code == 65)
    #expect(result.output.isEmpty)
    let lines = result.messageLines
    #expect(lines.count == 3)
    for (line, place) in zip(lines, ["a.tsv:1:1", "a.tsv:2:10", "b.tsv:2:6"]) {
      #expect(line.hasPrefix("solieu: rules/\(place): "))
      #expect(line.contains("; "))
    }
  }

  @Test func lexiconThatCannotBeRead() throws {
    try folder.makeFolder("none")
    try folder.makeFolder("bytes")
    try folder.write("bytes/a.tsv", [0x61, 0xFF])
    for (path, code, message) in [
      ("missing", 66, "missing: no such folder; "), ("a.txt", 66, "a.txt: is not a folder; "),
      ("none", 66, "none: holds no *.tsv file; "),
      ("bytes", 65, "bytes/a.tsv: is not valid UTF-8 at byte offset 1; "),
    ] {
      let result = try Command.run("explain", "5 tấn", "--lexicon", path, in: folder)
      #expect(Int(result.code) == code)
      #expect(result.messages.hasPrefix("solieu: \(message)"))
      #expect(result.messageLines.count == 1)
    }
  }
}
