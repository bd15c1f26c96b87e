extension String {
  /// Once old encodings are repaired, where it is a letter, U+00AD says no more than where a line may end.
  var withoutSoftHyphens: String {
    guard unicodeScalars.contains("\u{AD}") else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{AD}" }))
  }
}

extension FormatLimits {
  /// Text may be larger than what it was made from: cells that span, rows that repeat.
  func check(_ text: FormattedText) throws(FormatError) {
    guard text.bytes.count <= bytes else { throw .tooLarge(bytes) }
  }
}
