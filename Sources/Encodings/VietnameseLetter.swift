/// A letter as Vietnamese spelling sees it: a letter of the alphabet with a tone.
struct VietnameseLetter: Sendable {
  /// Bits 0 to 5: the letter of the alphabet, from 1; bits 6 to 8: the tone; then five signs.
  let code: UInt16

  /// For the number of a character; no letter where `scalar` is none.
  @inline(__always)
  init(_ scalar: UInt16) {
    code = scalar < UInt16(Self.codes.count) ? Self.codes[Int(scalar)] : 0
  }

  private init(code: UInt16) { self.code = code }

  /// Its place in `alphabet`, from 1; 63 for a letter of another language, 0 for no letter.
  var base: UInt64 { UInt64(code & 0x3F) }
  /// None, grave (huyền), hook (hỏi), tilde (ngã), acute (sắc), dot (nặng): 0 to 5.
  var tone: UInt16 { code >> 6 & 7 }
  var isLetter: Bool { code != 0 }
  var isCapital: Bool { code & 0x200 != 0 }
  /// Not a letter of ASCII.
  var isMarked: Bool { code & 0x400 != 0 }
  var isForeign: Bool { code & 0x3F == 63 }
  var isVowel: Bool { code & 0x800 != 0 }
  /// ă, â, đ, ê, ô, ơ, ư, with a tone or without.
  var isShaped: Bool { code & 0x1000 != 0 }

  static let alphabet = Array("aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz".unicodeScalars)
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]

  private static let codes: [UInt16] = {
    var codes = [UInt16](repeating: 0, count: 0x1F00)
    // Letters of Latin-1 and Latin Extended-A that Vietnamese has not are foreign.
    for scalar in 0xC0..<0x180 where scalar != 0xD7 && scalar != 0xF7 {
      codes[scalar] = 63 | 0x400
    }
    func set(_ letter: Unicode.Scalar, base: Int, tone: Int, isVowel: Bool) {
      let isShaped = alphabet[base].value >= 0x80
      let code = UInt16(base + 1 | tone << 6 | (isVowel ? 0x800 : 0) | (isShaped ? 0x1000 : 0))
      let mark: UInt16 = letter.value >= 0x80 ? 0x400 : 0
      codes[Int(letter.value)] = code | mark
      if let capital = letter.properties.uppercaseMapping.unicodeScalars.first {
        codes[Int(capital.value)] = code | mark | 0x200
      }
    }
    for (base, letter) in alphabet.enumerated() {
      let family = vowels.first { $0.unicodeScalars.first == letter }
      for (tone, toned) in (family ?? String(letter)).unicodeScalars.enumerated() {
        set(toned, base: base, tone: tone, isVowel: family != nil)
      }
    }
    return codes
  }()

  /// The tone of a combining mark; 0 for another character.
  static func tone(ofMark scalar: UInt16) -> UInt16 {
    switch scalar {
    case 0x300: 1
    case 0x309: 2
    case 0x303: 3
    case 0x301: 4
    case 0x323: 5
    default: 0
    }
  }

  /// The capital of a small letter; other characters as they are.
  static func capital(of scalar: UInt16) -> UInt16 {
    let letter = VietnameseLetter(scalar)
    guard letter.isLetter, !letter.isCapital, !letter.isForeign else { return scalar }
    return scalar < 0x100 ? scalar - 0x20 : scalar - 1
  }
}
