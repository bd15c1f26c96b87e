internal import Observations
internal import Quantities

/// The values that a printed number may stand for, both ends among them: 98,6% is 98.55 to 98.65.
///
/// Operations take the numbers for independent, so a number may stand only once in what is computed.
struct Interval: Sendable, Hashable {
  let low: Rational
  let high: Rational

  init(_ low: Rational, _ high: Rational) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  init(_ exact: Int128) { self.init(Rational(exact), Rational(exact)) }

  static func + (a: Interval, b: Interval) -> Interval? {
    guard let low = a.low + b.low, let high = a.high + b.high else { return nil }
    return Interval(low, high)
  }

  static func - (a: Interval, b: Interval) -> Interval? { a + -b }

  static prefix func - (a: Interval) -> Interval { Interval(-a.high, -a.low) }

  static func * (a: Interval, b: Interval) -> Interval? {
    guard let p = a.low * b.low, let q = a.low * b.high, let r = a.high * b.low,
      let s = a.high * b.high
    else { return nil }
    return Interval(min(p, q, r, s), max(p, q, r, s))
  }

  /// `nil` where the divisor may be zero.
  static func / (a: Interval, b: Interval) -> Interval? {
    guard b.low > Rational(0) || b.high < Rational(0), let p = b.low.reciprocal,
      let q = b.high.reciprocal
    else { return nil }
    return a * Interval(p, q)
  }

  static func sum(_ parts: some Sequence<Interval>) -> Interval? {
    var sum = Interval(0)
    for part in parts {
      guard let next = sum + part else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether some value may be both.
  func meets(_ other: Interval) -> Bool { low <= other.high && other.low <= high }

  /// Whether all its values are above all those of the other.
  func isAbove(_ other: Interval) -> Bool { low > other.high }
}

extension Interval {
  /// The values that `number` may stand for, in units of 10 to the `power`: by its last digit, or by the last that
  /// is no zero where two or more zeros end a whole number of thousands or more (12.500 tấn).
  ///
  /// - Parameters:
  ///   - isCount: of things that have no fractions: 1.204 người is no other number.
  ///   - isPlan: a target is as round as it is set: 42.000 ha is no other number of hectares.
  init?(_ number: ExactDecimal, power: Int, isCount: Bool, isPlan: Bool = false) {
    var place = power - number.fractionDigits
    if number.fractionDigits == 0 {
      let zeros = Self.zeros(number.significand)
      if zeros >= 2, abs(number.significand) >= 1000, !isPlan {
        place += zeros
      } else if isCount, power == 0 {
        self.init(number.significand)
        return
      }
    }
    guard
      let value = Self.scaled(number.significand, by: power - number.fractionDigits),
      let unit = Self.scaled(1, by: place), let half = unit * Rational.half,
      let low = value + -half, let high = value + half
    else { return nil }
    self.init(low, high)
  }

  private static func zeros(_ number: Int128) -> Int {
    guard number != 0 else { return 0 }
    var (rest, count) = (number, 0)
    while rest % 10 == 0 {
      rest /= 10
      count += 1
    }
    return count
  }

  private static func scaled(_ number: Int128, by power: Int) -> Rational? {
    guard abs(power) <= 36 else { return nil }
    var factor: Int128 = 1
    for _ in 0..<abs(power) { factor *= 10 }
    return power < 0
      ? Rational(number, over: factor) : Rational(number) * Rational(factor)
  }
}

extension Rational {
  static let half = Rational(halves: 1)
  private init(halves: Int128) { self = Rational(halves, over: 2) ?? Rational(0) }
}
