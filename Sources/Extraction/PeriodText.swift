/// The kind of time that an ISO 8601 text tells, from its form alone.
struct PeriodText: Equatable {
  enum Kind: Equatable {
    case none, stock, year, quarter, month, day, years, monthsOfYear, months, days
  }

  let iso: String
  private(set) var kind = Kind.none
  /// The four digits of the year in which it ends, a byte each; 0 where there is none.
  private(set) var year: UInt32 = 0

  init(_ iso: String) {
    self.iso = iso
    var dashes = 0
    var hasQuarter = false
    /// Where what stands behind the slash begins.
    var end = 0
    var place = 0
    var first: UInt8 = 0
    var month: UInt16 = 0
    for byte in iso.utf8 {
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "Q"): hasQuarter = true
      case UInt8(ascii: "/"):
        end = place + 1
        year = 0
      default: if place - end < 4 { year = year << 8 | UInt32(byte) }
      }
      if place == 0 { first = byte }
      if place == 5 || place == 6 { month = month << 8 | UInt16(byte) }
      place += 1
    }
    // 2023-01/2023-06: 0x3031 is 01.
    if place == 0 {
      kind = .none
    } else if first == UInt8(ascii: ".") {
      kind = .stock
    } else if end > 0 {
      kind = dashes == 0 ? .years : dashes > 2 ? .days : month == 0x3031 ? .monthsOfYear : .months
    } else if hasQuarter {
      kind = .quarter
    } else {
      kind = dashes == 0 ? .year : dashes == 1 ? .month : .day
    }
  }
}
