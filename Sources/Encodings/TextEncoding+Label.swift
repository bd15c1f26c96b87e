extension TextEncoding {
  /// The encoding that a person, a command line or a page's `charset` calls so, in any case and with any
  /// signs between its letters and digits; nil for an unknown name.
  public init?(label: String) {
    let key = label.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let found = Self.labels.first(where: { $0.names.contains(key) }) else { return nil }
    self = found.encoding
  }

  private static let labels: [(encoding: TextEncoding, names: Set<String>)] = [
    (.utf8, ["utf8", "unicode11utf8", "usascii", "ascii"]),
    (.utf16LittleEndian, ["utf16le", "utf16", "unicode", "ucs2"]),
    (.utf16BigEndian, ["utf16be"]),
    (.windows1258, ["windows1258", "cp1258", "xcp1258", "1258"]),
    (.tcvn3, ["tcvn3", "tcvn", "abc", "tcvn5712", "tcvn57121", "xviettcvn5712", "xviettcvn"]),
    (.vni, ["vni", "xvietvni", "vniwin", "vniwindows"]),
    (.viscii, ["viscii", "csviscii", "viscii111", "viscii11"]),
    (.vps, ["vps", "xvietvps"]),
    (.viqr, ["viqr", "csviqr"]),
    (.windows1252, ["windows1252", "cp1252", "xcp1252", "1252", "iso88591", "latin1"]),
  ]
}
