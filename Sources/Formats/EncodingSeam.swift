import Encodings

/// To be connected with `LegacyText` and `TextDecoder` of `Encodings`.
enum LegacySeam {
  static func repaired(_ text: String, font: String?) -> String? { nil }
}

enum DecoderSeam {
  static func decode(_ bytes: [UInt8], as encoding: TextEncoding?) -> DecodedText {
    DecodedText(
      bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), encoding: encoding ?? .utf8,
      confidence: 1)
  }
}
