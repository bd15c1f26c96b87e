/// An encoding in which each byte is one character.
struct CodePage: Sendable {
  /// The UTF-8 of each byte's character: its bytes from the lowest up, in the highest how many.
  private let packed: [UInt32]

  /// A byte that `scalars` has 0 for is the character that `gaps` has, else U+FFFD.
  init(_ scalars: [UInt16], gaps: [UInt16] = []) {
    packed = scalars.indices.map { byte in
      let other = byte < gaps.count ? gaps[byte] : 0xFFFD
      let isGap = scalars[byte] == 0 && byte != 0
      return UTF8Bytes.packed(isGap ? other : scalars[byte])
    }
  }

  /// Appends what the bytes say. Linear in their number.
  func decode(_ bytes: [UInt8], into output: inout [UInt8]) {
    for byte in bytes {
      if byte >= 0x20, byte < 0x80 {
        output.append(byte)
      } else {
        UTF8Bytes.append(packed[Int(byte)], to: &output)
      }
    }
  }
}

extension CodePage {
  /// TCVN 5712:1993 with its capitals, which stand on control bytes.
  static let tcvn = CodePage(CodePageData.tcvn3)

  /// TCVN3 as Windows programs wrote it: no capitals with tones, and punctuation, the degree sign and
  /// small figures as in windows-1252.
  static let abc = CodePage(
    CodePageData.tcvn3.indices.map { byte in
      byte < 0xA0 || 0xB0...0xB4 ~= byte
        ? CodePageData.windows1252[byte] : CodePageData.tcvn3[byte]
    })

  static let viscii = CodePage(CodePageData.viscii)
  static let vps = CodePage(CodePageData.vps)
  /// VPS, with what it leaves free as in windows-1252.
  static let vpsAndLatin = CodePage(CodePageData.vps, gaps: CodePageData.windows1252)
  static let windows1258 = CodePage(CodePageData.windows1258)
  static let windows1252 = CodePage(CodePageData.windows1252)
}

/// UTF-8 of characters below U+10000, in one number.
enum UTF8Bytes {
  static func packed(_ scalar: UInt16) -> UInt32 {
    let value = UInt32(scalar)
    if value < 0x80 { return value | 1 << 24 }
    if value < 0x800 { return 0xC0 | value >> 6 | (0x80 | value & 0x3F) << 8 | 2 << 24 }
    return 0xE0 | value >> 12 | (0x80 | value >> 6 & 0x3F) << 8
      | (0x80 | value & 0x3F) << 16 | 3 << 24
  }

  @inline(__always)
  static func append(_ packed: UInt32, to output: inout [UInt8]) {
    output.append(UInt8(truncatingIfNeeded: packed))
    let count = packed >> 24
    if count > 1 { output.append(UInt8(truncatingIfNeeded: packed >> 8)) }
    if count > 2 { output.append(UInt8(truncatingIfNeeded: packed >> 16)) }
  }

  static func append(_ scalar: UInt16, to output: inout [UInt8]) {
    append(packed(scalar), to: &output)
  }

  static func appendReplacement(to output: inout [UInt8]) {
    output.append(0xEF)
    output.append(0xBF)
    output.append(0xBD)
  }
}
