import SoLieu
import Testing
import TextModel
import VietnameseText

/// Where sentences and paragraphs end.
struct SegmenterTests {
  /// `‖` marks where one sentence ends and the next begins.
  @Test(arguments: [
    "Tỉnh có 9 huyện.‖ Trong đó có 2 huyện miền núi.",
    "Dân số TP. Hồ Chí Minh tăng 1%.", "PGS. TS. Nguyễn Văn A phát biểu.",
    "đạt chuẩn nông thôn.‖Lũy kế có 12 xã.", "1. Nông nghiệp", "1.1. Trồng trọt đạt 5 ha.",
    "Đạt 5,5%.‖ Tăng 2%.", "Đạt 12 tấn.‖ 15 xã tăng.", "Có tăng không?‖ Có!‖ Tăng nhiều.",
    "Diện tích 5.345 ha.", "giá vàng... tăng 2%", "Bò, dê v.v. tăng đều.", "tại Q. Bình Thạnh",
    "Theo website gso.gov.vn thì tăng.", "Tăng 2% (năm trước 1%.).",
  ])
  func sentencesEndAtTheMarks(_ marked: String) throws {
    #expect(try Self.sentences(marked.filter { $0 != "‖" }).joined() == marked)
  }

  /// `‖` marks where one paragraph ends and the next begins.
  @Test(arguments: [
    "I. Nông nghiệp‖\nSản lượng tăng.", "Sản lượng lúa của tỉnh\nước đạt 5 tấn.",
    "Sản lượng lúa:‖\n- Lúa nước 5 tấn", "Sản lượng‖\n\nước đạt", "Tăng 5%.‖\ngiảm 2%",
    "gồm các xã‖\na) xã An Phú", "Kết quả đạt‖\n5 tấn", "Lúa\tha\t5‖\nngô\tha\t6",
    "Lúa | ha | 5‖\nngô | ha | 6", "-\tSản lượng lúa\nước đạt 5 tấn",
  ])
  func paragraphsEndAtTheMarks(_ marked: String) throws {
    let (text, result) = try Self.segment(marked.filter { $0 != "‖" })
    let found = result.paragraphs.map { text.string($0.span) }
    let parts = marked.split(separator: "‖").map {
      String($0.drop(while: \.isWhitespace))
    }
    #expect(found == parts)
  }

  @Test(arguments: ["", " ", "\n\n", "\u{A0}\t\u{200B}\n"])
  func nothingHasNoSentences(_ text: String) throws {
    let result = try Self.segment(text).result
    #expect(result.sentences.isEmpty && result.paragraphs.isEmpty)
  }

  @Test(arguments: 300..<310)
  func sentencesAndParagraphsHoldEveryTokenOnce(_ seed: UInt64) throws {
    let lexicon = try BuiltIn.lexicon()
    var texts = RandomText(seed: seed)
    for _ in 0..<20 {
      let bytes = Normalizer().read(SourceText(texts.next(pieces: 50))).bytes
      let tokens = lexicon.tokenizer.tokenize(bytes)
      let result = Segmenter(abbreviations: []).segment(bytes, tokens)
      try #require(result.sentences.flatMap { Array($0.tokens) } == Array(tokens.tokens.indices))
      try #require(
        result.paragraphs.flatMap { Array($0.sentences) } == Array(result.sentences.indices))
    }
  }

  @Test func readerKnowsTheAbbreviations() throws {
    let text = "Khách đến TT. Sa Pa và Q. Bình Thạnh tăng 4%."
    let records = try BuiltIn.pipeline().extract(SourceText(text), document: "")
    #expect(records.map(\.sentence) == [text])
  }

  @Test func readerKnowsTheAbbreviationOfCities() throws {
    let text = "Dân số TP. Hồ Chí Minh tăng 1%."
    let records = try BuiltIn.pipeline().extract(SourceText(text), document: "")
    #expect(records.map(\.sentence) == [text])
  }

  /// Each sentence with the white space before it, and the mark.
  private static func sentences(_ text: String) throws -> [String] {
    let (reading, result) = try segment(text)
    var parts: [String] = []
    var end = 0
    for sentence in result.sentences {
      let gap = reading.string(TextSpan(end, Int(sentence.span.start)))
      parts.append((parts.isEmpty ? "" : "‖") + gap + reading.string(sentence.span))
      end = Int(sentence.span.end)
    }
    return parts
  }

  private static func segment(_ text: String) throws -> (
    reading: ReadingText, result: Segmenter.Result
  ) {
    let reading = Normalizer().read(SourceText(text))
    let abbreviations = ["TP", "TS", "PGS", "Q"]
    let data = abbreviations.map { "name\t\($0)\t⟦\($0)⟧" }.joined(separator: "\n")
    let lexicon = try Lexicon(files: [LexiconFile(name: "abbreviations.tsv", text: data)])
    let segmenter = Segmenter(abbreviations: Set(abbreviations.map(lexicon.symbol)))
    return (reading, segmenter.segment(reading.bytes, lexicon.tokenizer.tokenize(reading.bytes)))
  }
}
