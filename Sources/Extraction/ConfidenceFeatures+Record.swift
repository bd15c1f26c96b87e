import Observations
import TextModel

/// What stands around the number of a record: none of it for the cell of a table.
struct Surroundings {
  /// The tokens from the record before it, or the head of the sentence, up to the number.
  var before: Range<Int>
  /// Those behind it up to the end of the sentence.
  var behind: Range<Int>
  var isLast: Bool

  /// Those of the number `k` of `numbers`, in the tokens of their sentence.
  init(of k: Int, of numbers: [Range<Int>], in sentence: Range<Int>) {
    let number = numbers[k]
    let start = k > 0 ? numbers[k - 1].upperBound : sentence.lowerBound
    before = (start <= number.lowerBound ? start : sentence.lowerBound)..<number.lowerBound
    behind = number.upperBound..<max(number.upperBound, sentence.upperBound)
    isLast = k == numbers.count - 1
  }

  /// The tokens before it, itself and the words behind it up to the next sign or number.
  func clause(in document: TokenizedDocument) -> Range<Int> {
    before.lowerBound..<behind.prefix { document.tokens[$0].kind == .word }.endIndex
  }
}

extension ConfidenceFeatures {
  /// The features of the record at `index`.
  ///
  /// - Parameters:
  ///   - previous: where the record before it in its sentence is.
  ///   - around: what stands around its number, in `document`.
  ///
  /// O(n) in the words around it, each of which is looked for in the indicator.
  init(
    of records: [Observation], at index: Int, previous: Int?, _ around: Surroundings?,
    in document: TokenizedDocument
  ) {
    self.init()
    add(records[index], around, document)
    if let previous { addChanges(records[index], records[previous]) }
  }

  private mutating func add(
    _ record: borrowing Observation, _ around: Surroundings?, _ document: TokenizedDocument
  ) {
    addRule(record)
    addInheritance(record)
    addName(record)
    addUnit(record)
    if let around { addWords(record, around, document) }
  }

  private mutating func addUnit(_ record: borrowing Observation) {
    insert(.money, if: record.measure == .level && (record.unit == "VND" || record.unit == "USD"))
    insert(.quotient, if: record.unit.utf8.contains(UInt8(ascii: "/")))
    insert(.longUnit, if: record.unit.utf8.contains(UInt8(ascii: " ")))
  }

  private mutating func addRule(_ record: borrowing Observation) {
    insert(.ratio, if: record.measure == .ratio)
    insert(.contribution, if: record.measure == .contribution)
    if let dot = record.rule.utf8.firstIndex(of: UInt8(ascii: ".")) {
      insert(.table, if: record.rule[..<dot] == "table")
      // change.verb.paired
      let rest = record.rule[dot...].dropFirst()
      let manner = rest.utf8.firstIndex(of: UInt8(ascii: ".")).map { rest[..<$0] } ?? rest
      switch manner {
      case "verb": insert(.verb, if: true)
      case "share": insert(.share, if: true)
      case "spread": insert(.spread, if: true)
      case "rate": insert(.rate, if: true)
      case "counted-group": insert(.countedGroup, if: true)
      default: break
      }
    }
    insert(.upTo, if: record.bound == .to)
    insert(.alternatives, if: !record.alternatives.isEmpty)
    insert(.doubt, if: record.confidence.hundredths < 92 && record.alternatives.isEmpty)
    insert(.samePeriod, if: record.base == .samePeriod)
    insert(.previousPeriod, if: record.base == .previousPeriod)
    insert(.yearEnd, if: record.base == .yearEnd)
    insert(.estimate, if: record.status == .estimate)
    insert(.forecast, if: record.status == .forecast)
    insert(.plan, if: record.status == .plan)
  }

  private mutating func addInheritance(_ record: borrowing Observation) {
    var period: Provenance?
    var hasOwnName = true
    for inherited in record.provenance {
      switch inherited.field {
      case "indicator": hasOwnName = false
      case "base": insert(.paragraphBase, if: inherited.source == .paragraph)
      case "status": insert(.paragraphStatus, if: inherited.source == .paragraph)
      case "period": period = inherited.source
      default: break
      }
    }
    if let start = record.indicator.unicodeScalars.first?.properties {
      insert(.small, if: hasOwnName && start.isLowercase)
      insert(.capital, if: start.isUppercase)
    }
    insert(.statedPeriod, if: period == nil && !record.period.isEmpty)
    insert(.paragraphPeriod, if: period == .paragraph)
    insert(.reportPeriod, if: period == .report || period == .option)
    // 2019-03-31: two dashes in a time.
    let time = record.period.utf8
    let dashes = time.reduce(into: 0) { if $1 == UInt8(ascii: "-") { $0 += 1 } }
    let isSpan = time.contains(UInt8(ascii: "/")) && time.first != UInt8(ascii: ".")
    insert(.dayPeriod, if: dashes >= (isSpan ? 4 : 2))
    let isNear = period == .sentence || period == .paragraph
    insert(.stock, if: isNear && time.first == UInt8(ascii: "."))
    insert(.plannedPeriod, if: record.status == .plan && (period == .sentence || period == .report))
  }

