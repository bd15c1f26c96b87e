/// An encoding in which a letter may be several bytes: what they stand for, as a tree.
struct LetterSequences: Sendable {
  /// Where each byte leads from each node; 0 where it leads nowhere. The root is 0.
  private var next: [UInt8] = Array(repeating: 0, count: 256)
  /// The letter that ends at a node; 0 for none.
  private var letters: [UInt16] = [0]

  /// - Parameter data: for each letter its number, how many bytes it has, and these.
  init(_ data: [UInt16]) {
    var position = 0
    while position + 1 < data.count {
      let count = Int(data[position + 1])
      let bytes = data[position + 2..<position + 2 + count]
      add(data[position], bytes.map { UInt8(truncatingIfNeeded: $0) })
      position += 2 + count
    }
  }

  mutating func add(_ letter: UInt16, _ bytes: [UInt8]) {
    var node = 0
    for byte in bytes {
      let at = node << 8 | Int(byte)
      if next[at] == 0 {
        next[at] = UInt8(letters.count)
        letters.append(0)
        next.append(contentsOf: repeatElement(0, count: 256))
      }
      node = Int(next[at])
    }
    letters[node] = letter
  }

  /// The longest letter that begins at `start`, and how many bytes it takes; 0 and 0 for none.
  @inline(__always)
  func match(
    _ bytes: [UInt8], at start: Int, limit: Int = .max
  ) -> (letter: UInt16, count: Int) {
    var best: (letter: UInt16, count: Int) = (0, 0)
    var node = 0
    var position = start
    while position < bytes.count, position - start < limit {
      node = Int(next[node << 8 | Int(bytes[position])])
      if node == 0 { break }
      position += 1
      if letters[node] != 0 { best = (letters[node], position - start) }
    }
    return best
  }
}
