/// A decimal number exactly as printed: 5,50 keeps its last zero. Never a `Double`: a statistic is
/// what was printed.
public struct ExactDecimal: Sendable, Hashable {
  /// The digits without the decimal mark, with the sign.
  public var significand: Int128
  /// How many of the digits stand after the decimal mark: up to ``maximumDigits``.
  public private(set) var fractionDigits: Int

  /// The most digits a number may have to be taken for one.
  public static let maximumDigits = 30

  public init(_ significand: Int128, fractionDigits: Int = 0) {
    precondition((0...Self.maximumDigits).contains(fractionDigits), "so many digits are no number")
    self.significand = significand
    self.fractionDigits = fractionDigits
  }

  /// Reads plain machine notation: an optional `-`, digits, an optional `.` with digits.
  public init?(_ text: some StringProtocol) {
    var significand: Int128 = 0
    var digits = 0
    var fraction: Int?
    var negative = false
    for (i, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where i == 0: negative = true
      case UInt8(ascii: ".") where fraction == nil && digits > 0: fraction = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= Self.maximumDigits else { return nil }
        significand = significand * 10 + Int128(byte - UInt8(ascii: "0"))
        if let f = fraction { fraction = f + 1 }
      default: return nil
      }
    }
    guard digits > 0, fraction != 0 else { return nil }
    self.init(negative ? -significand : significand, fractionDigits: fraction ?? 0)
  }

  public var isNegative: Bool { significand < 0 }
  public var magnitude: ExactDecimal {
    ExactDecimal(significand < 0 ? -significand : significand, fractionDigits: fractionDigits)
  }
  public static prefix func - (value: ExactDecimal) -> ExactDecimal {
    ExactDecimal(-value.significand, fractionDigits: value.fractionDigits)
  }

  /// The value as a whole number, where it is one that fits.
  public var integer: Int? {
    fractionDigits == 0 ? Int(exactly: significand) : nil
  }

  /// This value times 10 to the `power`, with trailing zeros of the fraction only where needed;
  /// `nil` where it would not fit.
  public func scaled(by power: Int) -> ExactDecimal? {
    if power <= fractionDigits {
      return ExactDecimal(significand, fractionDigits: fractionDigits - power)
    }
    var result = significand
    for _ in 0..<(power - fractionDigits) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return ExactDecimal(result)
  }

  public static func + (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal? {
    let places = max(a.fractionDigits, b.fractionDigits)
    guard let x = a.aligned(to: places), let y = b.aligned(to: places) else { return nil }
    let (sum, overflow) = x.addingReportingOverflow(y)
    return overflow ? nil : ExactDecimal(sum, fractionDigits: places)
  }

  /// The significand as it would be with `places` digits after the mark.
  private func aligned(to places: Int) -> Int128? {
    var result = significand
    for _ in 0..<max(0, places - fractionDigits) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  /// Whether the two are the same number, however many zeros are printed.
  public func isSameNumber(as other: ExactDecimal) -> Bool {
    let places = max(fractionDigits, other.fractionDigits)
    guard let x = aligned(to: places), let y = other.aligned(to: places) else { return false }
    return x == y
  }

  /// An approximation, for comparisons that need no exactness.
  public var approximation: Double {
    var divisor = 1.0
    for _ in 0..<fractionDigits { divisor *= 10 }
    return Double(significand) / divisor
  }

  /// Appends plain machine notation: decimal point, no grouping, exactly the digits stated.
  public func write(to output: inout [UInt8]) {
    // Backwards into a buffer that holds any significand with its sign, point and leading zeros.
    var buffer = InlineArray<64, UInt8>(repeating: UInt8(ascii: "0"))
    var i = buffer.count
    var digits = 0
    var wide = significand.magnitude
    // Beyond 64 bits digit by digit; below, where all statistics are, in machine words.
    while wide > UInt128(UInt64.max) {
      i -= 1
      buffer[i] = UInt8(ascii: "0") + UInt8(wide % 10)
      wide /= 10
      digits += 1
      if digits == fractionDigits { i -= 1; buffer[i] = UInt8(ascii: ".") }
    }
    var rest = UInt64(wide)
    repeat {
      i -= 1
      buffer[i] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
      digits += 1
      if digits == fractionDigits { i -= 1; buffer[i] = UInt8(ascii: ".") }
    } while rest > 0 || digits <= fractionDigits
    if significand < 0 { i -= 1; buffer[i] = UInt8(ascii: "-") }
    for k in i..<buffer.count { output.append(buffer[k]) }
  }
}

extension ExactDecimal: CustomStringConvertible {
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
