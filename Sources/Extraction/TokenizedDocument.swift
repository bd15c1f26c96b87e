import TextModel
import VietnameseText

/// A document in tokens, sentences and paragraphs, with its reading text. Immutable, and a class
/// for the same reason as ``Vocabulary``.
final class TokenizedDocument: Sendable {
  let bytes: [UInt8]
  let tokens: [Token]
  let segments: Segmenter.Result

  init(bytes: [UInt8], tokens: [Token], segments: Segmenter.Result) {
    self.bytes = bytes
    self.tokens = tokens
    self.segments = segments
  }

  /// The words of a token range, spaces folded.
  func string(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    if isPlain(range) {
      return String(
        decoding: bytes[Int(tokens[first].span.start)..<Int(tokens[last].span.end)], as: UTF8.self)
    }
    var text: [UInt8] = []
    for t in range {
      if !tokens[t].isGlued, !text.isEmpty { text.append(0x20) }
      text += bytes[tokens[t].span.range]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The tokens of a paragraph; `nil` where it has none.
  func tokens(of paragraph: Paragraph) -> Range<Int>? {
    guard let first = paragraph.sentences.first, let last = paragraph.sentences.last else {
      return nil
    }
    return segments.sentences[first].tokens.lowerBound..<segments.sentences[last].tokens.upperBound
  }

  /// Whether the token is a sign that begins with one of `signs`, which are ASCII.
  func isSign(_ token: Int, _ signs: StaticString) -> Bool {
    guard tokens[token].kind == .sign else { return false }
    let byte = bytes[Int(tokens[token].span.start)]
    return signs.withUTF8Buffer { $0.contains(byte) }
  }

  /// Whether nothing but single spaces stands between the tokens.
  private func isPlain(_ range: Range<Int>) -> Bool {
    range.dropFirst().allSatisfy { t in
      let gap = Int(tokens[t - 1].span.end)..<Int(tokens[t].span.start)
      return gap.isEmpty || gap.count == 1 && bytes[gap.lowerBound] == 0x20
    }
  }
}
