import SoLieu
import TestSupport
import Testing
import TextModel
import VietnameseText

/// Spans of tokens lead back to the source, whatever normal form it is in.
struct SpanPropertyTests {
  let lexicon: Lexicon

  init() throws { lexicon = try BuiltIn.lexicon() }

  @Test(arguments: 0..<20)
  func everySpanCutsItsTokenOutOfTheSource(_ seed: UInt64) throws {
    var texts = RandomText(seed: seed)
    for _ in 0..<60 {
      let source = SourceText(texts.next(pieces: 25))
      let reading = Normalizer().read(source)
      let tokens = lexicon.tokenizer.tokenize(reading.bytes).tokens
      var end: Int32 = 0
      for token in tokens {
        let span = reading.map.source(token.span)
        try #require(span.start >= end && span.end > span.start, "\(source.string(span))")
        end = span.end
        let slice = source.string(span)
        try #require(!Self.isInvisible(slice.unicodeScalars.first), "\(slice.debugDescription)")
        try #require(!Self.isInvisible(slice.unicodeScalars.last), "\(slice.debugDescription)")
        let alone = Normalizer().read(SourceText(slice))
        try #require(
          alone.bytes == Array(reading.bytes[token.span.range]), "\(slice.debugDescription)")
        let again = lexicon.tokenizer.tokenize(alone.bytes).tokens
        try #require(again.count == 1, "\(slice.debugDescription)")
        try #require(again[0].symbol == token.symbol && again[0].kind == token.kind)
      }
    }
  }

  @Test(arguments: 100..<110)
  func everyPieceOfAnAnalysisIsCutOutOfTheSource(_ seed: UInt64) throws {
    let pipeline = try BuiltIn.pipeline()
    var texts = RandomText(seed: seed)
    for _ in 0..<10 {
      let text = texts.next(pieces: 60)
      let scalars = Array(SourceText(text).string.unicodeScalars)
      let analysis = pipeline.analyze(SourceText(text), document: "")
      let mentions = analysis.mentions.map { ($0.start, $0.end, $0.text) }
      let records = analysis.observations.map { ($0.start, $0.end, $0.text) }
      for (start, end, text) in analysis.tokens.map({ ($0.start, $0.end, $0.text) }) + mentions
        + records
      {
        try #require(start < end && end <= scalars.count)
        try #require(Array(text.unicodeScalars) == Array(scalars[start..<end]))
      }
    }
  }

  @Test(arguments: 200..<210)
  func tokensAreSeparatedByWhiteSpaceAlone(_ seed: UInt64) throws {
    var texts = RandomText(seed: seed)
    for _ in 0..<40 {
      let reading = Normalizer().read(SourceText(texts.next(pieces: 25)))
      let result = lexicon.tokenizer.tokenize(reading.bytes)
      var end = 0
      for token in result.tokens {
        let gap = reading.string(TextSpan(end, Int(token.span.start)))
        try #require(gap.allSatisfy { $0.isWhitespace }, "\(gap.debugDescription)")
        try #require(token.isGlued == (gap.isEmpty && end > 0))
        end = Int(token.span.end)
      }
      try #require(result.lines.flatMap { Array($0) } == Array(result.tokens.indices))
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar?) -> Bool {
    guard let value = scalar?.value else { return true }
    return value == 0xAD || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
  }
}

extension SourceText {
  /// The whole text.
  var string: String { string(TextSpan(0, bytes.count)) }
}
