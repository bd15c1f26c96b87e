/// Paths of an archive's members as labels for people: never trusted, never written to.
enum ArchiveLabel {
  /// The path with `/` between its parts, without `.`, `..`, drive letters and control characters;
  /// `nil` where nothing is left and so nothing is named.
  static func path(_ bytes: [UInt8], number: Int) -> String? {
    guard !bytes.isEmpty else { return "#\(number)" }
    let parts = text(bytes).split { $0 == "/" || $0 == "\\" }.map { part in
      String(part.unicodeScalars.map { $0.properties.isPrintable ? Character($0) : "?" })
    }
    let kept = parts.filter { $0 != "." && $0 != ".." && !isDrive($0) }
    return kept.isEmpty ? nil : kept.joined(separator: "/")
  }

  /// What systems and programs leave behind.
  static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { part in
      part.hasPrefix(".") || part.hasPrefix("~$") || part == "__MACOSX" || part == "Thumbs.db"
        || part == "desktop.ini"
    }
  }

  /// The name of the file in a gzip: what its head says, or the archive's own without its ending.
  static func gzipMember(_ bytes: [UInt8], archive: String?) -> String {
    let hasExtra = bytes.count > 3 && bytes[3] & 4 != 0
    if bytes.count > 10, bytes[3] & 8 != 0, !hasExtra {
      let name = Array(bytes[10...].prefix(1024).prefix { $0 != 0 })
      if !name.isEmpty, let path = path(name, number: 1) { return path }
    }
    let name = archive.map { $0.split(separator: "/").last.map(String.init) ?? "" } ?? ""
    return name.hasSuffix(".gz") && name.count > 3 ? String(name.dropLast(3)) : "#1"
  }

  /// UTF-8, or what DOS called its letters: zip says no more than that a path is not Unicode.
  private static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(
      bytes.map { byte in
        byte < 0x80 ? Character(Unicode.Scalar(byte)) : codePage437[Int(byte) - 0x80]
      })
  }

  private static let codePage437 = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»"
      + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")

  private static func isDrive(_ part: String) -> Bool {
    part.utf8.count == 2 && part.hasSuffix(":")
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isPrintable: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }
}
