internal import CXML

/// XML out of a package, as events.
///
/// It never reads another file and never resolves an entity: a document type declaration, without which
/// there are none, is refused before libxml2 sees it. Time is linear, and beside the bytes only the open
/// elements and the events of one stretch are held.
enum XMLDocument {
  /// Errors: what is not well-formed, nested deeper than `limits.depth`, or what `handler` throws.
  static func read(
    _ bytes: [UInt8], limits: FormatLimits, into handler: inout some XMLHandler
  ) throws(FormatError) {
    let bytes = utf8(bytes)
    guard !hasTypeDeclaration(bytes) else {
      throw FormatError(
        "has XML with a document type declaration, as no office document has",
        remedy: "open it in an office program and save it again")
    }
    let parser = try XMLParser(depth: limits.depth)
    var start = 0
    while start < bytes.count {
      let end = min(start + 1 << 14, bytes.count)
      try parser.parse(bytes[start..<end], isLast: end == bytes.count)
      for event in parser.takeEvents() { try handler.handle(event) }
      start = end
    }
    guard parser.hasEnded else { throw XMLParser.damaged("ends too early") }
  }

  /// The bytes as UTF-8: office packages may hold UTF-16, with a byte order mark.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
    guard isBigEndian || bytes.starts(with: [0xFF, 0xFE]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { k -> UInt16 in
      let (a, b) = (UInt16(bytes[k]), UInt16(bytes[k + 1]))
      return isBigEndian ? a << 8 | b : b << 8 | a
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether a declaration stands before the root: behind a mark, blanks, comments and instructions.
  private static func hasTypeDeclaration(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...].dropFirst()
      if rest.starts(with: "!--".utf8) {
        rest = after([0x2D, 0x2D, 0x3E], in: rest.dropFirst(3))
      } else if rest.first == UInt8(ascii: "?") {
        rest = after([0x3F, 0x3E], in: rest)
      } else {
        return rest.first == UInt8(ascii: "!")
      }
    }
    return false
  }

  private static func after(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let k = rest.firstIndex(of: mark[0]) {
      rest = rest[k...]
      if rest.starts(with: mark) { return rest.dropFirst(mark.count) }
      rest = rest.dropFirst()
    }
    return rest
  }
}
