import Encodings

/// The fonts of an RTF document: which encodings their bytes are in, and their names.
struct RTFFonts {
  private struct Font {
    var name: [UInt8] = []
    var charset: Int?
    var codePage: Int?
  }
  private var fonts: [Int: Font] = [:]
  private var open: Int?
  /// `\ansicpg`: that of what has no font.
  var codePage = 1252
  /// `\deff`
  var standard = 0

  // MARK: The table

  mutating func begin(_ number: Int) {
    open = number
    fonts[number] = Font()
  }

  mutating func setCharset(_ charset: Int) { if let open { fonts[open]?.charset = charset } }

  mutating func setCodePage(_ page: Int) { if let open { fonts[open]?.codePage = page } }

  mutating func add(_ byte: UInt8) {
    // The table says "Times New Roman;".
    if byte == UInt8(ascii: ";") { open = nil } else if let open { fonts[open]?.name.append(byte) }
  }

  // MARK: Text

  func name(_ number: Int) -> String? {
    fonts[number].map { font in
      String(decoding: font.name.drop { $0 == 0x20 }, as: UTF8.self)
    }
  }

  func text(_ bytes: [UInt8], in number: Int) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    let font = fonts[number]
    if font?.charset == 2 { return String(String.UnicodeScalarView(bytes.map(Self.sign))) }
    let page = font?.codePage ?? [0: 1252, 163: 1258][font?.charset ?? 1] ?? codePage
    let encoding: TextEncoding = page == 1258 ? .windows1258 : page == 65001 ? .utf8 : .windows1252
    let decoded = DecoderSeam.decode(bytes, as: encoding)
    return String(decoding: decoded.bytes, as: UTF8.self)
  }

  /// A character by number; those of a font of signs are written in a private range.
  func text(_ scalar: Unicode.Scalar) -> String {
    0xF020...0xF0FF ~= scalar.value
      ? String(Self.sign(UInt8(scalar.value - 0xF000))) : String(scalar)
  }

  /// What the font Symbol has; other signs are bullets.
  private static func sign(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0xA3: "≤"
    case 0xB3: "≥"
    case 0xB0: "°"
    case 0xB1: "±"
    case 0xB4: "×"
    case 0xB9: "≠"
    case 0xBB: "≈"
    case 0x20..<0x7F: Unicode.Scalar(byte)
    default: "•"
    }
  }
}
