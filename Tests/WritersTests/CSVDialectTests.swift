import Observations
import Quantities
import Testing
import Writers

/// CSV that spreadsheets open.
struct CSVDialectTests {
  /// The row of a record with the text, from its text on.
  private static func field(_ text: String, _ dialect: CSVDialect) throws -> String {
    var record = Observation(value: ExactDecimal(15, fractionDigits: 1))
    record.indicator = text
    var options = WriterOptions(.csv)
    options.dialect = dialect
    let rows = try written(options, [Sample.document(record)])
    // The first column, the document, is empty.
    return String(try #require(rows.split(separator: "\r\n").last).dropFirst())
  }

  @Test(arguments: [
    "=1+1", "+84 24 3", "-5,2%", "@SUM(A1)", "\tx", " =1", "2022-11", "../2022-11-15", "9/11",
    "1-2",
    "3E5", "68", "12345678901234567890", "8,3%", "120/121", "7:30 AM", "11 Nov", "true", "Sai",
    "#N/A",
    "tháng 11", "10 VND",
  ])
  func whatASpreadsheetWouldChangeIsTheResultOfAFormula(text: String) throws {
    for dialect in [CSVDialect.excel, .excelVietnamese] {
      #expect(try Self.field(text, dialect).hasPrefix("\"=\"\"\(text)\"\"\""))
    }
    #expect(try !Self.field(text, .rfc4180).contains("\"=\"\""))
  }

  @Test(arguments: [
    "tổng mức bán lẻ", "124 đơn vị", "5,2 nghìn tấn", "1. Về kinh tế", "%", "bao-cao.html",
    "trade.exports", "– Xuất khẩu", "",
  ])
  func otherTextsStayAsTheyAre(text: String) throws {
    #expect(try Self.field(text, .excelVietnamese).hasPrefix("\(text);"))
  }

  @Test func quotesAreDoubledInTheFormulaAndInTheField() throws {
    #expect(try Self.field("-\"a\"", .excel).hasPrefix("\"=\"\"-\"\"\"\"a\"\"\"\"\"\"\","))
  }

  @Test func aFormulaHoldsTextsOf255Characters() throws {
    let long = "- " + String(repeating: "x", count: 600)
    let parts = try Self.field(long, .excel).split(separator: "\"\"&\"\"")
    #expect(parts.prefix(2).allSatisfy { $0.count <= 260 })
    #expect(parts.count == 3)
    let longer = "- " + String(repeating: "x", count: 7_000)
    #expect(try Self.field(longer, .excel).hasPrefix("'- xx"))
  }

  @Test(arguments: [
    (CSVDialect.rfc4180, ",2152.8,VND,"), (.excel, ",2152.8,VND,"),
    (.excelVietnamese, ";2152,8;VND;"),
  ])
  func markSeparatorAndDecimalMark(dialect: CSVDialect, cells: String) throws {
    var options = WriterOptions(.csv)
    options.dialect = dialect
    let bytes = try writtenBytes(options, [Sample.document(Sample.retail())])
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) == (dialect != .rfc4180))
    #expect(String(decoding: bytes, as: UTF8.self).contains(cells))
  }
}
