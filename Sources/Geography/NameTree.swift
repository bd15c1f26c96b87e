import RuleLanguage
import TextModel

/// Names of several words, each with the numbers that were put there.
struct NameTree: Sendable {
  private var words = WordTree()
  /// For each node what ends there.
  private var ends: [[Int32]] = [[]]

  mutating func insert(_ name: some Sequence<SymbolID>, _ number: Int32) {
    let node = Int(words.node(of: name))
    if ends.count < words.count {
      ends += Array(repeating: [], count: Int(words.count) - ends.count)
    }
    if !ends[node].contains(number) { ends[node].append(number) }
  }

  /// The node behind `node` by the word, or `nil`. The root is 0.
  func next(_ node: Int32, _ word: SymbolID) -> Int32? { words.next(node, word) }

  func numbers(at node: Int32) -> [Int32] { ends[Int(node)] }
}
