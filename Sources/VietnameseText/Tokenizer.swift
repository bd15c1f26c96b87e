import CICU
public import TextModel

/// Cuts a text into lines of tokens.
///
/// Words are runs of letters and marks, as UAX #29 has them for this alphabet; numbers keep the
/// separators between their digits; letters and digits that touch are two tokens, the second of
/// which is glued (425ha, tăng1,36%). Every other character is a sign of its own.
public struct Tokenizer: Sendable {
  public let folding: Folding
  public let symbols: SymbolTable

  public init(folding: Folding, symbols: SymbolTable) {
    self.folding = folding
    self.symbols = symbols
  }

  /// Tokens of one text, with the lines that they stand in.
  public struct Result: Sendable {
    public var tokens: [Token] = []
    /// For each line with tokens its range in ``tokens``.
    public var lines: [Range<Int>] = []
  }

  /// The tokens of `bytes` (UTF-8, NFC). O(n).
  public func tokenize(_ bytes: [UInt8]) -> Result {
    var result = Result()
    result.tokens.reserveCapacity(bytes.count / 4)
    var cache = SurfaceCache(bytes: bytes.count)
    var lineStart = 0
    var flags: Token.Flags = .spaced
    var i = 0
    let n = bytes.count
    while i < n {
      let start = i
      var kind = TokenKind.sign
      var characterClass = characterClass(bytes[i])
      var length = 1
      if characterClass == .wide {
        let wide = decode(bytes, at: i)
        characterClass = wideClass(wide.scalar)
        length = wide.length
      }
      switch characterClass {
      case .space:
        flags = .spaced
        i += length
        continue
      case .newline:
        if result.tokens.count > lineStart {
          result.lines.append(lineStart..<result.tokens.count)
          lineStart = result.tokens.count
        }
        flags = .spaced
        i += length
        continue
      case .digit:
        kind = .number
        i = endOfNumber(bytes, from: i)
      case .letter:
        kind = .word
        i = endOfWord(bytes, from: i)
        if i - start >= GluedSyllables.shortest,
          let cut = GluedSyllables.cut(bytes, start..<i)
        {
          i = cut
        }
      case .sign, .wide:
        i += length
      }
      if kind == .word { flags.formUnion(caseFlags(bytes, start..<i)) }
      let symbol = cache.symbol(of: start..<i, in: bytes, kind: kind, using: self)
      var token = Token(span: TextSpan(start, i), symbol: symbol, kind: kind, flags: flags)
      if kind != .sign { token.shape = TokenShape(token, bytes) }
      result.tokens.append(token)
      flags = []
    }
    if result.tokens.count > lineStart { result.lines.append(lineStart..<result.tokens.count) }
    return result
  }

  /// The end of the digits from `i`: separators count where a digit follows, two of them too
  /// (17,.8 is one damaged number).
  private func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int {
    var i = start
    let n = bytes.count
    while i < n {
      if isDigit(bytes[i]) {
        i += 1
      } else if isSeparator(bytes[i]) {
        if i + 1 < n, isDigit(bytes[i + 1]) {
          i += 1
        } else if i + 2 < n, isSeparator(bytes[i + 1]), isDigit(bytes[i + 2]) {
          i += 2
        } else {
          break
        }
      } else {
        break
      }
    }
    return i
  }

  private func endOfWord(_ bytes: [UInt8], from start: Int) -> Int {
    var i = start
    let n = bytes.count
    while i < n {
      switch characterClass(bytes[i]) {
      case .letter: i += 1
      case .wide:
        let (scalar, length) = decode(bytes, at: i)
        guard wideClass(scalar) == .letter else { return i }
        i += length
      default: return i
      }
    }
    return i
  }

  private func caseFlags(_ bytes: [UInt8], _ range: Range<Int>) -> Token.Flags {
    var flags: Token.Flags = []
    var allCapitals = true
    var i = range.lowerBound
    while i < range.upperBound {
      let (scalar, length) = decode(bytes, at: i)
      let isCapital = folding.letter(scalar).isCapital
      if i == range.lowerBound, isCapital { flags.insert(.capitalized) }
      if !isCapital {
        allCapitals = false
        break
      }
      i += length
    }
    if allCapitals { flags.insert(.allCapitals) }
    return flags
  }

  /// The symbol of a token's surface: of its key for a word, of its bytes for a number or a sign.
  func symbol(of range: Range<Int>, in bytes: [UInt8], kind: TokenKind, key: inout [UInt8])
    -> SymbolID
  {
    switch kind {
    case .word:
      folding.fold(bytes, range, into: &key)
      return symbols.symbol(of: key[...])
    case .number:
      return range.count <= 4 ? symbols.symbol(of: bytes[range]) : .unknown
    case .sign:
      let sign = decode(bytes, at: range.lowerBound).scalar
      key.removeAll(keepingCapacity: true)
      encode(foldedSign(sign), into: &key)
      return symbols.symbol(of: key[...])
    }
  }

  /// Dashes and minus signs are `-`, quotation marks `"`.
  func foldedSign(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2010...0x2015, 0x2212, 0xF7, 0xAD: return 0x2D
    case 0x2018...0x201F, 0xAB, 0xBB: return 0x22
    case 0xFF05: return 0x25
    default: return scalar
    }
  }

  enum CharacterClass { case space, newline, digit, letter, sign, wide }

  @inline(__always)
  private func characterClass(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: return .letter
    case 0x80...: return .wide
    case 0x20, 0x09: return .space
    case 0x30...0x39: return .digit
    case 0x0A...0x0D: return .newline
    default: return .sign
    }
  }

  @inline(__always)
  private func wideClass(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x1EA0...0x1EFF, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F, 0xB2, 0xB3:
      return .letter
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
    case 0x85, 0x2028, 0x2029: return .newline
    case 0x80...0xBF, 0xD7, 0xF7, 0x2010...0x206F, 0x20A0...0x20CF, 0xE000...0xF8FF: return .sign
    default: return cicu_is_letter(Int32(bitPattern: scalar)) != 0 ? .letter : .sign
    }
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inline(__always)
  private func isSeparator(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }
}

/// The symbols of the last surfaces seen: a word is folded once, not each time it comes.
private struct SurfaceCache {
  private struct Entry {
    var span = TextSpan(0, 0)
    var symbol = SymbolID.unknown
  }

  /// A power of two of slots.
  private var entries: [Entry]
  private var key: [UInt8] = []

  /// For a text of so many bytes: a pattern's word needs no room for a report's.
  init(bytes: Int) {
    entries = [Entry](repeating: Entry(), count: bytes < 256 ? 16 : 2048)
  }

  mutating func symbol(
    of range: Range<Int>, in bytes: [UInt8], kind: TokenKind, using tokenizer: Tokenizer
  ) -> SymbolID {
    let slot = Int(truncatingIfNeeded: hash(bytes[range])) & (entries.count - 1)
    let entry = entries[slot]
    if entry.span.count == range.count, bytes[entry.span.range].elementsEqual(bytes[range]) {
      return entry.symbol
    }
    let symbol = tokenizer.symbol(of: range, in: bytes, kind: kind, key: &key)
    entries[slot] = Entry(span: TextSpan(range.lowerBound, range.upperBound), symbol: symbol)
    return symbol
  }
}