  private mutating func addName(_ record: borrowing Observation) {
    var spaces = 0
    for byte in record.indicator.utf8 {
      switch byte {
      case UInt8(ascii: " "): spaces += 1
      case UInt8(ascii: ","): insert(.comma, if: true)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): insert(.digit, if: true)
      default: break
      }
    }
    insert(.noName, if: record.indicator.isEmpty)
    insert(.oneWord, if: spaces == 0 && !record.indicator.isEmpty)
    insert(.twoWords, if: spaces == 1)
    insert(.threeWords, if: spaces == 2)
    insert(.noCode, if: record.indicatorCode.isEmpty)
  }

  private mutating func addChanges(
    _ record: borrowing Observation, _ previous: borrowing Observation
  ) {
    insert(.changedPeriod, if: previous.period != record.period)
    insert(
      .sameName, if: previous.indicator == record.indicator && previous.parent == record.parent)
    let isOfLevel = record.measure == .change && record.unit != "%" && record.unit != "pp"
    insert(.otherUnit, if: isOfLevel && previous.unit != record.unit)
  }

  private mutating func addWords(
    _ record: borrowing Observation, _ around: Surroundings, _ document: TokenizedDocument
  ) {
    var hasWord = false
    for t in around.before {
      switch document.tokens[t].kind {
      case .word: hasWord = true
      case .sign:
        switch document.bytes[Int(document.tokens[t].span.start)] {
        case UInt8(ascii: ";"): insert(.semicolon, if: true)
        case UInt8(ascii: ":"): insert(.colon, if: true)
        case UInt8(ascii: ")"): insert(.closedBracket, if: true)
        default: break
        }
      case .number: break
      }
    }
    let tail = around.behind.prefix { document.tokens[$0].kind == .word }
    let before = record.unused(around.before, in: document)
    let behind = record.unused(tail, in: document)
    insert(.noWords, if: !hasWord)
    insert(.someUnused, if: before == 3 || before == 4)
    insert(.manyUnused, if: before >= 5 && before <= 8)
    insert(.mostUnused, if: before > 8)
    insert(.wordBehind, if: !tail.isEmpty)
    insert(.longTail, if: tail.count >= 6)
    insert(.unusedBehind, if: behind == 1 || behind == 2)
    insert(.last, if: around.isLast)
    if tail.isEmpty, let next = around.behind.first {
      // 20 - 25, 12/14
      let sign = document.bytes[Int(document.tokens[next].span.start)]
      let at = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") ? next + 1 : next
      insert(
        .numberBehind, if: at < around.behind.upperBound && document.tokens[at].kind == .number)
    }
  }
}

extension Observation {
  /// How many words of `range` are neither in the indicator nor in the parent; 9 stands for more.
  fileprivate borrowing func unused(_ range: Range<Int>, in document: TokenizedDocument) -> Int {
    let count = indicator.utf8.withContiguousStorageIfAvailable { name in
      parent.utf8.withContiguousStorageIfAvailable { whole in
        document.bytes.withUnsafeBufferPointer { bytes in
          var count = 0
          for t in range where document.tokens[t].kind == .word {
            let word = document.tokens[t].span.range
            if name.hasWord(word, of: bytes) || whole.hasWord(word, of: bytes) { continue }
            count += 1
            if count == 9 { break }
          }
          return count
        }
      }
    }
    return count.flatMap { $0 } ?? 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the word of `text` stands here between spaces or signs.
  fileprivate func hasWord(_ word: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count >= word.count, !word.isEmpty else { return false }
    let first = text[word.lowerBound]
    for start in 0...count - word.count where self[start] == first {
      guard start == 0 || self[start - 1] < 0x41 else { continue }
      var length = 1
      while length < word.count, self[start + length] == text[word.lowerBound + length] {
        length += 1
      }
      let end = start + length
      if length == word.count, end == count || self[end] < 0x41 { return true }
    }
    return false
  }
}
