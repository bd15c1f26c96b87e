/// A number of a cell as decimal digits, to be written as the cell shows it: never through binary fractions.
struct SheetNumber {
  private var isNegative: Bool
  /// From the highest on, without zeros before.
  private var digits: [UInt8]
  /// How many of the digits stand before the decimal sign; may be negative.
  private var point: Int

  /// From what spreadsheets store, such as "98.600000000000009" or "1.5E-3": 15 digits are meant.
  init?(_ text: String) {
    var rest = text.utf8.filter { $0 > 0x20 }[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    digits = []
    point = 0
    var hasPoint = false
    var hasDigit = false
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard 0x30...0x39 ~= byte else { return nil }
      hasDigit = true
      if digits.isEmpty, byte == 0x30 {
        if hasPoint { point -= 1 }
        continue
      }
      digits.append(byte - 0x30)
      if !hasPoint { point += 1 }
    }
    guard hasDigit else { return nil }
    if !rest.isEmpty {
      let exponent = String(decoding: rest.dropFirst(), as: UTF8.self)
      guard let exponent = Int(exponent), abs(exponent) <= 320 else { return nil }
      point += exponent
    }
    guard digits.count <= 400, abs(point) <= 400 else { return nil }
    round(to: 15 - point)
  }

  var isZero: Bool { digits.isEmpty }
  var isBelowZero: Bool { isNegative && !isZero }

  /// The whole part, where it is small enough to be a day.
  var wholeDays: Int? {
    guard !isNegative, point <= 8 else { return nil }
    return (0..<max(point, 0)).reduce(0) { $0 * 10 + Int(digit(at: $1)) }
  }

  /// The fraction in seconds of a day.
  var secondsOfDay: Int {
    let fraction = (0..<10).reduce(0) { $0 * 10 + Int(digit(at: point + $1)) }
    return (fraction * 86_400 + 5_000_000_000) / 10_000_000_000
  }

  var absolute: SheetNumber {
    var copy = self
    copy.isNegative = false
    return copy
  }

  mutating func shift(by places: Int) { point += places }

  /// As Vietnamese writes it: a comma before the decimals, dots between thousands where `isGrouped`.
  ///
  /// - Parameters:
  ///   - decimals: at most so many, the last one rounded half away from zero.
  ///   - least: at least so many, with zeros.
  func text(decimals: Int, least: Int, isGrouped: Bool) -> String {
    var rounded = self
    rounded.round(to: decimals)
    var whole: [UInt8] = []
    let places = max(rounded.point, 1)
    for k in 0..<places {
      whole.append(0x30 + rounded.digit(at: rounded.point > 0 ? k : -1))
      let left = places - k - 1
      if isGrouped, left > 0, left % 3 == 0 { whole.append(UInt8(ascii: ".")) }
    }
    var fraction = (0..<max(decimals, 0)).map { 0x30 + rounded.digit(at: rounded.point + $0) }
    while fraction.count > least, fraction.last == 0x30 { fraction.removeLast() }
    let sign = rounded.isBelowZero ? "-" : ""
    let tail = fraction.isEmpty ? [] : [UInt8(ascii: ",")] + fraction
    return sign + String(decoding: whole + tail, as: UTF8.self)
  }

  /// As a cell without a format shows it: about eleven characters.
  var general: String {
    text(decimals: min(max(10 - max(point, 1), 0), 10), least: 0, isGrouped: false)
  }

  /// Digits of the number when `decimals` are written, without any sign between: to compare with what is shown.
  func shownDigits(decimals: Int) -> [UInt8] {
    text(decimals: decimals, least: decimals, isGrouped: false).utf8.filter { 0x30...0x39 ~= $0 }
  }

  private func digit(at k: Int) -> UInt8 {
    digits.indices.contains(k) ? digits[k] : 0
  }

  private mutating func round(to decimals: Int) {
    let kept = point + decimals
    guard kept < digits.count else { return }
    let isUp = kept >= 0 && digits[kept] >= 5
    digits.removeSubrange(max(kept, 0)...)
    if isUp {
      var k = kept - 1
      while k >= 0, digits[k] == 9 {
        digits[k] = 0
        k -= 1
      }
      if k >= 0 {
        digits[k] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }
}
