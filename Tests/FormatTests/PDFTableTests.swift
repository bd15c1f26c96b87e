import Formats
import Testing

/// Tables of PDFs, out of where the converter says that words stand.
struct PDFTableTests {
  /// Words and where they begin, on lines of their own.
  private typealias Line = (top: Int, cells: [(left: Int, words: String)])

  private static func text(_ left: Int, _ top: Int, _ words: String) -> String {
    "<text top=\"\(top)\" left=\"\(left)\" width=\"\(words.count * 8)\" height=\"20\" font=\"0\">"
      + "\(words)</text>\n"
  }

  private static func rows(_ pages: [[Line]], boxes: String = "") throws -> [String] {
    var xml = "<pdf2xml>"
    for lines in pages {
      xml +=
        "<page height=\"1200\" width=\"900\"><fontspec id=\"0\" size=\"16\" family=\"Times\"/>"
      for line in lines {
        for cell in line.cells { xml += Self.text(cell.left, line.top, cell.words) }
      }
      xml += "</page>"
    }
    xml += "</pdf2xml>"
    let programs = try FakePrograms(
      ["pdftohtml": "cat \"$here/xml\"", "pdftotext": "cat \"$here/boxes\""],
      files: ["xml": xml, "boxes": boxes])
    let read = try PDFReader.read(Array("%PDF-1.4\n".utf8), path: programs.path)
    let text = String(decoding: read.bytes, as: UTF8.self).replacing("\t", with: "|")
    return text.split(separator: "\n").map(String.init)
  }

  private static let head: [Line] = [
    (100, [(60, "Chỉ tiêu"), (260, "Đơn vị tính"), (400, "Tháng 9"), (520, "9 tháng")])
  ]
  private static let wanted = [
    "Chỉ tiêu|Đơn vị tính|Tháng 9|9 tháng", "Tổng thu ngân sách trên địa bàn|Tỷ đồng|412,5|3.987,4",
    "Kim ngạch xuất khẩu hàng dệt may mặc|Triệu USD|150,2|1.300,0", "Lúa mùa|Ha|72.815|72.815",
  ]

  /// A label of two lines, then one of three, then one of one, `offsets` below the first of each.
  private static func body(_ top: Int, _ offsets: (two: Int, three: Int), page: Int = 0) -> [Line] {
    [
      (top, [(60, "Tổng thu ngân sách")]), (top + 20, [(60, "trên địa bàn")]),
      (top + offsets.two, [(260, "Tỷ đồng"), (410, "412,5"), (520, "3.987,4")]),
      (top + 40, [(60, "Kim ngạch xuất")]), (top + 60, [(60, "khẩu hàng dệt may")]),
      (top + 80, [(60, "mặc")]),
      (top + 40 + offsets.three, [(260, "Triệu USD"), (410, "150,2"), (520, "1.300,0")]),
      (top + 100, [(60, "Lúa mùa"), (260, "Ha"), (402, "72.815"), (528, "72.815")]),
    ]
  }

  @Test(arguments: [(0, 0), (10, 20), (20, 40)])
  func namesOfSeveralLinesStandBelowAroundOrAboveTheirFigures(_ two: Int, _ three: Int) throws {
    #expect(try Self.rows([Self.head + Self.body(121, (two, three))]) == Self.wanted)
  }

