import Formats
import Testing

struct ODSTests {
  private func read(_ body: String, automatic: String = "") throws -> String {
    let made = ODTMade(body, kind: "spreadsheet", automatic: automatic)
    return String(decoding: try ODSReader.read(made.bytes).bytes, as: UTF8.self)
  }

  private static func table(_ name: String, _ content: String) -> String {
    "<table:table table:name=\"\(name)\">\(content)</table:table>"
  }

  private static func row(_ cells: [String], _ more: String = "") -> String {
    "<table:table-row \(more)>\(cells.joined())</table:table-row>"
  }

  private static func cell(_ text: String, _ more: String = "") -> String {
    "<table:table-cell \(more)><text:p>\(text)</text:p></table:table-cell>"
  }

  /// Type, what is stored, what the program showed, and what is written.
  static let values: [(String, String, String, String)] = [
    ("float", "1234.5", "1,234.50", "1.234,50"), ("float", "1234.5", "1.234,5", "1.234,5"),
    ("float", "98.6", "98.6", "98,6"), ("float", "-5.25", "(5.3)", "-5,3"),
    ("float", "7", "7", "7"),
    ("float", "1234567", "1 234 567", "1.234.567"), ("float", "12345", "12 nghìn", "12 nghìn"),
    ("percentage", "0.125", "12.5%", "12,5%"), ("percentage", "0.986", "99%", "99%"),
    ("currency", "5000", "5,000 ₫", "5.000 ₫"), ("date", "2022-09-30", "09/30/2022", "30/9/2022"),
    ("date", "2022-09-30", "Sep 22", "9/2022"), ("date", "2022-09-30", "2022", "2022"),
    ("date", "2022-09-30", "30/09", "30/9"),
    ("date", "2022-09-30T08:30:00", "2022-09-30 08:30", "30/9/2022 08:30"),
    ("date", "1899-12-30T08:30:00", "08:30", "08:30"), ("string", "", "Lúa", "Lúa"),
  ]

  @Test(arguments: values)
  func valuesAreWrittenAsTheCellShowsThem(
    type: String, stored: String, shown: String, written: String
  ) throws {
    let attribute = type == "date" ? "office:date-value" : "office:value"
    let cell = Self.cell(shown, "office:value-type=\"\(type)\" \(attribute)=\"\(stored)\"")
    #expect(try read(Self.table("S", Self.row([cell]))) == "S\n\n\(written)\n\n")
  }

  @Test func sheetsAreTablesUnderTheirNames() throws {
    let empty = "<table:table-cell table:number-columns-repeated=\"16000\"/>"
    let column = "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
    let content =
      column + Self.row([Self.cell("BIỂU 1"), empty])
      + Self.row([empty], "table:number-rows-repeated=\"3\"")
      + Self.row([Self.cell("Tên"), Self.cell("x"), Self.cell("Số")])
      + Self.row([Self.cell("y"), Self.cell("y"), Self.cell("y")], "table:visibility=\"filter\"")
      + Self.row(
        [Self.cell("Lúa"), Self.cell("x"), Self.cell("5")], "table:number-rows-repeated=\"2\"")
      + Self.row([empty], "table:number-rows-repeated=\"1048000\"")
    let hidden =
      "<table:table table:name=\"Ẩn\" table:style-name=\"h\">" + Self.row([Self.cell("x")])
      + "</table:table>"
    let style =
      "<style:style style:name=\"h\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
    #expect(
      try read(Self.table("Nông nghiệp", content) + hidden, automatic: style)
        == "Nông nghiệp\n\nBIỂU 1\n\nTên\tSố\nLúa\t5\nLúa\t5\n\n")
  }

  @Test func repeatedRowsTakeBoundedMemory() throws {
    let cell = Self.cell("x", "table:number-columns-repeated=\"16000\"")
    let made = ODTMade(
      Self.table("S", Self.row([cell], "table:number-rows-repeated=\"1000000\"")),
      kind: "spreadsheet")
    var options = FormatOptions()
    options.limits.bytes = 4 << 20
    let error = #expect(throws: FormatError.self) {
      try ODSReader.read(made.bytes, options: options)
    }
    #expect(error?.problem == "unpacks to more than 4 MB")
  }
}
