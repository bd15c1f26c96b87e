internal import CXML

/// libxml2's parser, fed piece by piece.
///
/// Unsafe pointers are used here, since libxml2 is a C library that calls back with the address it was given:
/// this object's, which lives as long as the context that it owns. No Swift error crosses C: what is met is
/// kept until it is taken.
final class XMLParser {
  private let depth: Int
  private var context: xmlParserCtxtPtr?
  private var events: [XMLEvent] = []
  private var open: [XMLName] = []
  private var problem: FormatError?
  private(set) var hasEnded = false
  /// Names and addresses by where libxml2 keeps them: once each for a document.
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  private var spaces: [UnsafePointer<xmlChar>: XMLNamespace] = [:]

  private static let isReady: Void = xmlInitParser()

  init(depth: Int) throws(FormatError) {
    self.depth = depth
    Self.isReady
    var calls = xmlSAXHandler()
    calls.initialized = XML_SAX2_MAGIC
    calls.startElementNs = { data, name, _, space, _, _, count, _, attributes in
      XMLParser.of(data)?.start(name, space, attributes, Int(count))
    }
    calls.endElementNs = { data, _, _, _ in XMLParser.of(data)?.end() }
    calls.characters = { data, text, count in XMLParser.of(data)?.text(text, Int(count)) }
    calls.ignorableWhitespace = calls.characters
    calls.cdataBlock = calls.characters
    let address = Unmanaged.passUnretained(self).toOpaque()
    context = xmlCreatePushParserCtxt(&calls, address, nil, 0, nil)
    guard let context else { throw Self.damaged("no memory") }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
  }

  deinit { xmlFreeParserCtxt(context) }

  func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(FormatError) {
    let code = bytes.withUnsafeBytes { bytes in
      xmlParseChunk(
        context, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count),
        isLast ? 1 : 0)
    }
    if let problem { throw problem }
    guard code != 0 else { return }
    let line = context?.pointee.lastError.line ?? 0
    let message = context?.pointee.lastError.message.map { String(cString: $0) } ?? ""
    throw Self.damaged("line \(line): " + message.filter { !$0.isNewline })
  }

  func takeEvents() -> [XMLEvent] {
    defer { events.removeAll(keepingCapacity: true) }
    return events
  }

  static func damaged(_ detail: String) -> FormatError {
    FormatError(
      "has damaged XML (\(detail))", remedy: "open it in an office program and save it again")
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLParser? {
    data.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    guard open.count < depth else {
      problem = FormatError(
        "has XML nested more than \(depth) deep",
        remedy: "open it in an office program and save it again")
      xmlStopParser(context)
      return
    }
    let element = xmlName(name, space)
    var list: [XMLAttribute] = []
    // An attribute is five addresses: name, prefix, namespace, begin and end of the value.
    if let attributes, count > 0 {
      list.reserveCapacity(count)
      for k in 0..<count {
        guard let begin = attributes[5 * k + 3], let end = attributes[5 * k + 4] else { continue }
        let value = UnsafeBufferPointer(start: begin, count: end - begin)
        list.append(
          XMLAttribute(
            name: xmlName(attributes[5 * k], attributes[5 * k + 2]),
            value: String(decoding: value, as: UTF8.self)))
      }
    }
    events.append(.start(XMLElement(name: element, parent: open.last, attributes: list)))
    open.append(element)
  }

  private func end() {
    guard let name = open.popLast() else { return }
    events.append(.end(name))
    if open.isEmpty { hasEnded = true }
  }

  private func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    guard let text, count > 0 else { return }
    let piece = UnsafeBufferPointer(start: text, count: count)
    events.append(.text(String(decoding: piece, as: UTF8.self)))
  }

  private func xmlName(
    _ name: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?
  ) -> XMLName {
    guard let name else { return XMLName(.other, "") }
    let local: String
    if let known = names[name] {
      local = known
    } else {
      local = String(cString: name)
      names[name] = local
    }
    guard let space else { return XMLName(.other, local) }
    if let known = spaces[space] { return XMLName(known, local) }
    let known = XMLNamespace(String(cString: space))
    spaces[space] = known
    return XMLName(known, local)
  }
}
