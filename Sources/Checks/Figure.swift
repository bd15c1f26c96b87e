internal import Observations
internal import Quantities

/// A record as the checks see it.
struct Figure: Sendable {
  /// Where it stands among the records of its report.
  let index: Int
  /// The words of its indicator.
  let indicator: Int32
  /// Those of its whole; 0 where it has none.
  let parent: Int32
  let area: Int32
  /// The catalogue's code; 0 where it has none.
  let code: Int32
  let unit: Int32
  let isPercent: Bool
  /// Whether there are fractions of the unit.
  let isMeasured: Bool
  /// Which sentence of the report it stands in, from 0.
  let sentence: Int
  let period: TimePeriod?
  /// The same as a number; 0 where it is not told.
  let time: Int32
  let measure: Measure
  let base: Base?
  let status: Status
  /// Whether it is an amount that was: no rate, no rank, no plan.
  let isAmount: Bool
  /// In the unit itself, without multiplier; `nil` where the words leave one side open.
  let interval: Interval?
}

/// Numbers for words, so that they are compared once.
struct Interner: Sendable {
  private var numbers: [String: Int32] = ["": 0]

  /// 0 for no words.
  mutating func number(of words: String) -> Int32 {
    if let known = numbers[words] { return known }
    let next = Int32(numbers.count)
    numbers[words] = next
    return next
  }
}
