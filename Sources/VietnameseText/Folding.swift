/// Folds the letters of a word to the key by which words are compared: case, the place of the tone
/// mark (hoà, hòa), i and y where they are one sound (quí, quý), and look-alike letters (ð, ƣ) are
/// one. Only keys are folded, never the text.
///
/// A key is the letters in lower case without tone, then the tone as a digit: `lũy` is `luy4`.
public struct Folding: Sendable {
  /// What one letter is: its toneless lower-case letter, its tone (0...5), whether it is a capital.
  struct Letter: Sendable {
    var base: UInt16 = 0
    var tone: UInt8 = 0
    var isCapital = false
  }

  /// By code point, for U+0000...U+1EFF; `base` 0 is a letter that folds to itself.
  private let letters: [Letter]

  public init() {
    var letters = [Letter](repeating: Letter(), count: 0x1F00)
    for i in UInt16(0x41)...0x5A { letters[Int(i)] = Letter(base: i + 32, isCapital: true) }
    for i in UInt16(0x61)...0x7A { letters[Int(i)] = Letter(base: i) }
    // A row for each vowel: toneless, then huyền, sắc, hỏi, ngã, nặng.
    let rows = [
      "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
      "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ]
    for row in rows {
      let forms = Array(row.unicodeScalars)
      for (tone, form) in forms.enumerated() {
        let letter = Letter(base: UInt16(forms[0].value), tone: UInt8(tone))
        letters[Int(form.value)] = letter
        let upper = form.properties.uppercaseMapping.unicodeScalars
        if upper.count == 1, let capital = upper.first {
          letters[Int(capital.value)] = Letter(
            base: letter.base, tone: letter.tone, isCapital: true)
        }
      }
    }
    // đ with the letters that are typed or converted for it, and the oi of OCR and old PDF fonts.
    for (form, base, isCapital) in [
      (0x111, 0x111, false), (0x110, 0x111, true), (0xF0, 0x111, false), (0xD0, 0x111, true),
      (0x189, 0x111, true), (0x1A3, 0x1B0, false), (0x1A2, 0x1B0, true),
    ] {
      letters[form] = Letter(base: UInt16(base), isCapital: isCapital)
    }
    self.letters = letters
  }

  func letter(_ scalar: UInt32) -> Letter {
    scalar < 0x1F00 ? letters[Int(scalar)] : Letter()
  }

  /// The letter in small and without any mark: a for Ắ, d for Đ; itself where it is none.
  public func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let base = letter(scalar.value).base
    guard base > 0, let toneless = Unicode.Scalar(UInt32(base)) else { return scalar }
    switch toneless {
    case "ă", "â": return "a"
    case "ê": return "e"
    case "ô", "ơ": return "o"
    case "ư": return "u"
    case "đ": return "d"
    default: return toneless
    }
  }

  /// Appends the key of the word `bytes[range]` (UTF-8, NFC) to `key`, emptied first.
  public func fold(_ bytes: [UInt8], _ range: Range<Int>, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    var tone: UInt8 = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let (scalar, length) = decode(bytes, at: i)
      i += length
      let letter = letter(scalar)
      if letter.tone > 0 { tone = letter.tone }
      encode(letter.base == 0 ? scalar : UInt32(letter.base), into: &key)
    }
    // y as the only vowel after a consonant, or after qu, sounds as i.
    if key.last == UInt8(ascii: "y"), key.count >= 2 {
      let before = key[key.count - 2]
      let isVowel = before >= 0x80 || "aeiouy".utf8.contains(before)
      let afterQu =
        key.count == 3 && key[0] == UInt8(ascii: "q") && before == UInt8(ascii: "u")
      let afterD = key.count == 3 && key[0] == 0xC4 && key[1] == 0x91
      if !isVowel || afterQu || afterD { key[key.count - 1] = UInt8(ascii: "i") }
    }
    if tone > 0 { key.append(UInt8(ascii: "0") + tone) }
  }

  /// The key of `word` as a string.
  public func key(of word: String) -> String {
    var key: [UInt8] = []
    let bytes = Array(word.utf8)
    fold(bytes, 0..<bytes.count, into: &key)
    return String(decoding: key, as: UTF8.self)
  }
}

/// The code point that begins at `i` of well-formed UTF-8, and its length.
@inline(__always)
func decode(_ bytes: [UInt8], at i: Int) -> (scalar: UInt32, length: Int) {
  let b = UInt32(bytes[i])
  if b < 0x80 { return (b, 1) }
  if b < 0xE0 { return ((b & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F), 2) }
  if b < 0xF0 {
    return (
      (b & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F), 3
    )
  }
  let head = (b & 0x07) << 18 | UInt32(bytes[i + 1] & 0x3F) << 12
  return (head | UInt32(bytes[i + 2] & 0x3F) << 6 | UInt32(bytes[i + 3] & 0x3F), 4)
}

@inline(__always)
func encode(_ scalar: UInt32, into bytes: inout [UInt8]) {
  if scalar < 0x80 {
    bytes.append(UInt8(scalar))
  } else if scalar < 0x800 {
    bytes.append(UInt8(0xC0 | scalar >> 6))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  } else if scalar < 0x10000 {
    bytes.append(UInt8(0xE0 | scalar >> 12))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  } else {
    bytes.append(UInt8(0xF0 | scalar >> 18))
    bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }
}
