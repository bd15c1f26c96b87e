import Foundation
import TestSupport

/// Texts mixed from what reports hold and what damages them.
struct RandomText {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  private static let words = [
    "sản", "xuất", "Nông", "nghiệp", "hoà", "luỹ", "kế", "TP", "UBND", "ước", "đạt", "Đắk", "ha",
    "tỷ", "đồng", "quý", "giữa", "nghiêng", "tăng", "người", "kWh", "m²", "COVID", "ở", "ẩ",
  ]
  private static let numbers = [
    "2.152,8", "0,5", "120/121", "14,96%", "20/11/2022", "1.234.567", "5", "17,.8", "-0,53",
  ]
  private static let signs = [
    ".", ",", ";", ":", "(", ")", "%", "-", "–", "“", "”", "/", "+", "…", "₫", "🌾", "|", "‰",
  ]
  private static let spaces = [" ", " ", " ", "\u{A0}", "\u{202F}", "\t", "\n", "\u{2028}", ""]
  private static let invisible = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ]
  private static let marks = ["\u{300}", "\u{301}", "\u{309}", "\u{323}", "\u{302}", "\u{31B}"]

  /// A text of `count` pieces: each composed or decomposed, some with something inside.
  mutating func next(pieces count: Int) -> String {
    var text = ""
    for _ in 0..<count {
      var piece = pick(
        Bool.random(using: &random) ? Self.words : [Self.numbers, Self.signs][oneOf(2)])
      if oneOf(2) == 0 { piece = piece.decomposedStringWithCanonicalMapping }
      if oneOf(4) == 0 { piece = spoiled(piece, with: pick(Self.invisible)) }
      if oneOf(8) == 0 { piece = spoiled(piece, with: pick(Self.marks)) }
      text += piece + pick(Self.spaces)
    }
    return text
  }

  /// `piece` with `part` put in at some code point, the ends included.
  private mutating func spoiled(_ piece: String, with part: String) -> String {
    var scalars = Array(piece.unicodeScalars)
    scalars.insert(contentsOf: part.unicodeScalars, at: oneOf(scalars.count + 1))
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private mutating func oneOf(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  private mutating func pick(_ all: [String]) -> String { all[oneOf(all.count)] }
}
