/// A way to read bytes that are no Unicode.
enum LegacyReading: CaseIterable {
  case abc, tcvn, vni, windows1258, viscii, vps, viqr, windows1252

  /// Those that a text above ASCII may be in; of two that say the same, the likelier comes first.
  static let candidates: [LegacyReading] = [.abc, .tcvn, .vni, .windows1258, .viscii, .vps]

  var encoding: TextEncoding {
    switch self {
    case .abc, .tcvn: .tcvn3
    case .vni: .vni
    case .windows1258: .windows1258
    case .viscii: .viscii
    case .vps: .vps
    case .viqr: .viqr
    case .windows1252: .windows1252
    }
  }

  /// UTF-8 of what the bytes say.
  ///
  /// - Parameter isStrict: what the encoding has no meaning for is U+FFFD, else as windows-1252.
  func decode(_ bytes: [UInt8], isStrict: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2 + 16)
    switch self {
    case .abc: CodePage.abc.decode(bytes, into: &output)
    case .tcvn: CodePage.tcvn.decode(bytes, into: &output)
    case .vni: VNI.decode(bytes, isStrict: isStrict, into: &output)
    case .windows1258: CodePage.windows1258.decode(bytes, into: &output)
    case .viscii: CodePage.viscii.decode(bytes, into: &output)
    case .vps: (isStrict ? CodePage.vps : CodePage.vpsAndLatin).decode(bytes, into: &output)
    case .viqr: VIQR.decode(bytes, into: &output)
    case .windows1252: CodePage.windows1252.decode(bytes, into: &output)
    }
    return output
  }

  /// As `decode`, with capitals restored that TCVN3 has not.
  func text(of bytes: [UInt8]) -> [UInt8] {
    let text = decode(bytes)
    return self == .abc ? TCVN3Capitals.restored(text) : text
  }

  /// How Vietnamese the text is that the bytes are in this reading.
  func score(_ bytes: [UInt8], isCut: Bool = true) -> SyllableScore {
    SyllableScore(
      decode(bytes, isStrict: true), allowsSmallMarks: self == .abc, isCut: isCut)
  }
}
