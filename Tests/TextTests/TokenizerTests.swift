import CICU
import SoLieu
import TestSupport
import Testing
import TextModel
import VietnameseText

/// Where tokens begin and end.
struct TokenizerTests {
  private let tokenizer = Tokenizer(folding: Folding(), symbols: SymbolTable())

  /// The tokens of a text divided by `|`, those that touch by `+`.
  @Test(arguments: [
    "425+ha", "tăng+1,36+%", "120+/+121", "20+/+11+/+2022", "2.152,8|tỷ|đồng", "17,.8+%",
    "COVID+-+19", "94,67+tỷ", "450+ha+,+đạt|97+%", "1.234.567+.", "(+-+0,53+%+)", "m²",
    "15|héc+-+ta",
    "1+.", "tr+.+đ", "5+,|6", "98+,|6+%", "H+5+N+1", "16+/+CT+-+TTg", "6,73+%+[+1+]", "T+9+/+2023",
  ])
  func textIsCutAtTheMarks(_ marked: String) {
    let parts = marked.split(whereSeparator: { $0 == "|" || $0 == "+" }).map(String.init)
    let bytes = Array(marked.filter { $0 != "+" }.map { $0 == "|" ? " " : $0 }.flatMap(\.utf8))
    let tokens = tokenizer.tokenize(bytes).tokens
    #expect(tokens.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == parts)
    let touching = marked.filter { $0 == "+" || $0 == "|" }.map { $0 == "+" }
    #expect(tokens.dropFirst().map(\.isGlued) == touching)
  }

  @Test func kindsAndCapitals() throws {
    let bytes = Array("UBND Tỉnh đạt 1,5 % QĐ".utf8)
    let tokens = tokenizer.tokenize(bytes).tokens
    #expect(tokens.map(\.kind) == [.word, .word, .word, .number, .sign, .word])
    #expect(
      tokens.map { $0.flags.contains(.allCapitals) } == [true, false, false, false, false, true])
    #expect(
      tokens.map { $0.flags.contains(.capitalized) } == [true, true, false, false, false, true])
  }

  @Test(arguments: [
    ("trướctăng", ["trước", "tăng"]), ("thángđạt", ["tháng", "đạt"]), ("đạtbằng", ["đạt", "bằng"]),
    ("nghiêng", ["nghiêng"]), ("Vinfast", ["Vinfast"]), ("Électricité", ["Électricité"]),
    ("khuỷu", ["khuỷu"]), ("QUYẾTĐỊNH", ["QUYẾT", "ĐỊNH"]),
    ("tăngtrưởngđều", ["tăng", "trưởng", "đều"]),
  ])
  func syllablesThatLostTheirBlankAreTwo(word: String, tokens: [String]) {
    let bytes = Array(word.utf8)
    let found = tokenizer.tokenize(bytes).tokens.map {
      String(decoding: bytes[$0.span.range], as: UTF8.self)
    }
    #expect(found == tokens)
  }

  @Test(arguments: ["\n", "\r\n", "\u{2028}", "\u{2029}", "\u{85}", "\n \n"])
  func everyLineEndEndsALine(_ end: String) {
    let lines = tokenizer.tokenize(Array("một hai\(end)ba".utf8)).lines
    #expect(lines == [0..<2, 2..<3])
  }

  /// UAX #29 joins letters over a point (TP.HCM) and letters with digits (425ha); this tokenizer
  /// documents that it does not. All other words and numbers are ICU's.
  @Test(arguments: try Repository.names(in: "Corpus/reports", ending: ".txt"))
  func wordsStandWhereICUHasThem(_ name: String) throws {
    let bytes = Normalizer().read(try SourceText(Repository.bytes("Corpus/reports/\(name)"))).bytes
    let tokens = tokenizer.tokenize(bytes).tokens
    let boundaries = Self.boundaries(bytes)
    var compared = 0
    for (token, next) in zip(tokens, tokens.dropFirst()) {
      let touches = token.isGlued || next.isGlued && next.kind != .sign
      if token.kind == .sign || touches || Self.joins(next, bytes) { continue }
      compared += 1
      let inside = (token.span.start...token.span.end).map(Int.init).filter(boundaries.contains)
      #expect(
        inside == [Int(token.span.start), Int(token.span.end)],
        "\(String(decoding: bytes[token.span.range], as: UTF8.self))")
    }
    #expect(compared > tokens.count / 2)
  }

  /// Whether UAX #29 may join over this sign: a point, a comma, an apostrophe, an underscore.
  private static func joins(_ sign: Token, _ bytes: [UInt8]) -> Bool {
    guard sign.kind == .sign, sign.isGlued, Int(sign.span.end) < bytes.count else { return false }
    let isMiddle = ".,:;'_\u{2019}".contains(
      String(decoding: bytes[sign.span.range], as: UTF8.self))
    return isMiddle && bytes[Int(sign.span.end)] > 0x2F
  }

  private static func boundaries(_ bytes: [UInt8]) -> Set<Int> {
    var found = [Int32](repeating: 0, count: bytes.count + 1)
    let count = cicu_word_boundaries(bytes, Int32(bytes.count), &found, Int32(found.count))
    return Set(found.prefix(max(0, Int(count))).map(Int.init))
  }
}
