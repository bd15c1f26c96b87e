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
  /// How many different words are among `markedRight`, at most 8.
  var distinct: Int { words.count }
  /// Words with marks that any longer text has.
  private(set) var frequent = 0
  /// Syllables with a letter that is marked whatever its tone: ă, â, đ, ê, ô, ơ, ư.
  private(set) var shaped = 0

  private let allowsSmallMarks: Bool
  private var word = Word()
  private var words: [UInt64] = []
  private var isFirst: Bool

  /// - Parameters:
  ///   - text: well-formed UTF-8.
  ///   - allowsSmallMarks: letters with marks are small amid capitals too, as TCVN3 has them.
  ///   - isCut: the first and the last word may not be whole, and are not held against the text.
  init(_ text: [UInt8], allowsSmallMarks: Bool = false, isCut: Bool = true) {
    self.allowsSmallMarks = allowsSmallMarks
    isFirst = isCut
    scan(text, isCut: isCut)
  }

  /// The share of words with marks that are syllables; 0 where there is none.
  var markedShare: Double {
    let count = markedRight + markedWrong
    return count == 0 ? 0 : Double(markedRight) / Double(count)
  }

  private mutating func scan(_ text: [UInt8], isCut: Bool) {
    let syllables = Syllables.standard
    var reader = ScalarReader(text)
    while let scalar = reader.next() { take(scalar, syllables) }
    close(syllables, isEdge: isCut)
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
    switch scalar {
    case 0xFFFD, 0x80..<0xA0, 0..<0x09, 0x0E..<0x20:
      points -= 5
      word.isDamaged = true
    case 0xA1..<0xAB, 0xAC..<0xBB, 0xBC...0xBF, 0xD7, 0xF7, 0x192, 0x2C6, 0x2DC, 0x2020, 0x2021,
      0x2030, 0x20AC, 0x2122:
      // Signs that seldom touch a letter: ®, ¬, the soft hyphen.
      word.hasSign = true
      return
    case 0xAB, 0xBB, 0x2018...0x201E, 0x2022, 0x2039, 0x203A:
      // Quotation marks: nothing, unless letters stand on both sides.
      let isBehindLetter = word.count > 0
      close(syllables)
      word.isBehindPunctuation = isBehindLetter
      return
    default: break
    }
    close(syllables)
  }

  private mutating func count(_ word: Word) {
    let key = word.letters | UInt64(word.tone) << 60
    if words.count < 8, !words.contains(key) { words.append(key) }
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
      } else if word.count > 1, word.hasSmall, word.hasVowel, !isEdge {
        plainWrong += 1
      }
      return
    }
    if isSyllable {
      // A letter alone is as likely a sign in another encoding.
      guard word.count > 1 else { return }
      let isFrequent = syllables.isFrequent(word.letters, tone: word.tone)
      markedRight += 1
      count(word)
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
