/// How far bytes are UTF-8.
struct UTF8Count {
  /// Characters of several bytes.
  private(set) var sequences = 0
  /// Bytes, or beginnings of characters, that are no UTF-8.
  private(set) var broken = 0
  /// The same at the very start and end, where a text may have been cut through a character.
  private(set) var cut = 0

  var isValid: Bool { broken == 0 && cut == 0 }

  /// True where the bytes are UTF-8 with few faults: one in twenty characters above ASCII at most.
  var isMostlyValid: Bool { sequences > 1 && sequences >= 20 * broken }

  init(_ bytes: [UInt8]) {
    var position = 0
    // The rest of a character whose beginning was cut off.
    while position < min(3, bytes.count), bytes[position] & 0xC0 == 0x80 { position += 1 }
    if position > 0 { cut += 1 }
    while position < bytes.count {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      let length = UTF8Count.length(bytes, at: position)
      if length > 0 {
        sequences += 1
        position += length
      } else if position - length == bytes.count, length < 0 {
        cut += 1
        position = bytes.count
      } else {
        broken += 1
        position += max(1, -length)
      }
    }
  }

  /// How many bytes the character at `start` takes; where it is not whole, less than 0: how many bytes
  /// of it are there; 0 where none begins.
  static func length(_ bytes: [UInt8], at start: Int) -> Int {
    let first = bytes[start]
    let count: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0..<0x80: return 1
    case 0xC2..<0xE0: count = 2
    case 0xE0..<0xF0:
      count = 3
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0..<0xF5:
      count = 4
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default: return 0
    }
    for offset in 1..<count {
      guard start + offset < bytes.count, bytes[start + offset] >= low,
        bytes[start + offset] <= high
      else { return -offset }
      low = 0x80
      high = 0xBF
    }
    return count
  }
}

/// Unicode's own encodings.
enum UnicodeBytes {
  /// The bytes with U+FFFD for what is no UTF-8, one for each that no character begins or goes on with.
  static func repairedUTF8(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    var position = 0
    while position < bytes.count {
      let length = UTF8Count.length(bytes, at: position)
      if length > 0 {
        output.append(contentsOf: bytes[position..<position + length])
      } else {
        UTF8Bytes.appendReplacement(to: &output)
      }
      position += max(1, abs(length))
    }
    return output
  }

  /// UTF-8 of UTF-16, and how many units were no character; a byte left over is one of them.
  static func decodeUTF16(
    _ bytes: [UInt8], isBigEndian: Bool
  ) -> (bytes: [UInt8], broken: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var broken = 0
    var high: UInt32 = 0
    func fail() {
      UTF8Bytes.appendReplacement(to: &output)
      broken += 1
    }
    for position in stride(from: 0, to: bytes.count - 1, by: 2) {
      let first = UInt16(bytes[position])
      let last = UInt16(bytes[position + 1])
      let unit = isBigEndian ? first << 8 | last : last << 8 | first
      if unit & 0xFC00 == 0xDC00, high != 0 {
        let scalar = 0x1_0000 + (high & 0x3FF) << 10 + UInt32(unit & 0x3FF)
        output.append(UInt8(0xF0 | scalar >> 18))
        output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
        output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        output.append(UInt8(0x80 | scalar & 0x3F))
        high = 0
        continue
      }
      if high != 0 { fail() }
      high = 0
      switch unit & 0xFC00 {
      case 0xD800: high = UInt32(unit)
      case 0xDC00: fail()
      default: UTF8Bytes.append(unit, to: &output)
      }
    }
    if high != 0 { fail() }
    if bytes.count % 2 == 1 { fail() }
    return (output, broken)
  }

  /// Where the first NUL of UTF-16 begins.
  static func firstZeroUnit(_ bytes: [UInt8]) -> Int? {
    stride(from: 0, to: bytes.count - 1, by: 2).first { bytes[$0] == 0 && bytes[$0 + 1] == 0 }
  }

  /// Which UTF-16 the bytes are by where their zeros stand: letters of ASCII, spaces and digits have
  /// one in the upper byte, and few characters have one in the lower. Nil where they are none.
  static func utf16ByZeros(_ bytes: [UInt8]) -> TextEncoding? {
    let count = min(bytes.count, 1 << 16) / 2
    guard count > 1, bytes.count % 2 == 0 else { return nil }
    let pairs = (0..<count).map { (first: bytes[2 * $0], last: bytes[2 * $0 + 1]) }
    let first = pairs.count { $0.first == 0 }
    let last = pairs.count { $0.last == 0 }
    let isBigEndian = first > last
    // Most of what is not Latin is a sign or belongs to another script: Chinese out of binary data.
    let strange = pairs.count { pair in
      let upper = isBigEndian ? pair.first : pair.last
      return upper > 0x03 && upper != 0x1E && !(0x20..<0x28).contains(upper) && upper < 0xD8
    }
    let isText = max(first, last) * 3 >= count && min(first, last) * 4 <= max(first, last)
    guard isText, strange * 20 <= count else { return nil }
    return isBigEndian ? .utf16BigEndian : .utf16LittleEndian
  }
}
