import Observations
import Quantities
import TextModel

/// A number with its scale and unit, as the words state it.
struct Quantity: Sendable {
  var value: ExactDecimal
  var alternative: ExactDecimal?
  var power = 0
  var unit: Unit?
  /// The unit with what it is per: VND/người/năm.
  var unitName = ""
  var denominator: ExactDecimal?
  var bound: Bound?
  /// A sign before the number: +9,6%, -840 con.
  var sign: Int?
  /// Number and unit.
  var tokens: Range<Int>
  /// The number alone.
  var numberTokens: Range<Int>
  var isSlip = false
  /// Its unit is another's.
  var isLent = false
  var isWords = false
  /// gấp đôi, which is a verb too.
  var isMultiple = false

  var kind: Unit.Kind? { unit?.kind }
}

/// A number that cannot be read.
struct DamagedNumber: Sendable {
  var tokens: Range<Int>
}
