extension String {
  /// Excel's limit, in UTF-16 code units.
  private static var longestCell: Int { 32_767 }

  /// The text as a cell can hold it: without the characters that XML forbids, with line ends as LF, cut with
  /// `…` where it is too long. `_x0041_`, by which a workbook writes a character's number, is kept from being
  /// read as one.
  var forCell: String {
    guard utf8.count > Self.longestCell || !isPlain else { return self }
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r": text.append("\n")
      case "\t", "\n": text.append(scalar)
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": break
      default: text.append(scalar)
      }
      previous = scalar
    }
    return String(text).escapingCharacterNumbers.cut(to: Self.longestCell)
  }

  /// Whether nothing in it can be what ``forCell`` changes, but for its length.
  private var isPlain: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      // Behind EF come U+FFFE and U+FFFF.
      if byte < 0x20 || byte == 0xEF { return false }
      if byte == UInt8(ascii: "x"), previous == UInt8(ascii: "_") { return false }
      previous = byte
    }
    return true
  }

  private var escapingCharacterNumbers: String {
    contains("_x") ? replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : self
  }

  /// The text, or its beginning and `…`, in `limit` UTF-16 code units.
  func cut(to limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var start = ""
    var room = limit - 1
    for letter in self {
      room -= letter.utf16.count
      guard room >= 0 else { break }
      start.append(letter)
    }
    return start + "…"
  }
}
