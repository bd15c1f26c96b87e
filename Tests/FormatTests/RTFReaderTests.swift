import Formats
import Testing

struct RTFReaderTests {
  private static func read(_ body: String) throws -> String {
    let fonts = #"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset163 Times;}{\f2\fcharset2 Symbol;}}"#
    let document = #"{\rtf1\ansi\ansicpg1252\deff0"# + fonts + body + "}"
    return String(decoding: try RTFReader.read(Array(document.utf8)).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (#"Thu\par chi\line m\'e9\par"#, "Thu\nchi\nmé\n"),
    (#"C\u7908\'3fC TH\u7888?NG K\u202\'ca\par"#, "CỤC THỐNG KÊ\n"),
    (#"\uc0 t\u7881 l\u7879\uc2 \u7908xyz\par"#, "tỉlệỤz\n"),
    (#"\uc1\u-10179?\u-8704? a\par"#, "😀 a\n"),
    (#"{\f1 \'d0\'f5n vi\'f2} {\f0 \'d0}\par"#, "Đơn vi\u{323} Ð\n"),
    (#"\f2\'b7\f0  m\'f9c \f2\'b3\f0  5\par"#, "• mùc ≥ 5\n"),
    (
      #"a\~b\_c\-d \{e\} \emdash\endash\ldblquote x\rdblquote\tab y\par"#,
      "a\u{a0}b-cd {e} —–“x” y\n"
    ),
    (#"12{\super 1} t\'fd, 5 m{\super 2} 7%{\up6 3}\par"#, "12 tý, 5 m2 7%\n"),
    (#"12{\footnote \pard ch\'fa th\'edch \par} t\par"#, "12 t\n"),
    (#"a{\v \'e2n}{\deleted b}c\par"#, "ac\n"),
    (#"a{\strike b}{\striked1 \'e2\striked0 c}{\strike d\plain e}{\strikedl f}\par"#, "ace\n"),
    (#"{\listtext 1.\tab}\strike b\strike0\par{\listtext 2.\tab}c\par"#, "2. c\n"),
    (#"{\header trang}{\footer trang}{\pict 0102}{\*\generator x;}a\par"#, "a\n"),
    (#"{\*\unknown{\b x}}{\field{\*\fldinst HYPERLINK "a"}{\fldrslt link}}\par"#, "link\n"),
    (#"{\header{\listtext 7.\tab}x\par}a\par"#, "a\n"),
    (#"{\listtext\f2\'b7\tab}m\'f4t\par{\listtext 2.\tab}hai\par"#, "- môt\n2. hai\n"),
    (#"{\outlinelevel0 I. KINH\par}\pard v\'e0\par"#, "I. KINH\n\nvà\n"),
    (
      #"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt h\'f4p\par}}{\shprslt h\'f4p\par}}a\par"#,
      "hôp\na\n"
    ),
    ("a\\par b\\\nc", "a\nb\nc\n"),
    // An optional hyphen is a letter of the old fonts.
    (#"{\fonttbl{\f5 .VnTime;}}\f5 Gi\'b8 tr\'de \-\'edc \'ae\'b9t\par"#, "Giá trị ước đạt\n"),
    (#"a\bin5 }}}}}b\par"#, "ab\n"),
    ("a\0b\\par", "ab\n"),
  ])
  func wordsBecomeLines(_ body: String, _ text: String) throws {
    let read = try Self.read(body)
    #expect(read == text)
  }

  @Test func tablesBecomeRows() throws {
    let body = #"""
      Tr\par
      \trowd\cellx2000\cellx6000\pard\intbl Ch\par ti\cell Th\cell\row
      \trowd\cellx2000\cellx4000\cellx6000\pard\intbl\cell 1,5\cell 2\cell\row
      \pard\intbl Thu\cell 3\cell 4\cell{\trowd\cellx2000\cellx4000\cellx6000\row}\pard sau\par
      """#
    #expect(try Self.read(body) == "Tr\n\nCh ti\tTh\t\n\t1,5\t2\nThu\t3\t4\n\nsau\n")
  }

  @Test func infoGivesProperties() throws {
    let document = #"""
      {\rtf1\ansi{\info{\title B\'e1o c\'e1o}{\author An}{\company C\u7909?c}{\creatim\yr2022\mo11\dy5}}a}
      """#
    let properties = try RTFReader.read(Array(document.utf8)).properties
    #expect(properties.title == "Báo cáo")
    #expect(properties.issuer == "Cục")
    #expect(properties.date == "2022-11-05")
  }

  @Test(arguments: [
    ("{\\rtf1 a", "a\n"), ("{\\rtf1 a}}}b", "a\n"), ("{\\rtf1 {\\b a", "a\n"),
    ("{\\rtf1 a\\", "a\n"), ("{\\rtf1 a\\'", "a\n"), ("{\\rtf1 a\\'g1", "ag1\n"),
    ("{\\rtf1 a\\bin99999999999999999999 b", "a\n"), ("{\\rtf1 a\\u99999999999999? b}", " b\n"),
    ("{\\rtf1 \\cell\\row\\cell a\\row", "a\n"),
  ])
  func brokenGroupsAreReadAsFarAsTheyGo(_ document: String, _ text: String) throws {
    let read = String(decoding: try RTFReader.read(Array(document.utf8)).bytes, as: UTF8.self)
    #expect(read.contains(text))
  }

  @Test func groupsWithoutEndAreRefused() {
    let document = #"{\rtf1 "# + String(repeating: "{", count: 1_000_000)
    let error = #expect(throws: FormatError.self) { try RTFReader.read(Array(document.utf8)) }
    #expect(error?.problem == "nests more than 256 groups")
  }

  @Test func otherFilesAreRefused() {
    let error = #expect(throws: FormatError.self) { try RTFReader.read(Array("Thu".utf8)) }
    #expect(error?.problem.hasPrefix("is no RTF") == true)
  }
}
