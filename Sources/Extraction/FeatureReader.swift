import Observations
import Quantities
import TextModel

/// Sees the features of a document's records, one after the other.
struct FeatureReader {
  let document: TokenizedDocument
  let vocabulary: Vocabulary
  let report: PeriodText

  /// The time of the last record.
  private var time = PeriodText("")
  /// The values by what they are of.
  private var values: [Int: ExactDecimal] = [:]
  /// The record that named what the last one is of.
  private var namer = Namer()
  private(set) var items: [Item] = []
  /// Whether the sentence names a time, and has six numbers and more.
  private var hasTime = false
  private var isList = false
  /// The items of the sentence up to this one are in ``passed``.
  private var next = 0
  private var passed = Passed()

  /// What the sentence has said before the words that are looked at.
  struct Passed {
    var hasTime = false
    var hasEvent = false
    var hasReason = false
    var depth = 0

    mutating func pass(_ item: Item) {
      switch item.kind {
      case .time: hasTime = true
      case .cue(.event): hasEvent = true
      case .cue(.reason): hasReason = true
      case .openBracket: depth += 1
      case .closeBracket: depth -= 1
      default: break
      }
    }
  }

  private struct Namer {
    var features = ConfidenceFeatures()
    var words: WordsBefore?
    var isBehindTime = false
  }

  init(document: TokenizedDocument, vocabulary: Vocabulary, report: String) {
    self.document = document
    self.vocabulary = vocabulary
    self.report = PeriodText(report)
  }

  mutating func begin(_ items: [Item]) {
    self.items = items
    hasTime = items.contains(where: \.isTime)
    var quantities = 0
    for item in items where item.isQuantity { quantities += 1 }
    isList = quantities >= 6
    next = 0
    passed = Passed()
  }

  /// The features of the record at `index`.
  ///
  /// - Parameters:
  ///   - first: where the first record of its sentence is; `nil` for the cell of a table.
  ///   - around: what stands around its number.
  ///
  /// O(n) in the words around it, each of which is looked for in the indicator.
  mutating func features(
    of records: [Observation], at index: Int, from first: Int?, _ around: Surroundings?
  ) -> ConfidenceFeatures {
    var features = ConfidenceFeatures()
    // One copy each: what an array gives is copied wherever it is lent.
    let record = records[index]
    if time.iso != record.period { time = PeriodText(record.period) }
    features.add(record, time, report: report)
    var words: WordsBefore?
    var isBehindTime = false
    if let around {
      var passed = pass(to: around.before.lowerBound)
      let wasAtTime = passed.hasTime
      let before = WordsBefore(
        of: record, items[next...], to: around.before.upperBound, self, &passed)
      words = before
      features.add(before, record)
      isBehindTime = passed.hasTime
      features.insert(.passedTime, if: wasAtTime && features.contains(.paragraphPeriod))
      features.insert(.list, if: isList)
      features.add(passed, record)
      addTail(record, around, to: &features)
    }
    if index > 0 {
      let last = records[index - 1]
      features.addReturn(record, last)
      if let first, first < index {
        features.addChanges(record, last)
        features.insert(.again, if: isAgain(records, at: index, from: first))
      }
    }
    if features.contains(.sameName),
      record.provenance.contains(where: { $0.field == "indicator" })
    {
      addNamer(to: &features)
    } else {
      namer = Namer(features: features, words: words, isBehindTime: isBehindTime)
    }
    features.insert(.contradicted, if: contradicts(record))
    features.addPairs()
    return features
  }

  /// Passes over the items up to the token `start`.
  private mutating func pass(to start: Int) -> Passed {
    if next > 0, items[next - 1].tokens.lowerBound >= start {
      next = 0
      passed = Passed()
    }
    while next < items.count, items[next].tokens.lowerBound < start {
      passed.pass(items[next])
      next += 1
    }
    return passed
  }

  /// Whether a level of the same stands in the sentence, whose first record is at `first`.
  private func isAgain(_ records: [Observation], at index: Int, from first: Int) -> Bool {
    guard records[index].measure == .level else { return false }
    return records[first..<index].indices.contains {
      records[$0].measure == .level && records[$0].names(the: records[index])
    }
  }

  /// What a record has of the one that named what both are of.
  private func addNamer(to features: inout ConfidenceFeatures) {
    let named = namer.features
    features.insert(.namedElsewhere, if: named.contains(.elsewhere))
    features.insert(.namedPastSome, if: named.contains(.someUnused))
    features.insert(.namedTwoVerbs, if: named.contains(.twoVerbs))
    guard let words = namer.words else { return }
    features.insert(.namedAtTime, if: namer.isBehindTime)
    features.insert(.namedWithoutTime, if: !hasTime)
    features.insert(.namedPastDash, if: words.hasDash)
    features.insert(.namedPastTwo, if: words.others >= 2)
    features.insert(.namedSplit, if: words.isSplitByPhrase)
    features.insert(.namedPastWord, if: words.isBehindWord)
  }

  /// Whether the document has given the same another value; `record` is what it gives now.
  private mutating func contradicts(_ record: borrowing Observation) -> Bool {
    var hasher = Hasher()
    // Bytes: a String's own hash is that of its canonical form, which is dear.
    hasher.combine(utf8: record.indicator)
    hasher.combine(utf8: record.parent)
    hasher.combine(utf8: record.period)
    hasher.combine(utf8: record.unit)
    hasher.combine(record.measure)
    hasher.combine(record.base)
    hasher.combine(record.status)
    hasher.combine(record.bound)
    let key = hasher.finalize()
    let value = record.value
    defer { values[key] = value }
    return values[key].map { $0 != value } ?? false
  }
}

extension Hasher {
  fileprivate mutating func combine(utf8 text: String) {
    text.utf8.withContiguousStorageIfAvailable { combine(bytes: UnsafeRawBufferPointer($0)) }
    combine(text.utf8.count)
  }
}
