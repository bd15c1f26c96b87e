/// Characters of the fonts that are pictures: Symbol and the like put them among those for private use.
enum DOCXSymbol {
  /// The text with signs that have a character of their own, and blanks for pictures.
  static func text(_ text: String, font: String?) -> String {
    guard text.utf8.contains(0xEF),
      text.unicodeScalars.contains(where: { 0xF020...0xF0FF ~= $0.value })
    else { return text }
    let isSymbol = font?.lowercased() == "symbol"
    return String(
      text.unicodeScalars.map { scalar in
        guard 0xF020...0xF0FF ~= scalar.value else { return Character(scalar) }
        let code = UInt8(scalar.value & 0xFF)
        if let sign = isSymbol ? signs[code] : nil { return sign }
        return isSymbol && code < 0x40 ? Character(Unicode.Scalar(code)) : " "
      })
  }

  /// Signs of figures in Adobe's Symbol.
  private static let signs: [UInt8: Character] = [
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xBB: "≈", 0xB9: "≠",
    0xAE: "→", 0xDE: "→", 0x2D: "-", 0xB7: "-", 0x25: "%",
  ]
}
