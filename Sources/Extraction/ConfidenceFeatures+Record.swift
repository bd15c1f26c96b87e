import Observations
import Quantities
import TextModel

extension ConfidenceFeatures {
  /// What `record` itself says, in a document whose period is `report`.
  mutating func add(
    _ record: borrowing Observation, _ time: borrowing PeriodText, report: borrowing PeriodText
  ) {
    addRule(record)
    addInheritance(record, time, report)
    addName(record)
    addUnit(record)
  }

  private mutating func addUnit(_ record: borrowing Observation) {
    insert(.percent, if: record.unit == "%")
    let spaces = record.unit.utf8.reduce(into: 0) { if $1 == UInt8(ascii: " ") { $0 += 1 } }
    insert(.longUnit, if: spaces > 0)
    insert(.twoWordUnit, if: spaces == 1)
  }

  private mutating func addRule(_ record: borrowing Observation) {
    let isLevel = record.measure == .level
    insert(
      .absolute, if: record.measure == .change && record.unit != "%" && record.unit != "pp")
    if let dot = record.rule.utf8.firstIndex(of: UInt8(ascii: ".")) {
      // change.verb.paired
      let rest = record.rule[dot...].dropFirst()
      let manner = rest.utf8.firstIndex(of: UInt8(ascii: ".")).map { rest[..<$0] } ?? rest
      insert(.pairedLevel, if: isLevel && manner.endIndex != rest.endIndex)
      switch manner {
      case "range": insert(.range, if: true)
      case "earlier": insert(.earlier, if: true)
      case "fraction": insert(.fraction, if: record.measure == .ratio)
      case "compared": insert(.compared, if: isLevel)
      default: break
      }
    }
    insert(.bounded, if: record.bound != nil)
    insert(.alternatives, if: !record.alternatives.isEmpty)
    insert(
      .small,
      if: isLevel && record.value.fractionDigits == 0 && record.unitMultiplier == 0
        && record.value.significand < 5 && record.value.significand > -5)
    insert(.samePeriod, if: record.base == .samePeriod)
    insert(.previousPeriod, if: record.base == .previousPeriod)
    insert(.totalBase, if: record.base == .total)
    insert(
      .noBase, if: record.base == nil && (record.measure == .change || record.measure == .ratio))
    insert(.estimate, if: record.status == .estimate)
    insert(.forecast, if: record.status == .forecast)
  }

  private mutating func addInheritance(
    _ record: borrowing Observation, _ time: borrowing PeriodText,
    _ report: borrowing PeriodText
  ) {
    var source: Provenance?
    for inherited in record.provenance {
      switch inherited.field {
      case "status":
        insert(.sentenceStatus, if: inherited.source == .sentence)
        insert(.paragraphStatus, if: inherited.source == .paragraph)
      case "period": source = inherited.source
      default: break
      }
    }
    insert(.statedPeriod, if: source == nil && time.kind != .none)
    insert(.singleDay, if: time.kind == .day)
    // ../2019-03-31
    let isStockOfDay = time.kind == .stock && record.period.utf8.count > 10
    insert(.dayPeriod, if: time.kind == .day || time.kind == .days || isStockOfDay)
    insert(.plannedPeriod, if: record.status == .plan && (source == .sentence || source == .report))
    let isOther = report.kind != .none && time.year != report.year
    insert(.otherYear, if: isOther)
    let isFlow = time.kind != .stock
    switch source {
    case .paragraph:
      insert(.paragraphPeriod, if: true)
      insert(.stock, if: !isFlow)
      insert(.monthsOfParagraph, if: time.kind == .monthsOfYear)
      insert(.quarterOfParagraph, if: time.kind == .quarter)
      insert(.yearOfParagraph, if: time.kind == .year)
      insert(.yearsOfParagraph, if: time.kind == .years)
      insert(.oddOfParagraph, if: isFlow && time.kind != report.kind)
      insert(.fieldPeriod, if: isFlow && record.unit == "ha" && record.measure == .level)
    case .sentence:
      insert(.stock, if: !isFlow)
      insert(.oddOfSentence, if: isFlow && time.iso != report.iso)
    case .section:
      insert(.yearOfSection, if: time.kind == .year)
      insert(.otherYearOfSection, if: isOther)
    case .report:
      insert(.reportStock, if: !isFlow)
      insert(.monthsOfReport, if: time.kind == .monthsOfYear)
    case nil:
      insert(
        .tablePeriod, if: isFlow && time.kind != report.kind && record.rule.hasPrefix("table."))
    default: break
    }
  }

