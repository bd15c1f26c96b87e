package import TextModel

/// Sequences of words. Each word leads from a node to the next; the root is 0.
package struct WordTree: Sendable {
  private var edges: EdgeTable
  /// How many nodes there are, the root too.
  package private(set) var count: Int32 = 1

  /// - Parameter nodes: about how many it will have.
  package init(reserving nodes: Int = 0) { edges = EdgeTable(reserving: nodes) }

  /// The node at the end of the words, made if need be.
  package mutating func node(of words: some Sequence<SymbolID>) -> Int32 {
    var node: Int32 = 0
    for word in words {
      let key = Self.key(node, word)
      var next = edges[key]
      if next < 0 {
        next = count
        count += 1
        edges.insert(key, next)
      }
      node = next
    }
    return node
  }

  /// The node behind `node` by the word, or `nil`.
  package func next(_ node: Int32, _ word: SymbolID) -> Int32? {
    guard word != .unknown else { return nil }
    let next = edges[Self.key(node, word)]
    return next < 0 ? nil : next
  }

  private static func key(_ node: Int32, _ word: SymbolID) -> UInt64 {
    UInt64(UInt32(node)) << 32 | UInt64(word.value)
  }
}
