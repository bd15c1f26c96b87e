/// How characters were written as bytes. The raw value is the name that people and `iconv` know.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Letters with their tone marks as combining characters (Windows, 1998 on).
  case windows1258 = "windows-1258"
  /// TCVN 5712:1993, also ABC: the fonts .VnTime and .VnTimeH.
  case tcvn3 = "TCVN3"
  /// VNI for Windows: two bytes for most marked letters; the fonts VNI-Times and others.
  case vni = "VNI"
  case viscii = "VISCII"
  case vps = "VPS"
  /// Marks as ASCII signs behind their letters: Vie^.t Nam.
  case viqr = "VIQR"
  /// Western Europe: no Vietnamese beyond a few letters.
  case windows1252 = "windows-1252"
}

/// A text out of bytes, and how sure it is that they were read rightly.
public struct DecodedText: Sendable, Equatable {
  /// Well-formed UTF-8, without a byte order mark; not normalised.
  public var bytes: [UInt8]
  public var encoding: TextEncoding
  /// From 0 to 1; 1 where a byte order mark, valid UTF-8 with marked letters or the caller says so.
  public var confidence: Double

  public init(bytes: [UInt8], encoding: TextEncoding, confidence: Double) {
    self.bytes = bytes
    self.encoding = encoding
    self.confidence = confidence
  }
}
