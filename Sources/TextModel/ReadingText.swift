/// The text that the reader works on: the source in NFC without the characters that nobody sees
/// (soft hyphen, zero-width space and joiners), with the way back to the source.
public struct ReadingText: Sendable {
  public let bytes: [UInt8]
  public let map: OffsetMap

  public init(bytes: [UInt8], map: OffsetMap) {
    self.bytes = bytes
    self.map = map
  }

  public func string(_ span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
}

/// Takes spans of the reading text to spans of the source.
///
/// Empty (the usual case, NFC text) it is the identity. A replaced stretch maps as a whole.
public struct OffsetMap: Sendable, Equatable {
  /// One replaced stretch: `source` bytes became `reading` bytes.
  public struct Edit: Sendable, Equatable {
    public var source: Range<Int>
    public var reading: Range<Int>

    public init(source: Range<Int>, reading: Range<Int>) {
      self.source = source
      self.reading = reading
    }
  }

  /// In ascending order, not overlapping.
  public let edits: [Edit]

  public init(edits: [Edit] = []) { self.edits = edits }

  /// The span of the source that `span` of the reading text was read from. O(log edits).
  public func source(_ span: TextSpan) -> TextSpan {
    if edits.isEmpty { return span }
    return TextSpan(sourceStart(Int(span.start)), sourceEnd(Int(span.end)))
  }

  /// The index of the first edit whose reading range starts after `offset`.
  private func firstEdit(after offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].reading.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func sourceStart(_ offset: Int) -> Int {
    let next = firstEdit(after: offset)
    guard next > 0 else { return offset }
    let edit = edits[next - 1]
    if edit.reading.contains(offset) { return edit.source.lowerBound }
    return edit.source.upperBound + (offset - edit.reading.upperBound)
  }

  private func sourceEnd(_ offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    var next = firstEdit(after: offset - 1)
    // A stretch that vanished at `offset - 1` or before lies left of the character that ends here.
    while next > 0, edits[next - 1].reading.lowerBound > offset - 1 { next -= 1 }
    guard next > 0 else { return offset }
    let edit = edits[next - 1]
    if edit.reading.contains(offset - 1) { return edit.source.upperBound }
    return edit.source.upperBound + (offset - edit.reading.upperBound)
  }
}
