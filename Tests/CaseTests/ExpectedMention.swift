import Quantities

/// What the second column of a case says of one stretch of its text.
struct ExpectedMention {
  var surface: String
  /// Half-open range of code points.
  var range: Range<Int>
  var meaning: Meaning
  var reading: String
}

/// A reading: `2152.8 e9 VND`, `120/121 công trình`, `2013-09`, `?`, `!` or `damaged`.
enum Meaning: Equatable {
  /// A value, its whole if it is a fraction, the power of ten and the unit.
  case quantity(ExactDecimal, denominator: ExactDecimal?, power: Int, unit: String)
  /// A time, in ISO form; `nil` where ISO has no form for what is stated.
  case time(String?)
  /// Digits that state nothing.
  case nothing
  /// A number without one likely reading.
  case damaged

  init?(_ text: String) {
    switch text {
    case "?": self = .time(nil)
    case "!": self = .nothing
    case "damaged": self = .damaged
    default:
      if Self.isTime(text) {
        self = .time(text)
        return
      }
      var words = text.split(separator: " ")
      guard let quotient = words.first?.split(separator: "/"), quotient.count <= 2,
        let value = ExactDecimal(quotient[0])
      else { return nil }
      let denominator = quotient.count == 2 ? ExactDecimal(quotient[1]) : nil
      guard (denominator == nil) == (quotient.count == 1) else { return nil }
      words.removeFirst()
      var power = 0
      if let word = words.first, word.hasPrefix("e"), let number = Int(word.dropFirst()) {
        power = number
        words.removeFirst()
      }
      self = .quantity(
        value, denominator: denominator, power: power, unit: words.joined(separator: " "))
    }
  }

  /// `--09`, `--04-30`, and what begins with a year: 2013, 2013-09, 2013-Q3, 2015/2020.
  private static func isTime(_ text: String) -> Bool {
    if text.hasPrefix("--") || text.hasPrefix("../") { return true }
    guard !text.contains(" "), let year = Int(text.prefix(4)), (1900...2099).contains(year) else {
      return false
    }
    let rest = text.dropFirst(4)
    return rest.isEmpty || rest.hasPrefix("-") || rest.hasPrefix("/")
  }
}
