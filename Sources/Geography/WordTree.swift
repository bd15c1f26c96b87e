import TextModel

/// Sequences of words, each with the numbers that were put there.
struct WordTree: Sendable {
  private var edges: [UInt64: Int32] = [:]
  /// For each node what ends there.
  private var ends: [[Int32]] = [[]]

  init(reserving words: Int = 0) { edges.reserveCapacity(words) }

  mutating func insert(_ words: some Sequence<SymbolID>, _ number: Int32) {
    var node: Int32 = 0
    for word in words {
      let key = Self.key(node, word)
      if let next = edges[key] {
        node = next
      } else {
        edges[key] = Int32(ends.count)
        node = Int32(ends.count)
        ends.append([])
      }
    }
    if !ends[Int(node)].contains(number) { ends[Int(node)].append(number) }
  }

  /// The node behind `node` by the word, or `nil`. The root is 0.
  func next(_ node: Int32, _ word: SymbolID) -> Int32? {
    word == .unknown ? nil : edges[Self.key(node, word)]
  }

  func numbers(at node: Int32) -> [Int32] { ends[Int(node)] }

  private static func key(_ node: Int32, _ word: SymbolID) -> UInt64 {
    UInt64(UInt32(node)) << 32 | UInt64(word.value)
  }
}
