/// Why bytes could not be taken as a text.
public enum SourceError: Error, Equatable, Sendable {
  /// The first byte offset at which the bytes are no well-formed UTF-8.
  case invalidUTF8(offset: Int)
  /// A NUL byte at this offset: the file is binary, no text.
  case binary(offset: Int)
  /// More bytes than one document may have.
  case tooLarge(bytes: Int, limit: Int)
}

/// A document as read: well-formed UTF-8, a leading byte order mark taken off, nothing else changed.
public struct SourceText: Sendable {
  /// The largest document that is read, in bytes. Offsets are 32-bit.
  public static let limit = 1 << 30

  public let bytes: [UInt8]

  /// Checks and takes `bytes`. O(n).
  public init(_ bytes: [UInt8]) throws(SourceError) {
    guard bytes.count <= Self.limit else {
      throw .tooLarge(bytes: bytes.count, limit: Self.limit)
    }
    if let offset = firstInvalidUTF8(bytes) {
      if let nul = bytes.prefix(4096).firstIndex(of: 0) { throw .binary(offset: nul) }
      throw .invalidUTF8(offset: offset)
    }
    if let offset = bytes.firstIndex(of: 0) { throw .binary(offset: offset) }
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  public init(_ string: String) {
    let utf8 = Array(string.utf8.filter { $0 != 0 })
    bytes = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(utf8.dropFirst(3)) : utf8
  }

  /// The exact words of `span`.
  public func string(_ span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
}

/// The offset of the first byte that breaks well-formedness (Unicode, table 3-7), or `nil`.
func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  var i = 0
  let n = bytes.count
  while i < n {
    let b = bytes[i]
    if b < 0x80 {
      i += 1
      continue
    }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch b {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return i
    }
    guard i + length <= n, bytes[i + 1] >= low, bytes[i + 1] <= high else { return i }
    for k in 2..<max(length, 2) where bytes[i + k] & 0xC0 != 0x80 { return i }
    i += length
  }
  return nil
}

/// Turns byte offsets into counts of code points, for offsets asked in any order.
///
/// Holds one count for each 64 bytes; an answer costs at most 64 steps.
public struct CodePointIndex: Sendable {
  private static let stride = 64
  private let counts: [Int32]

  public init(_ bytes: [UInt8]) {
    var counts: [Int32] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count: Int32 = 0
    for (i, byte) in bytes.enumerated() {
      if i % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count &+= 1 }
    }
    self.counts = counts
  }

  /// How many code points of `bytes` begin in `span`. O(length of the span).
  public func codePoints(_ span: TextSpan, in bytes: [UInt8]) -> Int {
    var count = 0
    for i in span.range where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// How many code points of `bytes` begin before `offset`.
  public func codePoints(before offset: Int, in bytes: [UInt8]) -> Int {
    guard !counts.isEmpty else { return 0 }
    let block = min(offset / Self.stride, counts.count - 1)
    var count = Int(counts[block])
    for i in block * Self.stride..<max(offset, block * Self.stride) where bytes[i] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }
}
