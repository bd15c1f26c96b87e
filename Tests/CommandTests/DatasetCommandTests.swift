import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The dataset on the disk, as it grows.
@Suite struct DatasetCommandTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeFolder("archive")
    for k in 0..<4 { try write(k, figures: k + 1) }
  }

  /// A report with so many figures.
  private func write(_ number: Int, figures: Int) throws {
    let lines = (1...figures).map { "Sản lượng thủy sản đạt \(number)\($0),5 nghìn tấn.\n" }
    try folder.write("archive/\(number).txt", lines.joined())
  }

  private func update(_ paths: String...) throws -> Command.Result {
    try Command.run(
      arguments: ["dataset", "update", "figures.db"] + (paths.isEmpty ? ["archive"] : paths),
      in: folder)
  }

  private func exported() throws -> [String] {
    let result = try Command.run("dataset", "export", "figures.db", "--format", "jsonl", in: folder)
    #expect(result.code == 0, "\(result.messages)")
    return result.text.split(separator: "\n").map(String.init)
  }

  @Test func holdsWhatExtractGives() throws {
    #expect(
      try update().messages
        == "solieu: figures.db: 4 documents read, 0 unchanged, 10 records, 0 failed\n")
    let extracted = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    #expect(try exported() == extracted.text.split(separator: "\n").map(String.init))
    for format in ["csv", "json"] {
      let stored = try Command.run(
        "dataset", "export", "figures.db", "--format", format, in: folder)
      let direct = try Command.run("extract", "archive", "--format", format, in: folder)
      #expect(stored.output == direct.output)
    }
    _ = try Command.run("extract", "archive", "-o", "new.db", in: folder)
    let new = try Command.run("dataset", "export", "new.db", "--format", "jsonl", in: folder)
    #expect(new.text == extracted.text)
  }

  @Test func readsOnlyWhatHasChanged() throws {
    _ = try update()
    #expect(
      try update().messages
        == "solieu: figures.db: 0 documents read, 4 unchanged, 0 records, 0 failed\n")
    try write(2, figures: 1)
    try write(7, figures: 2)
    #expect(
      try update().messages
        == "solieu: figures.db: 2 documents read, 3 unchanged, 3 records, 0 failed\n")
    #expect(try exported().count == 10 - 2 + 2)
    // What is said of documents counts as well.
    try folder.write("manifest.csv", "path,period\narchive/2.txt,2021-05\n")
    let told = try Command.run(
      "dataset", "update", "figures.db", "archive", "--manifest", "manifest.csv", in: folder)
    #expect(told.messages.contains("1 document read, 4 unchanged"))
    #expect(try exported().contains { $0.contains("\"period\":\"2021-05\"") })
    let other = try Command.run(
      "dataset", "update", "figures.db", "archive", "--area", "Lạng Sơn", in: folder)
    #expect(other.messages.contains("5 documents read, 0 unchanged"))
  }

  @Test func whatIsGoneOrBrokenIsMarkedAndItsRecordsStay() throws {
    _ = try update()
    try FileManager.default.removeItem(at: folder.url("archive/1.txt"))
    try folder.write("archive/3.txt", [0x25, 0x50, 0x44, 0x46, 0x2D])
    let result = try update()
    #expect(result.messages.contains("0 documents read, 2 unchanged, 1 gone missing"))
    #expect(result.messages.contains("1 failed"))
    #expect(try exported().count == 10)
    // What a pattern leaves out is there.
    let part = try Command.run(
      "dataset", "update", "figures.db", "archive", "--exclude", "0.txt", in: folder)
    #expect(!part.messages.contains("missing"))
    try write(1, figures: 2)
    try write(3, figures: 4)
    #expect(try update().messages.contains("1 document read, 3 unchanged, 4 records"))
  }

  @Test func membersOfArchivesAreDocuments() throws {
    let pack = { (names: [String]) in
      try folder.write(
        "archive/all.tar.gz",
        try Tool.run(["tar", "-C", folder.url("archive").path, "-czf", "-"] + names, input: []))
    }
    try pack(["0.txt", "1.txt"])
    #expect(try update("archive/all.tar.gz").messages.contains("2 documents read"))
    try pack(["1.txt"])
    #expect(try update("archive/all.tar.gz").messages.contains("1 unchanged, 1 gone missing"))
  }

  /// Fifty times: what is there is whole, and the next run goes on.
  @Test func killedAtAnyMomentItIsWholeAndGoesOn() throws {
    for k in 10..<70 { try write(k, figures: 40) }
    let extracted = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    var expected: [String: Int] = [:]
    for line in extracted.text.split(separator: "\n") { expected[document(line), default: 0] += 1 }
    var random = SystemRandomNumberGenerator()
    var partial = 0
    for k in 0..<50 {
      if k % 10 == 0 {
        for name in ["figures.db", "figures.db-wal", "figures.db-shm"] {
          try? FileManager.default.removeItem(at: folder.url(name))
        }
      }
      let process = try Command.process(
        ["dataset", "update", "figures.db", "archive", "--quiet"], in: folder)
      try process.run()
      usleep(UInt32.random(in: 1_000...400_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let stored = try Command.run(
        "dataset", "export", "figures.db", "--format", "jsonl", in: folder)
      // Killed before there was anything, it holds nothing.
      guard stored.code == 0 else {
        #expect(stored.messages.contains("no such file") || stored.messages.contains("no dataset"))
        continue
      }
      var found: [String: Int] = [:]
      for line in stored.text.split(separator: "\n") { found[document(line), default: 0] += 1 }
      for (name, count) in found { #expect(expected[name] == count) }
      if !found.isEmpty, found.count < expected.count { partial += 1 }
    }
    let last = try update()
    #expect(last.code == 0, "\(last.messages)")
    #expect(try exported() == extracted.text.split(separator: "\n").map(String.init))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.sorted() == ["archive", "figures.db"])
    #expect(partial > 0, "no run was killed on its way")
  }

  private func document(_ line: Substring) -> String {
    String(line.split(separator: "\"").dropFirst(3).first ?? "")
  }

  @Test func twoRunsAtOnceWaitForEachOther() throws {
    for k in 10..<70 { try write(k, figures: 60) }
    let first = try Command.process(
      ["dataset", "update", "figures.db", "archive", "--quiet", "--jobs", "1"], in: folder)
    try first.run()
    while !FileManager.default.fileExists(atPath: folder.url("figures.db-wal").path),
      first.isRunning
    { usleep(1_000) }
    let second = try update()
    first.waitUntilExit()
    #expect(first.terminationStatus == 0)
    #expect(second.code == 0)
    #expect(second.messages.contains("another run updates it; waiting for that to end"))
    #expect(second.messages.contains("0 documents read, 64 unchanged"))
  }

  @Test func otherFilesAreRefusedAndLeftAlone() throws {
    try folder.write("text.db", "no database, though it is called so, and long enough to be one\n")
    for (file, message) in [
      ("text.db", "is no database"), ("archive", "is no file"), ("gone/x.db", "cannot be written"),
    ] {
      let result = try Command.run("dataset", "update", file, "archive", in: folder)
      #expect(result.code == 74)
      #expect(result.messages.hasPrefix("solieu: \(file): \(message)"), "\(result.messages)")
    }
    #expect(try folder.bytes("text.db").count == 63)
    let none = try Command.run("dataset", "series", "none.db", "--indicator", "x", in: folder)
    #expect(none.code == 66)
    #expect(none.messages.contains("none.db: no such file"))
    _ = try update()
    let again = try Command.run("extract", "archive", "-o", "figures.db", in: folder)
    #expect(again.code == 74)
    #expect(again.messages.contains("is there already"))
    let stream = try Command.run("extract", "archive", "--format", "sqlite", in: folder)
    #expect(stream.code != 0)
    #expect(stream.messages.contains("a database is no stream"))
  }

  /// What is read is not overwritten by what is written.
  @Test func inputsAreNoOutputs() throws {
    _ = try update()
    try folder.write("manifest.csv", "path,period\narchive/1.txt,2021\n")
    let before = try folder.bytes("figures.db")
    for arguments in [
      ["dataset", "update", "figures.db", "archive", "--errors", "figures.db"],
      ["dataset", "export", "figures.db", "--format", "csv", "-o", "figures.db"],
      [
        "dataset", "series", "figures.db", "--indicator", "thủy sản", "--format", "svg", "-o",
        "figures.db",
      ],
      ["extract", "archive", "-o", "x.csv", "--errors", "archive/1.txt"],
      ["extract", "archive", "--format", "csv", "-o", "archive/1.txt"],
      ["extract", "archive", "--manifest", "manifest.csv", "-o", "manifest.csv"],
    ] {
      let result = try Command.run(arguments: arguments, in: folder)
      #expect(result.code == 64, "\(arguments)")
    }
    #expect(try folder.bytes("figures.db") == before)
    #expect(try folder.bytes("archive/1.txt").count > 20)
  }

  @Test func aCodeWithoutFiguresIsNotAnsweredWithAnother() throws {
    try folder.makeFolder("prices")
    try folder.write(
      "prices/a.txt",
      "Báo cáo tháng 3 năm 2024\n\nCPI tháng 3 tăng 0,2% so với tháng trước. Có 9 nhóm hàng tăng giá.\n"
    )
    _ = try Command.run("dataset", "update", "prices.db", "prices", in: folder)
    let none = try Command.run(
      "dataset", "series", "prices.db", "--indicator", "prices.cpi", in: folder)
    #expect(none.code == 1)
    #expect(none.output.isEmpty)
    #expect(
      none.messages.contains(
        "no figures of 'prices.cpi' (level); there are some with --measure change"))
    let change = try Command.run(
      "dataset", "series", "prices.db", "--indicator", "prices.cpi", "--measure", "change",
      in: folder)
    #expect(change.code == 0)
  }

  @Test(.enabled(if: Tool.isThere("sqlite3"), "needs scripts/setup --tests"))
  func aLevelInUnitsThatMeanTheSameIsOne() throws {
    let sqlite = { (sql: String) in
      String(
        decoding: try Tool.run(["sqlite3", folder.url("visits.db").path, sql], input: []),
        as: UTF8.self)
    }
    try folder.makeFolder("visits")
    try folder.write(
      "visits/a.txt", "Báo cáo tháng 3 năm 2024\n\nKhách du lịch tháng 2 đạt 280 nghìn lượt.\n")
    try folder.write(
      "visits/b.txt",
      "Báo cáo tháng 4 năm 2024\n\nKhách du lịch tháng 2 đạt 285,2 nghìn lượt khách.\n")
    let levels = "SELECT value, unit FROM levels"
    _ = try Command.run("dataset", "update", "visits.db", "visits", in: folder)
    #expect(try sqlite(levels) == "285.2|lượt khách\n")
    #expect(
      try sqlite("SELECT sql FROM sqlite_master WHERE name = 'levels'").contains("-- the place"))
    // As the first version had it.
    let columns = try sqlite(
      """
      SELECT group_concat('"' || name || '"') FROM pragma_table_info('observations')
      WHERE name <> 'series_unit'
      """)
    _ = try sqlite(
      """
      DROP VIEW levels; DROP VIEW growth; DROP VIEW figures;
      CREATE TABLE old AS SELECT \(columns) FROM observations;
      DROP TABLE observations;
      ALTER TABLE old RENAME TO observations;
      CREATE INDEX observations_by_document ON observations (document_id);
      CREATE INDEX observations_by_series ON observations (series, area, period_end);
      CREATE VIEW figures AS SELECT 1;
      DELETE FROM grdb_migrations WHERE identifier = '2'
      """)
    let again = try Command.run("dataset", "update", "visits.db", "visits", in: folder)
    #expect(again.messages.contains("0 documents read, 2 unchanged"))
    #expect(try sqlite(levels) == "285.2|lượt khách\n")
  }

  @Test(.enabled(if: Tool.isThere("sqlite3"), "needs scripts/setup --tests"))
  func databasesOfOthersAndOfLaterVersionsAreRefused() throws {
    let sqlite = { (file: String, sql: String) in
      String(
        decoding: try Tool.run(["sqlite3", folder.url(file).path, sql], input: []), as: UTF8.self)
    }
    _ = try sqlite("other.db", "CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    let other = try Command.run("dataset", "update", "other.db", "archive", in: folder)
    #expect(other.code == 74)
    #expect(other.messages.contains("is a database of another program"))
    #expect(try sqlite("other.db", "SELECT name FROM sqlite_master") == "t\n")

    _ = try update()
    #expect(try sqlite("figures.db", "SELECT count(*) FROM observations") == "10\n")
    // Of what is said more than once of one period the view has one.
    #expect(
      try sqlite(
        "figures.db",
        "SELECT count(*) = count(DISTINCT series || area || period || unit) FROM levels")
        == "1\n")
    for words in ["san luong", "sản lượng", "Thủy sản", "thuỷ sản"] {
      let count = try sqlite(
        "figures.db",
        "SELECT count(*) FROM sentence_search WHERE sentence_search MATCH '\(words)'")
      #expect(count == "10\n", "\(words)")
    }
    #expect(
      try sqlite(
        "figures.db", "SELECT count(*) FROM sentence_search WHERE sentence_search MATCH 'sàn'")
        == "0\n")
    #expect(try sqlite("figures.db", "PRAGMA integrity_check") == "ok\n")
    _ = try sqlite("figures.db", "INSERT INTO grdb_migrations VALUES ('99')")
    let newer = try update()
    #expect(newer.code == 74)
    #expect(newer.messages.contains("was made by a newer version"))
  }

  @Test func aFullDiskIsSaidAndTheNextRunGoesOn() throws {
    for k in 10..<40 { try write(k, figures: 60) }
    let path = try #require(Command.path)
    func messages(_ arguments: String) throws -> String {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "trap '' XFSZ; ulimit -f 1000; exec \"$0\" \(arguments)", path]
      process.currentDirectoryURL = folder.url
      let messages = Pipe()
      process.standardError = messages
      try process.run()
      let text = messages.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 74)
      return String(decoding: text, as: UTF8.self)
    }
    #expect(try messages("dataset update figures.db archive").contains("the room on it"))
    // What is made anew does not go on.
    let extracting = try messages("extract archive -o new.db")
    #expect(extracting.contains("new.db") && !extracting.contains("goes on"), "\(extracting)")
    #expect(try !folder.names.contains { $0.contains("new.db") })
    #expect(try update().code == 0)
    let extracted = try Command.run("extract", "archive", "--format", "jsonl", in: folder)
    #expect(try exported() == extracted.text.split(separator: "\n").map(String.init))
  }

  @Test func whatWasMovedIsHeldOnce() throws {
    _ = try update()
    let before = try exported()
    try folder.makeFolder("later")
    try FileManager.default.moveItem(at: folder.url("archive/2.txt"), to: folder.url("later/2.txt"))
    #expect(
      try update("later").messages
        == "solieu: figures.db: 1 document read, 0 unchanged, 1 moved, 3 records, 0 failed\n")
    let moved = before.map {
      $0.replacingOccurrences(of: "archive\\/2.txt", with: "later\\/2.txt")
        .replacingOccurrences(of: "archive/2.txt", with: "later/2.txt")
    }
    #expect(try exported().sorted() == moved.sorted())
    // Back at its place it is read again.
    try FileManager.default.moveItem(at: folder.url("later/2.txt"), to: folder.url("archive/2.txt"))
    #expect(
      try update("archive", "later").messages
        == "solieu: figures.db: 1 document read, 3 unchanged, 1 moved, 3 records, 0 failed\n")
    #expect(try exported() == before)
  }

  @Test func seriesAreFoundByWordsAndWritten() throws {
    for (month, value) in [("01", "5,2"), ("02", "6,25"), ("03", "7")] {
      try folder.write(
        "archive/thang-\(month)-2022.txt",
        "Tháng \(month) năm 2022, sản lượng thủy sản của tỉnh Lạng Sơn đạt \(value) nghìn tấn.\n")
    }
    _ = try update()
    let table = try Command.run(
      "dataset", "series", "figures.db", "--indicator", "san luong thuy san", "--from", "2022",
      "--format", "table", in: folder)
    #expect(table.code == 0)
    #expect(table.text.contains("2022-02  6,25  █"), "\(table.text)")
    let csv = try Command.run(
      "dataset", "series", "figures.db", "--indicator", "sản lượng thủy sản", "--from", "2022",
      in: folder)
    #expect(csv.text.split(separator: "\r\n").count == 4, "\(csv.text)")
    for ending in ["json", "svg", "csv", "txt"] {
      let file = try Command.run(
        "dataset", "series", "figures.db", "--indicator", "thủy sản", "-o", "series.\(ending)",
        "--revisions", in: folder)
      #expect(file.code == 0, "\(file.messages)")
      #expect(try folder.bytes("series.\(ending)").count > 100)
    }
    let json = try JSONSerialization.jsonObject(with: Data(try folder.bytes("series.json")))
    #expect((json as? [[String: Any]])?.isEmpty == false)
    let drawing = try Tool.run(
      [
        "python3", "-c",
        "import sys, xml.dom.minidom as m; m.parse(sys.stdin); print('well formed')",
      ],
      input: try folder.bytes("series.svg"))
    #expect(String(decoding: drawing, as: UTF8.self) == "well formed\n")
    let nothing = try Command.run(
      "dataset", "series", "figures.db", "--indicator", "vàng mã", in: folder)
    #expect(nothing.code == 1)
    #expect(nothing.messages.contains("no figures of 'vàng mã'"))
  }
}
