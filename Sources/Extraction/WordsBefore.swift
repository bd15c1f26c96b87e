import Observations
import TextModel

/// What stands before the number of a record, and where in it its indicator is.
struct WordsBefore {
  private(set) var features = ConfidenceFeatures()
  /// Words that are neither in the indicator nor in the parent.
  private(set) var unused = 0
  /// Plain words that are not in the indicator.
  private(set) var others = 0
  private(set) var verbs = 0
  /// Whether an item is of the indicator, and the last one is.
  private(set) var hasName = false
  private(set) var endsWithName = false
  private(set) var hasDash = false
  private(set) var isSplitByPhrase = false
  /// Whether a word that is not of the indicator stands right before it.
  private(set) var isBehindWord = false
  /// Since the last item of the indicator.
  private(set) var gap = Gap()
  private var lastClass: WordClass?

  /// What stands between two items of the indicator, or behind the last.
  struct Gap {
    var hasWord = false
    var hasPhrase = false
    var hasVerb = false
  }

  /// Reads `items` up to the token `end`, and has `passed` pass over them.
  init(
    of record: borrowing Observation, _ items: ArraySlice<Item>, to end: Int,
    _ reader: borrowing FeatureReader, _ passed: inout FeatureReader.Passed
  ) {
    let document = reader.document
    let vocabulary = reader.vocabulary
    record.indicator.utf8.withContiguousStorageIfAvailable { name in
      record.parent.utf8.withContiguousStorageIfAvailable { whole in
        document.bytes.withUnsafeBufferPointer { bytes in
          var before: Item.Kind?
          for i in items.indices {
            guard items[i].tokens.lowerBound < end else { break }
            passed.pass(items[i])
            var isOfName = false
            for t in items[i].tokens where document.tokens[t].kind != .sign {
              let word = document.tokens[t].span.range
              if name.hasWord(word, of: bytes) {
                isOfName = true
              } else if document.tokens[t].kind == .word, !whole.hasWord(word, of: bytes) {
                unused += 1
              }
            }
            let token = document.tokens[items[i].tokens.lowerBound]
            if isOfName {
              addName(items[i].kind, vocabulary.wordClass(token.symbol), behind: before)
            } else {
              addOther(items[i].kind, token, vocabulary)
            }
            endsWithName = isOfName
            before = items[i].kind
          }
        }
      }
    }
  }

  /// An item of the indicator, behind `before`.
  private mutating func addName(_ kind: Item.Kind, _ words: WordClass, behind before: Item.Kind?) {
    if hasName {
      features.insert(.split, if: gap.hasWord)
      isSplitByPhrase = isSplitByPhrase || gap.hasPhrase
      features.insert(.splitByVerb, if: gap.hasVerb)
    } else {
      switch before {
      case .semicolon: features.insert(.afterSemicolon, if: true)
      case .word: isBehindWord = true
      default: break
      }
    }
    switch kind {
    case .word:
      if !hasName {
        features.insert(.doingFirst, if: words.contains(.doing))
        features.insert(.settingFirst, if: words.contains(.setting))
      }
      features.insert(.beginningInName, if: words.contains(.beginning))
      features.insert(.byInName, if: words.contains(.by))
      features.insert(.jointInName, if: words.contains(.joint))
      features.insert(.populationInName, if: words.contains(.population))
      features.insert(.spanInName, if: words.contains(.timeSpan))
    case .cue(.head(.plain)): features.insert(.headFirst, if: !hasName)
    case .cue(.bare): features.insert(.bareInName, if: true)
    case .cue(.bound(.over)): features.insert(.overInName, if: true)
    case .cue(.event): features.insert(.eventInName, if: true)
    case .cue(.rate): features.insert(.rateInName, if: true)
    case .cue(.verb): verbs += 1
    default: break
    }
    if case .word = kind { lastClass = words } else { lastClass = nil }
    hasName = true
    gap = Gap()
  }

  private mutating func addOther(_ kind: Item.Kind, _ token: Token, _ vocabulary: Vocabulary) {
    switch kind {
    case .word:
      guard token.kind == .word else { break }
      others += 1
      gap.hasWord = true
      features.insert(.generalBefore, if: vocabulary.isWord(token, .general))
    case .cue(let cue):
      gap.hasPhrase = true
      switch cue {
      case .actor: features.insert(.actorBefore, if: true)
      case .verb(let verb, _):
        verbs += 1
        gap.hasVerb = true
        features.insert(.reachBefore, if: verb == .reach)
        features.insert(.upBefore, if: verb == .up)
      default: break
      }
    case .dash: hasDash = true
    default: break
    }
  }

  /// Whether the last item of the indicator is a word of `wordClass`; of none, for the empty one.
  func endsWith(_ wordClass: WordClass) -> Bool {
    guard let lastClass else { return false }
    return wordClass.isEmpty ? lastClass.isEmpty : lastClass.contains(wordClass)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the word of `text` stands here between spaces or signs.
  func hasWord(_ word: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
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
