/// Why bytes are no text.
public struct DecodingFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where the byte stands that no text holds, counted from 0.
  public var offset: Int
  /// The byte itself: a NUL, or a control character that is no letter in any encoding of Vietnamese.
  public var byte: UInt8

  public init(offset: Int, byte: UInt8) {
    self.offset = offset
    self.byte = byte
  }

  public var description: String {
    let name = byte == 0 ? "a NUL" : "a control character, \(byte),"
    return "is binary, not text (\(name) at byte offset \(offset))"
  }
}
