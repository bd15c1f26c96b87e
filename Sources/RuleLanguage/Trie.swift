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
      case tokenClass(TokenClass, name: Int)
    }
    var kind: Kind
    var glued = false
    var capital = false

    /// Whether a look at the symbol alone decides.
    var isPlain: Bool {
      if case .symbol = kind { return !glued && !capital }
      return false
    }
  }

  private struct Node: Sendable {
    /// The first edge that needs more than the symbol, or -1; the others follow by `next`.
    var firstEdge: Int32 = -1
    var hasPlainEdges = false
    var rule: Int32 = -1
  }

  private struct Edge: Sendable {
    var step: Step
    var node: Int32
    var next: Int32
  }

  private var nodes = [Node()]
  private var edges: [Edge] = []
  private var plain = EdgeTable()
  /// For each symbol the node behind the root's plain edge, or -1: most walks end there.
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
    if case .symbol(let symbol) = step.kind, step.isPlain {
      if node == 0 {
        let index = Int(symbol.value)
        if index >= roots.count {
          roots += [Int32](repeating: -1, count: index + 1 - roots.count)
        }
        if roots[index] >= 0 { return roots[index] }
        roots[index] = new
      } else {
        let key = UInt64(UInt32(node)) << 32 | UInt64(symbol.value)
        let found = plain[key]
        if found >= 0 { return found }
        plain.insert(key, new)
      }
      nodes[Int(node)].hasPlainEdges = true
    } else {
      var edge = nodes[Int(node)].firstEdge
      var last: Int32 = -1
      while edge >= 0 {
        if edges[Int(edge)].step == step { return edges[Int(edge)].node }
        last = edge
        edge = edges[Int(edge)].next
      }
      if last >= 0 {
        edges[Int(last)].next = Int32(edges.count)
      } else {
        nodes[Int(node)].firstEdge = Int32(edges.count)
      }
      edges.append(Edge(step: step, node: new, next: -1))
    }
    nodes.append(Node())
    return new
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
  public func longestMatch(_ tokens: [Token], at i: Int, end: Int, _ bytes: [UInt8]) -> Match? {
    var walk = Walk(first: i, end: end)
    follow(0, i, tokens, bytes, &walk)
    guard walk.rule >= 0 else { return nil }
    return Match(rule: Int(walk.rule), count: walk.count, path: walk.captures, first: i)
  }

  /// Whether an edge of the root bears the symbol, plainly or with conditions.
  func begins(with symbol: Int) -> Bool {
    if symbol < roots.count && roots[symbol] >= 0 { return true }
    var edge = nodes[0].firstEdge
    while edge >= 0 {
      if case .symbol(let own) = edges[Int(edge)].step.kind, Int(own.value) == symbol {
        return true
      }
      edge = edges[Int(edge)].next
    }
    return false
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
    _ index: Int32, _ i: Int, _ tokens: [Token], _ bytes: [UInt8], _ walk: inout Walk
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
    if node.hasPlainEdges, token.symbol != .unknown {
      let symbol = Int(token.symbol.value)
      let next =
        index == 0
        ? symbol < roots.count ? roots[symbol] : -1
        : plain[UInt64(UInt32(index)) << 32 | UInt64(symbol)]
      if next >= 0 { follow(next, i + 1, tokens, bytes, &walk) }
    }
    var edge = node.firstEdge
    while edge >= 0 {
      let step = edges[Int(edge)].step
      let next = edges[Int(edge)].node
      edge = edges[Int(edge)].next
      if step.glued, !token.isGlued { continue }
      if step.capital, !token.flags.contains(.capitalized) { continue }
      switch step.kind {
      case .symbol(let symbol):
        if token.symbol == symbol { follow(next, i + 1, tokens, bytes, &walk) }
      case .tokenClass(let tokenClass, let name):
        if walk.path.count < Path.capacity, tokenClass.contains(token, bytes) {
          walk.path.steps[walk.path.count] = UInt32(name) << 16 | UInt32(i - walk.first)
          walk.path.count += 1
          follow(next, i + 1, tokens, bytes, &walk)
          walk.path.count -= 1
        }
      }
    }
  }
}

