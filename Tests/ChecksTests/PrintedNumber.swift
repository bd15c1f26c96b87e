import Quantities

/// What a number with its unit says: any value within half a unit of its last digit.
struct PrintedNumber: Sendable, Hashable {
  var value: ExactDecimal
  /// The power of ten that `value` is in.
  var multiplier: Int
  /// A count of indivisible things, which is what it says.
  var isExact: Bool

  var interval: ExactInterval {
    let unit = ExactRational.ten(to: multiplier - value.fractionDigits)
    let middle = ExactRational(value.significand) * unit
    if isExact && value.fractionDigits == 0 { return ExactInterval(middle) }
    let half = ExactRational(1, over: 2) * unit
    return ExactInterval(middle + -half, middle + half)
  }

  var negated: Self { Self(value: -value, multiplier: multiplier, isExact: isExact) }
}

/// The digits of a number as Vietnamese prints them: 1.820,5.
struct Numeral: Sendable, Hashable {
  /// 18205
  var digits: [Unicode.Scalar]
  /// How many of them stand after the comma.
  var fractionDigits: Int
  var isGrouped: Bool

  /// Reads digits with points between groups and one comma.
  init(_ text: some Sequence<Unicode.Scalar>) {
    let text = Array(text)
    digits = text.filter { $0 != "." && $0 != "," }
    fractionDigits = text.lastIndex(of: ",").map { text.count - 1 - $0 } ?? 0
    isGrouped = text.contains(".")
  }

  /// The comma elsewhere, and points wherever they belong.
  func shifted(to fractionDigits: Int) -> Numeral {
    var shifted = self
    shifted.fractionDigits = fractionDigits
    while shifted.digits.count <= fractionDigits { shifted.digits.insert("0", at: 0) }
    while shifted.digits.count > fractionDigits + 1, shifted.digits[0] == "0" {
      shifted.digits.removeFirst()
    }
    shifted.isGrouped = true
    return shifted
  }

  var text: [Unicode.Scalar] {
    let whole = digits.dropLast(fractionDigits)
    var text: [Unicode.Scalar] = []
    for (i, digit) in whole.enumerated() {
      if isGrouped, i > 0, (whole.count - i).isMultiple(of: 3) { text.append(".") }
      text.append(digit)
    }
    return fractionDigits == 0 ? text : text + [","] + digits.suffix(fractionDigits)
  }

  /// `nil` where there are too many digits.
  var value: ExactDecimal? {
    guard digits.count <= ExactDecimal.maximumDigits else { return nil }
    let significand = digits.reduce(Int128(0)) { $0 * 10 + Int128($1.value - 48) }
    return ExactDecimal(significand, fractionDigits: fractionDigits)
  }
}
