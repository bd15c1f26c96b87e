/// An exact fraction, as percentages of amounts need it. Operations give `nil` where a number would not fit.
struct Rational: Sendable, Hashable {
  /// In lowest terms with ``denominator``.
  let numerator: Int128
  /// Above zero.
  let denominator: Int128

  init(_ whole: Int128) {
    numerator = whole
    denominator = 1
  }

  /// `nil` for a denominator of zero.
  init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  /// Steps of remainders; in machine words where the numbers fit, as they mostly do.
  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b > UInt128(UInt64.max) { (a, b) = (b, a % b) }
    guard b > 0 else { return max(a, 1) }
    var (x, y) = (UInt64(b), UInt64(a % b))
    while y > 0 { (x, y) = (y, x % y) }
    return UInt128(x)
  }

  static func + (a: Rational, b: Rational) -> Rational? {
    let (left, overflowA) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, overflowB) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let (sum, overflowC) = left.addingReportingOverflow(right)
    let (below, overflowD) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return overflowA || overflowB || overflowC || overflowD ? nil : Rational(sum, over: below)
  }

  static func * (a: Rational, b: Rational) -> Rational? {
    let (above, overflowA) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (below, overflowB) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return overflowA || overflowB ? nil : Rational(above, over: below)
  }

  static func / (a: Rational, b: Rational) -> Rational? {
    b.reciprocal.flatMap { a * $0 }
  }

  static prefix func - (a: Rational) -> Rational {
    Rational(-a.numerator, over: a.denominator) ?? a
  }

  /// `nil` for zero.
  var reciprocal: Rational? { Rational(denominator, over: numerator) }
}

extension Rational: Comparable {
  static func < (a: Rational, b: Rational) -> Bool {
    // In full width: no product is too large to be compared.
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}
