/// What the beginning of a text says of its markup.
enum SniffedMarkup {
  case html
  case unread(FormatError)
  case none

  /// Looks at what stands behind a byte order mark, blanks, comments and an XML declaration.
  init(_ bytes: [UInt8]) {
    let head = Self.ascii(bytes)
    var rest = Self.afterBlanks(head[...])
    while let end = Self.endOfComment(rest) { rest = Self.afterBlanks(rest[end...]) }
    if Self.isMIME(rest) {
      self = .unread(
        FormatError("is a web archive (MHTML)", remedy: "save the page as HTML or as text"))
      return
    }
    guard rest.first == UInt8(ascii: "<") else {
      self = .none
      return
    }
    let isSpreadsheet = Self.contains("urn:schemas-microsoft-com:office:spreadsheet", in: rest)
    if isSpreadsheet && !Self.startsWithTag("html", rest) {
      self = .unread(
        FormatError("is an XML workbook of Excel 2003", remedy: "save it as XLSX"))
    } else if Self.contains("schemas.microsoft.com/office/word/2003/wordml", in: rest)
      && !Self.startsWithTag("html", rest)
    {
      self = .unread(FormatError("is an XML document of Word 2003", remedy: "save it as DOCX"))
    } else if rest.starts(with: "<office:document".utf8) {
      self = .unread(
        FormatError("is a flat OpenDocument file", remedy: "save it as ODT or ODS"))
    } else {
      let isHTML =
        rest.starts(with: "<!doctype".utf8) || Self.tags.contains { Self.startsWithTag($0, rest) }
      self = isHTML ? .html : .none
    }
  }

  private static let tags = [
    "html", "head", "body", "title", "meta", "link", "style", "script", "table", "div", "p",
    "span", "font", "center", "h1", "h2", "h3", "h4", "ul", "ol", "br", "b", "i", "strong", "a",
    "img", "section", "article", "main", "form", "base",
  ]

  /// The first bytes in small letters; of UTF-16 those that are ASCII.
  private static func ascii(_ bytes: [UInt8]) -> [UInt8] {
    var head = bytes.prefix(8192)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    let isWide =
      head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      || head.starts(with: [0x3C, 0]) || head.starts(with: [0, 0x3C])
    return head.filter { !isWide || $0 != 0 && $0 < 0xFE }
      .map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }

  static func afterBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.drop { 0x09...0x0D ~= $0 || $0 == 0x20 }
  }

  /// Where a comment or an instruction that stands first ends.
  private static func endOfComment(_ text: ArraySlice<UInt8>) -> Int? {
    let end: [UInt8]
    if text.starts(with: "<!--".utf8) {
      end = Array("-->".utf8)
    } else if text.starts(with: "<?".utf8) {
      end = Array("?>".utf8)
    } else {
      return nil
    }
    return text.indices.first { text[$0...].starts(with: end) }.map { $0 + end.count }
  }

  private static func startsWithTag(_ tag: String, _ text: ArraySlice<UInt8>) -> Bool {
    guard text.dropFirst().starts(with: tag.utf8) else { return false }
    let next = text.dropFirst(1 + tag.utf8.count).first
    return next.map { 0x09...0x0D ~= $0 || [0x20, 0x2F, 0x3E].contains($0) } ?? true
  }

  private static func isMIME(_ text: ArraySlice<UInt8>) -> Bool {
    contains("mime-version:", in: text.prefix(2048))
      && contains("content-type: multipart/related", in: text.prefix(4096))
  }

  static func contains(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
    contains(Array(word.utf8), in: bytes)
  }

  static func contains(_ word: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return true }
    var rest = bytes
    while let k = rest.firstIndex(of: first) {
      rest = rest[k...]
      if rest.starts(with: word) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
