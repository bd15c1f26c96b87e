extension [UInt8] {
  /// Appends `text` as a JSON string with its quotes. Only what RFC 8259, section 7, asks for is
  /// escaped: the quote, the backslash and the control characters below U+0020.
  mutating func appendJSONString(_ text: borrowing String) {
    append(UInt8(ascii: "\""))
    let bytes = text.utf8.span
    var clean = 0
    for i in bytes.indices where bytes[i].needsJSONEscape {
      append(bytes.extracting(clean..<i))
      appendJSONEscape(bytes[i])
      clean = i + 1
    }
    append(bytes.extracting(clean..<bytes.count))
    append(UInt8(ascii: "\""))
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends `items` between `open` and `close`, with commas between them.
  mutating func appendJSONList<Item>(
    _ items: [Item], open: Unicode.Scalar, close: Unicode.Scalar,
    item: (_ item: Item, _ output: inout [UInt8]) -> Void
  ) {
    append(UInt8(ascii: open))
    var isFirst = true
    for next in items {
      if !isFirst { append(UInt8(ascii: ",")) }
      isFirst = false
      item(next, &self)
    }
    append(UInt8(ascii: close))
  }

  private mutating func appendJSONEscape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x0C: append(UInt8(ascii: "f"))
    case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
    default:
      append(contentsOf: "u00".utf8)
      append(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 0xF
      append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + (low - 10))
    }
  }
}

extension UInt8 {
  fileprivate var needsJSONEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
