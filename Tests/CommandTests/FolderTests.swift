import Foundation
import Testing

/// Folders of reports, many at once.
@Suite struct FolderTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeFolder("archive")
    try folder.makeFolder("archive/2022")
    try folder.makeFolder("archive/.git")
    try folder.write("archive/2022/b.txt", sentence)
    try folder.write("archive/2022/a.TXT", sentence)
    try folder.write("archive/2022.txt", sentence)
    try folder.write("archive/bao-cao", sentence)
    for other in ["README.md", "x.json", "code.swift", ".hidden.txt", ".git/a.txt", "picture.png"] {
      try folder.write("archive/\(other)", "đạt 5 tấn")
    }
  }

  private func documents(_ result: Command.Result) -> [String] {
    var names: [String] = []
    for line in result.text.split(separator: "\n") {
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let name = object["document"] as? String, names.last != name
      else { continue }
      names.append(name)
    }
    return names
  }

  @Test func aFolderIsWalkedInTheOrderOfItsPaths() throws {
    let result = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    #expect(result.code == 0)
    #expect(
      documents(result) == [
        "archive/2022.txt", "archive/2022/a.TXT", "archive/2022/b.txt", "archive/bao-cao",
      ])
    #expect(result.messages.contains("4 documents, "))
    #expect(result.messages.contains("6 passed over, 0 failed"))
  }

  @Test(arguments: ["1", "2", "7"])
  func jobsChangeNothing(jobs: String) throws {
    for k in 0..<40 {
      let text = String(repeating: sentence + "\n", count: k % 7 * 20 + 1)
      try folder.write("archive/2022/\(k).txt", text)
    }
    let one = try Command.run("extract", "archive", "--jobs", "1", in: folder)
    let many = try Command.run("extract", "archive", "--jobs", jobs, in: folder)
    #expect(one.output == many.output)
    #expect(one.messages == many.messages)
  }

  @Test func linksAndLoopsAreReadOnce() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(
      at: folder.url("archive/2022/loop"), withDestinationURL: folder.url("archive"))
    try manager.createSymbolicLink(
      at: folder.url("archive/again.txt"), withDestinationURL: folder.url("archive/2022/b.txt"))
    try manager.createSymbolicLink(
      at: folder.url("archive/none.txt"), withDestinationURL: folder.url("gone"))
    try folder.makeFolder("elsewhere")
    try folder.write("elsewhere/c.txt", sentence)
    try manager.createSymbolicLink(
      at: folder.url("archive/out"), withDestinationURL: folder.url("elsewhere"))
    let result = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    #expect(
      documents(result) == [
        "archive/2022.txt", "archive/2022/a.TXT", "archive/2022/b.txt", "archive/bao-cao",
        "archive/out/c.txt",
      ])
  }

  @Test func patternsChoose() throws {
    let only = try Command.run(
      "extract", "archive", "--include", "2022/*", "--exclude", "b.*", "--format", "jsonl",
      in: folder)
    #expect(documents(only) == ["archive/2022/a.TXT"])
    let without = try Command.run(
      "extract", "archive", "--exclude", "2022", "--format", "jsonl", in: folder)
    #expect(documents(without) == ["archive/2022.txt", "archive/bao-cao"])
  }

  @Test func aBrokenFileInAFolderIsNamedAndCostsNothingElse() throws {
    try folder.write("archive/2022/broken.txt", [UInt8]("năm 2022 ".utf8) + [0, 1, 2, 0xC3, 0x28])
    let result = try Command.run(
      "extract", "archive", "--format", "jsonl", "--errors", "failed.jsonl", in: folder)
    #expect(result.code == 0)
    #expect(documents(result).count == 4)
    #expect(result.messages.contains("archive/2022/broken.txt: "))
    #expect(result.messages.contains("1 failed"))
    let lines = String(decoding: try folder.bytes("failed.jsonl"), as: UTF8.self).split(
      separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.contains("\"path\":\"archive/2022/broken.txt\"") == true)
    let strict = try Command.run("extract", "archive", "--strict", in: folder)
    #expect(strict.code == 1)
    let named = try Command.run(
      "extract", "archive/2022/broken.txt", "archive/2022.txt", in: folder)
    #expect(named.code == 1)
  }

  @Test func whatTheRunItselfWroteIsNoReport() throws {
    let first = try Command.run("extract", "archive", "-o", "archive/out.csv", in: folder)
    #expect(first.code == 0)
    let bytes = try folder.bytes("archive/out.csv")
    let second = try Command.run("extract", "archive", "-o", "archive/out.csv", in: folder)
    #expect(second.code == 0)
    #expect(try folder.bytes("archive/out.csv") == bytes)
  }

  @Test func recordsOfAnEarlierRunAndLocksOfOfficeProgramsAreNoReports() throws {
    let records = try Command.run("extract", "archive/2022.txt", in: folder)
    try folder.write("archive/figures.csv", records.output)
    try folder.write("archive/~$report.docx", [0x0A, 0x41])
    let result = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    #expect(documents(result).count == 4)
    #expect(result.messages.contains("8 passed over, 0 failed"))
  }

  @Test func whatWeWroteIsNoReportInAnyFormat() throws {
    let before = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    let names = ["a.csv", "a.xlsx", "a.zip", "a.sdmx.csv", "a.txt"]
    for name in names {
      #expect(try Command.run("extract", "archive", "-o", "archive/\(name)", in: folder).code == 0)
    }
    let after = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    #expect(after.output == before.output)
    for name in names {
      let named = try Command.run("extract", "archive/\(name)", in: folder)
      #expect(named.code == 66)
      #expect(
        named.messages
          == "solieu: archive/\(name): holds records that this program wrote, and is no report; "
          + "name the reports that they are from\n")
    }
  }

  @Test func whatKilledRunsLeftGoesWithTheNextRun() throws {
    // No process has the first number; this one has the second.
    let own = ProcessInfo.processInfo.processIdentifier
    let kept = [".out.csv.\(own).tmp", ".out.csv.9x.tmp", ".other.csv.999999999.tmp"]
    let gone = [".out.csv.999999999.tmp", ".out.db.999999999.tmp", ".out.db.999999999.tmp-wal"]
    for name in kept + gone { try folder.write(name, "x") }
    for output in ["out.csv", "out.db"] {
      #expect(try Command.run("extract", "archive", "-o", output, in: folder).code == 0)
    }
    let names = try folder.names
    #expect(kept.allSatisfy(names.contains))
    #expect(!gone.contains(where: names.contains))
  }

  @Test func patternsMayBeWrittenAsPathsOfFolders() throws {
    for pattern in ["2022/", "./archive/2022", "archive/2022/"] {
      let result = try Command.run(
        "extract", "archive", "--exclude", pattern, "--format", "jsonl", in: folder)
      #expect(documents(result) == ["archive/2022.txt", "archive/bao-cao"], "\(pattern)")
    }
  }

  @Test func aNameThatIsNotUTF8IsNamed() throws {
    let path = folder.url("archive").path + "/"
    let bytes = Array(path.utf8CString.dropLast()) + [0x62, CChar(bitPattern: 0xE1), 0x6F, 0]
    let file = try #require(fopen(bytes, "w"))
    fclose(file)
    let result = try Command.run("extract", "archive", in: folder)
    #expect(result.messages.contains("has a name that is not UTF-8; rename it"))
    #expect(result.messages.contains("1 failed"))
  }

  @Test func anArchiveOnTheStandardInputIsRead() throws {
    let tar = try Tool.run(["tar", "-C", folder.url.path, "-czf", "-", "archive"], input: [])
    let result = try Command.run("extract", "-", "--format", "json", in: folder, input: tar)
    #expect(result.code == 0)
    let list = try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]]
    let names = list?.compactMap { $0["document"] as? String } ?? []
    #expect(names.contains("-/archive/2022/b.txt"), "\(names)")
  }

  @Test func whatIsDoubtfulIsSaid() throws {
    try folder.write("cut.rtf", #"{\rtf1\ansi {\b \u272 ?\u7841 ?t 5 t"#)
    try folder.write("empty.pdf", [])
    let result = try Command.run("extract", "cut.rtf", in: folder)
    #expect(result.messages.contains("cut.rtf: is cut off: its end is missing"))
    let empty = try Command.run("extract", "empty.pdf", in: folder)
    #expect(empty.code == 66)
    #expect(empty.messages.contains("empty.pdf: is empty"))
    let same = try Command.run(
      "extract", "archive", "-o", "x.csv", "--errors", "x.csv", in: folder)
    #expect(same.code == 64)
  }

  @Test func aFolderWithoutReportsSaysSo() throws {
    try folder.makeFolder("empty")
    let result = try Command.run("extract", "empty", in: folder)
    #expect(result.code == 66)
    #expect(result.messages.hasPrefix("solieu: no reports were found"))
  }

  @Test func namesInAnyFormAndWithAnySigns() throws {
    let decomposed = "Ba\u{301}o ca\u{301}o.txt"
    for name in [decomposed, "a\nb.txt", "-x.txt", "a b\"c.txt"] {
      try folder.write("archive/2022/\(name)", sentence)
    }
    let result = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    #expect(documents(result).count == 8)
    #expect(documents(result).contains("archive/2022/a\nb.txt"))
  }

  @Test func stoppingLeavesNoCopiesAndNoPrograms() throws {
    try folder.makeFolder("bin")
    try folder.makeFolder("tmp")
    try folder.write("bin/pdftohtml", "#!/bin/sh\n/bin/sleep 30 & echo $! > started\nwait\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url("bin/pdftohtml").path)
    try folder.write("a.pdf", "%PDF-1.5\n")
    let process = try Command.process(
      ["extract", "a.pdf"], in: folder,
      environment: ["PATH": folder.url("bin").path, "TMPDIR": folder.url("tmp").path])
    try process.run()
    let manager = FileManager.default
    let copies = { try manager.contentsOfDirectory(atPath: folder.url("tmp").path) }
    for _ in 0..<1000 where try copies().isEmpty { usleep(10_000) }
    #expect(try copies().count == 1)
    let started = folder.url("tmp").appending(path: "\(try copies()[0])/started")
    var child: pid_t = 0
    for _ in 0..<1000 where child == 0 {
      usleep(10_000)
      let text = (try? String(contentsOf: started, encoding: .utf8)) ?? ""
      child = text.hasSuffix("\n") ? pid_t(text.dropLast()) ?? 0 : 0
    }
    try #require(child > 0)
    process.interrupt()
    process.waitUntilExit()
    #expect(try copies().isEmpty)
    // What has ended but is not waited for has no command line.
    let isRunning = { manager.contents(atPath: "/proc/\(child)/cmdline")?.isEmpty == false }
    for _ in 0..<100 where isRunning() { usleep(20_000) }
    #expect(!isRunning())
  }

  @Test func stoppingLeavesNoHalfFile() throws {
    for k in 0..<400 {
      try folder.write("archive/2022/\(k).txt", String(repeating: sentence + "\n", count: 400))
    }
    try folder.write("out.csv", "before")
    let process = try Command.process(
      ["extract", "archive", "-o", "out.csv", "--quiet"], in: folder)
    try process.run()
    // Once it has begun to write beside the place of its output.
    let manager = FileManager.default
    for _ in 0..<1000 {
      if try manager.contentsOfDirectory(atPath: folder.url.path).count > 2 { break }
      usleep(10_000)
    }
    usleep(50_000)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try folder.bytes("out.csv") == Array("before".utf8))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.sorted() == ["archive", "out.csv"])
  }
}
