/// Text as the bytes of windows-1252 that its characters stand for.
struct WindowsText {
  /// Bytes, each piece followed by characters that windows-1252 has not.
  private(set) var pieces: [(bytes: [UInt8], others: String)] = [([], "")]
  /// Letters that only Unicode has: the text needs no repair.
  private(set) var isUnicode = false
  /// Something but ASCII among the bytes.
  private(set) var hasHighBytes = false

  private static let bytes: [UInt16: UInt8] = {
    var bytes: [UInt16: UInt8] = [:]
    for (byte, scalar) in CodePageData.windows1252.enumerated() { bytes[scalar] = UInt8(byte) }
    // The control characters there as well, which are what careless programs made of the bytes.
    for byte in UInt8(0x80)..<0xA0 { bytes[UInt16(byte)] = byte }
    return bytes
  }()

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      let value = UInt16(exactly: scalar.value) ?? 0xFFFF
      let byte = value < 0x80 ? UInt8(value) : Self.bytes[value]
      if let byte {
        if !pieces[pieces.count - 1].others.isEmpty { pieces.append(([], "")) }
        pieces[pieces.count - 1].bytes.append(byte)
        if byte >= 0x80 { hasHighBytes = true }
      } else {
        pieces[pieces.count - 1].others.unicodeScalars.append(scalar)
        let letter = VietnameseLetter(value)
        if letter.isMarked && !letter.isForeign || VietnameseLetter.tone(ofMark: value) != 0 {
          isUnicode = true
        }
      }
    }
  }

  /// All bytes; a space for what is none.
  var joined: [UInt8] {
    pieces.reduce(into: []) { joined, piece in
      joined += piece.bytes
      if !piece.others.isEmpty { joined.append(0x20) }
    }
  }

  /// The text that the bytes are in `reading`, with the other characters where they were.
  func decoded(_ reading: LegacyReading) -> String {
    pieces.reduce(into: "") { text, piece in
      text += String(decoding: reading.text(of: piece.bytes), as: UTF8.self)
      text += piece.others
    }
  }
}
