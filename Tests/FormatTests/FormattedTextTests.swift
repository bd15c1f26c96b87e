import Encodings
import Formats
import Testing

struct FormattedTextTests {
  @Test func aParagraphIsALineAndARowIsDividedByTabs() {
    var text = FormattedText(format: .html)
    text.addHeading(" I.  KINH TẾ\n")
    text.addParagraph("Thu ngân sách\r\nđạt 12 tỷ đồng ")
    text.addParagraph(" \n ")
    text.endBlock()
    text.addRow(["Chỉ tiêu", "", "Tháng\t9"])
    text.addRow(["", " "])
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "I. KINH TẾ\n\nThu ngân sách đạt 12 tỷ đồng\n\nChỉ tiêu\t\tTháng 9\n")
  }
}

/// Plain text of the old fonts that was saved as Unicode.
struct PlainTextTests {
  @Test func lettersOfOldFontsAreRepaired() throws {
    let legacy =
      "C«ng nghiÖp t¨ng 12,5% so víi cïng kú n¨m tr­íc; n«ng nghiÖp gi¶m 3%.\n\nGiá: 5 USD\n"
    let text = try PlainTextReader.read(Array(legacy.utf8))
    #expect(
      String(decoding: text.bytes, as: UTF8.self).hasPrefix(
        "Công nghiệp tăng 12,5% so với cùng kỳ năm trước; nông nghiệp giảm 3%.\n\n"))
    #expect(text.encoding == .tcvn3)
  }

  @Test(arguments: ["Giá cà phê tăng 5%", "Électricité à Noël, près de là", "Việt Nam đạt 5 tấn"])
  func properTextStays(_ line: String) throws {
    let text = try PlainTextReader.read(Array(line.utf8))
    #expect(String(decoding: text.bytes, as: UTF8.self) == line)
  }
}
