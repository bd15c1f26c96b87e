/// How Vietnamese a text looks by its words.
struct SyllableScore: Sendable {
  /// For and against: right syllables with marks count for it; wrong ones, capitals amid small letters
  /// and signs amid letters against it.
  private(set) var points = 0
  /// Words with marks that are Vietnamese syllables, and those that are none.
  private(set) var markedRight = 0
  private(set) var markedWrong = 0
  /// The same for words without marks.
  private(set) var plainRight = 0
  private(set) var plainWrong = 0
  /// Words with marks that any longer text has.
  private(set) var frequent = 0
  /// Syllables with a letter that is marked whatever its tone: ă, â, đ, ê, ô, ơ, ư.
  private(set) var shaped = 0

  private let allowsSmallMarks: Bool
  private var word = Word()
  private var isFirst = true

  /// - Parameters:
  ///   - text: well-formed UTF-8.
  ///   - allowsSmallMarks: letters with marks are small amid capitals too, as TCVN3 has them.
  init(_ text: [UInt8], allowsSmallMarks: Bool = false) {
    self.allowsSmallMarks = allowsSmallMarks
    scan(text)
  }

  /// The share of words with marks that are syllables; 0 where there is none.
  var markedShare: Double {
    let count = markedRight + markedWrong
    return count == 0 ? 0 : Double(markedRight) / Double(count)
  }

  private mutating func scan(_ text: [UInt8]) {
    let syllables = Syllables.standard
    var position = 0
    while position < text.count {
      let byte = text[position]
      let scalar: UInt32
      if byte < 0x80 {
        scalar = UInt32(byte)
        position += 1
      } else if byte < 0xE0, position + 1 < text.count {
        scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F)
        position += 2
      } else if byte < 0xF0, position + 2 < text.count {
        scalar =
          UInt32(byte & 0xF) << 12 | UInt32(text[position + 1] & 0x3F) << 6
          | UInt32(text[position + 2] & 0x3F)
        position += 3
      } else {
        scalar = 0x1_0000
        position += 4
      }
      take(UInt16(exactly: scalar) ?? 0xFFFF, syllables)
    }
    // The last word may be cut off, as may the first.
    close(syllables, isEdge: true)
  }

  private mutating func take(_ scalar: UInt16, _ syllables: Syllables) {
    let letter = VietnameseLetter(scalar)
    if letter.isLetter {
      word.append(letter)
      return
    }
    let tone = VietnameseLetter.tone(ofMark: scalar)
    if tone != 0 {
      word.addMark(tone)
      return
    }
    if scalar == 0xFFFD || scalar >= 0x80 && scalar < 0xA0 || scalar < 0x20 && scalar & 0xFE != 0x0A
      && scalar != 0x09 && scalar != 0x0D
    {
      points -= 5
      word.isDamaged = true
    } else if Self.isSign(scalar) {
      word.hasSign = true
      return
    } else if scalar >= 0x80, word.count > 0 {
      // Quotation marks and dashes: nothing, unless a letter follows too.
      close(syllables)
      word.isBehindPunctuation = true
      return
    }
    close(syllables)
  }

  /// Signs of Latin-1 and windows-1252 that seldom touch a letter: «, ®, ¬, the soft hyphen.
  private static func isSign(_ scalar: UInt16) -> Bool {
    switch scalar {
    case 0xA0, 0xAB, 0xBB: false
    case 0xA1...0xBF, 0xD7, 0xF7, 0x192, 0x2C6, 0x2DC, 0x2020, 0x2021, 0x2030, 0x20AC, 0x2122:
      true
    default: false
    }
  }

  private mutating func close(_ syllables: Syllables, isEdge: Bool = false) {
    defer { word = Word() }
    guard word.count > 0 else { return }
    let isEdge = isEdge || isFirst
    isFirst = false
    if word.isBehindPunctuation { points -= 2 }
    let isSyllable =
      !word.isDamaged && word.marks < 2 && !word.hasSign && !word.isMixed(allowsSmallMarks)
      && word.count <= 7 && syllables.contains(word.letters, tone: word.tone)
    guard word.hasMarks else {
      if word.hasSign { points -= 2 }
      if isSyllable {
        plainRight += 1
      } else if word.count > 1, word.hasSmall, !isEdge {
        plainWrong += 1
      }
      return
    }
    if isSyllable {
      let isFrequent = syllables.isFrequent(word.letters, tone: word.tone)
      markedRight += 1
      shaped += word.isShaped ? 1 : 0
      frequent += isFrequent ? 1 : 0
      points += isFrequent ? 7 : 4
    } else if !isEdge, !word.isAbbreviation {
      markedWrong += 1
      points -= 5
    }
  }
}

/// The letters of a word, as far as they were read.
private struct Word {
  var letters: UInt64 = 0
  var count = 0
  var tone: UInt16 = 0
  /// How many tones it has.
  var marks = 0
  var hasMarks = false
  var hasVowel = false
  var isShaped = false
  var hasSmall = false
  var hasSmallPlain = false
  var hasSmallMarked = false
  /// A capital that is not the first letter, without and with marks.
  var hasInnerCapital = false
  var hasInnerMarkedCapital = false
  var isDamaged = false
  var hasSign = false
  var isBehindPunctuation = false

  private var endsInVowel = false

  mutating func append(_ letter: VietnameseLetter) {
    letters = letters << 6 | letter.base
    count += 1
    if letter.tone != 0 {
      tone = letter.tone
      marks += 1
    }
    if letter.isMarked { hasMarks = true }
    if letter.isShaped { isShaped = true }
    if letter.isVowel || letter.isForeign { hasVowel = true }
    if letter.isForeign {
      // Not known to be a capital or none.
    } else if !letter.isCapital {
      hasSmall = true
      if letter.isMarked { hasSmallMarked = true } else { hasSmallPlain = true }
    } else if count > 1 {
      hasInnerCapital = true
      if letter.isMarked { hasInnerMarkedCapital = true }
    }
    endsInVowel = letter.isVowel
  }

  mutating func addMark(_ mark: UInt16) {
    if !endsInVowel { isDamaged = true }
    tone = mark
    marks += 1
    hasMarks = true
  }

  /// Consonants alone, one of them đ: "HĐND", and "đ" for đồng.
  var isAbbreviation: Bool { !hasVowel && marks == 0 && !hasSign && !isDamaged }

  /// True where capitals and small letters stand as no one writes them: "thÊt", "HộI".
  func isMixed(_ allowsSmallMarks: Bool) -> Bool {
    guard hasInnerCapital, hasSmall else { return false }
    return hasSmallPlain || hasInnerMarkedCapital || !allowsSmallMarks
  }
}
