/// Marks as ASCII signs behind their letters (RFC 1456).
enum VIQR {
  private static let sequences: LetterSequences = {
    var sequences = LetterSequences(LetterSequenceData.viqr)
    sequences.add(0x110, Array("Dd".utf8))
    return sequences
  }()

  /// Appends what the bytes say. Linear in their number.
  ///
  /// A sign behind a backslash stands for itself, and so does a second tone in a word, an ellipsis and
  /// what no letter takes. Bytes above 127 are U+FFFD.
  static func decode(_ bytes: [UInt8], into output: inout [UInt8]) {
    let sequences = sequences
    var hasTone = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 0x80 {
        UTF8Bytes.appendReplacement(to: &output)
        position += 1
        continue
      }
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.count, isSign(bytes[position + 1]) {
        output.append(bytes[position + 1])
        position += 2
        continue
      }
      guard isLetter(byte) else {
        hasTone = false
        output.append(byte)
        position += 1
        continue
      }
      var (letter, count) = sequences.match(bytes, at: position)
      if VietnameseLetter(letter).tone != 0 {
        if hasTone || isEllipsis(bytes, at: position + count - 1) {
          (letter, count) = sequences.match(bytes, at: position, limit: count - 1)
        } else {
          hasTone = true
        }
      }
      if count > 0 { UTF8Bytes.append(letter, to: &output) } else { output.append(byte) }
      position += max(count, 1)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    "\\'`?~.^(+dD".utf8.contains(byte)
  }

  private static func isEllipsis(_ bytes: [UInt8], at start: Int) -> Bool {
    start + 2 < bytes.count && bytes[start...start + 2].allSatisfy { $0 == UInt8(ascii: ".") }
  }
}
