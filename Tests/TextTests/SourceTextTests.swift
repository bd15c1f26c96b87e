import Testing
import TextModel

/// Bytes that are a text and bytes that are none.
struct SourceTextTests {
  @Test(
    arguments: [
      ([0x61, 0xFF], 1), ([0x80], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xC3], 0),
      ([0x61, 0xC3, 0x28], 1), ([0xE0, 0x9F, 0xBF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xE1, 0xBB], 0), ([0xE1, 0xBB, 0x41], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x8C], 0),
      ([0xE1, 0xBB, 0x87, 0xE1, 0xBB, 0x87, 0xBB], 6), ([0xEF, 0xBB, 0xBF, 0xFF], 3),
      ([0xFE, 0xFF, 0x00, 0x41], 2),
    ] as [([UInt8], Int)])
  func firstWrongByteIsNamed(_ bytes: [UInt8], _ offset: Int) {
    let expected: SourceError =
      bytes.contains(0) ? .binary(offset: offset) : .invalidUTF8(offset: offset)
    #expect(throws: expected) { try SourceText(bytes) }
  }

  @Test(
    arguments: [
      [], [0x61], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF],
      [0xEE, 0x80, 0x80], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xE1, 0xBB, 0x87],
    ] as [[UInt8]])
  func wellFormedBytesAreTaken(_ bytes: [UInt8]) throws {
    #expect(try SourceText(bytes).bytes == bytes)
  }

  @Test func byteOrderMarkIsNoText() throws {
    #expect(try SourceText([0xEF, 0xBB, 0xBF, 0x61]).bytes == [0x61])
    #expect(SourceText("\u{FEFF}a").bytes == [0x61])
  }

  @Test func nulIsBinary() {
    #expect(throws: SourceError.binary(offset: 2)) { try SourceText([0x61, 0x62, 0]) }
  }

  @Test(arguments: 0..<5)
  func codePointsAreCounted(_ seed: UInt64) {
    var texts = RandomText(seed: 400 + seed)
    let text = texts.next(pieces: 400)
    let bytes = Array(text.utf8)
    let index = CodePointIndex(bytes)
    var offset = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.codePoints(before: offset, in: bytes) == count)
      offset += String(scalar).utf8.count
    }
    #expect(index.codePoints(before: offset, in: bytes) == text.unicodeScalars.count)
    #expect(offset > 512)
  }

  @Test(arguments: [0, 1, 511, 512, 513, 1024])
  func codePointsAreCountedAtTheEdgesOfBlocks(_ length: Int) {
    let bytes = [UInt8](repeating: 0x61, count: length)
    #expect(CodePointIndex(bytes).codePoints(before: length, in: bytes) == length)
  }
}
