import Formats
import Testing

struct XLSXTests {
  private func read(_ made: XLSXMade) throws -> String {
    String(decoding: try XLSXReader.read(made.bytes).bytes, as: UTF8.self)
  }

  @Test func sheetsAreTablesUnderTheirNames() throws {
    let first = XLSXMade.rows([
      ["BIỂU 1. SẢN LƯỢNG"], ["Đơn vị tính: tấn"], [], ["", "Chỉ tiêu", "", "Năm 2022"],
      ["", "Lúa", "", "5.5"], ["", "Trong đó"], ["", "Ngô", "", "6"],
    ])
    let second = XLSXMade.rows([["Tên", "Số"], ["Cá", "1234567"]])
    let made = XLSXMade([("Nông nghiệp", first), ("Ẩn@", second), ("Trống", ""), ("Cá", second)])
    #expect(
      try read(made) == """
        Nông nghiệp

        BIỂU 1. SẢN LƯỢNG
        Đơn vị tính: tấn

        Chỉ tiêu\tNăm 2022
        Lúa\t5,5
        Trong đó\t
        Ngô\t6

        Cá

        Tên\tSố
        Cá\t1234567


        """)
  }

  /// Code of the format, what is stored, and what the cell shows.
  static let numbers: [(String, String, String)] = [
    ("General", "98.600000000000009", "98,6"), ("General", "1234567", "1234567"),
    ("General", "-0.5", "-0,5"), ("General", "1E-3", "0,001"), ("General", "1.5E+3", "1500"),
    ("General", "0.333333333333333", "0,333333333"), ("General", "0", "0"),
    ("0", "98.5", "99"), ("0", "-98.5", "-99"), ("0.0", "5", "5,0"), ("0.00", "2.675", "2,68"),
    ("0.0", "9.96", "10,0"), ("0.0", "0.04", "0,0"), ("0.0", "-0.04", "0,0"),
    ("#,##0", "1234567.4", "1.234.567"), ("#,##0", "999", "999"), ("#,##0.0", "1234.56", "1.234,6"),
    ("#,##0.##", "1234.5", "1.234,5"), ("#,##0.##", "1234", "1.234"),
    ("0%", "0.986", "99%"), ("0.0%", "0.125", "12,5%"), ("0.00%", "1.05", "105,00%"),
    ("#,##0,", "1234567", "1.235"), ("#,##0.0,,", "1234567890", "1.234,6"),
    (#"#,##0" đồng""#, "5000", "5.000 đồng"), (#"0.0\ "tấn""#, "5.25", "5,3 tấn"),
    ("#,##0;(#,##0)", "-1234", "-1.234"), ("#,##0.0;[Red]-#,##0.0", "-1234.5", "-1.234,5"),
    (#"_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)"#, "1234", "1.234"),
    (#"_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)"#, "-1234", "-1.234"),
    (#"_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)"#, "0", "-"),
    (#"_-* #,##0.00\ [$₫-42A]_-"#, "1234.5", "1.234,50 ₫"),
    ("0.00E+00", "1234.5", "1234,5"), ("# ?/?", "0.5", "0,5"), ("@", "2022", "2022"),
    ("[>=1000]#,##0,;0", "5000", "5000"),
    ("dd/mm/yyyy", "44834", "30/09/2022"), ("m/d/yyyy", "44834", "30/9/2022"),
    ("mmm-yy", "44834", "9/2022"), ("yyyy", "44834", "2022"), ("d/m", "44834", "30/9"),
    (#""Tháng "m"/"yyyy"#, "44834", "Tháng 9/2022"),
    ("[$-1010000]d/m/yyyy;@", "44834", "30/9/2022"),
    ("dd/mm/yyyy hh:mm", "44834.5", "30/09/2022 12:00"), ("h:mm:ss", "0.25", "6:00:00"),
    ("dd/mm/yyyy", "59", "28/02/1900"), ("dd/mm/yyyy", "61", "01/03/1900"),
    ("dd/mm/yyyy", "-1", "-1"), ("dd/mm/yyyy", "36584", "28/02/2000"),
    ("dd/mm/yyyy", "36585", "29/02/2000"),
  ]

  @Test(arguments: numbers)
  func numbersAreWrittenAsTheCellShowsThem(code: String, stored: String, shown: String) throws {
    let sheet = "<sheetData><row><c s=\"1\"><v>\(stored)</v></c></row></sheetData>"
    #expect(try read(XLSXMade([("S", sheet)], formats: [code])) == "S\n\n\(shown)\n\n")
  }

  @Test func cellsOfAllKinds() throws {
    let strings =
      "<si><t>Lúa</t></si><si><r><t>120 m</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>"
      + "<rPh><t>x</t></rPh></si>"
    let sheet = """
      <sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c>\
      <c t="str"><f>A1&amp;B1</f><v>Ngô</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>\
      <c t="d"><v>2022-09-30T00:00:00</v></c><c><f>1+1</f><v>2</v></c><c t="inlineStr"><is>\
      <r><t>Ca</t></r><r><t>o</t></r></is></c><c/></row></sheetData>
      """
    #expect(
      try read(XLSXMade([("S", sheet)], strings: strings))
        == "S\n\nLúa\t120 m2\tNgô\tTRUE\t#N/A\t30/9/2022\t2\tCao\n\n")
  }

  @Test func hiddenRowsAndColumnsAreLeftOut() throws {
    let cells = (0..<3).map { row in
      "<row r=\"\(row + 1)\"\(row == 1 ? " hidden=\"1\"" : "")>"
        + ["A", "B", "C"].map { "<c r=\"\($0)\(row + 1)\"><v>\(row)</v></c>" }.joined() + "</row>"
    }.joined()
    let sheet =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>\(cells)</sheetData>"
    #expect(try read(XLSXMade([("S", sheet)])) == "S\n\n0\t0\n2\t2\n\n")
  }

  @Test func daysMayCountFrom1904() throws {
    let sheet = "<sheetData><row><c s=\"1\"><v>43372</v></c></row></sheetData>"
    let made = XLSXMade(
      [("S", sheet)], formats: ["d/m/yyyy"], workbook: "<workbookPr date1904=\"1\"/>")
    #expect(try read(made) == "S\n\n30/9/2022\n\n")
  }

  @Test func addressesMadeToHarmTakeNoMemory() throws {
    let row =
      "<c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c><c r=\"ZZZZZZZZZZZZ1\"><v>3</v></c>"
    let last = "<row r=\"9999999999999\"><c><v>4</v></c></row>"
    let cols = String(
      repeating: "<col min=\"-5\" max=\"999999999999\" hidden=\"0\"/>", count: 10)
    let sheet = "\(cols)<sheetData><row r=\"1\">\(row)</row>\(last)</sheetData>"
    #expect(try read(XLSXMade([("S", sheet)])) == "S\n\n1\t2\n\n4\n\n")
  }

  @Test func aSheetMayHoldSoMuch() throws {
    var options = FormatOptions()
    options.limits.bytes = 100_000
    // Each row has a column of its own: a square of empty cells.
    let rows = (0..<1_000).map {
      "<row><c><v>\($0)</v></c><c r=\"\(Self.letters($0 + 27))1\"><v>1</v></c></row>"
    }
    let made = XLSXMade([("S", "<sheetData>\(rows.joined())</sheetData>")])
    let error = #expect(throws: FormatError.self) {
      try XLSXReader.read(made.bytes, options: options)
    }
    #expect(error?.problem.hasPrefix("unpacks to more than") == true)
  }

  @Test func oldEncodingsAreReadByTheirFonts() throws {
    let strings =
      "<si><t>S¶n l\u{AD}îng</t></si><si><r><rPr><rFont val=\"VNI-Times\"/></rPr>"
      + "<t>Saûn löôïng</t></r></si>"
    let sheet =
      "<sheetData><row><c s=\"1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row></sheetData>"
    #expect(
      try read(XLSXMade([("S", sheet)], strings: strings, fonts: [".VnTime"]))
        == "S\n\nSản lượng\tSản lượng\n\n")
  }

  private static func letters(_ column: Int) -> String {
    var (rest, text) = (column, "")
    while rest > 0 {
      text = String(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }
}
