import Encodings
import Foundation
import Testing

/// Every letter of every table, as other programs have it.
struct LetterTests {
  @Test(
    .enabled(if: Tool.iconv != nil, "iconv is not installed"),
    arguments: [(TextEncoding.tcvn3, "TCVN5712-1"), (.viscii, "VISCII"), (.windows1258, "CP1258")])
  func isAsIconvWritesIt(_ encoding: TextEncoding, _ name: String) throws {
    let text = String(String.UnicodeScalarView(Letters.all))
    let source = encoding == .windows1258 ? Self.apart(text) : text
    let bytes = try Tool.run(
      try #require(Tool.iconv), ["-f", "UTF-8", "-t", name], Array(source.utf8))
    let decoded = try TextDecoder.decode(bytes, as: encoding)
    #expect(String(bytes: decoded.bytes).composed.isSame(as: text))
    #expect(decoded.confidence == 1)
  }

  @Test(
    .enabled(if: Tool.recode != nil, "recode is not installed"),
    arguments: [
      (TextEncoding.tcvn3, "TCVN"), (.viscii, "VISCII"), (.vps, "VPS"), (.vni, "VNI"),
      (.viqr, "VIQR"),
    ])
  func isAsRecodeWritesIt(_ encoding: TextEncoding, _ name: String) throws {
    // recode does not know this one.
    let letters = Letters.all.filter { encoding != .vps || $0 != "Ỗ" }
    let text = letters.map { "\($0)\n" }.joined()
    let bytes = try Tool.run(try #require(Tool.recode), ["-f", "UTF-8..\(name)"], Array(text.utf8))
    var decoded = String(bytes: try TextDecoder.decode(bytes, as: encoding).bytes)
    if encoding == .vni {
      // recode has these two exchanged.
      let swapped: [Character: Character] = ["Ắ": "Ằ", "Ằ": "Ắ"]
      decoded = String(decoded.map { swapped[$0] ?? $0 })
    }
    #expect(decoded.isSame(as: text))
  }

  @Test func everyLetterOfVPSHasItsByte() throws {
    #expect(String(bytes: try TextDecoder.decode([0x98, 0x99], as: .vps).bytes) == "ỔỖ")
  }

  @Test func capitalsOfVNIHaveTheMarksOfItsSmallLetters() throws {
    let bytes: [UInt8] = [0x61, 0xE9, 0x41, 0xC9, 0x61, 0xE8, 0x41, 0xC8, 0x41, 0xE9]
    #expect(String(bytes: try TextDecoder.decode(bytes, as: .vni).bytes) == "ắẮằẰẮ")
  }

  /// With tones as combining marks, as windows-1258 has them.
  private static func apart(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for character in text {
      let parts = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
      let tones = parts.filter { "\u{300}\u{301}\u{303}\u{309}\u{323}".unicodeScalars.contains($0) }
      let base = String(String.UnicodeScalarView(parts.filter { !tones.contains($0) }))
      result += Array(base.composed.unicodeScalars) + tones
    }
    return String(result)
  }
}
