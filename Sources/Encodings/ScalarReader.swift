/// Reads the characters of well-formed UTF-8 by their numbers.
struct ScalarReader {
  private let bytes: [UInt8]
  /// Where the next character begins.
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next character; 0xFFFF for one above that.
  @inline(__always)
  mutating func next() -> UInt16? {
    guard position < bytes.count else { return nil }
    let byte = UInt16(bytes[position])
    if byte < 0x80 {
      position += 1
      return byte
    }
    if byte < 0xE0, position + 1 < bytes.count {
      position += 2
      return (byte & 0x1F) << 6 | UInt16(bytes[position - 1] & 0x3F)
    }
    if byte < 0xF0, position + 2 < bytes.count {
      position += 3
      return byte << 12 | UInt16(bytes[position - 2] & 0x3F) << 6
        | UInt16(bytes[position - 1] & 0x3F)
    }
    position += 4
    return 0xFFFF
  }
}
