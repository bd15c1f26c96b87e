import Testing
import TextModel
import VietnameseText

/// Spellings of one word have one key; different words have different ones.
struct FoldingTests {
  @Test(arguments: [
    // Case.
    ("nông", "NÔNG"), ("Đắk", "đắk"), ("ước", "ƯỚC"),
    // The place of the tone mark.
    ("hoà", "hòa"), ("luỹ", "lũy"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("tuỳ", "tùy"),
    // i and y.
    ("quí", "quý"), ("tỉ", "tỷ"), ("kĩ", "kỹ"), ("địa", "địa"), ("lí", "lý"),
    // Look-alikes.
    ("đồng", "ðồng"), ("Đồng", "Ðồng"), ("Đồng", "Ɖồng"), ("nước", "nƣớc"), ("ƯỚC", "ƢỚC"),
  ])
  func spellingsOfOneWordHaveOneKey(_ a: String, _ b: String) {
    #expect(Folding().key(of: a) == Folding().key(of: b))
  }

  @Test(arguments: [
    ("ma", "má"), ("tăng", "tang"), ("đồng", "dồng"), ("tỉ", "ti"), ("tai", "tay"),
    ("thúy", "thúi"), ("bàn", "bán"), ("con", "còn"), ("năm", "nằm"), ("mui", "muy"),
    ("hao", "hoa"), ("ơn", "on"), ("ư", "u"),
  ])
  func differentWordsHaveDifferentKeys(_ a: String, _ b: String) {
    #expect(Folding().key(of: a) != Folding().key(of: b))
  }

  @Test func keyIsLettersThenTone() {
    #expect(Folding().key(of: "Luỹ") == "luy4")
    #expect(Folding().key(of: "QUÝ") == "qui2")
    #expect(Folding().key(of: "ha") == "ha")
  }

  @Test func onlyKeysAreFoldedNotTheText() {
    let source = "Luỹ kế Quí Ðồng nƣớc"
    let reading = Normalizer().read(SourceText(source))
    #expect(reading.bytes == Array(source.utf8))
  }
}