  private mutating func addName(_ record: borrowing Observation) {
    var words = 0
    var capitals = 0
    var length = 0
    for byte in record.indicator.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        insert(.abbreviation, if: length > 1 && capitals == length)
        words += 1
        (capitals, length) = (0, 0)
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"): insert(.digit, if: true)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        capitals += 1
        insert(.innerCapital, if: words > 0 && length == 0)
      default: break
      }
      length += 1
    }
    insert(.abbreviation, if: length > 1 && capitals == length)
    insert(.noName, if: record.indicator.isEmpty)
    insert(.oneWord, if: words == 0 && !record.indicator.isEmpty)
    insert(.sevenWords, if: words == 6 || words == 7)
    insert(
      .unitInName,
      if: words > 0 && !record.unit.isEmpty && record.indicator.holds(record.unit))
    insert(.noCode, if: record.indicatorCode.isEmpty)
  }

  /// What differs from the record before it in the document.
  mutating func addReturn(_ record: borrowing Observation, _ last: borrowing Observation) {
    insert(.returnedPeriod, if: contains(.paragraphPeriod) && last.period != record.period)
  }

  /// What differs from the record before it in the sentence.
  mutating func addChanges(_ record: borrowing Observation, _ previous: borrowing Observation) {
    let isSame = previous.names(the: record)
    let isLevel = record.measure == .level
    insert(.changedPeriod, if: previous.period != record.period)
    insert(.sameName, if: isSame)
    insert(.codelessBefore, if: previous.indicatorCode.isEmpty)
    if !record.parent.isEmpty {
      insert(.partOfBefore, if: record.parent == previous.indicator)
      insert(
        .sibling,
        if: record.parent == previous.parent && record.indicator != previous.indicator)
    }
    let isSameUnit = previous.unit == record.unit
    insert(.sameUnit, if: isSameUnit)
    insert(.otherUnitOfName, if: isSame && isLevel && !isSameUnit)
    insert(.otherUnit, if: contains(.absolute) && !isSameUnit)
    let isAlike = record.measure == previous.measure
    insert(
      .otherBase,
      if: isAlike && (record.measure == .change || record.measure == .ratio)
        && record.base != previous.base)
    insert(.sameBase, if: isAlike && isSame && record.base != nil && record.base == previous.base)
    insert(.otherStatus, if: record.status != previous.status)
  }
}

extension ConfidenceFeatures {
  /// What two features say together; the last to be added.
  mutating func addPairs() {
    insert(.shareElsewhere, if: contains([.totalBase, .elsewhere]))
    insert(.codelessLong, if: contains([.noCode, .sevenWords]))
    insert(.digitBeforeEnd, if: contains([.digit, .plainLast]))
    insert(.returnedPlain, if: contains([.returnedPeriod, .plainLast]))
    insert(.bareWithoutVerb, if: contains([.noVerb, .bareInName]))
    insert(.smallWithoutVerb, if: contains([.noVerb, .small]))
    insert(.lastWithoutVerb, if: contains([.noVerb, .last]))
    insert(.siblingWithoutVerb, if: contains([.noVerbBehindName, .sibling]))
    insert(.riseNamedElsewhere, if: contains([.upBefore, .namedElsewhere]))
    insert(.otherBaseSamePeriod, if: contains([.otherBase, .samePeriod]))
  }
}

extension Observation {
  /// Whether it is of the same as `other`.
  borrowing func names(the other: borrowing Observation) -> Bool {
    indicator == other.indicator && parent == other.parent
  }
}

extension String {
  /// Whether the bytes of `part` stand somewhere in it.
  fileprivate func holds(_ part: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { whole in
      part.utf8.withContiguousStorageIfAvailable { part in
        guard let first = part.first, whole.count >= part.count else { return part.isEmpty }
        return (0...whole.count - part.count).contains { start in
          whole[start] == first && part.indices.allSatisfy { whole[start + $0] == part[$0] }
        }
      }
    }
    return found.flatMap { $0 } ?? false
  }
}
