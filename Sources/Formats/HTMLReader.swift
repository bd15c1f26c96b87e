import Encodings

/// Reads pages of HTML: their text without the menus and buttons around it.
public enum HTMLReader {
  /// - Complexity: linear in the bytes.
  /// - Throws: where the page is larger or nests deeper than the limits allow, or its encoding is none.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    guard bytes.count <= options.limits.bytes else {
      throw FormatError(
        "has more than \(options.limits.bytes) bytes", remedy: "divide it, or allow more")
    }
    let decoded =
      if let encoding = options.encoding {
        DecoderSeam.decode(Self.withoutStrayNULs(bytes), as: encoding)
      } else {
        DecoderSeam.decode(
          Self.withoutStrayNULs(bytes), declared: HTMLEncoding.declared(in: bytes))
      }
    let events = try HTMLMarkup.events(decoded.bytes, limits: options.limits)
    var text = FormattedText(format: .html)
    text.encoding = decoded.encoding
    text.encodingConfidence = decoded.confidence
    text.properties = HTMLProperties(events).properties
    let blocks = HTMLBlocks(events, HTMLParts(events)).blocks.repaired()
    let chrome = ChromeLines(
      blocks.map { block in
        if case .paragraph(let line, let isLink) = block { return .init(line, isLink: isLink) }
        if case .heading(let line) = block { return .init(line) }
        return .init("")
      })
    text.add(zip(blocks, chrome.isChrome).filter { !$0.1 }.map(\.0))
    if text.properties.date.isEmpty { text.properties.date = chrome.date }
    return text
  }

  /// NULs that are no half of a character: browsers pass over them.
  private static func withoutStrayNULs(_ bytes: [UInt8]) -> [UInt8] {
    let count = bytes.count { $0 == 0 }
    return count > 0 && count * 5 < bytes.count ? bytes.filter { $0 != 0 } : bytes
  }
}
