import Observations
import Quantities
import Testing
import Workbook

@Suite(.enabled(if: MadeWorkbook.hasPython, MadeWorkbook.note))
struct WorkbookTests {
  @Test func cellsHaveTheirTypesAndNumbersTheirDecimals() throws {
    var record = try Sample.level("5.50", 0, unit: "%")
    record.denominator = ExactDecimal(121)
    record.text = "9/11"
    record.section = "=SUM(A1)"
    record.start = 370
    record.flags = ["a", "b"]
    record.confidence = Confidence(hundredths: 90)
    let sheet = try MadeWorkbook([Sample.document([record])]).sheet("observations")
    let header = sheet.row(1)
    #expect(header["A"] == "s:document")
    #expect(header["Y"] == "s:alternatives")
    #expect(header["Z"] == "s:source")
    let row = sheet.row(2)
    #expect(row["G"] == "n:5.5")
    #expect(try sheet.format("G2") == "#,##0.00")
    #expect(row["J"] == "n:121")
    #expect(try sheet.format("J2") == "#,##0")
    #expect(row["I"] == "n:0")
    #expect(row["K"] == "s:2022-11")
    #expect(row["Q"] == "s:9/11")
    #expect(row["P"] == "s:=SUM(A1)")
    #expect(row["R"] == "n:370")
    #expect(row["V"] == "n:0.9")
    #expect(try sheet.format("V2") == "#,##0.00")
    #expect(row["W"] == "s:a;b")
    #expect(row["D"] == nil)
    #expect(
      row["Z"] == "f:HYPERLINK(&quot;#sources!A2&quot;,&quot;→&quot;)"
        || row["Z"] == "f:HYPERLINK(\"#sources!A2\",\"→\")")
    #expect(sheet.isFrozen)
    #expect(sheet.filter == "A1:Z2")
  }

  @Test(arguments: [
    ("999999999999999", "n:999999999999999"), ("1000000000000000", "s:1000000000000000"),
    ("-0.00000000000000000000012", "n:-1.2e-22"), ("0.1", "n:0.1"), ("-31.60", "n:-31.6"),
    ("98.6", "n:98.6"),
    ("123456789012.345", "n:123456789012.345"),
    ("1234567890123456789.5", "s:1234567890123456789.5"),
  ])
  func noDigitIsLost(value: String, cell: String) throws {
    let sheet = try MadeWorkbook([Sample.document([try Sample.level(value)])]).sheet("observations")
    #expect(sheet.row(2)["G"] == cell)
  }

  @Test(arguments: [
    ("a\u{1}b\u{0}c\u{FFFE}d", "abcd"), ("a\r\nb\rc\n\td", "a\nb\nc\n\td"),
    ("_x0041_", "_x005F_x0041_"), ("tên_xã", "tên_xã"), ("a<b>&\"c", "a&lt;b&gt;&amp;\"c"),
    (" hai đầu ", " hai đầu "), ("\u{1F600}", "\u{1F600}"),
  ])
  func textIsWhatXMLAndExcelTake(text: String, stored: String) throws {
    var record = try Sample.level("1")
    record.sentence = text
    let book = try MadeWorkbook([Sample.document([record])])
    #expect(try book.sheet("observations").row(2)["T"] == "s:\(stored)")
    #expect(try book.sheet("sources").row(2)["G"] == "s:\(stored)")
  }

  @Test(arguments: ["ă", "\u{1F600}", "e\u{302}\u{301}"])
  func aLongTextIsCut(letter: String) throws {
    var record = try Sample.level("1")
    record.sentence = String(repeating: letter, count: 40_000)
    let sheet = try MadeWorkbook([Sample.document([record])]).sheet("observations")
    let text = try #require(sheet.row(2)["T"]).dropFirst(2)
    #expect(text.hasSuffix("…"))
    #expect((32_760...32_767).contains(text.utf16.count))
  }

  @Test func sentencesAreListedOnceWithTheirDocument() throws {
    var records = try (0..<4).map { try Sample.level("\($0)", start: $0) }
    records[1].sentence = records[0].sentence
    records[3].sentence = records[0].sentence
    records[3].section = "II"
    let book = try MadeWorkbook([Sample.document(records), Sample.document([records[0]])])
    let sources = try book.sheet("sources")
    #expect(sources.rowCount == 5)
    #expect(
      sources.row(2) == [
        "A": "s:a.html", "B": "s:Báo cáo tháng 11", "C": "s:CỤC THỐNG KÊ", "D": "s:2022-11-28",
        "E": "s:https://example.org/bao-cao", "G": "s:Câu số 0.",
      ])
    #expect(sources.row(4)["F"] == "s:II")
    let links = try (2...6).map { try book.sheet("observations").row($0)["Z"] ?? "" }
    #expect(links.map { $0.contains("A2") } == [true, true, false, false, false])
    #expect(links[2].contains("A3") && links[3].contains("A4") && links[4].contains("A5"))
  }

  @Test func aFullSheetIsSaid() throws {
    var writer = WorkbookWriter(rowLimit: 3)
    var bytes: [UInt8] = []
    let records = try (0..<5).map { try Sample.level("\($0)", period: "\(2000 + $0)", start: $0) }
    try writer.begin(into: &bytes)
    try writer.write(Sample.document(records), into: &bytes)
    try writer.end(into: &bytes)
    #expect(
      writer.notes.first
        == "the sheet 'observations' is full with 3 rows; the table goes on in 'observations 2' to "
        + "'observations 3'")
    #expect(writer.notes.count == 3)
  }

  @Test func aFullSheetGoesOnInAnother() throws {
    let records = try (0..<5).map { try Sample.level("\($0)", period: "\(2000 + $0)", start: $0) }
    let book = try MadeWorkbook([Sample.document(records)], rowLimit: 3)
    #expect(
      Set(try book.sheets) == [
        "observations", "observations 2", "observations 3", "series", "series 2", "series 3",
        "sources", "sources 2", "sources 3",
      ])
    for table in ["observations", "series", "sources"] {
      let first = try book.sheet(table)
      let last = try book.sheet("\(table) 3")
      #expect(first.rowCount == 3)
      #expect(last.rowCount == 2)
      #expect(first.row(1) == last.row(1))
      #expect(last.isFrozen)
      #expect(last.filter?.hasSuffix("2") ?? false)
      #expect(first.filter?.hasSuffix("3") ?? false)
    }
    #expect(try book.sheet("observations 2").row(2)["G"] == "n:2")
    let link = try #require(try book.sheet("observations 3").row(2)["Z"])
    #expect(link.contains("#'sources 3'!A2"))
    let names = try book.part("xl/workbook.xml")
    #expect(names.contains("'observations 2'!$A$1:$Z$3</definedName>"))
    let full = try MadeWorkbook([Sample.document(Array(records.prefix(2)))], rowLimit: 3)
    #expect(try full.sheets == ["observations", "series", "sources"])
  }

  @Test func sameRecordsSameBytes() throws {
    let documents = [Sample.document(try Sample.months(["1", "2.5", "3", "4", "5", "6"]))]
    let first = try MadeWorkbook(documents)
    #expect(try MadeWorkbook.written(documents) == first.bytes)
    #expect(try first.part("docProps/core.xml").contains("1980-01-01T00:00:00Z"))
  }

  @Test func nothingIsAWorkbookToo() throws {
    for documents in [[], [DocumentRecords(document: "a", observations: [])]] {
      let book = try MadeWorkbook(documents)
      #expect(try book.sheets == ["observations", "series", "sources"])
      #expect(try book.sheet("observations").filter == "A1:Z1")
    }
  }

  @Test func writersDoNotDisturbEachOther() async throws {
    let alone = try MadeWorkbook.written([Sample.document([try Sample.level("1")])])
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask { try MadeWorkbook.written([Sample.document([try Sample.level("1")])]) }
      }
      for try await bytes in group { #expect(bytes == alone) }
    }
  }
}
