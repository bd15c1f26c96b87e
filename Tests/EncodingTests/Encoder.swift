import Encodings
import Foundation

/// Writes text in the encodings that the decoder reads.
struct Encoder {
  let encoding: TextEncoding
  private var bytes: [Unicode.Scalar: [UInt8]] = [:]

  private static let tones: [Unicode.Scalar] = [
    "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}",
  ]

  /// By what each byte, or pair of them, is read as.
  init(_ encoding: TextEncoding) throws {
    self.encoding = encoding
    switch encoding {
    case .vni:
      for base in UInt8(0x41)...0xF6 {
        for mark in UInt8(0xC0)...0xFF { try add([base, mark]) }
      }
      for byte in UInt8(0xA0)...0xFF { try add([byte]) }
    case .viqr:
      for letter in Letters.all { bytes[letter] = Self.viqr(letter) }
      bytes["đ"] = Array("dd".utf8)
      bytes["Đ"] = Array("DD".utf8)
    default:
      // All at once: alone, some bytes of TCVN3 are the punctuation of Windows.
      let all = (UInt8(1)...0xFF).filter { byte in
        ![0x0A, 0x0D, 0x1A].contains(byte) && (try? TextDecoder.decode([byte], as: encoding)) != nil
      }
      let text = try TextDecoder.decode(all.flatMap { [$0, 0x0A] }, as: encoding)
      for (byte, line) in zip(all, text.bytes.split(separator: 0x0A)) {
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
          if scalar != "\u{FFFD}", bytes[scalar] == nil { bytes[scalar] = [byte] }
        }
      }
    }
  }

  private mutating func add(_ sequence: [UInt8]) throws {
    let text = String(bytes: try TextDecoder.decode(sequence, as: encoding).bytes)
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first,
      bytes[scalar] == nil
    else { return }
    bytes[scalar] = sequence
  }

  private static func viqr(_ letter: Unicode.Scalar) -> [UInt8] {
    let signs: [Unicode.Scalar: Character] = [
      "\u{306}": "(", "\u{302}": "^", "\u{31B}": "+", "\u{300}": "`", "\u{309}": "?",
      "\u{303}": "~", "\u{301}": "'", "\u{323}": ".",
    ]
    let parts = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars
    let base = parts.prefix(1).map(Character.init)
    let tone = parts.filter(tones.contains).compactMap { signs[$0] }
    let shape = parts.dropFirst().filter { !tones.contains($0) }.compactMap { signs[$0] }
    return Array(String(base + shape + tone).utf8)
  }

  /// The text with what the encoding cannot write replaced; composed.
  func writable(_ text: String) -> String {
    var result = ""
    for scalar in text.composed.unicodeScalars {
      if scalar.isASCII || encode(scalar) != nil {
        result.unicodeScalars.append(scalar)
      } else {
        result += Self.replacements[scalar] ?? "*"
      }
    }
    return result
  }

  private static let replacements: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u{A0}": " ",
  ]

  /// The bytes of text that is `writable`.
  func encode(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    var previous: Unicode.Scalar = " "
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if encoding == .viqr, isSign(scalar, behind: previous, before: next) { output.append(0x5C) }
      output += encode(scalar) ?? [UInt8(ascii: "*")]
      previous = scalar
    }
    return output
  }

  private func encode(_ scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.isASCII { return [UInt8(scalar.value)] }
    if let found = bytes[scalar] { return found }
    guard encoding == .windows1258 else { return nil }
    let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let tone = parts.first(where: Self.tones.contains), let mark = bytes[tone] else {
      return nil
    }
    let base = String(String.UnicodeScalarView(parts.filter { $0 != tone })).composed
    guard let letter = base.unicodeScalars.first, base.unicodeScalars.count == 1 else { return nil }
    return encode(letter).map { $0 + mark }
  }

  /// True where a sign of VIQR, or a d before another or before đ, is to be escaped.
  private func isSign(
    _ scalar: Unicode.Scalar, behind previous: Unicode.Scalar, before next: Unicode.Scalar
  ) -> Bool {
    switch scalar {
    case "'", "`", "?", "~", ".", "^", "(", "+": previous.properties.isAlphabetic
    case "d", "D": "dDđĐ".unicodeScalars.contains(next)
    case "\\": true
    default: false
    }
  }
}
