import Formats
import Testing

struct ODTTests {
  private func read(_ body: String, automatic: String = "", styles: String = "") throws -> String {
    let made = ODTMade(body, automatic: automatic, styles: styles)
    return String(decoding: try ODTReader.read(made.bytes).bytes, as: UTF8.self)
  }

  private static func span(_ text: String, _ style: String) -> String {
    "<text:span text:style-name=\"\(style)\">\(text)</text:span>"
  }

  private static let looks = [
    ("up", "style:text-position=\"super 58%\""), ("higher", "style:text-position=\"33% 80%\""),
    ("low", "style:text-position=\"sub 58%\""), ("none", "text:display=\"none\""),
    ("struck", "style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\""),
    ("kept", "style:text-line-through-style=\"none\" style:text-line-through-type=\"none\""),
  ].map { name, property in
    "<style:style style:name=\"\(name)\" style:family=\"text\"><style:text-properties \(property)/></style:style>"
  }.joined()

  static let paragraphs: [(String, [String])] = [
    ("A B C", ["A<text:s text:c=\"3\"/>B<text:tab/>C"]), ("A\nB", ["A<text:line-break/>B"]),
    ("A B", ["A\n   B"]), ("45.354 tấn", ["45.354", span("1", "up"), " tấn"]),
    ("45.354 tấn", ["45.354", span("(2)", "higher"), " tấn"]), ("5 m2", ["5 m", span("2", "up")]),
    ("CO2", ["CO", span("2", "low")]), ("AB", ["A", span("X", "none"), "B"]),
    ("AB", ["A", span("X\(span("B", "kept"))", "struck")]),
    ("AB", ["A<office:annotation><text:p>X</text:p></office:annotation>B"]),
    ("xuất", ["xu\u{AD}ất"]), ("A", ["<text:a>A</text:a><text:soft-page-break/>"]),
  ]

  @Test(arguments: paragraphs)
  func aParagraphIsWhatPeopleRead(text: String, pieces: [String]) throws {
    let paragraph = "<text:p>\(pieces.joined())</text:p>"
    #expect(try read(paragraph, automatic: Self.looks) == text + "\n")
  }

  @Test func deletedTextContentsAndHiddenSectionsAreLeftOut() throws {
    let text = try read(
      "<text:tracked-changes><text:p>X</text:p></text:tracked-changes>"
        + "<text:table-of-content><text:p>X .... 3</text:p></text:table-of-content>"
        + "<text:section text:display=\"none\"><text:p>X</text:p></text:section>"
        + "<text:section><text:h text:outline-level=\"1\">I</text:h><text:p>A</text:p></text:section>"
    )
    #expect(text == "I\n\nA\n")
  }

  @Test func notesStandAtTheEndAndBoxesBehindTheirParagraph() throws {
    let text = try read(
      "<text:p>Đạt 12<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        + "<text:p>Ghi chú</text:p></text:note-body></text:note> tấn<draw:frame><draw:text-box>"
        + "<text:p>Hộp</text:p></draw:text-box></draw:frame>.</text:p><text:p>B</text:p>")
    #expect(text == "Đạt 12 tấn.\nHộp\nB\n\nGhi chú\n")
  }

  @Test func listsHaveTheirNumbers() throws {
    let styles =
      "<text:list-style style:name=\"N\"><text:list-level-style-number text:level=\"1\""
      + " style:num-format=\"I\" style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\""
      + " style:num-format=\"1\" style:num-suffix=\".\" text:display-levels=\"2\"/></text:list-style>"
      + "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\""
      + " text:bullet-char=\"•\"/></text:list-style>"
    func list(_ style: String, _ content: String, _ more: String = "") -> String {
      "<text:list text:style-name=\"\(style)\"\(more)>\(content)</text:list>"
    }
    func item(_ content: String) -> String { "<text:list-item>\(content)</text:list-item>" }
    let inner =
      "<text:list>" + item("<text:p>b</text:p>") + item("<text:p>c</text:p>") + "</text:list>"
    let text = try read(
      list("N", item("<text:p>a</text:p><text:p>a2</text:p>\(inner)") + item("<text:p>d</text:p>"))
        + list("B", item("<text:p>e</text:p>"))
        + list("N", item("<text:p>f</text:p>"), " text:continue-numbering=\"true\"")
        + list("N", item("<text:p>g</text:p>")), styles: styles)
    #expect(text == "I. a\na2\nI.1. b\nI.2. c\nII. d\n- e\nIII. f\nI. g\n")
  }

  @Test func tablesKeepThePlacesOfTheirCells() throws {
    func cell(_ text: String, _ more: String = "") -> String {
      "<table:table-cell \(more)><text:p>\(text)</text:p></table:table-cell>"
    }
    let covered = "<table:covered-table-cell/>"
    let rows = [
      cell("Chỉ tiêu", "table:number-rows-spanned=\"2\"")
        + cell("Năm", "table:number-columns-spanned=\"2\"") + covered,
      covered + cell("2021") + cell("2022"),
      cell("Lúa")
        + "<table:table-cell table:number-columns-repeated=\"2\"><text:p>5</text:p></table:table-cell>",
    ]
    let table =
      "<table:table>" + rows.map { "<table:table-row>\($0)</table:table-row>" }.joined()
      + "</table:table>"
    #expect(
      try read("<text:p>A</text:p>\(table)<text:p>B</text:p>")
        == "A\n\nChỉ tiêu\tNăm\t\n\t2021\t2022\nLúa\t5\t5\n\nB\n")
  }

  @Test func propertiesAndLocks() throws {
    var made = ODTMade("<text:p>A</text:p>")
    let properties = try ODTReader.read(made.bytes).properties
    #expect(properties.title == "Báo cáo")
    #expect(properties.author == "Lan")
    #expect(properties.date == "2022-09-29")
    made.parts.append(("META-INF/manifest.xml", "<m><encryption-data/></m>"))
    let error = #expect(throws: FormatError.self) { try ODTReader.read(made.bytes) }
    #expect(error?.problem == "is locked by a password")
  }

  @Test func repeatedRowsTakeBoundedMemory() throws {
    let cell =
      "<table:table-cell table:number-columns-repeated=\"1000\"><text:p>A</text:p></table:table-cell>"
    let row = "<table:table-row table:number-rows-repeated=\"1000\">\(cell)</table:table-row>"
    let made = ODTMade("<table:table>\(String(repeating: row, count: 20))</table:table>")
    var options = FormatOptions()
    options.limits.bytes = 1 << 20
    let error = #expect(throws: FormatError.self) {
      try ODTReader.read(made.bytes, options: options)
    }
    #expect(error?.problem == "unpacks to more than 1 MB")
  }

  @Test func oldEncodingsAreReadByTheirFonts() throws {
    let styles =
      "<style:font-face style:name=\"F1\" svg:font-family=\"'.VnTime'\" xmlns:svg=\"urn:svg\"/>"
      + "<style:style style:name=\"P0\" style:family=\"paragraph\">"
      + "<style:text-properties style:font-name=\"F1\"/></style:style>"
    let automatic =
      "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"P0\"/>"
      + "<style:style style:name=\"T1\" style:family=\"text\">"
      + "<style:text-properties fo:font-family=\"VNI-Times\"/></style:style>"
    let text = try read(
      "<text:p text:style-name=\"P1\">S¶n l\u{AD}îng lóa t¨ng</text:p><text:p>"
        + Self.span("Saûn löôïng luùa taêng", "T1") + "</text:p>", automatic: automatic,
      styles: styles)
    #expect(text == "Sản lượng lúa tăng\nSản lượng lúa tăng\n")
  }
}
