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
    let decoded = DecoderSeam.decode(
      bytes, as: options.encoding ?? HTMLEncoding.declared(in: bytes))
    let events = try HTMLMarkup.events(decoded.bytes.filter { $0 != 0 }, limits: options.limits)
    var text = FormattedText(format: .html)
    text.encoding = decoded.encoding
    text.encodingConfidence = decoded.confidence
    text.properties = HTMLProperties(events).properties
    let blocks = HTMLBlocks(events, HTMLParts(events)).blocks
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
}
