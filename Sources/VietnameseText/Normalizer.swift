import CICU
public import TextModel

/// Makes the reading text of a source: NFC, without invisible characters, with the way back.
public struct Normalizer: Sendable {
  public init() {}

  /// The reading text of `source`. Text that is in NFC already (the usual case) is taken as it is.
  /// O(n).
  public func read(_ source: SourceText) -> ReadingText {
    let stripped = strip(source.bytes)
    let visible = stripped?.bytes ?? source.bytes
    guard let composed = compose(visible) else {
      return ReadingText(bytes: visible, map: OffsetMap(edits: stripped?.edits ?? []))
    }
    guard let stripped else {
      return ReadingText(bytes: composed.bytes, map: OffsetMap(edits: composed.edits))
    }
    return ReadingText(
      bytes: composed.bytes, map: OffsetMap(edits: join(stripped.edits, composed.edits)))
  }

  private typealias Change = (bytes: [UInt8], edits: [OffsetMap.Edit])

  /// Takes out soft hyphens and zero-width characters; `nil` where there is none.
  private func strip(_ bytes: [UInt8]) -> Change? {
    var output: [UInt8] = []
    var edits: [OffsetMap.Edit] = []
    var copied = 0
    var i = 0
    let n = bytes.count
    while i < n {
      let length = invisibleLength(bytes, at: i)
      guard length > 0 else {
        i += 1
        continue
      }
      output += bytes[copied..<i]
      edits.append(.init(source: i..<i + length, reading: output.count..<output.count))
      i += length
      copied = i
    }
    guard !edits.isEmpty else { return nil }
    output += bytes[copied...]
    return (output, edits)
  }

  /// The bytes of U+00AD, U+200B...U+200D, U+2060 or U+FEFF at `i`, or 0.
  @inline(__always)
  private func invisibleLength(_ bytes: [UInt8], at i: Int) -> Int {
    let b = bytes[i]
    if b < 0xC2 { return 0 }
    if b == 0xC2 { return i + 1 < bytes.count && bytes[i + 1] == 0xAD ? 2 : 0 }
    guard b == 0xE2 || b == 0xEF, i + 2 < bytes.count else { return 0 }
    let (second, third) = (bytes[i + 1], bytes[i + 2])
    if b == 0xE2 {
      return second == 0x80 && (0x8B...0x8D).contains(third) || second == 0x81 && third == 0xA0
        ? 3 : 0
    }
    return second == 0xBB && third == 0xBF ? 3 : 0
  }

  private func compose(_ bytes: [UInt8]) -> Change? {
    let count = Int32(bytes.count)
    let isComposed = bytes.withUnsafeBufferPointer { cicu_is_nfc($0.baseAddress, count) }
    if isComposed == 1 || bytes.isEmpty { return nil }
    var result = cicu_normalized()
    let status = bytes.withUnsafeBufferPointer {
      cicu_normalize_nfc($0.baseAddress, count, &result)
    }
    defer { cicu_normalized_free(&result) }
    guard status == 0 else { return nil }
    let output = Array(UnsafeBufferPointer(start: result.bytes, count: Int(result.count)))
    let edits = UnsafeBufferPointer(start: result.edits, count: Int(result.edit_count)).map {
      OffsetMap.Edit(
        source: Int($0.source_start)..<Int($0.source_end),
        reading: Int($0.result_start)..<Int($0.result_end))
    }
    return (output, edits)
  }

  /// The edits of two steps as one list: `first` source → middle, `second` middle → reading.
  private func join(_ first: [OffsetMap.Edit], _ second: [OffsetMap.Edit]) -> [OffsetMap.Edit] {
    let back = OffsetMap(edits: first)
    var joined: [OffsetMap.Edit] = []
    var shift = 0
    var i = 0
    for edit in second {
      while i < first.count, first[i].reading.lowerBound <= edit.source.lowerBound {
        let at = first[i].reading.lowerBound + shift
        joined.append(.init(source: first[i].source, reading: at..<at))
        i += 1
      }
      // What vanished inside the stretch is part of it.
      while i < first.count, first[i].reading.lowerBound < edit.source.upperBound { i += 1 }
      let source = back.source(TextSpan(edit.source.lowerBound, edit.source.upperBound))
      joined.append(.init(source: source.range, reading: edit.reading))
      shift = edit.reading.upperBound - edit.source.upperBound
    }
    for edit in first[i...] {
      let at = edit.reading.lowerBound + shift
      joined.append(.init(source: edit.source, reading: at..<at))
    }
    return joined
  }
}
