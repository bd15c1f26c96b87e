import Formats
import Testing

struct PDFReaderTests {
  private static let head = Array("%PDF-1.4\n".utf8)

  /// Reads pages as the converter writes them.
  private static func read(_ pages: [String], fonts: String = "") throws -> String {
    let xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE pdf2xml SYSTEM \"pdf2xml.dtd\">\n<pdf2xml>\n"
      + pages.enumerated().map { number, texts in
        "<page number=\"\(number + 1)\" top=\"0\" left=\"0\" height=\"1200\" width=\"900\">\n"
          + "<fontspec id=\"0\" size=\"16\" family=\"AAAAAA+Times\"/>"
          + "<fontspec id=\"1\" size=\"11\" family=\"Times\"/>"
          + "<fontspec id=\"2\" size=\"7\" family=\"Times\"/>\(fonts)\(texts)</page>\n"
      }.joined() + "</pdf2xml>"
    let programs = try FakePrograms(["pdftohtml": "cat \"$here/xml\""], files: ["xml": xml])
    return String(decoding: try PDFReader.read(head, path: programs.path).bytes, as: UTF8.self)
  }

  private static func text(
    _ words: String, _ left: Int, _ top: Int, _ width: Int? = nil, font: Int = 0
  ) -> String {
    let height = [1: 13, 2: 9][font] ?? 20
    return
      "<text top=\"\(top)\" left=\"\(left)\" width=\"\(width ?? words.count * 8)\" height=\"\(height)\""
      + " font=\"\(font)\">\(words)</text>\n"
  }

  /// Lines of prose from the left margin to the right, the last one short.
  private static func prose(_ lines: [String], top: Int) -> String {
    lines.enumerated().map { k, line in
      text(line, 100, top + k * 22, k == lines.count - 1 ? line.count * 7 : 700)
    }.joined()
  }

  private static let first = [
    "Thu ngân sách nhà nước trên địa bàn tháng 9 ước đạt 1.234 tỷ đồng, tăng 5,2% so với cùng",
    "kỳ năm trước, bằng 98,6% kế hoạch; lũy kế chín tháng thu ngân sách đạt 12.345 tỷ đồng, tăng",
    "8,1% so với cùng kỳ.",
  ]
  private static let second = [
    "Chi ngân sách địa phương tháng 9 ước đạt 987 tỷ đồng; lũy kế chín tháng chi đạt 8.765 tỷ,",
    "bằng 70% dự toán.",
  ]
  private static let joined =
    first.joined(separator: " ") + "\n" + second.joined(separator: " ") + "\n"

  @Test func linesAreJoinedToParagraphs() throws {
    let page = Self.prose(Self.first, top: 100) + Self.prose(Self.second, top: 166)
    #expect(try Self.read([page]) == Self.joined)
  }

  @Test func aParagraphGoesOnOverThePage() throws {
    let pages = [
      Self.prose(Self.first, top: 100) + Self.text(Self.second[0], 100, 1000, 700),
      Self.text(Self.second[1], 100, 100) + Self.text("- Điểm tin.", 100, 122),
    ]
    #expect(try Self.read(pages) == Self.joined + "- Điểm tin.\n")
  }

  @Test func runningHeadsFeetAndPageNumbersGo() throws {
    let pages = (1...3).map { number in
      Self.text("BÁO CÁO THÁNG 9", 300, 40) + Self.prose(Self.first, top: 100 + number * 30)
        + Self.prose(Self.second, top: 800 + number * 30)
        + Self.text("Trang \(number + 9)/12", 400, 1150)
        + Self.text("\(number)", 450, 1172)
    }
    #expect(try Self.read(pages) == Self.joined + Self.joined + Self.joined)
  }

  /// Other figures in the same words at the same place are another sentence.
  @Test func linesOfTheBodyAtTheEdgesStay() throws {
    let pages = (1...5).map { number in
      Self.text("BÁO CÁO - \(number)", 300, 40)
        + (0..<10).map { k in
          Self.text(
            "Sản lượng mặt hàng \(k) của nhóm \(number) ước đạt trong", 100, 100 + k * 44, 700)
            + Self.text(
              "tháng này, tăng \(number),\(k)% so với cùng kỳ năm trước.", 100, 122 + k * 44)
        }.joined() + Self.text("Mã \(number + 6)", 400, 1150)
    }
    let lines = try Self.read(pages).split(separator: "\n")
    #expect(lines.count == 50)
    #expect(lines.allSatisfy { $0.hasPrefix("Sản") && $0.hasSuffix("so với cùng kỳ năm trước.") })
  }

