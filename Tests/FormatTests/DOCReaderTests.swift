import Formats
import Testing

struct DOCReaderTests {
  private static let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static let book = """
    <book lang='vi'><title>Tên</title><bookinfo><title>Báo cáo</title><author><surname>An</surname></author>
    <date>2009-12-05</date></bookinfo><chapter><title><emphasis>I. KINH TẾ</emphasis></title>
    <para>
    Thu 12<footnote><para>99</para></footnote> tỷ, 5 m<superscript>2</superscript>, 7%<superscript>1</superscript>.
    Dòng hai
    </para>
    <itemizedlist><listitem><para>
    một
    </para></listitem></itemizedlist>
    <para><informaltable>
    <tgroup cols='2'><colspec colwidth='100.00pt'/><colspec colwidth='200.00pt'/><tbody>
    <row><entry>
    Chỉ
    tiêu
    </entry><entry>
    Thực hiện
    </entry></row></tbody></tgroup>
    <tgroup cols='3'><colspec colwidth='100.00pt'/><colspec colwidth='90.00pt'/><colspec colwidth='110.00pt'/>
    <tbody><row><entry>
    Thu
    </entry><entry>
    1,5
    </entry><entry>
    2
    </entry></row></tbody></tgroup></informaltable></para></chapter></book>
    """

  @Test func whatAntiwordWritesIsRead() throws {
    let programs = try FakePrograms(["antiword": "cat \"$here/book\""], files: ["book": Self.book])
    let text = try DOCReader.read(Self.head, path: programs.path)
    #expect(
      String(decoding: text.bytes, as: UTF8.self) == """
        I. KINH TẾ

        Thu 12 tỷ, 5 m2, 7%.
        Dòng hai
        - một

        Chỉ tiêu\tThực hiện\t
        Thu\t1,5\t2


        """)
    #expect(text.properties.title == "Báo cáo")
    #expect(text.properties.author == "An")
    #expect(text.properties.date == "2009-12-05")
  }

  @Test func theOfficeReadsWhatAntiwordDoesNot() throws {
    let office = "printf '{\\\\rtf1 v\\\\u259?n b\\\\u7843?n}' >document.rtf"
    let failing = try FakePrograms(["antiword": "echo 'is not' >&2; exit 1", "soffice": office])
    let alone = try FakePrograms(["soffice": office])
    for path in [failing.path, "\(alone.only):/nowhere"] {
      let text = try DOCReader.read(Self.head, path: path)
      #expect(text.bytes == Array("văn bản\n".utf8))
      #expect(text.format == .doc)
    }
  }

  @Test func tablesThatAntiwordRunsTogetherAreDivided() throws {
    let cells = "Chỉ tiêu |ĐVT |Tháng 9 | |" + (1...4).map { "Lúa |Tấn |\($0) | |" }.joined()
    func read(_ cells: String) throws -> FormattedText {
      let book = "<book><para>\(cells)</para></book>"
      let office = "printf '{\\\\rtf1 b\\\\u7843?ng}' >document.rtf"
      let programs = try FakePrograms(
        ["antiword": "cat \"$here/book\"", "soffice": office], files: ["book": book])
      return try DOCReader.read(Self.head, path: programs.path)
    }
    #expect(try read(cells).bytes.split(separator: UInt8(ascii: "\n")).count == 5)
    #expect(try !read(cells).bytes.contains(UInt8(ascii: "|")))
    // Rows of differing cells: the office program is asked.
    #expect(try read(cells + "Ngô |5 | |").bytes == Array("bảng\n".utf8))
  }

  @Test(arguments: [
    ("echo 'Encrypted documents are not supported' >&2; exit 1", "is encrypted"),
    ("echo 'x is not a Word Document.' >&2; exit 1", "cannot be read by antiword: x is not"),
    ("sleep 600", "antiword did not finish within 1 s"),
    ("exec yes", "antiword gave more than"),
  ])
  func failuresAreExplained(_ script: String, _ problem: String) throws {
    let programs = try FakePrograms(["antiword": script])
    var options = FormatOptions()
    options.limits.seconds = 1
    options.limits.bytes = 1 << 20
    // The shell finds what the script names by itself.
    let path = script.hasPrefix("echo") ? programs.only : programs.path
    let error = #expect(throws: FormatError.self) {
      try DOCReader.read(Self.head, options: options, path: path)
    }
    #expect(error?.problem.hasPrefix(problem) == true, "\(error?.problem ?? "")")
  }

  @Test func missingProgramsAreNamed() throws {
    let programs = try FakePrograms([:])
    let error = #expect(throws: FormatError.self) {
      try DOCReader.read(Self.head, path: programs.only)
    }
    #expect(
      error?.description == "antiword is not installed; install antiword (apt-get install antiword)"
    )
  }

  @Test func otherFilesAreRefused() {
    let error = #expect(throws: FormatError.self) { try DOCReader.read(Array("Thu".utf8)) }
    #expect(error?.problem.hasPrefix("is no document of Word") == true)
  }

  @Test(.enabled(if: OfficeFile.isThere, OfficeFile.note))
  func theOfficeItself() throws {
    let doc = try OfficeFile.made(OfficeFile.page(["Thu ngân sách đạt 5 tỷ đồng."]), as: "doc")
    let failing = try FakePrograms(["antiword": "exit 1"])
    let text = try DOCReader.read(doc, path: failing.path)
    #expect(text.bytes == Array("Thu ngân sách đạt 5 tỷ đồng.\n".utf8))
  }
}
