import Encodings

/// Text of the 1990s' fonts within documents.
enum LegacySeam {
  private static let byFontAlone = LegacyRepair(runs: [EncodedRun]())

  /// The text in Unicode, where its font is one of an old encoding; else `nil`.
  static func repaired(_ text: String, font: String) -> String? {
    byFontAlone.repaired(EncodedRun(text: text, font: font))
  }
}

extension [DocumentBlock] {
  /// With what is in an old encoding in Unicode, as the whole of them shows.
  func repaired() -> [DocumentBlock] {
    let repair = LegacyRepair(paragraphs: lazy.map(\.text))
    guard repair.encoding != nil else { return self }
    func repaired(_ text: String) -> String {
      repair.repaired(EncodedRun(text: text, font: nil)) ?? text
    }
    return map { block in
      switch block {
      case .paragraph(let text, let isLink): .paragraph(repaired(text), isLink: isLink)
      case .heading(let text): .heading(repaired(text))
      case .row(let cells): .row(cells.map(repaired))
      case .gap: .gap
      }
    }
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

  /// By the encoding that a page declares, unless the bytes refute it: what is UTF-8 beyond ASCII is
  /// nothing else, and what is not UTF-8 was declared so by a template or a server.
  static func decode(_ bytes: [UInt8], declared: TextEncoding?) -> DecodedText {
    guard let declared else { return decode(bytes, as: nil) }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    let isUTF8 = isASCII || String(validating: bytes, as: UTF8.self) != nil
    let isRefuted =
      switch declared {
      case .utf16LittleEndian, .utf16BigEndian: false
      case .utf8: !isUTF8
      default: isUTF8 && !isASCII
      }
    return decode(bytes, as: isRefuted ? nil : declared)
  }
}
