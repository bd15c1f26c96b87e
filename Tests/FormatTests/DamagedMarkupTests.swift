import Formats
import TestSupport
import Testing

/// Whatever bytes come, the readers give a text or an error.
struct DamagedMarkupTests {
  private static let html = """
    <html><head><meta charset=utf-8><title>T</title></head><body><ol start=5><li value=9>a<li>b</ol>
    <table><tr><td colspan=2 rowspan=3>x<td>1,5<tr><td>y</table><p style="font-family: .VnTime">C«ng
    nghiÖp m<sup>2</sup></p><pre>a\nb</pre>&#150;&amp;<a href="#_ftn1">[1]</a></body></html>
    """
  private static let rtf = #"""
    {\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0\fcharset163 .VnTime;}}{\info{\title T}{\creatim\yr2020\mo1}}
    \pard\u7908?\'c0\bin3 abc{\super 2}\trowd\cellx100\cellx-200\intbl a\cell b\cell\row\pard c\par
    {\listtext 1.\tab}{\footnote d}\uc2\u-10179?? e{\v f}\outlinelevel1 g\par}
    """#
  private static let pages = """
    <pdf2xml><page number="1" height="1200" width="900"><fontspec id="0" size="16" family="A+Times"/>
    <text top="10" left="10" width="200" height="20" font="0">Chỉ tiêu</text>
    <text top="10" left="400" width="50" height="20" font="0">12,5</text>
    <text top="40" left="10" width="200" height="20" font="0">Thu ngân sách</text>
    <text top="40" left="400" width="50" height="20" font="0">13,5</text>
    <text top="70" left="10" width="800" height="20" font="0">Đoạn văn<b>dài</b></text></page></pdf2xml>
    """

  private static func damaged(_ text: String, _ random: inout SplitMix) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: at)
      default: bytes.insert(contentsOf: bytes[at..<min(at + 40, bytes.count)], at: 0)
      }
    }
    return bytes
  }

  @Test func pages() throws {
    var random = SplitMix(seed: 1)
    for _ in 0..<1500 {
      let text = try? HTMLReader.read(Self.damaged(Self.html, &random))
      if let text { #expect(String(validating: text.bytes, as: UTF8.self) != nil) }
    }
  }

  @Test func richText() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<3000 {
      let text = try? RTFReader.read(Self.damaged(Self.rtf, &random))
      if let text { #expect(String(validating: text.bytes, as: UTF8.self) != nil) }
    }
  }

  @Test func whatConvertersWrite() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<40 {
      let xml = String(decoding: Self.damaged(Self.pages, &random), as: UTF8.self)
      let programs = try FakePrograms(
        ["pdftohtml": "cat \"$here/xml\"", "antiword": "cat \"$here/xml\""], files: ["xml": xml])
      let pdf = try? PDFReader.read(Array("%PDF-1".utf8), path: programs.path)
      let doc = try? DOCReader.read([0xD0, 0xCF, 0x11, 0xE0], path: programs.path)
      for text in [pdf, doc].compactMap(\.self) {
        #expect(String(validating: text.bytes, as: UTF8.self) != nil)
      }
    }
  }
}
