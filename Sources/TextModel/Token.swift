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

/// What a token can stand for by its characters alone: the classes of the pattern language.
public struct TokenShape: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  public static let word = TokenShape(rawValue: 1)
  /// A word with a capital.
  public static let capital = TokenShape(rawValue: 1 << 1)
  /// A Roman numeral in capitals.
  public static let roman = TokenShape(rawValue: 1 << 2)
  public static let number = TokenShape(rawValue: 1 << 3)
  /// A whole number.
  public static let int = TokenShape(rawValue: 1 << 4)
  /// 1 to 31, 1 to 12, and 1 to 4 or I to IV.
  public static let day = TokenShape(rawValue: 1 << 5)
  public static let month = TokenShape(rawValue: 1 << 6)
  public static let quarter = TokenShape(rawValue: 1 << 7)
  /// 1900 to 2099.
  public static let year = TokenShape(rawValue: 1 << 8)
  /// 15.4.2019, 10.2019, 15.4
  public static let dotDate = TokenShape(rawValue: 1 << 9)
  public static let dotMonth = TokenShape(rawValue: 1 << 10)
  public static let dotDay = TokenShape(rawValue: 1 << 11)
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
  public var shape: TokenShape = []

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
