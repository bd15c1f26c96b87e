import TextModel
import VietnameseText

extension IndicatorCatalogue {
  /// The indicators that have every word of `query` in their code, names or abbreviations.
  ///
  /// A word without tone marks stands for any (xuat khau), one of four letters or more for the
  /// beginning of a longer one (export), an abbreviation for what it may mean too (KNXK). Those of which
  /// the query is the code or a whole name come first, then those below that code, those with the
  /// words in their first name, and the others; each in the order of the table.
  ///
  /// O(n) in the table; all of it for a query without words.
  public func search(_ query: String) -> [Indicator] {
    let words = Search(query, index.vocabulary)
    if words.isEmpty { return indicators }
    let ranked = indicators.compactMap { indicator in
      words.rank(of: indicator).map { (rank: $0, indicator: indicator) }
    }
    return (0...4).flatMap { rank in
      ranked.lazy.filter { $0.rank == rank }.map(\.indicator)
    }
  }

  /// The indicators on the way from the top to this one, without itself.
  public func path(to indicator: Indicator) -> [Indicator] {
    var path: [Indicator] = []
    var above = self[indicator.broader]
    while let next = above {
      path.insert(next, at: 0)
      above = self[next.broader]
    }
    return path
  }

  /// The indicators right below this one, in the order of the table.
  public func narrower(than indicator: Indicator) -> [Indicator] {
    indicators.filter { $0.broader == indicator.code }
  }
}

/// The words that are searched for.
private struct Search {
  /// A word by its key, and without any mark.
  struct Word: Hashable {
    var key: String
    var plain: String

    /// Whether it stands for `other`.
    func fits(_ other: Word) -> Bool {
      if key == other.key { return true }
      guard plain == key else { return false }
      return plain == other.plain
        || plain.utf8.count >= 4 && other.plain.utf8.starts(with: plain.utf8)
    }
  }

  private let query: String
  /// For each word of the query the words that it may stand for.
  private let words: [[[Word]]]
  private let tokenizer: Tokenizer

  init(_ query: String, _ vocabulary: LabelVocabulary) {
    self.query = query.lowercased()
    tokenizer = vocabulary.tokenizer
    words = Self.words(of: query, tokenizer).map { word in
      let readings =
        vocabulary.abbreviations.isEmpty ? [] : vocabulary.readings(of: word.key)
      return [[word]] + readings.map { $0.map(Self.word(ofKey:)) }
    }
  }

  var isEmpty: Bool { words.isEmpty }

  /// How near the indicator is, 0 the nearest; `nil` where a word is missing.
  func rank(of indicator: Indicator) -> Int? {
    if indicator.code == query { return 0 }
    if indicator.code.hasPrefix(query + ".") { return 2 }
    let title = Self.words(of: indicator.vietnamese, tokenizer)
    let english = Self.words(of: indicator.english, tokenizer)
    for name in [title, english] where isAll(of: name) { return 1 }
    if indicator.abbreviations.contains(where: { isAll(of: Self.words(of: $0, tokenizer)) }) {
      return 1
    }
    if isWithin(title) || isWithin(english) { return 3 }
    let texts = indicator.names + indicator.abbreviations
    var all = title + english + Self.words(of: indicator.code, tokenizer)
    for text in texts { all += Self.words(of: text, tokenizer) }
    return isWithin(all) ? 4 : nil
  }

  private func isAll(of name: [Word]) -> Bool {
    name.count == words.count
      && zip(words, name).allSatisfy { readings, word in readings[0][0].fits(word) }
  }

  private func isWithin(_ all: [Word]) -> Bool {
    words.allSatisfy { readings in
      readings.contains { reading in
        reading.allSatisfy { word in all.contains { word.fits($0) } }
      }
    }
  }

  private static func words(of text: String, _ tokenizer: Tokenizer) -> [Word] {
    let bytes = Array(text.utf8)
    return tokenizer.tokenize(bytes).tokens.compactMap { token in
      guard token.kind != .sign else { return nil }
      let surface = String(decoding: bytes[token.span.range], as: UTF8.self)
      return word(ofKey: token.kind == .word ? tokenizer.folding.key(of: surface) : surface)
    }
  }

  /// The key without its tone and without the marks of its letters.
  private static func word(ofKey key: String) -> Word {
    var plain = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      switch scalar {
      case "ă", "â": plain.append("a")
      case "ê": plain.append("e")
      case "ô", "ơ": plain.append("o")
      case "ư": plain.append("u")
      case "đ": plain.append("d")
      case "1"..."5" where !plain.isEmpty && !("0"..."9" ~= plain[plain.startIndex]): break
      default: plain.append(scalar)
      }
    }
    return Word(key: key, plain: String(plain))
  }
}
