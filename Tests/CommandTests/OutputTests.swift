import Foundation
import Testing

/// Where the records go, and in which form.
@Suite struct OutputTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("a.txt", sentence)
    try folder.write("b.txt", sentence)
  }

  @Test(arguments: [
    ("x.csv", "csv"), ("x.json", "json"), ("x.jsonl", "jsonl"), ("x.ndjson", "jsonl"),
    ("x.sdmx.csv", "sdmx-csv"), ("x.zip", "datapackage"),
    ("x.TXT", "table"),
  ])
  func endingNamesTheFormat(name: String, format: String) throws {
    let direct = try Command.run("extract", "a.txt", "b.txt", "--format", format, in: folder)
    let result = try Command.run("extract", "a.txt", "b.txt", "-o", name, in: folder)
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    #expect(result.messages == "solieu: 2 documents, 2 records, 0 failed\n")
    #expect(try folder.bytes(name) == direct.output)
    #expect(try folder.names == ["a.txt", "b.txt", name].sorted())
  }

  @Test func formatWinsOverTheEnding() throws {
    let result = try Command.run("extract", "a.txt", "-o", "x.csv", "--format", "json", in: folder)
    #expect(result.code == 0)
    #expect(try folder.text("x.csv").hasPrefix("{\"document\":\"a.txt\""))
    #expect(
      try Command.run("extract", "a.txt", "-o", "x.data", "--format", "csv", in: folder).code == 0)
  }

  @Test(arguments: ["x.xyz", "x", "a.b/x"])
  func unknownEndingIsWrongUsage(name: String) throws {
    let result = try Command.run("extract", "a.txt", "-o", name, in: folder)
    #expect(result.code == 64)
    #expect(result.messages.contains("--format"))
    #expect(try folder.names == ["a.txt", "b.txt"])
  }

  @Test func oneDocumentIsAnObjectSeveralAnArray() throws {
    let one = try Command.run("extract", "a.txt", "--format", "json", in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(one.output)) as? [String: Any]
    #expect(object?["document"] as? String == "a.txt")
    let two = try Command.run("extract", "a.txt", "b.txt", "--format", "json", in: folder)
    let array = try JSONSerialization.jsonObject(with: Data(two.output)) as? [[String: Any]]
    #expect(array?.map { $0["document"] as? String } == ["a.txt", "b.txt"])
    let failing = try Command.run("extract", "a.txt", "none", "--format", "json", in: folder)
    #expect(try JSONSerialization.jsonObject(with: Data(failing.output)) is [[String: Any]])
  }

  @Test func labelsNameColumnsAndCodes() throws {
    let result = try Command.run("extract", "a.txt", "--labels", "vi", in: folder)
    #expect(result.text.hasPrefix("Tài liệu,Chỉ tiêu,Chỉ tiêu theo danh mục,"))
    #expect(result.text.contains(",mức,"))
    #expect(result.text.contains(",thực hiện,"))
  }

  @Test func wideBringsDocumentsTogether() throws {
    let result = try Command.run("extract", "a.txt", "b.txt", "--layout", "wide", in: folder)
    #expect(result.text.split(separator: "\r\n").count == 2)
    let terminal = try Command.runAtTerminal("extract", "a.txt", "--layout", "wide", in: folder)
    #expect(terminal.hasPrefix("indicator_code,indicator,"))
  }

  @Test func pipeGetsCSV() throws {
    #expect(try Command.run("extract", "a.txt", in: folder).text.hasPrefix(csvHeader))
  }

  @Test func standardInput() throws {
    let result = try Command.run(
      "extract", "-", "--format", "json", in: folder, input: [UInt8](sentence.utf8))
    #expect(result.code == 0)
    #expect(result.text.hasPrefix("{\"document\":\"-\""))
  }

  @Test func terminalGetsATableAndASummary() throws {
    let text = try Command.runAtTerminal("extract", "a.txt", "none", in: folder)
    #expect(text.contains("a.txt: "))
    #expect(!text.contains(csvHeader))
    #expect(text.contains("solieu: none: no such file"))
    #expect(text.contains("solieu: 1 document, "))
    #expect(text.contains(", 1 failed\n"))
    let quiet = try Command.runAtTerminal("extract", "a.txt", "none", "--quiet", in: folder)
    #expect(quiet.contains("no such file"))
    #expect(!quiet.contains("1 failed"))
  }

  @Test func outputIsReplacedWholeOrNotAtAll() throws {
    try folder.write("x.csv", "old")
    let none = try Command.run("extract", "none", "-o", "x.csv", in: folder)
    #expect(none.code == 66)
    #expect(try folder.text("x.csv") == "old")

    let permissions: [FileAttributeKey: Any] = [.posixPermissions: 0o640]
    try FileManager.default.setAttributes(permissions, ofItemAtPath: folder.url("x.csv").path)
    let some = try Command.run("extract", "none", "a.txt", "-o", "x.csv", in: folder)
    #expect(some.code == 1)
    #expect(try folder.text("x.csv").hasPrefix(csvHeader))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url("x.csv").path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
    #expect(try folder.names == ["a.txt", "b.txt", "x.csv"])
  }

  @Test func aLinkKeepsPointingToTheOutput() throws {
    try folder.write("real.csv", "old")
    try FileManager.default.createSymbolicLink(
      at: folder.url("link.csv"), withDestinationURL: folder.url("real.csv"))
    #expect(try Command.run("extract", "a.txt", "-o", "link.csv", in: folder).code == 0)
    #expect(try folder.text("real.csv").hasPrefix(csvHeader))
    #expect(try folder.names == ["a.txt", "b.txt", "link.csv", "real.csv"])
  }

  @Test(arguments: ["none/x.csv", "folder.csv"])
  func outputThatCannotBeWritten(path: String) throws {
    try folder.makeFolder("folder.csv")
    let result = try Command.run("extract", "a.txt", "-o", path, in: folder)
    #expect(result.code == 74)
    #expect(result.messages.hasPrefix("solieu: \(path): cannot be written ("))
    #expect(try folder.names == ["a.txt", "b.txt", "folder.csv"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDisk() throws {
    let process = try Command.process(["extract", "a.txt"], in: folder)
    let messages = Pipe()
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = messages
    try process.run()
    let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(text.hasPrefix("solieu: the standard output: cannot be written ("))
  }

  @Test func aReaderThatHasSeenEnough() throws {
    let process = try Command.process(["extract", "a.txt"], in: folder)
    let output = Pipe()
    let messages = Pipe()
    process.standardOutput = output
    process.standardError = messages
    try output.fileHandleForReading.close()
    try process.run()
    try output.fileHandleForWriting.close()
    let text = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(text.isEmpty)
  }
}
