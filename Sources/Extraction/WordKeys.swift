/// The words of a label, each by a hash of its letters without regard to capitals: for asking
/// whether one label repeats the words of another. O(length).
struct WordKeys: Equatable {
  private(set) var keys: [UInt64] = []

  init(_ text: borrowing String) {
    let bytes = text.utf8.span
    var hash = Self.seed
    var isEmpty = true
    for i in bytes.indices {
      let byte = bytes[i]
      if byte == UInt8(ascii: " ") {
        if !isEmpty { keys.append(hash) }
        hash = Self.seed
        isEmpty = true
      } else {
        hash = (hash ^ UInt64(Self.small(byte, after: i > 0 ? bytes[i - 1] : 0))) &* 0x100_0000_01B3
        isEmpty = false
      }
    }
    if !isEmpty { keys.append(hash) }
  }

  /// Whether every word of `self` stands in `other`.
  /// Whether they have no word in common.
  func isDisjoint(with other: WordKeys) -> Bool {
    !keys.contains { other.keys.contains($0) }
  }

  func isSubset(of other: WordKeys) -> Bool {
    keys.allSatisfy { other.keys.contains($0) }
  }

  /// Whether the words of `other` stand in `self` side by side.
  func contains(_ other: ArraySlice<UInt64>) -> Bool {
    guard let first = other.first, keys.count >= other.count else { return other.isEmpty }
    return (0...(keys.count - other.count)).contains {
      keys[$0] == first && keys[$0..<$0 + other.count] == other
    }
  }

  /// FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The byte of the small letter: of A to Z, and of the Vietnamese capitals in U+00C0...U+01B0 and
  /// U+1EA0...U+1EF8, which UTF-8 tells apart by their last byte.
  @inline(__always)
  private static func small(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    switch (lead, byte) {
    case (_, 0x41...0x5A): return byte | 0x20
    case (0xC3, 0x80...0x9E): return byte | 0x20
    case (0xC4, 0x80...0xB7), (0xC5, 0xA8): return byte | 1
    case (0xC6, 0xA0): return 0xA1
    case (0xC6, 0xAF): return 0xB0
    case (0xBA, 0x80...0xBF), (0xBB, 0x80...0xB9): return byte | 1
    default: return byte
    }
  }
}
