/// Two syllables with the blank between them lost: trướctăng, thángđạt.
///
/// A Vietnamese syllable is one group of vowels between consonants, so that a word with two is two words; of a
/// foreign one (Vinfast) that is no sign. Hence only where both groups bear marks.
enum GluedSyllables {
  /// The shortest word that may be two, in bytes.
  static let shortest = 7

  private static let codas = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"].map { Array($0.utf8) }
  private static let onsets = [
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "ph", "q", "r",
    "s", "t", "th", "tr", "v", "x",
  ].map { Array($0.utf8) }

  /// Where the second syllable of `bytes[range]` (UTF-8, NFC, letters) begins; `nil` where it is one.
  static func cut(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    // The end of the group of vowels before, and whether it bears marks.
    var vowels: (end: Int, isMarked: Bool)?
    while i < range.upperBound {
      let start = i
      var isMarked = false
      while i < range.upperBound, let length = vowelLength(bytes, at: i) {
        isMarked = isMarked || length > 1
        i += length
      }
      if i > start {
        if let before = vowels, before.isMarked, isMarked, before.end < start {
          return cut(bytes, cluster: before.end..<start)
        }
        vowels = (i, isMarked)
      } else {
        i += bytes[i] < 0x80 ? 1 : decode(bytes, at: i).length
      }
    }
    return nil
  }

  /// Where the consonants between two groups of vowels divide: the longest end that leaves a beginning.
  private static func cut(_ bytes: [UInt8], cluster: Range<Int>) -> Int? {
    for k in stride(from: cluster.upperBound - 1, through: cluster.lowerBound, by: -1) {
      let coda = bytes[cluster.lowerBound..<k].map { $0 | 0x20 }
      var onset = bytes[k..<cluster.upperBound].map { $0 < 0x80 ? $0 | 0x20 : $0 }
      // Đ
      if onset == [0xC4, 0x90] { onset[1] = 0x91 }
      if codas.contains(coda), onsets.contains(onset) { return k }
    }
    return nil
  }

  /// The bytes of the vowel at `i`; a marked one has more than one. đ is no vowel.
  @inline(__always)
  private static func vowelLength(_ bytes: [UInt8], at i: Int) -> Int? {
    let byte = bytes[i]
    if byte < 0x80 {
      switch byte | 0x20 {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        return 1
      default: return nil
      }
    }
    let (scalar, length) = decode(bytes, at: i)
    return scalar == 0x111 || scalar == 0x110 ? nil : length
  }
}
