public import TextModel
public import VietnameseText

/// The language data, read, checked and compiled.
public struct Lexicon: Sendable {
  /// A tree of its own for each: a unit is looked for only behind a number, a column's word only in
  /// the head of a table, a letterhead in a report's first and last lines.
  public enum Layer: Int, Sendable, CaseIterable {
    case phrase, unit, numeral, column, letterhead

    /// `nil` for the classes of single words, which are looked up by symbol.
    public init?(meaning: String) {
      switch meaning {
      case "unit", "compound": self = .unit
      case "scale", "numeral": self = .numeral
      case "column": self = .column
      case "letterhead": self = .letterhead
      case "word": return nil
      default: self = .phrase
      }
    }
  }

  public let rules: [Rule]
  public let tokenizer: Tokenizer
  /// The names under which patterns capture tokens; a match speaks of them by index.
  public let captureNames: [String]
  private let phrases: Trie
  private let units: Trie
  private let numerals: Trie
  private let columns: Trie
  private let letterheads: Trie
  /// By symbol, a bit for each layer with a pattern that begins with it.
  @usableFromInline let begins: [UInt8]

  /// The most sequences that one line may stand for.
  static let maximumSequences = 4096

  /// Reads and compiles `files`.
  ///
  /// - Throws: ``LexiconError`` with every problem of every file.
  public init(files: [LexiconFile]) throws(LexiconError) {
    var rules: [Rule] = []
    var problems: [LexiconProblem] = []
    for file in files {
      let read = file.rules()
      rules += read.rules
      problems += read.problems
    }
    var compiler = Compiler()
    for (index, rule) in rules.enumerated() {
      do throws(LexiconProblem) {
        try compiler.add(rule, index: index, all: rules)
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw LexiconError(problems: problems) }
    self.rules = rules
    phrases = compiler.tries[Layer.phrase.rawValue]
    units = compiler.tries[Layer.unit.rawValue]
    numerals = compiler.tries[Layer.numeral.rawValue]
    columns = compiler.tries[Layer.column.rawValue]
    letterheads = compiler.tries[Layer.letterhead.rawValue]
    begins = (0...compiler.symbols.count).map { symbol in
      Layer.allCases.reduce(UInt8(0)) { bits, layer in
        compiler.tries[layer.rawValue].begins(with: symbol) ? bits | 1 << layer.rawValue : bits
      }
    }
    captureNames = compiler.names
    tokenizer = Tokenizer(folding: compiler.folding, symbols: compiler.symbols)
  }

  /// The longest match of the layer's patterns that begins at token `i`.
  public func longestMatch(
    _ layer: Layer, _ tokens: [Token], at i: Int, end: Int
  ) -> Trie.Match? {
    guard begins(layer, tokens[i]) else { return nil }
    switch layer {
    case .phrase: return phrases.longestMatch(tokens, at: i, end: end)
    case .unit: return units.longestMatch(tokens, at: i, end: end)
    case .numeral: return numerals.longestMatch(tokens, at: i, end: end)
    case .column: return columns.longestMatch(tokens, at: i, end: end)
    case .letterhead: return letterheads.longestMatch(tokens, at: i, end: end)
    }
  }

  /// Whether a match of the layer may begin with the token: most words begin nothing, and classes
  /// begin with a number or a capital.
  @inlinable
  public func begins(_ layer: Layer, _ token: Token) -> Bool {
    begins[Int(token.symbol.value)] & 1 << layer.rawValue != 0
      || layer == .phrase && (token.kind == .number || token.flags.contains(.capitalized))
  }

  /// The symbols of the words that the line of `rule` lists.
  public func symbols(of rule: Rule) -> [SymbolID] {
    rule.pattern.split(separator: " | ").map { symbol(String($0.filter { $0 != "\"" })) }
  }

  /// The symbol of a word, ``SymbolID/unknown`` where no pattern has it.
  public func symbol(_ word: String) -> SymbolID {
    tokenizer.tokenize(Array(word.utf8)).tokens.first?.symbol ?? .unknown
  }
}

/// Lays patterns out as sequences and puts them into the trees.
private struct Compiler {
  var symbols = SymbolTable()
  let folding = Folding()
  var tries = Lexicon.Layer.allCases.map { _ in Trie() }
  var names: [String] = []
  private var nameIndex: [String: Int] = [:]
  private var key: [UInt8] = []
  private let cutter: Tokenizer

  init() { cutter = Tokenizer(folding: folding, symbols: SymbolTable()) }

  mutating func add(_ rule: Rule, index: Int, all: [Rule]) throws(LexiconProblem) {
    var parser = PatternParser(rule.pattern, at: rule.location)
    let sequences = expand(try parser.parse())
    guard sequences.count <= Lexicon.maximumSequences else {
      throw LexiconProblem(
        rule.location, "the pattern stands for \(sequences.count) sequences",
        remedy: "split it into lines with fewer choices")
    }
    guard let layer = Lexicon.Layer(meaning: rule.meaning)?.rawValue else { return }
    for steps in sequences {
      if steps.isEmpty {
        throw LexiconProblem(
          rule.location, "the pattern can match nothing", remedy: "make one step necessary")
      }
      if let other = tries[layer].insert(steps, rule: Int32(index)),
        !all[Int(other)].saysTheSame(as: rule)
      {
        let place = all[Int(other)].location
        throw LexiconProblem(
          rule.location, "the same words stand in \(place.file):\(place.line)",
          remedy: "keep one of the two")
      }
    }
  }

  private mutating func expand(_ pattern: Pattern) -> [[Trie.Step]] {
    switch pattern {
    case .word(let text, let glued, let capital):
      return [steps(of: text, glued: glued, capital: capital)]
    case .tokenClass(let tokenClass, let name, let glued):
      let id = nameIndex[name] ?? names.count
      if id == names.count {
        names.append(name)
        nameIndex[name] = id
      }
      return [[Trie.Step(kind: .tokenClass(tokenClass.shape, name: id), glued: glued)]]
    case .sequence(let parts):
      var all: [[Trie.Step]] = [[]]
      for part in parts {
        let next = expand(part)
        guard all.count * next.count <= 4 * Lexicon.maximumSequences else {
          return [[Trie.Step]](repeating: [], count: all.count * next.count)
        }
        all = all.flatMap { head in next.map { head + $0 } }
      }
      return all
    case .choice(let parts):
      return parts.flatMap { expand($0) }
    case .optional(let part):
      return [[]] + expand(part)
    }
  }

  /// The tokens of a literal: `tr.đ` is three.
  private mutating func steps(of text: String, glued: Bool, capital: Bool) -> [Trie.Step] {
    let bytes = Array(text.utf8)
    return cutter.tokenize(bytes).tokens.enumerated().map { position, token in
      if token.kind == .word {
        folding.fold(bytes, token.span.range, into: &key)
      } else {
        key = Array(bytes[token.span.range])
      }
      return Trie.Step(
        kind: .symbol(symbols.intern(key)), glued: position > 0 || glued, capital: capital)
    }
  }
}
