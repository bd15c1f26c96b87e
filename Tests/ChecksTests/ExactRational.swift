/// A fraction in lowest terms. What does not fit stops the test: the figures of reports fit.
struct ExactRational: Sendable, Hashable, Comparable {
  let numerator: Int128
  /// Positive.
  let denominator: Int128

  init(_ numerator: Int128, over denominator: Int128 = 1) {
    precondition(denominator != 0, "a fraction of nothing")
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    // In machine words as soon as both fit.
    while b > UInt128(UInt64.max) { (a, b) = (b, a % b) }
    if b != 0 {
      var (c, d) = (UInt64(b), UInt64(a % b))
      while d != 0 { (c, d) = (d, c % d) }
      a = UInt128(c)
    }
    let divisor = Int128(max(a, 1)) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// 10 to the `power`.
  static func ten(to power: Int) -> Self {
    let magnitude = (0..<abs(power)).reduce(Int128(1)) { product, _ in product * 10 }
    return power < 0 ? Self(1, over: magnitude) : Self(magnitude)
  }

  static func + (a: Self, b: Self) -> Self {
    Self(
      a.numerator * b.denominator + b.numerator * a.denominator, over: a.denominator * b.denominator
    )
  }

  static prefix func - (a: Self) -> Self { Self(-a.numerator, over: a.denominator) }

  static func * (a: Self, b: Self) -> Self {
    // Crosswise first, so that the products stay small.
    let left = Self(a.numerator, over: b.denominator)
    let right = Self(b.numerator, over: a.denominator)
    return Self(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// One over this, which is not zero.
  var inverse: Self { Self(denominator, over: numerator) }

  static func < (a: Self, b: Self) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}

/// All values from one number to another.
struct ExactInterval: Sendable, Hashable {
  let low: ExactRational
  let high: ExactRational

  /// The values between the two, in either order.
  init(_ a: ExactRational, _ b: ExactRational) {
    low = min(a, b)
    high = max(a, b)
  }

  init(_ value: ExactRational) { self.init(value, value) }

  static func + (a: Self, b: Self) -> Self { Self(a.low + b.low, a.high + b.high) }
  static prefix func - (a: Self) -> Self { Self(-a.low, -a.high) }

  static func * (a: Self, b: Self) -> Self {
    let ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].sorted()
    return Self(ends[0], ends[3])
  }

  /// `nil` where zero is among the values.
  var inverse: Self? {
    let zero = ExactRational(0)
    return low <= zero && zero <= high ? nil : Self(low.inverse, high.inverse)
  }

  func intersects(_ other: Self) -> Bool { low <= other.high && other.low <= high }
}
