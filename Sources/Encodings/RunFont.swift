/// What the name of a font says of the text that is set in it.
public struct RunFont: Sendable, Hashable {
  /// What the font's glyphs were made for.
  public var encoding: TextEncoding
  /// Its small letters look like capitals, and are meant as such: .VnTimeH.
  public var isCapitals: Bool

  public init(encoding: TextEncoding, isCapitals: Bool = false) {
    self.encoding = encoding
    self.isCapitals = isCapitals
  }

  /// By the names that fonts for TCVN3 (.VnTime), VNI (VNI-Times) and VPS (VPS Times) have, in any case,
  /// also with a subset's sign before them (ABCDEF+.VnTime) and a style behind (.VnTimeH,Bold).
  /// Nil for others.
  public init?(name: String) {
    var letters = Array(name.utf8)
    if let plus = letters.firstIndex(of: UInt8(ascii: "+")) { letters.removeFirst(plus + 1) }
    letters.removeAll { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0x20 }
    let small = letters.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if small.starts(with: ".vn".utf8) || small.starts(with: "vntime".utf8) {
      self.init(encoding: .tcvn3, isCapitals: Self.endsInH(small))
    } else if small.starts(with: "vni-".utf8) || small.starts(with: "vni".utf8), small.count > 4 {
      self.init(encoding: .vni)
    } else if small.starts(with: "vps".utf8), small.count > 3 {
      self.init(encoding: .vps)
    } else {
      return nil
    }
  }

  /// True where the family's name, without its style, ends in the H of capitals.
  private static func endsInH(_ small: [UInt8]) -> Bool {
    let family = small.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "-") }
    return family.last == UInt8(ascii: "h") && !family.elementsEqual(".vnenglish".utf8)
  }
}

/// A piece of text that a document has in one font.
public struct EncodedRun: Sendable, Hashable {
  /// As the document's characters say, which are those of windows-1252 where the text is legacy.
  public var text: String
  /// The font's name; nil where the document names none.
  public var font: String?

  public init(text: String, font: String?) {
    self.text = text
    self.font = font
  }
}
