extension String {
  /// Without ASCII blanks at its ends.
  var trimmed: String {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else {
      return self
    }
    guard let start = utf8.firstIndex(where: { !isBlank($0) }),
      let end = utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[start...end])
  }

  /// Whether there is anything but ASCII blanks.
  var hasText: Bool { utf8.contains { $0 > 0x20 } }

  /// The lines between vertical tabs, by which readers of packages mark where a line ends in a paragraph: line
  /// ends of the XML are blanks.
  var markedLines: [String] {
    guard utf8.contains(0x0B) else { return [self] }
    return utf8.split(separator: 0x0B).map { String(Substring($0)) }
  }
}

extension FormatLimits {
  /// Text may be larger than what it was made from: cells that span, rows that repeat.
  func check(_ text: FormattedText) throws(FormatError) {
    guard text.bytes.count <= bytes else { throw .tooLarge(bytes) }
  }
}
