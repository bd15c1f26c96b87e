import Encodings
import Foundation
import TestSupport
import Testing

/// Pieces of reports, cut anywhere, that have at least four letters with marks.
struct FragmentTests {
  private static let sizes = [40, 60, 80, 200]
  private static let count = 400

  @Test func encodingIsFoundInNearlyAll() throws {
    let texts = try Reports.all()
    var right = 0
    var all = 0
    for encoding in [TextEncoding.tcvn3, .vni, .windows1258, .viscii, .vps, .viqr] {
      let encoder = try Encoder(encoding)
      let files = texts.map { encoder.encode(encoder.writable($0)) }
      var rates: [String] = []
      for size in Self.sizes {
        let found = try Self.pieces(of: files, size, in: encoding).count { piece in
          try TextDecoder.decode(piece).encoding == encoding
        }
        rates.append("\(size) bytes \(Double(found) / Double(Self.count))")
        #expect(Double(found) >= 0.95 * Double(Self.count), "\(encoding.rawValue), \(size) bytes")
        right += found
        all += Self.count
      }
      print("\(encoding.rawValue): \(rates.joined(separator: ", "))")
    }
    print("all: \(Double(right) / Double(all))")
    #expect(Double(right) >= 0.97 * Double(all))
  }

  /// Also TCVN3 as its fonts have it: no capitals with tones.
  @Test func encodingIsFoundWithoutCapitals() throws {
    let encoder = try Encoder(.tcvn3)
    let capitals = Set(Letters.all.dropFirst(Letters.small.count)).subtracting(
      "ĂÂÊÔƠƯĐ".unicodeScalars)
    let files = try Reports.all().map { text in
      let lowered = encoder.writable(text).unicodeScalars.map { scalar in
        capitals.contains(scalar) ? scalar.properties.lowercaseMapping : String(scalar)
      }
      return encoder.encode(lowered.joined())
    }
    for size in Self.sizes {
      let found = try Self.pieces(of: files, size, in: .tcvn3).count { piece in
        try TextDecoder.decode(piece).encoding == .tcvn3
      }
      #expect(Double(found) >= 0.97 * Double(Self.count), "\(size) bytes")
    }
  }

  @Test(arguments: [false, true])
  func utf8IsNeverMistaken(_ isDecomposed: Bool) throws {
    let files = try Reports.all().map { text in
      Array((isDecomposed ? text.decomposedStringWithCanonicalMapping : text).utf8)
    }
    for size in Self.sizes {
      for piece in try Self.pieces(of: files, size, in: .utf8) {
        let decoded = try TextDecoder.decode(piece)
        #expect(decoded.encoding == .utf8)
        #expect(decoded.confidence > 0.9)
      }
    }
  }

  private static func pieces(
    of files: [[UInt8]], _ size: Int, in encoding: TextEncoding
  ) throws -> [[UInt8]] {
    var random = SplitMix(seed: UInt64(size))
    var pieces: [[UInt8]] = []
    while pieces.count < count {
      guard let file = files.randomElement(using: &random), file.count > size else { continue }
      let start = Int.random(in: 0...file.count - size, using: &random)
      let piece = Array(file[start..<start + size])
      let text = String(bytes: try TextDecoder.decode(piece, as: encoding).bytes)
      if Letters.count(in: text) >= 4 { pieces.append(piece) }
    }
    return pieces
  }
}
