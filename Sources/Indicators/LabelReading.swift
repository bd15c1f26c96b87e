import TextModel

/// What a label with its parent says of the indicator whose code it has, and what it says beyond that.
public struct LabelReading: Sendable, Hashable {
  /// A word of a label, or a number in it.
  public struct Word: Sendable, Hashable {
    /// As the label has it.
    public let text: String
    /// Whether it says something that the indicator's name does not.
    public let isBeyondName: Bool
    public let isCapitalized: Bool
    public let isNumber: Bool
  }

  public let label: [Word]
  public let parent: [Word]
  /// Whether the label says nothing of its own: trị giá.
  public let isBare: Bool
  /// Whether the label by itself says the indicator, or is bare: a part of the whole that has the code (Hoa Kỳ, of
  /// exports) does not.
  public let isNamed: Bool
  /// Whether the parent by itself says the indicator too, so that the label is of a part of it: hybrid maize, of
  /// maize.
  public let isPart: Bool

  /// O(n) in the words of label and parent.
  public init(_ figure: Figure, code: String, in catalogue: IndicatorCatalogue) {
    let vocabulary = catalogue.index.vocabulary
    let (owner, name) = (Array(figure.parent.utf8), Array(figure.label.utf8))
    let parent = vocabulary.words(of: figure.parent)
    let counted =
      catalogue.index.units.unit(named: figure.unit).countsThings
      ? vocabulary.words(of: figure.unit) : []
    let label = vocabulary.words(of: figure.label, beside: parent + counted)
    isBare = label.isEmpty || vocabulary.bare.contains(label)
    isNamed = isBare || Self.code(of: figure.label, figure, catalogue) == code
    isPart =
      !isBare && !parent.isEmpty && parent != label
      && Self.code(of: figure.parent, figure, catalogue) == code
    let matcher = IndicatorMatcher(catalogue.index, label: label, parent: parent, counted: counted)
    let taken = catalogue.row(of: code).map(matcher.taken) ?? (inLabel: 0, beside: 0)
    self.label = Self.words(of: name, vocabulary, beside: parent + counted, taken.inLabel)
    self.parent = Self.words(of: owner, vocabulary, beside: [], taken.beside)
  }

  private static func code(
    of label: String, _ figure: Figure, _ catalogue: IndicatorCatalogue
  ) -> String {
    var coder = IndicatorCoder(catalogue)
    return coder.code(
      of: Figure(
        label: label, unit: figure.unit, isRate: figure.isRate, isChange: figure.isChange))
  }

  /// The words of a text, of which the name has those whose bits are `taken`.
  private static func words(
    of text: [UInt8], _ vocabulary: LabelVocabulary, beside: [SymbolID], _ taken: UInt64
  ) -> [Word] {
    let (tokens, places) = vocabulary.placed(text, beside: beside)
    var isTelling = [Bool](repeating: false, count: tokens.count)
    for (word, place) in places.enumerated() where taken & 1 << UInt64(word) == 0 {
      isTelling[place] = true
    }
    for (word, place) in places.enumerated() where taken & 1 << UInt64(word) != 0 {
      isTelling[place] = false
    }
    return tokens.indices.filter { tokens[$0].kind != .sign }.map { k in
      let token = tokens[k]
      return Word(
        text: String(decoding: text[Int(token.span.start)..<Int(token.span.end)], as: UTF8.self),
        isBeyondName: isTelling[k],
        isCapitalized: token.flags.contains(.capitalized) && !vocabulary.isAbbreviation(token),
        isNumber: token.kind == .number)
    }
  }
}
