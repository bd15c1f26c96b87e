/// What of a finished record says how likely it is right: a set in two words.
///
/// Each feature has its weight in `Confidence/confidence.tsv`; ``names`` says how the table calls it.
package struct ConfidenceFeatures: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// How many there may be.
  static let capacity = 128

  private var low: UInt64
  private var high: UInt64

  /// The set of one feature.
  @inline(__always)
  private static func bit(_ number: Int) -> Self {
    number < 64 ? Self(low: 1 << number, high: 0) : Self(low: 0, high: 1 << (number - 64))
  }

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  package init() { self.init(low: 0, high: 0) }

  package init(arrayLiteral features: Self...) {
    self.init()
    for feature in features { formUnion(feature) }
  }

  package mutating func formUnion(_ other: Self) {
    low |= other.low
    high |= other.high
  }

  @inline(__always)
  mutating func insert(_ feature: Self, if holds: Bool) {
    if holds { formUnion(feature) }
  }

  package func contains(_ other: Self) -> Bool {
    low & other.low == other.low && high & other.high == other.high
  }

  /// The numbers of its members.
  @inline(__always)
  func forEachMember(_ body: (Int) -> Void) {
    var bits = low
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
    bits = high
    while bits != 0 {
      body(64 + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }

  /// The names of its members, sorted.
  package var list: [String] { Self.names.filter { contains($0.value) }.map(\.key).sorted() }

  // How the number was stated.
  /// A change in a unit and not in per cent.
  static var absolute: Self { bit(0) }
  /// A level of those that two names or times share in turn.
  static var pairedLevel: Self { bit(1) }
  static var range: Self { bit(2) }
  static var earlier: Self { bit(3) }
  static var fraction: Self { bit(4) }
  static var compared: Self { bit(5) }
  static var bounded: Self { bit(6) }
  /// Another reading of the number stands.
  static var alternatives: Self { bit(7) }
  /// A level of less than five, counted.
  static var small: Self { bit(8) }

  // What it is compared with.
  static var samePeriod: Self { bit(9) }
  static var previousPeriod: Self { bit(10) }
  static var totalBase: Self { bit(11) }
  /// A change or a ratio that says not against what.
  static var noBase: Self { bit(12) }

  // How final it is.
  static var estimate: Self { bit(13) }
  static var forecast: Self { bit(14) }
  static var sentenceStatus: Self { bit(15) }
  static var paragraphStatus: Self { bit(16) }

  // Its time.
  static var statedPeriod: Self { bit(17) }
  static var paragraphPeriod: Self { bit(18) }
  static var dayPeriod: Self { bit(19) }
  /// A flow of one day.
  static var singleDay: Self { bit(20) }
  /// A stock at a time that the sentence or the paragraph names.
  static var stock: Self { bit(21) }
  /// A plan with the time of the sentence or the report.
  static var plannedPeriod: Self { bit(22) }
  /// A stock at the report's end.
  static var reportStock: Self { bit(23) }
  static var monthsOfParagraph: Self { bit(24) }
  static var quarterOfParagraph: Self { bit(25) }
  static var yearOfParagraph: Self { bit(26) }
  static var yearsOfParagraph: Self { bit(27) }
  static var monthsOfReport: Self { bit(28) }
  static var yearOfSection: Self { bit(29) }
  /// A flow over another kind of time than the report's, as the paragraph says.
  static var oddOfParagraph: Self { bit(30) }
  /// A flow over another time than the report's, as the sentence says.
  static var oddOfSentence: Self { bit(31) }
  /// Ends in another year than the report's.
  static var otherYear: Self { bit(32) }
  static var otherYearOfSection: Self { bit(33) }
  /// Another one than that of the record before it in the sentence.
  static var changedPeriod: Self { bit(34) }
  /// The paragraph's, and another one than that of the record before it.
  static var returnedPeriod: Self { bit(35) }
  /// The paragraph's or the report's, though the sentence has named one.
  static var passedTime: Self { bit(36) }
  static var tablePeriod: Self { bit(37) }
  /// A level in ha over the paragraph's time: most are stocks.
  static var fieldPeriod: Self { bit(38) }

  // Its indicator.
  static var noName: Self { bit(39) }
  static var oneWord: Self { bit(40) }
  /// Seven or eight.
  static var sevenWords: Self { bit(41) }
  static var digit: Self { bit(42) }
  /// Has a word with a capital behind the first.
  static var innerCapital: Self { bit(43) }
  static var abbreviation: Self { bit(44) }
  /// Holds the unit and more: cơ sở sản xuất giống.
  static var unitInName: Self { bit(45) }
  /// The same as that of the record before it in the sentence.
  static var sameName: Self { bit(46) }
  /// The catalogue has no code for it.
  static var noCode: Self { bit(47) }
  static var partOfBefore: Self { bit(48) }
  /// Another part of what the record before it is a part of.
  static var sibling: Self { bit(49) }
  /// A level of it stands in the sentence already.
  static var again: Self { bit(50) }
  /// The document gives it another value already.
  static var contradicted: Self { bit(51) }
  static var codelessBefore: Self { bit(52) }

  // Where its indicator stands in the words before the number, from the record before it or the head of the
  // sentence on, and what it is of.
  /// The last word before the number is of it.
  static var besideNumber: Self { bit(53) }
  /// None of the words before the number is of it.
  static var elsewhere: Self { bit(54) }
  static var afterSemicolon: Self { bit(55) }
  /// A word between its words is not of it.
  static var split: Self { bit(56) }
  static var splitByVerb: Self { bit(57) }
  /// tổng, diện tích
  static var headFirst: Self { bit(58) }
  static var doingFirst: Self { bit(59) }
  static var settingFirst: Self { bit(60) }
  static var plainLast: Self { bit(61) }
  static var classifierLast: Self { bit(62) }
  static var bareInName: Self { bit(63) }
  static var overInName: Self { bit(64) }
  static var eventInName: Self { bit(65) }
  static var rateInName: Self { bit(66) }
  static var beginningInName: Self { bit(67) }
  static var byInName: Self { bit(68) }
  static var jointInName: Self { bit(69) }
  static var populationInName: Self { bit(70) }
  static var spanInName: Self { bit(71) }

  // What else stands before the number.
  /// Words that are neither in the indicator nor in the parent: 3 or 4, 5 to 8, more.
  static var someUnused: Self { bit(72) }
  static var manyUnused: Self { bit(73) }
  static var mostUnused: Self { bit(74) }
  static var actorBefore: Self { bit(75) }
  static var reachBefore: Self { bit(76) }
  static var upBefore: Self { bit(77) }
  static var generalBefore: Self { bit(78) }
  static var twoVerbs: Self { bit(79) }
  static var noVerb: Self { bit(80) }
  static var noVerbBehindName: Self { bit(81) }
  /// A level within a bracket.
  static var bracket: Self { bit(82) }
  static var event: Self { bit(83) }
  static var reason: Self { bit(84) }

  // What stands behind it, up to the next sign or number.
  /// Six words and more.
  static var longTail: Self { bit(85) }
  /// One or two words that are neither in the indicator nor in the parent.
  static var unusedBehind: Self { bit(86) }
  /// Three plain words and more that are not in the indicator.
  static var moreUnusedBehind: Self { bit(87) }
  static var semicolonBehind: Self { bit(88) }
  static var planBehind: Self { bit(89) }
  static var fixedNameBehind: Self { bit(90) }
  /// về lượng
  static var dimensionBehind: Self { bit(91) }
  static var headBehind: Self { bit(92) }
  static var reachBehind: Self { bit(93) }
  /// Six numbers and more.
  static var list: Self { bit(94) }
  /// The last record of its sentence.
  static var last: Self { bit(95) }

  // Its unit.
  static var percent: Self { bit(96) }
  /// Of more words than one.
  static var longUnit: Self { bit(97) }
  static var twoWordUnit: Self { bit(98) }
  static var sameUnit: Self { bit(99) }
  /// A level of the same in another unit than the record before it.
  static var otherUnitOfName: Self { bit(100) }
  /// A change in another unit than the record before it.
  static var otherUnit: Self { bit(101) }
  static var otherBase: Self { bit(102) }
  static var sameBase: Self { bit(103) }
  static var otherStatus: Self { bit(104) }

  // What the record had that named what this one is of too.
  static var namedElsewhere: Self { bit(105) }
  static var namedAtTime: Self { bit(106) }
  static var namedWithoutTime: Self { bit(107) }
  static var namedPastDash: Self { bit(108) }
  static var namedPastSome: Self { bit(109) }
  static var namedPastTwo: Self { bit(110) }
  static var namedSplit: Self { bit(111) }
  static var namedPastWord: Self { bit(112) }
  static var namedTwoVerbs: Self { bit(113) }

  // What is more, or less, than its two parts.
  static var shareElsewhere: Self { bit(114) }
  static var codelessLong: Self { bit(115) }
  static var digitBeforeEnd: Self { bit(116) }
  static var returnedPlain: Self { bit(117) }
  static var bareWithoutVerb: Self { bit(118) }
  static var smallWithoutVerb: Self { bit(119) }
  static var lastWithoutVerb: Self { bit(120) }
  static var siblingWithoutVerb: Self { bit(121) }
  static var riseNamedElsewhere: Self { bit(122) }
  static var otherBaseSamePeriod: Self { bit(123) }
}
