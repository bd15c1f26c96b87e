import TextModel
import VietnameseText

/// The tokens of a stretch by the words of the gazetteer, counted from its beginning.
struct PlaceWords {
  private let range: Range<Int>
  private let tokens: ArraySlice<Token>
  private let bytes: [UInt8]
  private let symbols: [SymbolID]

  init(_ range: Range<Int>, of tokens: [Token], _ bytes: [UInt8], _ gazetteer: Gazetteer) {
    self.range = range
    self.tokens = tokens[range]
    self.bytes = bytes
    let tokenizer = gazetteer.tokenizer
    var key: [UInt8] = []
    symbols = tokens[range].map { token in
      switch token.kind {
      case .word:
        tokenizer.folding.fold(bytes, token.span.range, into: &key)
        return tokenizer.symbols.symbol(of: key[...])
      case .number: return tokenizer.symbols.symbol(of: bytes[token.span.range])
      case .sign: return .unknown
      }
    }
  }

  var count: Int { range.count }

  /// The tokens of the text.
  func tokens(_ own: Range<Int>) -> Range<Int> {
    range.lowerBound + own.lowerBound..<range.lowerBound + own.upperBound
  }

  private func token(_ i: Int) -> Token { tokens[range.lowerBound + i] }

  /// What ends in the tree on the way from `start`, with where it ends: the shortest first. One
  /// sign may stand between two words of a name.
  func paths(_ tree: NameTree, from start: Int) -> [(numbers: [Int32], end: Int)] {
    var paths: [(numbers: [Int32], end: Int)] = []
    var node: Int32 = 0
    var i = start
    while i < count {
      if i > start, isJoint(i), i + 1 < count { i += 1 }
      guard let next = tree.next(node, symbols[i]) else { break }
      node = next
      i += 1
      let numbers = tree.numbers(at: node)
      if !numbers.isEmpty { paths.append((numbers, i)) }
    }
    return paths
  }

  /// The places of the name that begins at `start` and is the rest of the words.
  func places(_ gazetteer: Gazetteer, from start: Int) -> [Place] {
    guard let (numbers, end) = paths(gazetteer.names, from: start).last, end == count else {
      return []
    }
    return numbers.compactMap {
      guard case .place(let index) = gazetteer.entries[Int($0)].target else { return nil }
      return gazetteer.places[index]
    }
  }

  /// Whether the words from `start` have the capitals of the name.
  func write(_ entry: Gazetteer.Entry, _ start: Int) -> Bool {
    var i = start
    for word in 0..<entry.words {
      while token(i).kind == .sign { i += 1 }
      if entry.capitals & 1 << UInt32(word & 31) != 0, token(i).kind == .word,
        !token(i).flags.contains(.capitalized)
      {
        return false
      }
      i += 1
    }
    return true
  }

  func isDot(_ i: Int) -> Bool {
    i < count && token(i).kind == .sign && bytes[Int(token(i).span.start)] == UInt8(ascii: ".")
  }

  /// Whether the word is one letter: H. for huyện.
  func isInitial(_ i: Int) -> Bool { token(i).span.count == 1 }

  /// The words with a capital from `start`, four at most, or the number there.
  func name(from start: Int) -> (name: String, end: Int)? {
    guard start < count else { return nil }
    if token(start).kind == .number {
      let digits = bytes[token(start).span.range]
      guard digits.count <= 2 else { return nil }
      return (String(decoding: digits, as: UTF8.self), start + 1)
    }
    var name: [String] = []
    var i = start
    while i < count, name.count < 4, token(i).kind == .word,
      token(i).flags.contains(.capitalized)
    {
      let word = String(decoding: bytes[token(i).span.range], as: UTF8.self)
      let isShouted = token(i).flags.contains(.allCapitals)
      name.append(isShouted ? word.prefix(1) + word.dropFirst().lowercased() : word)
      i += 1
    }
    return name.isEmpty ? nil : (name.joined(separator: " "), i)
  }

  /// A sign that may stand inside a name: a dash, a point, a comma, an apostrophe, &.
  private func isJoint(_ i: Int) -> Bool {
    guard token(i).kind == .sign else { return false }
    let first = bytes[Int(token(i).span.start)]
    // 0xE2 begins the dashes and the curved apostrophes.
    return first == 0xE2 || "-.,'&".utf8.contains(first)
  }
}
