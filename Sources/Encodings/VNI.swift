/// VNI for Windows: a letter, behind it a byte for its marks.
enum VNI {
  private static let sequences: LetterSequences = {
    var sequences = LetterSequences(LetterSequenceData.vni)
    let data = LetterSequenceData.vni
    var position = 0
    while position + 1 < data.count {
      let count = Int(data[position + 1])
      if count == 2 {
        // People also wrote a small mark behind a capital.
        let base = UInt8(truncatingIfNeeded: data[position + 2])
        let mark = UInt8(truncatingIfNeeded: data[position + 3])
        if base & 0x20 == 0 { sequences.add(data[position], [base, mark | 0x20]) }
      }
      position += 2 + count
    }
    return sequences
  }()

  /// Appends what the bytes say. Linear in their number.
  ///
  /// A mark without its letter is U+FFFD if `isStrict`, else the character of windows-1252.
  static func decode(_ bytes: [UInt8], isStrict: Bool, into output: inout [UInt8]) {
    let sequences = sequences
    let latin = CodePageData.windows1252
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let isFollowed = position + 1 < bytes.count && bytes[position + 1] >= 0x80
      if byte < 0x80, !isFollowed {
        output.append(byte)
        position += 1
        continue
      }
      let (letter, count) = sequences.match(bytes, at: position)
      if count > 0 {
        UTF8Bytes.append(letter, to: &output)
      } else if isStrict, byte >= 0xC0 {
        UTF8Bytes.appendReplacement(to: &output)
      } else {
        UTF8Bytes.append(latin[Int(byte)], to: &output)
      }
      position += max(count, 1)
    }
  }
}