  @Test func exponentsStayAndMarksOfFootnotesGo() throws {
    let page =
      Self.text("Đất 5.000 m", 100, 100, 80) + Self.text("2", 180, 97, 6, font: 1)
      + Self.text(", thu 12.345", 186, 100, 90) + Self.text("1", 276, 97, 6, font: 1)
      + Self.text(" tỷ đồng", 282, 100, 70) + Self.text("Dòng hai của văn bản này.", 100, 150)
      + Self.text("1", 100, 1097, 6, font: 2) + Self.text("Theo báo cáo 99", 108, 1102, font: 1)
    #expect(
      try Self.read([page]) == "Đất 5.000 m2, thu 12.345 tỷ đồng\nDòng hai của văn bản này.\n")
  }

  @Test(arguments: [
    ("công ty Ma-", "laysia đạt 5 tỷ. Malaysia", "công ty Malaysia đạt 5 tỷ. Malaysia"),
    ("dịch COVID-", "19 giảm", "dịch COVID-19 giảm"),
    ("vùng kinh tế-", "xã hội", "vùng kinh tế-xã hội"),
    ("năm 2021 -", "2025 đạt", "năm 2021 - 2025 đạt"),
    ("phát tri\u{ad}", "ển mới", "phát triển mới"),
  ])
  func brokenWordsAreJoined(_ one: String, _ two: String, _ joined: String) throws {
    let page =
      Self.prose(Self.first, top: 100) + Self.text(one, 100, 300, 700) + Self.text(two, 100, 322)
    #expect(try Self.read([page]).hasSuffix("\n\(joined)\n"))
  }

  @Test func columnsAreReadOneAfterTheOther() throws {
    let words = "Thu ngân sách nhà nước trên địa bàn tỉnh tháng"
    let page =
      Self.text("TIÊU ĐỀ CỦA TRANG BÁO NÀY RẤT DÀI", 200, 60, 500)
      + (0..<10).map { k in
        Self.text("\(words) trái\(k)", 60, 120 + k * 22, 370)
          + Self.text("\(words) phải\(k)", 470, 120 + k * 22, 370)
      }.joined()
    let text = try Self.read([page])
    let left = try #require(text.firstRange(of: "trái9")).lowerBound
    let right = try #require(text.firstRange(of: "phải0")).lowerBound
    #expect(left < right)
    #expect(text.contains("trái3 \(words) trái4"))
  }

  @Test func fontsOfOldEncodingsAreRead() throws {
    let font = "<fontspec id=\"7\" size=\"16\" family=\"ABCDEF+.VnTime\"/>"
    let page = Self.text("C«ng nghiÖp ViÖt Nam", 100, 100, font: 7)
    #expect(try Self.read([page], fonts: font) == "Công nghiệp Việt Nam\n")
  }

  @Test func aScannedDocumentIsNamedAsSuch() {
    let error = #expect(throws: FormatError.self) { try Self.read(["", Self.text("1", 9, 9)]) }
    #expect(error?.problem == "is a scanned PDF: its pages are pictures, without text")
  }

  @Test func whatTextRecognitionHidIsRead() throws {
    let xml =
      "<pdf2xml><page width='900' height='900'>\(Self.text("Chữ của trang đã được nhận dạng", 9, 9))</page>"
    let programs = try FakePrograms(
      ["pdftohtml": "[ \"$1\" = -hidden ] && cat \"$here/xml\" || echo '<page></page>'"],
      files: ["xml": xml])
    let text = try PDFReader.read(Self.head, path: programs.path)
    #expect(text.bytes == Array("Chữ của trang đã được nhận dạng\n".utf8))
  }

  @Test func aConverterThatHangsIsEnded() throws {
    let programs = try FakePrograms(["pdftohtml": "exec sleep 600"])
    var options = FormatOptions()
    options.limits.seconds = 1
    let error = #expect(throws: FormatError.self) {
      try PDFReader.read(Self.head, options: options, path: programs.path)
    }
    #expect(error?.problem == "pdftohtml did not finish within 1 s")
  }

  @Test(arguments: [
    ("echo 'Command Line Error: Incorrect password' >&2; exit 1", "is encrypted"),
    (
      // Told to be quiet, the converter does not say why.
      "case \"$*\" in *-q*) ;; *) echo 'Permission Error: Copying of text from this document is not allowed.' >&2;; esac; exit 1",
      "forbids the copying"
    ),
    ("echo 'May not be a PDF file' >&2; exit 1", "is a damaged PDF"),
    ("echo '<page width=\"x\"><text top=\"99999999999999999999\">'", "is a scanned PDF"),
    ("yes '<page>' | head -n 100000", "nests more than"),
  ])
  func complaintsAreExplained(_ script: String, _ problem: String) throws {
    let programs = try FakePrograms(["pdftohtml": script])
    let error = #expect(throws: FormatError.self) {
      try PDFReader.read(Self.head, path: programs.path)
    }
    #expect(error?.problem.hasPrefix(problem) == true, "\(error?.problem ?? "")")
  }

  @Test func aMissingConverterIsNamed() throws {
    let programs = try FakePrograms([:])
    let error = #expect(throws: FormatError.self) {
      try PDFReader.read(Self.head, path: programs.only)
    }
    #expect(
      error?.description
        == "pdftohtml is not installed; install poppler-utils (apt-get install poppler-utils)")
  }

  @Test func otherFilesAreRefused() {
    let error = #expect(throws: FormatError.self) { try PDFReader.read(Array("Thu".utf8)) }
    #expect(error?.problem.hasPrefix("is no PDF") == true)
  }

  @Test(.enabled(if: OfficeFile.isThere, OfficeFile.note))
  func realFilesThatAreDamaged() throws {
    let pdf = try OfficeFile.made(OfficeFile.page(Self.first), as: "pdf")
    let text = try PDFReader.read(pdf)
    #expect(text.properties.title == "Báo cáo")
    #expect(text.properties.date.hasPrefix("20"))
    for count in [20, pdf.count / 3] {
      let error = #expect(throws: FormatError.self) { try PDFReader.read(Array(pdf.prefix(count))) }
      #expect(error?.problem == "is a damaged PDF: pdftohtml cannot read it")
    }
  }
}
