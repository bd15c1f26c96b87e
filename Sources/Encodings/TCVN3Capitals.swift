/// Restores capitals in text out of TCVN3, which has small letters with tones only: "CộNG HOà Xã HộI"
/// stands there for "CỘNG HOÀ XÃ HỘI".
enum TCVN3Capitals {
  /// The text with capitals in each word that has a capital behind its first letter and no small letter
  /// of ASCII, and, on a line with such words and none in small letters, in the words whose small
  /// letters all have marks ("Xã"). Linear in the text's length.
  static func restored(_ text: [UInt8]) -> [UInt8] {
    var output = text
    var line = Line()
    var word = Word(start: 0)
    var reader = ScalarReader(text)
    var start = 0
    while let scalar = reader.next() {
      let letter = VietnameseLetter(scalar)
      if letter.isLetter {
        word.append(letter)
      } else {
        word.end = start
        line.close(word, &output)
        if scalar == 0x0A { line.end(&output) }
        word = Word(start: reader.position)
      }
      start = reader.position
    }
    word.end = text.count
    line.close(word, &output)
    line.end(&output)
    return output
  }

  private struct Word {
    var start: Int
    var end = 0
    var count = 0
    var hasSmallPlain = false
    var hasSmallMarked = false
    var hasInnerCapital = false

    init(start: Int) { self.start = start }

    mutating func append(_ letter: VietnameseLetter) {
      count += 1
      if letter.isCapital {
        if count > 1 { hasInnerCapital = true }
      } else if letter.isMarked {
        hasSmallMarked = true
      } else {
        hasSmallPlain = true
      }
    }
  }

  private struct Line {
    var hasSmall = false
    var hasCapitals = false
    /// Words that are capitals if all others are.
    var open: [Word] = []

    mutating func close(_ word: Word, _ output: inout [UInt8]) {
      guard word.count > 0 else { return }
      if word.hasSmallPlain {
        hasSmall = true
      } else if word.hasInnerCapital {
        hasCapitals = true
        if word.hasSmallMarked { TCVN3Capitals.raise(word.start..<word.end, in: &output) }
      } else if word.hasSmallMarked, !hasSmall {
        open.append(word)
      }
    }

    mutating func end(_ output: inout [UInt8]) {
      if hasCapitals, !hasSmall {
        for word in open { TCVN3Capitals.raise(word.start..<word.end, in: &output) }
      }
      hasSmall = false
      hasCapitals = false
      open.removeAll(keepingCapacity: true)
    }
  }

  /// Makes the letters there capitals; each is as long in UTF-8 as the small one.
  private static func raise(_ range: Range<Int>, in text: inout [UInt8]) {
    var raised: [UInt8] = []
    var reader = ScalarReader(Array(text[range]))
    while let scalar = reader.next() {
      UTF8Bytes.append(VietnameseLetter.capital(of: scalar), to: &raised)
    }
    text.replaceSubrange(range, with: raised)
  }
}