  @Test func headsOfSeveralLinesAndOverSeveralColumns() throws {
    let lines: [Line] = [
      (100, [(60, "Chỉ tiêu"), (260, "Kế hoạch"), (400, "So sánh (%)"), (640, "Ghi")]),
      (120, [(260, "năm 2021"), (640, "chú")]),
      (121, [(400, "Tháng 9 so"), (520, "9 tháng so")]),
      (141, [(400, "với tháng"), (520, "với kế")]), (161, [(400, "trước"), (520, "hoạch")]),
      (185, [(60, "Lúa mùa"), (284, "5.200"), (440, "102,1"), (560, "76,7"), (640, "chờ")]),
      (206, [(60, "Ngô"), (284, "4.700"), (440, "103,2"), (560, "77,7"), (640, "xét")]),
    ]
    #expect(
      try Self.rows([lines]) == [
        "Chỉ tiêu|Kế hoạch năm 2021|So sánh (%)||Ghi chú",
        "||Tháng 9 so với tháng trước|9 tháng so với kế hoạch|", "Lúa mùa|5.200|102,1|76,7|chờ",
        "Ngô|4.700|103,2|77,7|xét",
      ])
  }

  @Test func aRowWithoutFiguresIsNoEndOfTheRowAbove() throws {
    let lines: [Line] =
      Self.head + [
        (121, [(60, "Hộ nghèo"), (260, "Hộ"), (410, "5.000"), (520, "6.100,5")]),
        (141, [(60, "Hộ cận nghèo"), (260, "Hộ"), (520, "6.200,5")]),
        (161, [(60, "Trường học"), (260, "Trường")]), (181, [(60, "đạt chuẩn")]),
        (201, [(60, "Xã đạt chuẩn"), (260, "Xã"), (410, "90,5"), (520, "88,5")]),
      ]
    #expect(
      try Self.rows([lines]).suffix(4) == [
        "Hộ nghèo|Hộ|5.000|6.100,5", "Hộ cận nghèo|Hộ||6.200,5", "Trường học đạt chuẩn|Trường||",
        "Xã đạt chuẩn|Xã|90,5|88,5",
      ])
    // Of lower-case words in the column of units it is not sure whose they are.
    let unclear = lines.map { line in
      Line(
        top: line.top, cells: line.cells.map { ($0.left, $0.words == "Trường" ? "đồng" : $0.words) }
      )
    }
    #expect(try Self.rows([unclear]).contains("|||6.200,5"))
  }

  @Test func figuresAloneOnTheirLineMakeARow() throws {
    let lines: [Line] =
      Self.head + [
        (121, [(60, "Tổng mức bán lẻ"), (260, "Tỷ")]), (131, [(520, "508,4")]),
        (141, [(60, "hàng hóa"), (260, "đồng")]),
        (161, [(60, "Điện sản xuất"), (260, "kWh"), (410, "202,4"), (520, "773,0")]),
        (181, [(60, "Nước sạch"), (260, "m3"), (410, "12,4"), (520, "73,0")]),
      ]
    #expect(
      try Self.rows([lines]).suffix(3) == [
        "Tổng mức bán lẻ hàng hóa|Tỷ đồng||508,4", "Điện sản xuất|kWh|202,4|773,0",
        "Nước sạch|m3|12,4|73,0",
      ])
  }

  @Test func endsOfNumbersAroundTheirRowAreJoined() throws {
    let lines: [Line] =
      Self.head + [
        (121, [(410, "3.512.4")]),
        (131, [(60, "Tổng số"), (260, "Đồng"), (520, "245.120")]), (141, [(410, "00")]),
        (161, [(60, "Cấp tỉnh"), (260, "Đồng"), (402, "130.000"), (520, "150.000")]),
        (181, [(60, "Cấp huyện"), (260, "Đồng"), (402, "70.000"), (520, "82.000")]),
      ]
    #expect(try Self.rows([lines]).contains("Tổng số|Đồng|3.512.400|245.120"))
  }

  @Test func whatAPageCutOffARowIsNoGroup() throws {
    let first: [Line] =
      Self.head
      + [
        (1050, [(60, "Thu nội địa"), (260, "Tỷ đồng"), (410, "412,5"), (520, "3.987,4")]),
        (1071, [(60, "Tổng mức bán lẻ"), (260, "Tỷ"), (410, "512,5"), (520, "4.987,4")]),
      ].map { (top: $0.0 - 929, cells: $0.1) }
    let second: [Line] = [
      (60, [(60, "Cao Bằng"), (260, "đồng")]),
      (81, [(60, "Thu khác"), (260, "Tỷ đồng"), (410, "7.500"), (520, "9.100,0")]),
    ]
    #expect(
      try Self.rows([first, second]).suffix(3) == [
        "Thu nội địa|Tỷ đồng|412,5|3.987,4", "||512,5|4.987,4", "Thu khác|Tỷ đồng|7.500|9.100,0",
      ])
  }

  @Test func cellsThatTheConverterJoinedArePutApart() throws {
    let lines: [Line] =
      Self.head + [
        (121, [(60, "Thu nội địa"), (260, "Tỷ đồng"), (410, "412,5"), (520, "3.987,4")]),
        (142, [(60, "Thu khác"), (260, "Tỷ đồng             7.500"), (520, "9.100,0")]),
        (163, [(60, "Thuế"), (260, "Tỷ đồng"), (410, "3.987,4       103,2")]),
      ]
    #expect(
      try Self.rows([lines]).suffix(3) == [
        "Thu nội địa|Tỷ đồng|412,5|3.987,4", "Thu khác|Tỷ đồng|7.500|9.100,0",
        "Thuế|Tỷ đồng|3.987,4|103,2",
      ])
  }

  @Test func wordsStandWhereTheirBoxesSay() throws {
    let lines: [Line] = [
      (100, [(60, "Chỉ tiêu"), (160, "Kế hoạch Ước 9 tháng")]),
      (121, [(60, "Lúa mùa"), (200, "5.200"), (300, "102,1")]),
      (142, [(60, "Ngô"), (200, "4.700"), (300, "103,2")]),
    ]
    let boxes =
      "<doc><page width=\"900\" height=\"1200\">"
      + [(160, 180), (185, 226), (240, 264), (268, 276), (280, 318)].map {
        "<word xMin=\"\($0)\" yMin=\"100\" xMax=\"\($1)\" yMax=\"120\">x</word>"
      }.joined() + "</page></doc>"
    #expect(try Self.rows([lines], boxes: boxes).first == "Chỉ tiêu|Kế hoạch|Ước 9 tháng")
  }

  @Test func aTableGoesOnOverThePageUnderItsHeadOrWithoutIt() throws {
    let body = Self.body(121, (0, 0))
    let first = Self.head + body.prefix(7)
    let rest: [Line] = body.dropFirst(7).map { (100, $0.cells) }
    #expect(try Self.rows([first, rest]) == Self.wanted)
    let head: [Line] = Self.head.map { (79, $0.cells) }
    #expect(try Self.rows([first, head + rest]) == Self.wanted)
  }

  @Test func aNumberThatItsCellWasTooNarrowForIsOne() throws {
    let lines: [Line] =
      Self.head + [
        (121, [(60, "Diện tích gieo trồng"), (260, "Ha"), (400, "180.00"), (520, "97,5")]),
        (141, [(60, "cây hàng năm"), (400, "0")]),
        (162, [(60, "Lúa mùa"), (260, "Ha"), (400, "73.000"), (520, "98,6")]),
      ]
    #expect(
      try Self.rows([lines]).suffix(2) == [
        "Diện tích gieo trồng cây hàng năm|Ha|180.000|97,5", "Lúa mùa|Ha|73.000|98,6",
      ])
  }

  @Test func whatStandsBelowATableIsNoRow() throws {
    let prose = "Ghi chú: số liệu của các tháng là ước tính, theo báo cáo của các huyện."
    let lines = Self.head + Self.body(121, (0, 0)) + [(250, [(60, prose)])]
    #expect(try Self.rows([lines]) == Self.wanted + [prose])
  }
}
