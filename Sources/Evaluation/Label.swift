/// The words of an indicator or a unit, in the one form in which labels are compared: lower case,
/// the tone at the end of each word (hoà and hòa are one, and so are composed and decomposed
/// letters), y as i, and no stop words.
struct Label: Sendable {
  let words: [String]

  init(_ text: String) {
    words = Self.allWords(of: text).filter { !Self.stopWords.contains($0) }
  }

  /// Whether the two share enough words: twice the shared ones (Dice's coefficient) against all.
  func matches(_ other: Label, atLeast least: Double = 0.75) -> Bool {
    if words.isEmpty || other.words.isEmpty { return words.isEmpty && other.words.isEmpty }
    var rest = other.words
    var shared = 0
    for word in words {
      guard let place = rest.firstIndex(of: word) else { continue }
      rest.remove(at: place)
      shared += 1
    }
    return Double(2 * shared) / Double(words.count + other.words.count) >= least
  }

  /// Whether `text` has a letter or a digit, so that it can be compared by words.
  static func hasWords(_ text: String) -> Bool { text.unicodeScalars.contains(where: isWordScalar) }

  private static func allWords(of text: String) -> [String] {
    var words: [String] = []
    var letters = ""
    var tones = ""
    func finishWord() {
      if !letters.isEmpty { words.append(letters + tones) }
      letters = ""
      tones = ""
    }
    for character in text.lowercased() {
      if let letter = tonedLetters[character] {
        letters.append(letter.base)
        tones.append(letter.tone)
        continue
      }
      for scalar in character.unicodeScalars {
        if isWordScalar(scalar) {
          letters.unicodeScalars.append(scalar)
        } else {
          finishWord()
        }
      }
    }
    finishWord()
    return words
  }

  /// Each letter that can bear a tone, with every tone. A `Character` is found by canonical
  /// equivalence, so that the one table serves composed and decomposed text.
  private static let tonedLetters: [Character: (base: Character, tone: String)] = {
    var table: [Character: (base: Character, tone: String)] = [:]
    for letter in "aăâeêioôơuưyn" {
      for tone in ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
        table[Character(String(letter) + tone)] = (letter == "y" ? "i" : letter, tone)
      }
    }
    return table
  }()

  private static let stopWords = Set(
    allWords(of: "của và các là trên địa bàn được đã cho tại có"))

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar.properties.numericType != nil
    }
  }
}
