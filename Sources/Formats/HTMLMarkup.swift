import CXML

/// What is met in a page from its beginning to its end; every start has its end.
enum HTMLEvent {
  case start(HTMLElement)
  case end
  case text(String)
}

struct HTMLElement {
  /// In lower case.
  let name: String
  var attributes: [String: String] = [:]

  subscript(name: String) -> String { attributes[name] ?? "" }
}

/// HTML as events, by libxml2's forgiving parser, which closes what pages leave open.
///
/// Entities beyond HTML's own are left as they stand, and no other file is read.
enum HTMLMarkup {
  /// More than any page nests: a stack of formatting never closed, as old editors left it, is less.
  static func mostElements(_ limits: FormatLimits) -> Int { limits.depth * 16 }

  /// - Parameter bytes: UTF-8.
  /// - Throws: where elements nest without end. Linear in the bytes.
  static func events(_ bytes: [UInt8], limits: FormatLimits) throws(FormatError) -> [HTMLEvent] {
    let collector = Collector(mostElements(limits))
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      Collector.of(context)?.start(name, attributes)
    }
    handler.endElement = { context, _ in Collector.of(context)?.end() }
    handler.characters = { context, text, count in Collector.of(context)?.text(text, count) }
    handler.ignorableWhitespace = { context, text, count in
      Collector.of(context)?.text(text, count)
    }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    guard
      let parser = htmlCreatePushParserCtxt(
        &handler, Unmanaged.passUnretained(collector).toOpaque(), nil, 0, nil,
        XML_CHAR_ENCODING_UTF8)
    else { throw FormatError("cannot be parsed: no memory is left", remedy: "end other programs") }
    defer { htmlFreeParserCtxt(parser) }
    htmlCtxtUseOptions(parser, Int32(options))
    // In pieces, so that a page that is too much is given up early.
    var start = 0
    while start < bytes.count, !collector.isTooDeep {
      let end = min(start + 1 << 16, bytes.count)
      bytes[start..<end].withUnsafeBytes {
        _ = htmlParseChunk(
          parser, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), 0)
      }
      start = end
    }
    guard !collector.isTooDeep else {
      throw FormatError(
        "nests more than \(mostElements(limits)) elements",
        remedy: "open the page in a browser and save its text")
    }
    htmlParseChunk(parser, nil, 0, 1)
    return collector.finished()
  }

  private final class Collector {
    private var events: [HTMLEvent] = []
    private var depth = 0
    private let most: Int
    private(set) var isTooDeep = false

    init(_ most: Int) { self.most = most }

    static func of(_ context: UnsafeMutableRawPointer?) -> Collector? {
      context.map { Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(
      _ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
      guard let name, !isTooDeep else { return }
      depth += 1
      isTooDeep = depth > most
      var element = HTMLElement(name: String(cString: name).lowercased())
      var at = list
      while let pair = at, let key = pair[0] {
        element.attributes[String(cString: key).lowercased()] =
          pair[1].map { String(cString: $0) } ?? ""
        at = pair + 2
      }
      events.append(.start(element))
    }

    func end() {
      guard depth > 0, !isTooDeep else { return }
      depth -= 1
      events.append(.end)
    }

    func text(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
      guard let text, count > 0, !isTooDeep else { return }
      events.append(
        .text(String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)))
    }

    func finished() -> [HTMLEvent] {
      events + Array(repeating: .end, count: depth)
    }
  }
}
