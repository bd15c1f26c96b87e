/// Divides RTF into groups, control words and characters.
struct RTFLexer {
  enum Token {
    case open
    case close
    /// `\name` with its number.
    case word(String, Int?)
    /// `\` and a sign, such as `\~`.
    case symbol(UInt8)
    /// A character, as itself or as `\'hh`.
    case byte(UInt8)
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "{"): return .open
      case UInt8(ascii: "}"): return .close
      case UInt8(ascii: "\\"): if let token = control() { return token }
      case 0x09: return .byte(0x20)
      case 0x00..<0x20: continue
      default: return .byte(byte)
      }
    }
    return nil
  }

  private mutating func control() -> Token? {
    guard at < bytes.count else { return nil }
    let first = bytes[at]
    guard Self.isLetter(first) else {
      at += 1
      guard first == UInt8(ascii: "'") else { return .symbol(first) }
      guard at + 1 < bytes.count, let high = Self.digit(bytes[at]),
        let low = Self.digit(bytes[at + 1])
      else { return nil }
      at += 2
      let byte = high << 4 | low
      return byte < 0x20 ? nil : .byte(byte)
    }
    let start = at
    while at < bytes.count, Self.isLetter(bytes[at]) { at += 1 }
    // No word of RTF is longer than 32 letters.
    let name = String(decoding: bytes[start..<min(at, start + 32)], as: UTF8.self)
    let number = parameter()
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    if name == "bin", let number, number > 0 {
      at += min(number, bytes.count - at)
      return nil
    }
    return .word(name, number)
  }

  private mutating func parameter() -> Int? {
    let start = at
    let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var number: Int?
    while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit < 10 {
      number = min((number ?? 0) * 10 + Int(digit), Int(Int32.max))
      at += 1
    }
    guard let number else {
      at = start
      return nil
    }
    return isNegative ? -number : number
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