/// The plain edges of all nodes: open addressing over a power of two of slots.
private struct EdgeTable: Sendable {
  private var keys = [UInt64](repeating: .max, count: 1024)
  private var nodes = [Int32](repeating: -1, count: 1024)
  private var count = 0

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (keys.count - 1)
  }

  /// The node behind the edge, or -1.
  @inline(__always)
  subscript(key: UInt64) -> Int32 {
    var i = slot(key)
    while keys[i] != .max {
      if keys[i] == key { return nodes[i] }
      i = (i + 1) & (keys.count - 1)
    }
    return -1
  }

  mutating func insert(_ key: UInt64, _ node: Int32) {
    if count * 2 >= keys.count { grow() }
    var i = slot(key)
    while keys[i] != .max { i = (i + 1) & (keys.count - 1) }
    keys[i] = key
    nodes[i] = node
    count += 1
  }

  private mutating func grow() {
    let old = zip(keys, nodes).filter { $0.0 != .max }
    keys = [UInt64](repeating: .max, count: keys.count * 2)
    nodes = [Int32](repeating: -1, count: keys.count)
    count = 0
    for (key, node) in old { insert(key, node) }
  }
}

extension TokenClass {
  /// Whether `token` is of this class.
  func contains(_ token: Token, _ bytes: [UInt8]) -> Bool {
    switch self {
    case .word: return token.kind == .word
    case .capital: return token.kind == .word && token.flags.contains(.capitalized)
    case .number: return token.kind == .number
    case .roman:
      return token.flags.contains(.allCapitals) && romanValue(bytes[token.span.range]) != nil
    case .quarter:
      if token.kind == .number {
        return wholeNumber(token, bytes, digits: 1).map { (1...4) ~= $0 } ?? false
      }
      return token.flags.contains(.allCapitals)
        && romanValue(bytes[token.span.range]).map { $0 <= 4 } ?? false
    case .int: return wholeNumber(token, bytes, digits: 9) != nil
    case .day: return wholeNumber(token, bytes, digits: 2).map { (1...31) ~= $0 } ?? false
    case .month: return wholeNumber(token, bytes, digits: 2).map { (1...12) ~= $0 } ?? false
    case .year:
      return token.span.count == 4
        && wholeNumber(token, bytes, digits: 4).map { (1900...2099) ~= $0 } ?? false
    case .dotDate:
      guard token.kind == .number, token.span.count >= 8 else { return false }
      let parts = dotted(token, bytes)
      return parts.count == 3 && (1...31) ~= parts[0] && (1...12) ~= parts[1]
        && (1900...2099) ~= parts[2]
    case .dotMonth:
      guard token.kind == .number, token.span.count >= 6, token.span.count <= 7 else {
        return false
      }
      let parts = dotted(token, bytes)
      return parts.count == 2 && (1...12) ~= parts[0] && (1900...2099) ~= parts[1]
    case .dotDay:
      guard token.kind == .number, token.span.count >= 3, token.span.count <= 5 else {
        return false
      }
      let parts = dotted(token, bytes)
      return parts.count == 2 && (1...31) ~= parts[0] && (1...12) ~= parts[1]
    }
  }
}

/// The numbers between the points of a number token: 15.4.2019 is 15, 4, 2019.
public func dotted(_ token: Token, _ bytes: [UInt8]) -> [Int] {
  guard token.kind == .number else { return [] }
  var parts = [0]
  for i in token.span.range {
    let byte = bytes[i]
    if byte == UInt8(ascii: ".") {
      parts.append(0)
    } else if byte == UInt8(ascii: ",") || parts[parts.count - 1] > 99_999 {
      return []
    } else {
      parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
    }
  }
  return parts
}

/// The value of a number token that has up to `digits` digits and nothing else.
public func wholeNumber(_ token: Token, _ bytes: [UInt8], digits: Int) -> Int? {
  guard token.kind == .number, token.span.count <= digits else { return nil }
  var value = 0
  for i in token.span.range {
    let byte = bytes[i]
    guard byte &- 0x30 < 10 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

/// The value of a Roman numeral in capitals, up to 89.
public func romanValue(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard bytes.count <= 8 else { return nil }
  var value = 0
  var last = 100
  for byte in bytes {
    let digit: Int
    switch byte {
    case UInt8(ascii: "I"): digit = 1
    case UInt8(ascii: "V"): digit = 5
    case UInt8(ascii: "X"): digit = 10
    case UInt8(ascii: "L"): digit = 50
    default: return nil
    }
    value += digit > last ? digit - 2 * last : digit
    last = digit
  }
  return value > 0 ? value : nil
}
