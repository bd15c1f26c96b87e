import TextModel
import VietnameseText

/// The words of labels and names: their symbols, what abbreviations stand for, which say nothing.
final class LabelVocabulary: Sendable {
  /// What an abbreviation may stand for.
  struct Reading: Sendable {
    var words: [SymbolID]
    /// Empty, or words of which one must stand beside it.
    var beside: Set<SymbolID>
  }

  /// What a word is; most are nothing of all this.
  private struct Role: OptionSet {
    let rawValue: UInt8
    /// Passed over.
    static let filler = Role(rawValue: 1)
    /// Begins the label of a rate.
    static let rate = Role(rawValue: 2)
    /// Begins a label that says nothing.
    static let bareStart = Role(rawValue: 4)
  }

  let tokenizer: Tokenizer
  let abbreviations: [SymbolID: [Reading]]
  /// Labels that say nothing by themselves.
  let bare: Set<[SymbolID]>
  private let bareLength: Int
  /// By symbol, as far as one has a role.
  private let roles: [Role]

  init(
    tokenizer: Tokenizer, abbreviations: [SymbolID: [Reading]] = [:],
    fillers: Set<SymbolID> = [], rates: Set<SymbolID> = [], bare: Set<[SymbolID]> = []
  ) {
    self.tokenizer = tokenizer
    self.abbreviations = abbreviations
    self.bare = bare
    bareLength = bare.lazy.map(\.count).max() ?? 0
    var roles: [Role] = []
    func add(_ role: Role, to symbol: SymbolID) {
      let index = Int(symbol.value)
      if index >= roles.count {
        roles += [Role](repeating: [], count: index + 1 - roles.count)
      }
      roles[index].insert(role)
    }
    for symbol in fillers { add(.filler, to: symbol) }
    for symbol in rates { add(.rate, to: symbol) }
    for label in bare { if let first = label.first { add(.bareStart, to: first) } }
    self.roles = roles
  }

  private func has(_ role: Role, _ symbol: SymbolID) -> Bool {
    Int(symbol.value) < roles.count && roles[Int(symbol.value)].contains(role)
  }

  /// Whether the word begins the label of a rate.
  func beginsRate(_ symbol: SymbolID) -> Bool { has(.rate, symbol) }

  /// The words of a text, 64 at most, without fillers and with abbreviations in full.
  ///
  /// - Parameter beside: words that tell what its abbreviations stand for.
  func words(of text: String, beside: [SymbolID] = []) -> [SymbolID] {
    let tokens = tokenizer.tokenize(Array(text.utf8)).tokens
    let words = plain(tokens[...], beside: beside, symbol: { tokens[$0].symbol })
    return words.count <= 64 ? words : Array(words.prefix(64))
  }

  /// The words of `tokens` without fillers and signs.
  ///
  /// - Parameter symbol: the symbol of a token by its place.
  func plain(
    _ tokens: ArraySlice<Token>, beside: [SymbolID] = [], symbol: (Int) -> SymbolID
  ) -> [SymbolID] {
    var plain: [SymbolID] = []
    plain.reserveCapacity(tokens.count)
    forEachWord(of: tokens, beside: beside, symbol: symbol) { word, _ in plain.append(word) }
    return plain
  }

  /// Hands over the words of `tokens` without fillers and signs, each with the place of its token.
  private func forEachWord(
    of tokens: ArraySlice<Token>, beside: [SymbolID], symbol: (Int) -> SymbolID,
    _ body: (SymbolID, Int) -> Void
  ) {
    for i in tokens.indices where tokens[i].kind != .sign {
      let word = symbol(i)
      if has(.filler, word) { continue }
      guard tokens[i].flags.contains(.allCapitals), let readings = abbreviations[word] else {
        body(word, i)
        continue
      }
      let reading = readings.first { reading in
        reading.beside.isEmpty || beside.contains(where: reading.beside.contains)
          || tokens.indices.contains { reading.beside.contains(symbol($0)) }
      }
      for word in reading?.words ?? [word] { body(word, i) }
    }
  }

  /// The tokens of a text, and of which of them the words are that ``words(of:beside:)`` gives.
  func placed(_ text: [UInt8], beside: [SymbolID] = []) -> (tokens: [Token], places: [Int]) {
    let tokens = tokenizer.tokenize(text).tokens
    var places: [Int] = []
    forEachWord(of: tokens[...], beside: beside, symbol: { tokens[$0].symbol }) { _, place in
      if places.count < 64 { places.append(place) }
    }
    return (tokens, places)
  }

  /// Whether the token stands for other words.
  func isAbbreviation(_ token: Token) -> Bool {
    token.flags.contains(.allCapitals) && abbreviations[token.symbol] != nil
  }

  /// The keys of what the abbreviation of this key may stand for.
  func readings(of key: String) -> [[String]] {
    let symbol = tokenizer.symbols.symbol(of: Array(key.utf8)[...])
    return (abbreviations[symbol] ?? []).map { $0.words.map(tokenizer.symbols.key(of:)) }
  }

  /// Where bare labels stand in `words`.
  func bareRuns(in words: [SymbolID]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for start in words.indices where has(.bareStart, words[start]) {
      for end in start + 1...min(words.count, start + bareLength)
      where bare.contains(Array(words[start..<end])) {
        runs.append(start..<end)
      }
    }
    return runs
  }
}
