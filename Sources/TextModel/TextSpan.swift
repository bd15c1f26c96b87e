/// A half-open range of UTF-8 byte offsets.
///
/// Which text it counts in is the caller's to know: tokens count in the reading text (NFC),
/// ``OffsetMap`` takes them to the source.
public struct TextSpan: Sendable, Hashable {
  public var start: Int32
  public var end: Int32

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// The span as a range of array indices.
  @inlinable public var range: Range<Int> { Int(start)..<Int(max(start, end)) }
  @inlinable public var isEmpty: Bool { end <= start }
  @inlinable public var count: Int { Int(end) - Int(start) }
}
