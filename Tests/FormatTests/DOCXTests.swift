import Formats
import Testing

struct DOCXTests {
  private func read(_ made: DOCXMade) throws -> String {
    String(decoding: try DOCXReader.read(made.bytes).bytes, as: UTF8.self)
  }

  private func read(_ body: String) throws -> String { try read(DOCXMade(body)) }

  private static func run(_ text: String, _ properties: String = "") -> String {
    #"<w:r><w:rPr>\#(properties)</w:rPr><w:t xml:space="preserve">\#(text)</w:t></w:r>"#
  }

  /// Pieces of a paragraph, and what they come to.
  static let paragraphs: [(String, [String])] = [
    ("Thu ngân sách đạt 5%", [run("Thu ngân sách "), run("đạt 5%")]),
    ("A B", ["<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t></w:r>"]),
    ("A\nB\nC", ["<w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:cr/><w:t>C</w:t></w:r>"]),
    ("2011-2015", ["<w:r><w:t>2011</w:t><w:noBreakHyphen/><w:t>2015</w:t></w:r>"]),
    ("sảnxuất", ["<w:r><w:t>sản</w:t><w:softHyphen/><w:t>xu\u{AD}ất</w:t></w:r>"]),
    ("AB", [run("A"), "<w:del><w:r><w:delText>X</w:delText></w:r></w:del>", run("B")]),
    ("AB", [run("A"), "<w:ins>", run("B"), "</w:ins>"]),
    ("Y", ["<w:moveFrom>", run("X"), "</w:moveFrom><w:moveTo>", run("Y"), "</w:moveTo>"]),
    ("AB", [run("A"), run("X", "<w:vanish/>"), run("B", #"<w:vanish w:val="0"/>"#)]),
    ("AB", [run("A"), run("X", "<w:strike/>"), run("B", #"<w:strike w:val="false"/>"#)]),
    ("AB", [run("A"), run("X", #"<w:dstrike w:val="1"/>"#), run("B", #"<w:dstrike w:val="0"/>"#)]),
    ("A", [run("A", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")]),
    (
      "3",
      [
        #"<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>= 1 + 2</w:instrText>"#,
        #"<w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/></w:r>"#,
      ]
    ),
    ("12", [#"<w:fldSimple w:instr="NUMPAGES">"#, run("12"), "</w:fldSimple>"]),
    ("A", [#"<w:hyperlink w:anchor="x">"#, run("A"), "</w:hyperlink>"]),
    (
      "A", ["<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>", run("A"), "</w:sdtContent></w:sdt>"]
    ),
    (
      "A",
      [
        run("A"), "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
        run("Bấm vào đây"), "</w:sdtContent></w:sdt>",
      ]
    ),
    ("a+b", ["<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"]),
    ("≥ 5%", [#"<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5%</w:t></w:r>"#]),
    // Raised: marks of notes go, exponents stay.
    ("45.354 tấn", [run("45.354"), run("1", superscript), run(" tấn")]),
    ("45.354 tấn", [run("45.354"), run("(1)", #"<w:position w:val="8"/>"#), run(" tấn")]),
    ("đạt 45", [run("đạt "), run("45", #"<w:position w:val="6"/>"#)]),
    ("120 m2", [run("120 m"), run("2", superscript)]),
    ("CO2", [run("CO"), run("2", #"<w:vertAlign w:val="subscript"/>"#)]),
  ]

  private static let superscript = #"<w:vertAlign w:val="superscript"/>"#

  @Test(arguments: paragraphs)
  func aParagraphIsWhatPeopleRead(text: String, runs: [String]) throws {
    #expect(try read("<w:p>\(runs.joined())</w:p>") == text + "\n")
  }

  @Test func aFieldWithoutResultDoesNotSwallowTheRest() throws {
    let text = try read(
      #"<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>X</w:t></w:r></w:p><w:p>"#
        + Self.run("A") + "</w:p>")
    #expect(text == "A\n")
  }

  @Test func aDeletedParagraphEndJoinsTheNext() throws {
    let mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    let text = try read(
      "<w:p>\(mark)" + Self.run("Thu ") + "</w:p><w:p>" + Self.run("ngân sách")
        + "</w:p><w:p>\(mark)"
        + Self.run("Chi") + "</w:p>")
    #expect(text == "Thu ngân sách\nChi\n")
  }

  @Test func boxesOfTextComeOnceBehindTheirParagraph() throws {
    let box = "<w:txbxContent><w:p>" + Self.run("Hộp") + "</w:p></w:txbxContent>"
    let text = try read(
      "<w:p>" + Self.run("Trước ")
        + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>\(box)</wps:txbx></mc:Choice>"
        + "<mc:Fallback><v:textbox>\(box)</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
        + Self.run("sau") + "</w:p><w:p><w:r><v:textbox>\(box)</v:textbox></w:r></w:p>")
    #expect(text == "Trước sau\nHộp\nHộp\n")
  }

  @Test func headingsAreToldByStylesAndOutline() throws {
    let styles =
      #"<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/></w:style>"#
      + #"<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:basedOn w:val="u1"/></w:style>"#
      + #"<w:style w:type="paragraph" w:styleId="m1"><w:name w:val="toc 1"/></w:style>"#
      + #"<w:style w:styleId="ring"><w:basedOn w:val="ring"/></w:style>"#
    func paragraph(_ text: String, _ properties: String) -> String {
      "<w:p><w:pPr>\(properties)</w:pPr>" + Self.run(text) + "</w:p>"
    }
    let body =
      paragraph("Kinh tế .... 3", #"<w:pStyle w:val="m1"/>"#)
      + paragraph("Kinh tế", #"<w:pStyle w:val="u1"/>"#) + paragraph("a", "")
      + paragraph("Xã hội", #"<w:pStyle w:val="Muc"/>"#)
      + paragraph("b", #"<w:outlineLvl w:val="9"/><w:pStyle w:val="ring"/>"#)
      + paragraph("Y tế", #"<w:outlineLvl w:val="1"/>"#)
    #expect(
      try read(DOCXMade(body, styles: styles)) == "Kinh tế\n\na\n\nXã hội\n\nb\n\nY tế\n\n")
  }

  @Test func listsHaveTheirNumbers() throws {
    func level(_ level: Int, _ format: String, _ text: String) -> String {
      #"<w:lvl w:ilvl="\#(level)"><w:start w:val="1"/><w:numFmt w:val="\#(format)"/>"#
        + #"<w:lvlText w:val="\#(text)"/></w:lvl>"#
    }
    let numbering =
      #"<w:abstractNum w:abstractNumId="0">"# + level(0, "upperRoman", "%1.")
      + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)") + "</w:abstractNum>"
      + #"<w:abstractNum w:abstractNumId="1">"# + level(0, "bullet", "\u{F0B7}")
      + level(1, "bullet", "+") + "</w:abstractNum>"
      + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
      + #"<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#
      + #"<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">"#
      + #"<w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
    func item(_ list: Int, _ level: Int, _ text: String) -> String {
      #"<w:p><w:pPr><w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(list)"/></w:numPr></w:pPr>"#
        + Self.run(text) + "</w:p>"
    }
    let body =
      item(1, 0, "Kinh tế") + item(1, 1, "Lúa") + item(1, 1, "Cá") + item(2, 0, "Tôm")
      + item(2, 1, "Cua") + item(1, 2, "Mực") + item(1, 0, "Xã hội") + item(1, 1, "Y tế")
      + item(3, 0, "Lại") + item(0, 0, "Không")
    #expect(
      try read(DOCXMade(body, numbering: numbering))
        == "I. Kinh tế\n1. Lúa\n2. Cá\n- Tôm\n+ Cua\na) Mực\nII. Xã hội\n1. Y tế\nI. Lại\nKhông\n")
  }

  private static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p>" + (text.isEmpty ? "" : run(text)) + "</w:p></w:tc>"
  }

  private static func table(_ rows: [String]) -> String {
    "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
  }

  @Test func mergedCellsStandInTheFirstOfTheirPlaces() throws {
    let cell = Self.cell
    let table = Self.table([
      cell("Chỉ tiêu", #"<w:vMerge w:val="restart"/>"#) + cell("Năm", #"<w:gridSpan w:val="2"/>"#),
      cell("", "<w:vMerge/>") + cell("2021", "") + cell("2022", ""),
      cell("Lúa", "") + cell("5", "") + cell("", ""),
    ])
    #expect(
      try read("<w:p>" + Self.run("A") + "</w:p>" + table + "<w:p>" + Self.run("B") + "</w:p>")
        == "A\n\nChỉ tiêu\tNăm\t\n\t2021\t2022\nLúa\t5\t\n\nB\n")
  }

  @Test func aDeletedRowIsLeftOutAndATableInACellIsWords() throws {
    let cell = Self.cell
    let inner = Self.table([cell("x", "") + cell("y", "")])
    let table = Self.table([
      cell("a", "") + cell("b", "") + cell("1", ""),
      "<w:trPr><w:del/></w:trPr>" + cell("d", "") + cell("e", "") + cell("2", ""),
      cell("f", "") + "<w:tc>\(inner)<w:p/></w:tc>" + cell("3", ""),
      cell("g", "") + cell("h", "") + cell("4", ""),
    ])
    #expect(try read(table) == "a\tb\t1\nf\tx y\t3\ng\th\t4\n\n")
  }

  @Test func aTableOfOneColumnIsParagraphs() throws {
    let table = Self.table([Self.cell("Một", ""), Self.cell("Hai", "")])
    #expect(
      try read(table).split(separator: "\n") == ["Một", "Hai"])
  }

  @Test func notesStandAtTheEndWithoutTheirMarks() throws {
    let footnotes =
      #"<w:footnote w:type="separator" w:id="0"><w:p>"# + Self.run("X") + "</w:p></w:footnote>"
      + ["2": "Hai", "3": "Ba"].sorted { $0.key < $1.key }.map { id, text in
        #"<w:footnote w:id="\#(id)"><w:p><w:r><w:footnoteRef/></w:r>"# + Self.run(" " + text)
          + "</w:p></w:footnote>"
      }.joined()
    let body =
      "<w:p>" + Self.run("Đạt 12") + #"<w:r><w:footnoteReference w:id="3"/></w:r>"#
      + Self.run(" tấn") + #"<w:r><w:footnoteReference w:id="2"/></w:r></w:p>"#
    #expect(try read(DOCXMade(body, footnotes: footnotes)) == "Đạt 12 tấn\n\nBa\nHai\n")
  }

  @Test func propertiesAreThoseOfTheFile() throws {
    var made = DOCXMade("<w:p/>")
    made.parts += [
      (
        "docProps/core.xml",
        #"<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/""#
          + #" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title> Báo cáo &amp; số liệu </dc:title>"#
          + "<dc:creator>Lan</dc:creator><dcterms:created>2022-09-29T08:00:00Z</dcterms:created>"
          + "</c:coreProperties>"
      ),
      ("docProps/app.xml", "<Properties><Company>Cục Thống kê</Company></Properties>"),
    ]
    let properties = try DOCXReader.read(made.bytes).properties
    #expect(properties.title == "Báo cáo & số liệu")
    #expect(properties.issuer == "Cục Thống kê")
    #expect(properties.date == "2022-09-29T08:00:00Z")
  }

  @Test func wideXMLAndOtherPrefixesAreRead() throws {
    var made = DOCXMade("")
    let text =
      #"<d xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>Lúa</t></r></p></body></d>"#
    made.parts.removeAll { $0.0 == "word/document.xml" }
    var zip = PackageZip(made.parts)
    zip.add(
      "word/document.xml",
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try DOCXReader.read(zip.bytes).bytes == Array("Lúa\n".utf8))
  }

  /// TCVN3 has ư at the soft hyphen; where the fonts do not say it, all of the document does.
  @Test func oldEncodingsUnderAnOrdinaryFontKeepTheSoftHyphen() throws {
    let lines = [
      "Gi¸ trÞ s¶n xuÊt c«ng nghiÖp th¸ng 10 \u{AD}íc ®¹t 412,5 tû ®ång, t¨ng so víi cïng kú.",
      "Kim ng¹ch xuÊt khÈu ®¹t kÕ ho¹ch; ®\u{AD}êng s÷a ®\u{AD}îc më réng.",
    ]
    #expect(
      try read(lines.map { "<w:p>\(Self.run($0))</w:p>" }.joined()) == """
        Giá trị sản xuất công nghiệp tháng 10 ước đạt 412,5 tỷ đồng, tăng so với cùng kỳ.
        Kim ngạch xuất khẩu đạt kế hoạch; đường sữa được mở rộng.

        """)
  }

  /// Fonts of the old encodings, named by the run, its style, its paragraph's style or the defaults.
  @Test func oldEncodingsAreReadByTheirFonts() throws {
    func font(_ name: String) -> String {
      "<w:rPr><w:rFonts w:ascii=\"\(name)\" w:hAnsi=\"\(name)\"/></w:rPr>"
    }
    let styles =
      "<w:docDefaults><w:rPrDefault>\(font(".VnTime"))</w:rPrDefault></w:docDefaults>"
      + #"<w:style w:type="paragraph" w:styleId="v"><w:basedOn w:val="u"/></w:style>"#
      + #"<w:style w:type="paragraph" w:styleId="u">"# + font("VNI-Times") + "</w:style>"
      + #"<w:style w:type="character" w:styleId="t">"# + font("Times New Roman") + "</w:style>"
    func paragraph(_ style: String, _ runs: String) -> String {
      "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(runs)</w:p>"
    }
    let legacy = "S¶n l\u{AD}îng thñy s¶n t¨ng tr\u{AD}ëng"
    let body =
      paragraph("", Self.run(legacy))
      + paragraph("", "<w:r><w:t>S¶n l</w:t><w:softHyphen/><w:t>îng lóa t¨ng</w:t></w:r>")
      + paragraph("v", Self.run("Saûn löôïng luùa taêng"))
      + paragraph("", Self.run("Sản lượng café", #"<w:rStyle w:val="t"/>"#))
      + paragraph("v", Self.run(legacy, #"<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>"#))
    #expect(
      try read(DOCXMade(body, styles: styles)) == """
        Sản lượng thủy sản tăng trưởng
        Sản lượng lúa tăng
        Sản lượng lúa tăng
        Sản lượng café
        Sản lượng thủy sản tăng trưởng

        """)
  }
}
