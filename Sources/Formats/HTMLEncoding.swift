import Encodings

/// Says how a page's bytes are encoded, where it tells: a byte order mark, or a `meta` near its beginning.
enum HTMLEncoding {
  /// `nil` where nothing is said, or only what is said of everything (Latin 1): the bytes have to tell.
  static func declared(in bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let head = String(
      decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self
    ).lowercased()
    var rest = head[...]
    while let open = rest.firstRange(of: "<meta") {
      rest = rest[open.upperBound...]
      let tag = rest.prefix { $0 != ">" }
      guard let mark = tag.firstRange(of: "charset") else { continue }
      let value = tag[mark.upperBound...].drop { $0.isWhitespace || "=\"'".contains($0) }
      let name = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
      return names[String(name)]
    }
    return nil
  }

  private static let names: [String: TextEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "windows-1258": .windows1258, "cp1258": .windows1258,
    "x-cp1258": .windows1258, "tcvn": .tcvn3, "tcvn3": .tcvn3, "x-viet-tcvn": .tcvn3,
    "x-viet-tcvn5712": .tcvn3, "tcvn-5712": .tcvn3, "viscii": .viscii, "x-viet-viscii": .viscii,
    "x-viet-vps": .vps, "vps": .vps, "x-viet-vni": .vni, "vni": .vni, "viqr": .viqr,
  ]
}
