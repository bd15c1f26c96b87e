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
