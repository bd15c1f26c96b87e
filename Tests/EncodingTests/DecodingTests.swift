import Encodings
import Foundation
import Testing

/// What bytes are read as, and how surely.
struct DecodingTests {
  private static let sentence = "Tổng sản lượng lương thực đạt 1.250 tấn"

  @Test(arguments: [
    (TextEncoding.tcvn3, "Tæng s¶n l\u{AD}îng l\u{AD}¬ng thùc ®¹t 1.250 tÊn"),
    (.vni, "Toång saûn löôïng löông thöïc ñaït 1.250 taán"),
    (.windows1258, "TôÒng saÒn lýõòng lýõng thýòc ðaòt 1.250 tâìn"),
    (.viscii, "T±ng sän lßþng lß½ng thñc ðÕt 1.250 t¤n"),
    (.viqr, "To^?ng sa?n lu+o+.ng lu+o+ng thu+.c dda.t 1.250 ta^'n"),
  ])
  func sentenceIsFound(_ encoding: TextEncoding, _ latin: String) throws {
    let decoded = try TextDecoder.decode(Self.latin(latin))
    #expect(decoded.encoding == encoding)
    #expect(decoded.confidence > 0.7)
    #expect(String(bytes: decoded.bytes).composed.isSame(as: Self.sentence))
  }

  @Test func marksOfWindows1258StayBehindTheirLetters() throws {
    let decoded = try TextDecoder.decode(Self.latin("ðaòt"), as: .windows1258)
    #expect(String(bytes: decoded.bytes).isSame(as: "đa\u{323}t"))
  }

  @Test(arguments: [
    ("CéNG HOµ X· HéI CHñ NGHÜA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA"),
    ("CéNG HOµ\nX· héi", "CỘNG HOÀ\nXã hội"),
    ("Tæng sè x· cña Hµ Néi", "Tổng số xã của Hà Nội"),
    ("UBND x·, thÞ trÊn", "UBND xã, thị trấn"),
  ])
  func capitalsOfTCVN3AreRestored(_ latin: String, _ text: String) throws {
    #expect(String(bytes: try TextDecoder.decode(Self.latin(latin), as: .tcvn3).bytes) == text)
  }

  @Test func smallMarkBehindACapitalIsRead() throws {
    let decoded = try TextDecoder.decode(Self.latin("Aán Ñoä, AÁN ÑOÄ"), as: .vni)
    #expect(String(bytes: decoded.bytes) == "Ấn Độ, ẤN ĐỘ")
  }

  @Test(arguments: [
    ("ta\\. ba\\?", "ta. ba?"), ("ddu+o+`ng DDa` Na(~ng", "đường Đà Nẵng"), ("nha`.", "nhà."),
    ("va...", "va..."), ("C:\\Windows", "C:\\Windows"), ("2^3 + 4", "2^3 + 4"),
  ])
  func signsOfVIQR(_ source: String, _ text: String) throws {
    #expect(String(bytes: try TextDecoder.decode(Array(source.utf8), as: .viqr).bytes) == text)
  }

  @Test func asciiIsUTF8ButNotForSure() throws {
    let decoded = try TextDecoder.decode(Array("Bao cao thang 9".utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.confidence < 1 && decoded.confidence > 0.9)
    #expect(try TextDecoder.decode([]).bytes.isEmpty)
  }

  @Test func fewFaultsInUTF8AreReplaced() throws {
    var bytes = Array(String(repeating: "sản lượng lúa ", count: 30).utf8)
    bytes[40] = 0xFF
    bytes += [0xE1, 0xBA]
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded.encoding == .utf8)
    #expect(decoded.confidence < 1)
    #expect(String(bytes: decoded.bytes).count { $0 == "\u{FFFD}" } == 2)
    #expect(String(validating: decoded.bytes, as: UTF8.self) != nil)
  }

  @Test func callerDecides() throws {
    let bytes = Self.latin("là các xã")
    for (encoding, text) in [
      (TextEncoding.viscii, "là các xã"), (.windows1252, "là các xã"), (.vps, "là các xã"),
      (.utf8, "l\u{FFFD} c\u{FFFD}c x\u{FFFD}"),
    ] {
      let decoded = try TextDecoder.decode(bytes, as: encoding)
      #expect(decoded == DecodedText(bytes: Array(text.utf8), encoding: encoding, confidence: 1))
    }
  }

  @Test(
    arguments: [
      ([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1], 4, 0), ([0x61, 0xE0, 0x07, 0x61], 2, 7),
      ([0x61, 0x62, 0, 0x63], 2, 0), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 6, 26),
      ([0xFF, 0xFE, 0x61, 0, 0, 0], 4, 0),
    ] as [([UInt8], Int, UInt8)])
  func binaryIsRefused(_ bytes: [UInt8], _ offset: Int, _ byte: UInt8) {
    #expect(throws: DecodingFailure(offset: offset, byte: byte)) {
      try TextDecoder.decode(bytes)
    }
  }

  @Test func failureSaysWhere() {
    #expect(
      DecodingFailure(offset: 4, byte: 0).description
        == "is binary, not text (a NUL at byte offset 4)")
  }

  @Test func lettersOnControlBytesAreNoFault() throws {
    let encoder = try Encoder(.tcvn3)
    let text = "ỨNG DỤNG KỸ THUẬT, SỬ DỤNG TÚI NI LÔNG, TỪ THÁNG NÀY"
    let decoded = try TextDecoder.decode(encoder.encode(text))
    #expect(decoded.encoding == .tcvn3)
    #expect(String(bytes: decoded.bytes) == text)
  }

  @Test func endOfFileMarkIsNoFault() throws {
    let decoded = try TextDecoder.decode(Self.latin("C«ng nghiÖp t¨ng m¹nh\u{1A}"))
    #expect(decoded.encoding == .tcvn3)
  }

  @Test(arguments: [
    ("utf-8", TextEncoding.utf8), ("Windows-1258", .windows1258), ("cp1258", .windows1258),
    ("x-viet-tcvn5712", .tcvn3), ("ABC", .tcvn3), ("TCVN-5712", .tcvn3), ("vni", .vni),
    ("ISO-8859-1", .windows1252),
  ])
  func labelIsKnown(_ label: String, _ encoding: TextEncoding) {
    #expect(TextEncoding(label: label) == encoding)
    #expect(TextEncoding(label: encoding.rawValue) == encoding)
    #expect(TextEncoding(label: label + "x") == nil)
  }

  /// The bytes that windows-1252 has for these characters.
  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
