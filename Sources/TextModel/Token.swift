/// What a token's characters are.
public enum TokenKind: UInt8, Sendable {
  /// Letters and marks: a Vietnamese syllable, an abbreviation, a foreign word.
  case word
  /// Digits, with the separators between them: 2.152,8.
  case number
  /// One sign of punctuation or one symbol.
  case sign
}

/// A word known to the lexicon; `0` is every other word.
public struct SymbolID: Sendable, Hashable {
  public let value: UInt32
  @inlinable public init(_ value: UInt32) { self.value = value }
  public static let unknown = SymbolID(0)
}

/// The smallest unit that is matched: 16 bytes, trivial. Its span counts in the reading text.
public struct Token: Sendable, Hashable {
  public struct Flags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// White space stands before it.
    public static let spaced = Flags(rawValue: 1)
    /// Begins with a capital letter.
    public static let capitalized = Flags(rawValue: 2)
    /// Holds capital letters only.
    public static let allCapitals = Flags(rawValue: 4)
  }

  public var span: TextSpan
  public var symbol: SymbolID
  public var kind: TokenKind
  public var flags: Flags

  @inlinable
  public init(span: TextSpan, symbol: SymbolID, kind: TokenKind, flags: Flags) {
    self.span = span
    self.symbol = symbol
    self.kind = kind
    self.flags = flags
  }

  /// Stands right behind the token before it, with no space between.
  @inlinable public var isGlued: Bool { !flags.contains(.spaced) }
}

/// A line of the document with its sentences, as ranges of one token array.
public struct Paragraph: Sendable, Hashable {
  public var span: TextSpan
  public var sentences: Range<Int>

  public init(span: TextSpan, sentences: Range<Int>) {
    self.span = span
    self.sentences = sentences
  }
}

/// A sentence: what stands between two stops, or a whole line without one.
public struct Sentence: Sendable, Hashable {
  public var span: TextSpan
  public var tokens: Range<Int>

  public init(span: TextSpan, tokens: Range<Int>) {
    self.span = span
    self.tokens = tokens
  }
}
