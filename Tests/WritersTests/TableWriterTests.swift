import Foundation
import Observations
import Quantities
import Testing
import Writers

struct TableWriterTests {
  @Test func aWideTableShowsEverything() throws {
    let table = try written(.table, [Sample.document(Sample.retail(), Sample.change())])
    #expect(
      table == """
        bao-cao.html: 2 records
        indicator                   measure/base                 value  period           status/bound
        tổng mức bán lẻ             level               2 152,8 tỷ VND  2022-11          estimate/about
        tổng kim ngạch › xuất khẩu  change/same_period         -5,50 %  2022-01/2022-11

        """)
  }

  @Test(arguments: [60, 61, 80, 100])
  func linesStayWithinTheWidth(width: Int) throws {
    var long = Sample.change()
    long.indicator = String(repeating: "chỉ số giá tiêu dùng ", count: 9)
    long.document = String(repeating: "rất-dài/", count: 30)
    let document = DocumentRecords(document: long.document, observations: [long, Sample.retail()])
    for line in try written(.table, [document], width: width).split(separator: "\n") {
      #expect(line.count <= width)
    }
    #expect(try written(.table, [document], width: width).contains("…"))
    #expect(try written(.table, [document], width: 1) == written(.table, [document], width: 60))
  }

  @Test func theFigureIsCutLast() throws {
    let table = try written(.table, [Sample.document(Sample.retail(), Sample.change())], width: 60)
    #expect(table.contains(" 2 152,8 tỷ VND "))
    #expect(table.contains("  chang…  "))
  }

  @Test func aParentIsCutBeforeItsPart() throws {
    var part = Sample.change()
    part.parent = String(repeating: "tổng kim ngạch ", count: 9)
    let table = try written(.table, [Sample.document(part)], width: 90)
    #expect(table.contains("\n…") && table.contains(" › xuất khẩu  change/same_period "))
  }

  @Test func decomposedLettersTakeOneCell() throws {
    var composed = Sample.retail()
    composed.indicator = "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng"
    var decomposed = composed
    decomposed.indicator = composed.indicator.decomposedStringWithCanonicalMapping
    let table = try written(.table, [Sample.document(decomposed)], width: 70)
    #expect(try table == written(.table, [Sample.document(composed)], width: 70))
  }

  @Test func wideLettersTakeTwoCellsAndControlsBecomeSpaces() throws {
    var record = Sample.retail()
    record.indicator = "数字\u{1B}[31m\u{200B}x\ny"
    let plain = try written(.table, [Sample.document(record)]).split(separator: "\n")
    #expect(plain[2].hasPrefix("数字 [31mx y  level"))
    #expect(plain[1].hasPrefix("indicator     measure/base"))
  }

  @Test(arguments: [
    ("1", 0, "con", "1 con"), ("1234567", 0, "", "1 234 567"),
    ("-999.5", 3, "ha", "-999,5 nghìn ha"), ("1000", 6, "VND", "1 000 triệu VND"),
    ("2.50", 12, "VND", "2,50 nghìn tỷ VND"),
    ("3", 4, "người", "3 vạn người"), ("3", 2, "m", "3 ×10^2 m"),
  ])
  func figuresAreReadable(digits: String, multiplier: Int, unit: String, figure: String) throws {
    var record = Observation(value: try #require(ExactDecimal(digits)))
    record.unitMultiplier = multiplier
    record.unit = unit
    #expect(try written(.table, [Sample.document(record)]).contains("  \(figure)\n"))
  }

  @Test func aDenominatorFollowsItsNumber() throws {
    var record = Observation(value: ExactDecimal(656696))
    record.denominator = ExactDecimal(1_664_213)
    record.unit = "hồ sơ"
    #expect(try written(.table, [Sample.document(record)]).contains(" 656 696/1 664 213 hồ sơ\n"))
  }

  @Test func colorMakesTheHeaderBold() throws {
    let document = Sample.document(Sample.retail())
    let colored = try written(.table, [document], color: true)
    #expect(colored.contains("\n\u{1B}[1mindicator  "))
    #expect(colored.contains("status/bound\u{1B}[0m\n"))
    let plain = colored.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
    #expect(try plain == written(.table, [document]))
  }

  @Test func eachDocumentHasItsLine() throws {
    let table = try written(.table, [Sample.document(), Sample.document(Sample.retail())])
    #expect(table.hasPrefix("bao-cao.html: 0 records\n\nbao-cao.html: 1 record\nindicator "))
    #expect(try written(.table, []).isEmpty)
  }
}
