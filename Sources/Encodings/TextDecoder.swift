/// Makes text of bytes, whatever encoding of Vietnamese they are in.
public enum TextDecoder {
  /// The text that the bytes are.
  ///
  /// Without `encoding` the order is: a byte order mark; UTF-8, which no other encoding is mistaken for;
  /// UTF-16 without a mark, by its zero bytes; VIQR, where all is ASCII and clearly Vietnamese; then
  /// whatever is most Vietnamese of TCVN3, VNI, windows-1258, VISCII and VPS; else windows-1252, of which
  /// it is never sure.
  ///
  /// UTF-8 with few faults (one in twenty characters above ASCII) is still UTF-8: U+FFFD stands for what
  /// is broken, and the confidence is below 1. What was cut through a character at its start or end is
  /// the same.
  ///
  /// The combining marks of windows-1258 stay behind their letters. Capitals with tones, which TCVN3 has
  /// not, are restored where the rest of a word is in capitals.
  ///
  /// - Parameters:
  ///   - bytes: all of the text. Linear in their number; 64 KB at most are looked at to find the encoding.
  ///   - encoding: how to read them; nil to find out.
  /// - Throws: `DecodingFailure` where they are no text: a NUL, or in what is no UTF-8 a control
  ///   character that is no letter in any encoding of Vietnamese.
  public static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding? = nil
  ) throws(DecodingFailure) -> DecodedText {
    if let encoding { return try forced(bytes, encoding) }
    if let marked = try decodeMarked(bytes) { return marked }

    if let zero = bytes.firstIndex(of: 0) {
      guard let encoding = UnicodeBytes.utf16ByZeros(bytes) else { throw failure(bytes, zero) }
      var text = try forced(bytes, encoding)
      text.confidence = 0.95
      return text
    }
    let utf8 = UTF8Count(bytes)
    if !utf8.isValid, let fault = ControlBytes.firstFault(bytes) { throw failure(bytes, fault) }
    if utf8.isValid {
      if utf8.sequences > 0 { return DecodedText(bytes: bytes, encoding: .utf8, confidence: 1) }
      if let confidence = EncodingDetector.viqr(bytes) {
        return DecodedText(
          bytes: LegacyReading.viqr.decode(bytes), encoding: .viqr, confidence: confidence)
      }
      return DecodedText(bytes: bytes, encoding: .utf8, confidence: 0.99)
    }
    if utf8.isMostlyValid {
      let faults = Double(utf8.broken) / Double(utf8.sequences)
      return DecodedText(
        bytes: UnicodeBytes.repairedUTF8(bytes), encoding: .utf8, confidence: 0.95 - 5 * faults)
    }
    return try legacy(bytes)
  }

  /// What neither a mark nor UTF-8 tells.
  private static func legacy(_ bytes: [UInt8]) throws(DecodingFailure) -> DecodedText {
    let finding = EncodingDetector.find(bytes)
    if finding.reading == .windows1252, let fault = ControlBytes.firstLetter(bytes) {
      throw failure(bytes, fault)
    }
    return DecodedText(
      bytes: finding.reading.text(of: bytes), encoding: finding.reading.encoding,
      confidence: finding.confidence)
  }

  /// By the byte order mark, if there is one.
  private static func decodeMarked(
    _ bytes: [UInt8]
  ) throws(DecodingFailure) -> DecodedText? {
    for encoding in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian]
    where bytes.starts(with: mark(of: encoding)) {
      return try forced(bytes, encoding)
    }
    return nil
  }

  private static func mark(of encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    default: []
    }
  }

  private static func forced(
    _ bytes: [UInt8], _ encoding: TextEncoding
  ) throws(DecodingFailure) -> DecodedText {
    let mark = mark(of: encoding)
    let isMarked = !mark.isEmpty && bytes.starts(with: mark)
    let rest = isMarked ? Array(bytes.dropFirst(mark.count)) : bytes
    var result = DecodedText(bytes: rest, encoding: encoding, confidence: 1)
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      if let unit = UnicodeBytes.firstZeroUnit(rest) {
        throw DecodingFailure(offset: bytes.count - rest.count + unit, byte: 0)
      }
      let isBigEndian = encoding == .utf16BigEndian
      result.bytes = UnicodeBytes.decodeUTF16(rest, isBigEndian: isBigEndian).bytes
      return result
    case .utf8:
      if !UTF8Count(rest).isValid { result.bytes = UnicodeBytes.repairedUTF8(rest) }
    case .tcvn3: result.bytes = EncodingDetector.tcvn3Reading(rest).text(of: rest)
    case .vni: result.bytes = LegacyReading.vni.decode(rest)
    case .viscii: result.bytes = LegacyReading.viscii.decode(rest)
    case .vps: result.bytes = LegacyReading.vps.decode(rest)
    case .viqr: result.bytes = LegacyReading.viqr.decode(rest)
    case .windows1258: result.bytes = LegacyReading.windows1258.decode(rest)
    case .windows1252: result.bytes = LegacyReading.windows1252.decode(rest)
    }
    if let fault = ControlBytes.firstFault(bytes), bytes[fault] == 0 || encoding != .utf8 {
      throw failure(bytes, fault)
    }
    return result
  }

  private static func failure(_ bytes: [UInt8], _ offset: Int) -> DecodingFailure {
    DecodingFailure(offset: offset, byte: bytes[offset])
  }
}
