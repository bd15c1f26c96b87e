import Foundation
import Testing

/// Whatever is given, a clear message or an empty result: never a crash, and the others come out.
@Suite struct BadInputTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("good.txt", sentence)
    try folder.write("bytes.txt", [UInt8]("năm 2022 ".utf8) + [0xC3, 0x28])
    try folder.write("binary.bin", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1])
    try folder.write("wide.txt", [0xFF, 0xFE, 0x35, 0x00])
    try folder.write("zeros.dat", [0x61, 0x62, 0x63, 0x64, 0, 0, 1])
    try folder.write("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0])
    try folder.write("locked.pdf", "%PDF-1.4\nnothing\n")
    try folder.write("empty.txt", "")
    try folder.makeFolder("folder")
  }

  @Test(arguments: [
    ("none.txt", "none.txt: no such file; check the path"),
    ("good.txt/x", "good.txt/x: no such file; check the path"),
    ("binary.bin", "binary.bin: is a program, no document; give the report"),
    ("zeros.dat", "zeros.dat: is binary, no text (byte offset 4); give the report"),
    ("old.xls", "old.xls: "), ("locked.pdf", "locked.pdf: "),
  ])
  func isNamedAndTheOthersComeOut(file: String, message: String) throws {
    let alone = try Command.run("extract", file, in: folder)
    #expect(alone.code == 66)
    #expect(alone.output.isEmpty)
    #expect(alone.messageLines.count == 1)
    #expect(alone.messages.hasPrefix("solieu: \(message)"))

    let good = try Command.run("extract", "good.txt", in: folder)
    let both = try Command.run("extract", "--quiet", file, "good.txt", in: folder)
    #expect(both.code == 1)
    #expect(both.output == good.output)
    #expect(both.messages == alone.messages)

    for command in ["text", "explain"] where command == "text" || message.contains("is ") {
      let result = try Command.run(command, file, in: folder)
      #expect(result.code == 66)
      #expect(result.messages == alone.messages)
    }
  }

  @Test(arguments: ["bytes.txt", "wide.txt"])
  func otherEncodingsAndFewBrokenBytesAreRead(file: String) throws {
    let result = try Command.run("extract", file, in: folder)
    #expect(result.code == 0)
    #expect(result.messages.contains("solieu: 1 document, 0 records, 0 failed"))
  }

  @Test(.enabled(if: !Command.isRoot, "root may read every file"))
  func unreadable() throws {
    try folder.write("secret.txt", sentence)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: folder.url("secret.txt").path)
    let result = try Command.run("extract", "secret.txt", "good.txt", in: folder)
    #expect(result.code == 1)
    #expect(result.messages.hasPrefix("solieu: secret.txt: may not be read; "))
  }

  @Test func aNamedPipeNeedsAWriter() throws {
    let folder = try Folder()
    try #require(mkfifo(folder.url("pipe").path, 0o600) == 0)
    let alone = try Command.run("extract", "pipe", in: folder)
    #expect(alone.code != 0)
    #expect(
      alone.messages.contains("pipe: is a named pipe that nothing writes to; start what writes"))
  }

  /// Process substitution, and a writer that takes its time.
  @Test func pipesWithWritersAreRead() throws {
    let folder = try Folder()
    let solieu = try #require(Command.path)
    let script = "exec \"$0\" extract <(sleep 1; echo '\(sentence)') --format jsonl"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script, solieu]
    process.currentDirectoryURL = folder.url
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.contains("sản lượng thủy sản"))
  }

  @Test func emptyOrWithoutFiguresIsNoFailure() throws {
    try folder.write("words.txt", "Không có số liệu nào.\n")
    for file in ["empty.txt", "words.txt"] {
      let json = try Command.run("extract", file, "--format", "json", in: folder)
      #expect(json.code == 0)
      #expect(json.text == "{\"document\":\"\(file)\",\"observations\":[]}\n")
      #expect(json.messages == "solieu: 1 document, 0 records, 0 failed\n")
      #expect(try Command.run("extract", file, "--format", "jsonl", in: folder).output.isEmpty)
      #expect(try Command.run("extract", file, in: folder).text.hasPrefix(csvHeader))
    }
  }

  @Test func aLineOfTenMegabytes() throws {
    let line = String(repeating: "sản lượng lúa ", count: 600_000)
    try folder.write("line.txt", line)
    let result = try Command.run("extract", "line.txt", in: folder)
    #expect(result.code == 0)
    #expect(result.messages == "solieu: 1 document, 0 records, 0 failed\n")
  }

  @Test(arguments: ["(", "[", "{", "“", "“("])
  func nestedBrackets(open: String) throws {
    let text = String(repeating: open, count: 100_000) + "đạt 5 tấn"
    for closing in ["", String(repeating: ")", count: 100_000)] {
      try folder.write("nested.txt", text + closing)
      #expect(try Command.run("extract", "nested.txt", in: folder).code == 0)
    }
  }

  /// A little text in much white space, so that the time goes into what every byte costs.
  @Test(.enabled(if: Command.isOptimised, "takes an optimised build"))
  func aHundredMegabytes() throws {
    let block = [UInt8](sentence.utf8) + [UInt8](repeating: 0x0A, count: 1_000_000)
    try folder.write("large.txt", [])
    let handle = try FileHandle(forWritingTo: folder.url("large.txt"))
    for _ in 0..<100 { try handle.write(contentsOf: Data(block)) }
    try handle.close()
    let result = try Command.run("extract", "large.txt", in: folder)
    #expect(result.code == 0)
    #expect(result.text.hasPrefix(csvHeader))
  }
}
