/// Control characters: which of them a text may have.
enum ControlBytes {
  /// Tab, line ends, page ends; the letters of TCVN 5712, VISCII and VPS there.
  private static let isAllowed: [Bool] = {
    var allowed = [Bool](repeating: true, count: 256)
    for byte in 0..<0x20 { allowed[byte] = (0x09...0x0D).contains(byte) || isLetter(byte) }
    return allowed
  }()

  private static func isLetter(_ byte: Int) -> Bool {
    [CodePageData.tcvn3, CodePageData.viscii, CodePageData.vps].contains { $0[byte] > 0x1F }
  }

  /// Where the first byte stands that no text has; an end-of-file mark (26) as the last byte is none.
  static func firstFault(_ bytes: [UInt8]) -> Int? {
    let isAllowed = isAllowed
    guard let fault = bytes.firstIndex(where: { !isAllowed[Int($0)] }) else { return nil }
    return bytes[fault] == 0x1A && fault == bytes.count - 1 ? nil : fault
  }

  /// Where the first byte stands that is a letter in some encoding and a control character in others.
  static func firstLetter(_ bytes: [UInt8]) -> Int? {
    bytes.firstIndex { $0 < 0x20 && isLetter(Int($0)) }
  }
}
