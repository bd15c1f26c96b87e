import Encodings

/// Text of the 1990s' fonts within documents.
enum LegacySeam {
  static func repaired(_ text: String, font: String?) -> String? {
    LegacyText.repaired(text, font: font)
  }
}

/// Bytes of documents that are text themselves.
enum DecoderSeam {
  /// What cannot be text at all is taken for Western European, surely wrong.
  static func decode(_ bytes: [UInt8], as encoding: TextEncoding?) -> DecodedText {
    if let text = try? TextDecoder.decode(bytes, as: encoding) { return text }
    let characters = bytes.map { Unicode.Scalar($0) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters)
    return DecodedText(bytes: Array(String(text).utf8), encoding: .windows1252, confidence: 0)
  }
}
