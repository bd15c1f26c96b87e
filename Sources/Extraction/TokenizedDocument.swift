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

  /// Whether the range is the one word `word`, given in small letters.
  func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == 1, let t = range.first else { return false }
    let span = tokens[t].span.range
    guard span.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { expected in
      for (k, i) in span.enumerated() where bytes[i] != expected[k] {
        // The capital of the first letter: a to z, and đ.
        let isCapital = k == 0 && bytes[i] | 0x20 == expected[k] && bytes[i] < 0x80
        let isStroke = k == 1 && expected[0] == 0xC4 && bytes[i] == 0x90 && expected[k] == 0x91
        if !isCapital && !isStroke { return false }
      }
      return true
    }
  }

  /// The words of a token range, spaces folded.
  func string(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    for t in range {
      if !tokens[t].isGlued, !text.isEmpty { text.append(0x20) }
      text += bytes[tokens[t].span.range]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
