import Encodings
import Foundation
import Testing

/// The reports in each encoding come out as they went in.
struct RoundTripTests {
  @Test(arguments: [TextEncoding.tcvn3, .vni, .windows1258, .viscii, .vps, .viqr])
  func reportIsFoundAndRead(_ encoding: TextEncoding) throws {
    let encoder = try Encoder(encoding)
    for name in Reports.names {
      let text = encoder.writable(try Reports.text(name))
      let decoded = try TextDecoder.decode(encoder.encode(text))
      #expect(decoded.encoding == encoding, "\(name)")
      #expect(decoded.confidence > 0.8, "\(name)")
      #expect(String(bytes: decoded.bytes).composed.isSame(as: text), "\(name)")
    }
  }

  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func reportInUnicodeIsFoundAndRead(_ encoding: TextEncoding) throws {
    for name in Reports.names {
      let text = try Reports.text(name)
      for form in [text, text.decomposedStringWithCanonicalMapping] {
        let bytes = Self.bytes(form, encoding)
        let decoded = try TextDecoder.decode(bytes)
        #expect(decoded.encoding == encoding, "\(name)")
        #expect(String(bytes: decoded.bytes).isSame(as: form), "\(name)")
        let marked = try TextDecoder.decode(Self.bytes("\u{FEFF}" + form, encoding))
        #expect(marked.confidence == 1)
        #expect(marked.encoding == encoding && marked.bytes == decoded.bytes, "\(name)")
      }
    }
  }

  static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default: Array(text.utf8)
    }
  }
}
