internal import Quantities

extension ExactDecimal {
  /// More significant digits than fifteen Excel does not keep.
  private static let firstTooLong: UInt128 = 1_000_000_000_000_000

  /// The number as a cell holds it; `nil` where Excel would not keep all its digits.
  var forCell: Double? {
    significand.magnitude < Self.firstTooLong ? Double(description) : nil
  }
}
