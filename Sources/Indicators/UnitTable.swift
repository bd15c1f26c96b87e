/// The units in which indicators come.
struct UnitTable: Sendable {
  /// A unit as the table knows it.
  struct Unit: Sendable {
    /// Whether it says nothing of what is measured.
    var isNeutral: Bool
    /// Whether it is a noun of the language, not a measure's sign or a currency.
    var countsThings: Bool
    /// Its number, or -1 where no indicator comes in it.
    var number: Int16
    /// The units of which it is a kind: lượt of lượt khách.
    var kinds: [Int16]
  }

  private var numbers: [String: Int16] = [:]
  /// By indicator the numbers of its units.
  private var ofIndicators: [[Int16]] = []

  static let percent = "%"
  private static let neutral: Set = ["", percent, "pp", "lần", "hạng"]

  /// Adds the units of the next indicator.
  mutating func append(_ units: [String]) {
    ofIndicators.append(
      units.map { unit in
        if let number = numbers[unit] { return number }
        let number = Int16(truncatingIfNeeded: numbers.count)
        numbers[unit] = number
        return number
      })
  }

  func unit(named name: String) -> Unit {
    var kinds: [Int16] = []
    for (i, byte) in zip(name.utf8.indices, name.utf8) where byte == UInt8(ascii: " ") {
      if let number = numbers[String(name[..<i])] { kinds.append(number) }
    }
    let isNeutral = Self.neutral.contains(name)
    return Unit(
      isNeutral: isNeutral, countsThings: !isNeutral && name.first?.isUppercase == false,
      number: numbers[name] ?? -1, kinds: kinds)
  }

  /// Whether the indicator comes in just this unit.
  func has(_ indicator: Int32, _ unit: Unit) -> Bool {
    ofIndicators[Int(indicator)].contains(unit.number)
  }

  /// Whether the indicator may come in it: in a unit that says nothing, or in one of which it is a
  /// kind.
  func accepts(_ indicator: Int32, _ unit: Unit) -> Bool {
    unit.isNeutral || has(indicator, unit)
      || unit.kinds.contains { ofIndicators[Int(indicator)].contains($0) }
  }
}
