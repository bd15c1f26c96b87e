public import Quantities
public import RuleLanguage
public import TextModel
import VietnameseText

/// The names of Vietnam's places with what stood under them, and when.
///
/// Made once from the tables of places and then only read. Names are compared by the same keys as
/// the words of the lexicon: without regard to capitals, to where the tone mark stands (Hoà Bình,
/// Hòa Bình) and to the signs between words (Bà Rịa - Vũng Tàu, Bà Rịa–Vũng Tàu).
public struct Gazetteer: Sendable {
  /// What may stand before a name.
  struct Kind: Sendable {
    var name: String
    var levels: [PlaceLevel]

    /// Whether it may be written before the place's name. A province that is a thành phố is never
    /// called so at another time, and a thành phố below a tỉnh may bear its name; a district may
    /// have been of another kind before.
    func accepts(_ place: Place) -> Bool {
      guard levels.contains(place.level) else { return false }
      return place.level != .province || levels.count == 1 || place.kind == name
    }
  }

  /// A name in the tree.
  struct Entry: Sendable {
    enum Target: Sendable, Hashable {
      case place(Int)
      /// The name stands for a place only behind its kind.
      case onlyBehindKind
      /// The words are no place.
      case never
    }

    var target: Target
    /// A bit for each word that a text writes with a capital.
    var capitals: UInt32 = 0
    var words = 0
  }

  /// Every line of the tables: the country and its regions, the provinces, the districts.
  public let places: [Place]
  let kinds: [Kind]
  let entries: [Entry]
  let names: NameTree
  let kindNames: NameTree
  let tokenizer: Tokenizer
  let plainProvinces: [(words: [String], place: Int)]

  /// One that knows no place.
  public init() {
    self.init(Builder())
  }

  /// Reads the tables `provinces.tsv`, `districts.tsv`, `regions.tsv`, `kinds.tsv`, `doubtful.tsv`.
  ///
  /// - Throws: ``LexiconError`` with every problem of every table.
  public init(files: [LexiconFile]) throws(LexiconError) {
    var builder = Builder()
    builder.read(files)
    if !builder.problems.isEmpty { throw LexiconError(problems: builder.problems) }
    self.init(builder)
  }

  private init(_ builder: Builder) {
    let index = NameIndex(builder)
    places = builder.places
    kinds = builder.kinds
    entries = index.entries
    names = index.names
    kindNames = index.kinds
    plainProvinces = Self.plainProvinces(places, index.folding)
    tokenizer = Tokenizer(folding: index.folding, symbols: index.symbols)
  }

  /// The places that bear the name or have it as another name, with or without the kind in front,
  /// and that stood on `day`; without a day, at any time. The largest come first.
  public func places(named name: String, on day: Day? = nil) -> [Place] {
    let reader = PlaceReader(self, on: day)
    return reader.candidates(for: name).places.filter { $0.stands(on: day) }
      .enumerated().sorted { ($0.element.level, $0.offset) < ($1.element.level, $1.offset) }
      .map(\.element)
  }

  /// The one place of the name on `day`: of a province and a district of the same name the province,
  /// unless the kind in front says otherwise, and of several districts that of `home`.
  ///
  /// - Returns: `nil` where there is none, and where the name alone does not tell which.
  public func place(named name: String, on day: Day? = nil, in home: Place? = nil) -> Place? {
    let reader = PlaceReader(self, on: day, home: home)
    let candidates = reader.candidates(for: name)
    return reader.choice(of: candidates.places, kind: candidates.kind)?.place
  }

  /// The area for a name that somebody gives, spelled as the tables have it; a name that they do
  /// not have is taken as it is, without a code.
  public func area(named name: String, on day: Day? = nil) -> Area {
    let reader = PlaceReader(self, on: day)
    let candidates = reader.candidates(for: name)
    guard let choice = reader.choice(of: candidates.places, kind: candidates.kind) else {
      return Area(name: name)
    }
    return choice.area
  }

  /// Whether the district is in the province, or in what the province has become.
  public func contains(_ province: Place, _ district: Place) -> Bool {
    guard province.level == .province, district.level == .district else { return false }
    return leads(from: province, to: district.provinceCode, steps: 4)
  }

  /// The province in which the district was on `day`, under the name that it had then.
  public func province(of district: Place, on day: Day? = nil) -> Place? {
    places.last { $0.level == .province && $0.stands(on: day) && contains($0, district) }
  }

  /// Whether it is a district of a kind that provinces may be too, a thành phố: the seat of offices
  /// whose area is its province.
  public func isTown(_ place: Place) -> Bool {
    place.level == .district
      && kinds.contains { $0.name == place.kind && $0.levels.contains(.province) }
  }

  /// What the words `tokens[range]` are the kind of, such as a district for UBND HUYỆN; `nil` where
  /// they do not end with a kind.
  public func level(ofKindAt range: Range<Int>, of tokens: [Token], _ bytes: [UInt8])
    -> PlaceLevel?
  {
    let reader = PlaceReader(self, on: nil)
    let words = PlaceWords(range, of: tokens, bytes, self)
    for start in 0..<words.count {
      if let (kind, end) = reader.kind(at: start, in: words), end == words.count {
        return kind.levels.last
      }
    }
    return nil
  }

  private func leads(from province: Place, to code: String, steps: Int) -> Bool {
    if province.code == code { return true }
    guard steps > 0, let end = province.to else { return false }
    return province.successors.contains { successor in
      if successor == code { return true }
      return places.contains { next in
        guard next.code == successor, let from = next.from, end < from else { return false }
        return leads(from: next, to: code, steps: steps - 1)
      }
    }
  }
}

/// The tree of names, and the words that it is made of.
private struct NameIndex {
  let folding = Folding()
  var symbols = SymbolTable()
  var names = NameTree()
  var kinds = NameTree()
  var entries: [Gazetteer.Entry] = []

  init(_ builder: Builder) {
    // All names as the lines of one text: so they are cut as reports are, and at once.
    var text: [UInt8] = []
    for name in builder.names { text += [UInt8](name.text.utf8) + [0x0A] }
    let cut = Tokenizer(folding: folding, symbols: SymbolTable()).tokenize(text)
    var key: [UInt8] = []
    for (name, line) in zip(builder.names, cut.lines) {
      var words: [SymbolID] = []
      var capitals: UInt32 = 0
      for token in cut.tokens[line] where token.kind != .sign {
        if token.kind == .word {
          folding.fold(text, token.span.range, into: &key)
        } else {
          key = Array(text[token.span.range])
        }
        if token.flags.contains(.capitalized) { capitals |= 1 << UInt32(words.count & 31) }
        words.append(symbols.intern(key))
      }
      switch name.target {
      case .kind(let kind): kinds.insert(words, Int32(kind))
      case .name(let target):
        names.insert(words, Int32(entries.count))
        entries.append(.init(target: target, capitals: capitals, words: words.count))
      }
    }
  }
}
