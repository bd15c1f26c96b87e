/// What of a finished record says how likely it is right: a set in one word.
///
/// Each feature has its weight in `Confidence/confidence.tsv`.
package struct ConfidenceFeatures: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  // How the number was stated.
  static let ratio = Self(rawValue: 1 << 0)
  static let contribution = Self(rawValue: 1 << 1)
  static let verb = Self(rawValue: 1 << 2)
  static let share = Self(rawValue: 1 << 3)
  static let spread = Self(rawValue: 1 << 4)
  static let rate = Self(rawValue: 1 << 5)
  static let countedGroup = Self(rawValue: 1 << 6)
  static let table = Self(rawValue: 1 << 7)
  static let upTo = Self(rawValue: 1 << 8)
  /// The rule itself has a doubt.
  static let doubt = Self(rawValue: 1 << 9)
  /// Another reading of the number stands.
  static let alternatives = Self(rawValue: 1 << 10)

  // What it is compared with.
  static let samePeriod = Self(rawValue: 1 << 11)
  static let previousPeriod = Self(rawValue: 1 << 12)
  static let yearEnd = Self(rawValue: 1 << 13)
  static let paragraphBase = Self(rawValue: 1 << 14)

  // How final it is.
  static let estimate = Self(rawValue: 1 << 15)
  static let forecast = Self(rawValue: 1 << 16)
  static let plan = Self(rawValue: 1 << 17)
  static let paragraphStatus = Self(rawValue: 1 << 18)

  // Its time.
  static let statedPeriod = Self(rawValue: 1 << 19)
  static let paragraphPeriod = Self(rawValue: 1 << 20)
  static let reportPeriod = Self(rawValue: 1 << 21)
  static let dayPeriod = Self(rawValue: 1 << 22)
  /// A stock at a time that the sentence or the paragraph names.
  static let stock = Self(rawValue: 1 << 23)
  /// A plan with the time of the sentence or the report.
  static let plannedPeriod = Self(rawValue: 1 << 24)
  /// Another one than that of the record before it in the sentence.
  static let changedPeriod = Self(rawValue: 1 << 25)

  // Its indicator.
  static let noName = Self(rawValue: 1 << 26)
  static let oneWord = Self(rawValue: 1 << 27)
  static let twoWords = Self(rawValue: 1 << 28)
  static let threeWords = Self(rawValue: 1 << 29)
  static let capital = Self(rawValue: 1 << 30)
  /// Begins with a small letter and is the record's own.
  static let small = Self(rawValue: 1 << 31)
  static let digit = Self(rawValue: 1 << 32)
  static let comma = Self(rawValue: 1 << 33)
  /// The same as that of the record before it in the sentence.
  static let sameName = Self(rawValue: 1 << 34)
  /// The catalogue has no code for it.
  static let noCode = Self(rawValue: 1 << 35)

  // Its unit.
  static let money = Self(rawValue: 1 << 36)
  /// tấn/ha
  static let quotient = Self(rawValue: 1 << 37)
  /// Of more words than one.
  static let longUnit = Self(rawValue: 1 << 38)
  /// A change in another unit than the record before it.
  static let otherUnit = Self(rawValue: 1 << 39)

  // What stands before the number, from the record before it or the head of the sentence on.
  static let noWords = Self(rawValue: 1 << 40)
  /// Words that are neither in the indicator nor in the parent: 3 or 4, 5 to 8, more.
  static let someUnused = Self(rawValue: 1 << 41)
  static let manyUnused = Self(rawValue: 1 << 42)
  static let mostUnused = Self(rawValue: 1 << 43)
  static let semicolon = Self(rawValue: 1 << 44)
  static let colon = Self(rawValue: 1 << 45)
  static let closedBracket = Self(rawValue: 1 << 46)

  // What stands behind it, up to the next sign or number.
  static let numberBehind = Self(rawValue: 1 << 47)
  static let wordBehind = Self(rawValue: 1 << 48)
  /// Six words and more.
  static let longTail = Self(rawValue: 1 << 49)
  /// One or two words that are neither in the indicator nor in the parent.
  static let unusedBehind = Self(rawValue: 1 << 50)
  /// The last record of its sentence.
  static let last = Self(rawValue: 1 << 51)

  /// As the table calls them.
  package static let names: [String: ConfidenceFeatures] = [
    "measure.ratio": ratio,
    "measure.contribution": contribution,
    "manner.verb": verb,
    "manner.share": share,
    "manner.spread": spread,
    "manner.rate": rate,
    "manner.counted-group": countedGroup,
    "manner.table": table,
    "bound.to": upTo,
    "rule.doubt": doubt,
    "rule.alternatives": alternatives,
    "base.same-period": samePeriod,
    "base.previous-period": previousPeriod,
    "base.year-end": yearEnd,
    "base.from-paragraph": paragraphBase,
    "status.estimate": estimate,
    "status.forecast": forecast,
    "status.plan": plan,
    "status.from-paragraph": paragraphStatus,
    "period.stated": statedPeriod,
    "period.from-paragraph": paragraphPeriod,
    "period.from-report": reportPeriod,
    "period.day": dayPeriod,
    "period.stock-inherited": stock,
    "period.plan-inherited": plannedPeriod,
    "period.changed": changedPeriod,
    "name.empty": noName,
    "name.one-word": oneWord,
    "name.two-words": twoWords,
    "name.three-words": threeWords,
    "name.capital": capital,
    "name.small": small,
    "name.digit": digit,
    "name.comma": comma,
    "name.as-before": sameName,
    "name.no-code": noCode,
    "unit.money": money,
    "unit.quotient": quotient,
    "unit.long": longUnit,
    "unit.changed": otherUnit,
    "before.no-words": noWords,
    "before.unused-3": someUnused,
    "before.unused-5": manyUnused,
    "before.unused-9": mostUnused,
    "before.semicolon": semicolon,
    "before.colon": colon,
    "before.closed-bracket": closedBracket,
    "behind.number": numberBehind,
    "behind.word": wordBehind,
    "behind.long": longTail,
    "behind.unused-1": unusedBehind,
    "behind.no-record": last,
  ]

  mutating func insert(_ feature: ConfidenceFeatures, if holds: Bool) {
    if holds { formUnion(feature) }
  }
}
