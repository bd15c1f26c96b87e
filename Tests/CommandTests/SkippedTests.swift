import Foundation
import Testing

/// What was not read is said: listed by `explain`, counted by `extract`.
@Suite struct SkippedTests {
  let folder: Folder
  private static let report = """
    Tháng 11 năm 2022, sản lượng thủy sản đạt 5,2 nghìn tấn.
    Tổng thu đạt 19.94,67 tỷ đồng.
    Lượt xem: 355
    >> Hải Dương thu 16.200 tỷ đồng

    Tên | Màu | Loại
    Sơn A | 1 | 2
    Sơn B | 3 | 4

    """
  private static let summary = """
    solieu: 2 documents, 2 records, 0 failed
    solieu: not read: 1 damaged number, 1 table not understood, 2 lines of page chrome

    """

  init() throws {
    folder = try Folder()
    try folder.write("a.txt", Self.report)
    try folder.write("b.txt", sentence)
  }

  @Test func extractEndsWithASummaryApartFromTheOutput() throws {
    let loud = try Command.run("extract", "a.txt", "b.txt", in: folder)
    let quiet = try Command.run("extract", "a.txt", "b.txt", "--quiet", in: folder)
    #expect(loud.messages == Self.summary)
    #expect(quiet.messages.isEmpty)
    #expect(loud.output == quiet.output)
    let file = try Command.run("extract", "a.txt", "b.txt", "-o", "x.csv", in: folder)
    #expect(file.messages == Self.summary)
    #expect(try folder.bytes("x.csv") == loud.output)
  }

  @Test func whereAllIsReadTheSummaryIsOneLine() throws {
    #expect(
      try Command.run("extract", "b.txt", in: folder).messages
        == "solieu: 1 document, 1 record, 0 failed\n")
  }

  @Test func explainListsWhatWasSkipped() throws {
    let text = try Command.run("explain", "a.txt", in: folder).text
    for line in [
      "No record (4)",
      "  70..<78  19.94,67: a number without one likely reading",
      "  88..<101  Lượt xem: 355: a line that the page adds",
      "  102..<133  >> Hải Dương thu 16.200 tỷ đồng: a line that the page adds",
      "  135..<179  Tên | Màu | Loại: table: no column of figures is understood, 3 lines",
      "  and no figures: 1 time",
    ] {
      #expect(text.contains("\(line)\n"), "\(line) in \(text)")
    }
  }

  @Test func explainSaysTheSameToAProgram() throws {
    let result = try Command.run("explain", "--json", "a.txt", in: folder)
    let value = try JSONSerialization.jsonObject(with: Data(result.output))
    let object = try #require(value as? [String: Any])
    let skipped = try #require(object["skipped"] as? [[String: Any]])
    #expect(
      skipped.map { $0["reason"] as? String } == [
        "time", "damaged_number", "page_chrome", "page_chrome", "table",
      ])
    for part in skipped {
      #expect(Set(part.keys) == ["start", "end", "text", "reason", "explanation"])
    }
  }
}
