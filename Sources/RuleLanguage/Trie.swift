public import TextModel

/// The patterns of one layer, merged into one tree whose edges are words or token classes.
///
/// A pattern is finite, so it is laid out as the sequences that it stands for. A match from one
/// token follows a bounded number of paths: the whole is linear in the tokens. The longest match
/// wins, and of equal ones the rule that was read first.
public struct Trie: Sendable {
  /// What an edge asks of its token.
  struct Step: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case symbol(SymbolID)
      case tokenClass(TokenShape, name: Int)
    }
    var kind: Kind
    var glued = false
    var capital = false

    /// The conditions as two bits.
    var condition: UInt8 { (glued ? 1 : 0) | (capital ? 2 : 0) }
  }

  private struct Node: Sendable {
    /// The first edge for a class, or -1; the others follow by `next`.
    var firstEdge: Int32 = -1
    var rule: Int32 = -1
    /// A bit for each condition under which edges for words leave.
    var conditions: UInt8 = 0
    /// A bit for each sixty-fourth of the symbols that an edge leaves with: most words have none.
    var symbols: UInt64 = 0
  }

  /// An edge for a class of tokens.
  private struct Edge: Sendable {
    var shape: TokenShape
    var glued: Bool
    var name: Int32
    var node: Int32
    var next: Int32
  }

  private var nodes = [Node()]
  private var edges: [Edge] = []
  private var words = EdgeTable()
  /// For each symbol the node behind the root's edge without conditions, or -1: most walks end
  /// there.
  private var roots: [Int32] = []

  init() {}

  /// Adds one sequence. Returns the rule that has it already, if any.
  mutating func insert(_ steps: [Step], rule: Int32) -> Int32? {
    var node: Int32 = 0
    for step in steps {
      node = child(of: node, step)
    }
    let present = nodes[Int(node)].rule
    if present >= 0 { return present }
    nodes[Int(node)].rule = rule
    return nil
  }

  private mutating func child(of node: Int32, _ step: Step) -> Int32 {
    let new = Int32(nodes.count)
    switch step.kind {
    case .symbol(let symbol):
      nodes[Int(node)].conditions |= 1 << step.condition
      nodes[Int(node)].symbols |= 1 << UInt64(symbol.value & 63)
      if node == 0, step.condition == 0 {
        let index = Int(symbol.value)
        if index >= roots.count {
          roots += [Int32](repeating: -1, count: index + 1 - roots.count)
        }
        if roots[index] >= 0 { return roots[index] }
        roots[index] = new
      } else {
        let key = Self.key(node, symbol, step.condition)
        let found = words[key]
        if found >= 0 { return found }
        words.insert(key, new)
      }
    case .tokenClass(let shape, let name):
      var edge = nodes[Int(node)].firstEdge
      var last: Int32 = -1
      while edge >= 0 {
        let own = edges[Int(edge)]
        if own.shape == shape, own.glued == step.glued, Int(own.name) == name { return own.node }
        last = edge
        edge = own.next
      }
      if last >= 0 {
        edges[Int(last)].next = Int32(edges.count)
      } else {
        nodes[Int(node)].firstEdge = Int32(edges.count)
      }
      edges.append(
        Edge(shape: shape, glued: step.glued, name: Int32(name), node: new, next: -1))
    }
    nodes.append(Node())
    return new
  }

  @inline(__always)
  private static func key(_ node: Int32, _ symbol: SymbolID, _ condition: UInt8) -> UInt64 {
    UInt64(UInt32(node)) << 32 | UInt64(symbol.value) << 2 | UInt64(condition)
  }

  /// A match: the rule, how many tokens, and which tokens its classes took.
  public struct Match: Sendable {
    public var rule: Int
    public var count: Int
    var path = Path()
    let first: Int

    /// Which tokens the classes took, under which names.
    public var captures: [(name: Int, token: Int)] {
      (0..<path.count).map { (Int(path.steps[$0] >> 16), first + Int(path.steps[$0] & 0xFFFF)) }
    }
  }

  /// The class steps of a walk: name and token, packed, eight at most.
  struct Path: Sendable {
    static let capacity = 8
    var steps = SIMD8<UInt32>()
    var count = 0
  }

  /// The longest match that begins at token `i`.
  public func longestMatch(_ tokens: [Token], at i: Int, end: Int) -> Match? {
    var walk = Walk(first: i, end: end)
    follow(0, i, tokens, &walk)
    guard walk.rule >= 0 else { return nil }
    return Match(rule: Int(walk.rule), count: walk.count, path: walk.captures, first: i)
  }

  /// Whether an edge of the root bears the symbol, with or without conditions.
  func begins(with symbol: Int) -> Bool {
    if symbol < roots.count && roots[symbol] >= 0 { return true }
    return (1...3).contains { words[Self.key(0, SymbolID(UInt32(symbol)), $0)] >= 0 }
  }

  private struct Walk {
    let first: Int
    let end: Int
    var rule: Int32 = -1
    var count = 0
    var captures = Path()
    var path = Path()
  }

  private func follow(
    _ index: Int32, _ i: Int, _ tokens: [Token], _ walk: inout Walk
  ) {
    let node = nodes[Int(index)]
    if node.rule >= 0 {
      let count = i - walk.first
      if count > walk.count || (count == walk.count && (walk.rule < 0 || node.rule < walk.rule)) {
        walk.rule = node.rule
        walk.count = count
        walk.captures = walk.path
      }
    }
    guard i < walk.end else { return }
    let token = tokens[i]
    if node.symbols & 1 << UInt64(token.symbol.value & 63) != 0, token.symbol != .unknown {
      let satisfied: UInt8 =
        (token.isGlued ? 1 : 0) | (token.flags.contains(.capitalized) ? 2 : 0)
      for condition in UInt8(0)..<4
      where node.conditions & 1 << condition != 0 && condition & ~satisfied == 0 {
        let next = word(index, token.symbol, condition)
        if next >= 0 { follow(next, i + 1, tokens, &walk) }
      }
    }
    var edge = node.firstEdge
    while edge >= 0 {
      let step = edges[Int(edge)]
      edge = step.next
      if step.shape.isDisjoint(with: token.shape) || step.glued && !token.isGlued { continue }
      guard walk.path.count < Path.capacity else { continue }
      walk.path.steps[walk.path.count] = UInt32(step.name) << 16 | UInt32(i - walk.first)
      walk.path.count += 1
      follow(step.node, i + 1, tokens, &walk)
      walk.path.count -= 1
    }
  }

  /// The node behind the edge, or -1.
  @inline(__always)
  private func word(_ node: Int32, _ symbol: SymbolID, _ condition: UInt8) -> Int32 {
    if node == 0, condition == 0 {
      return Int(symbol.value) < roots.count ? roots[Int(symbol.value)] : -1
    }
    return words[Self.key(node, symbol, condition)]
  }
}
