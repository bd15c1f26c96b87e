import Observations
import TextModel

extension ConfidenceFeatures {
  mutating func add(_ words: WordsBefore, _ record: borrowing Observation) {
    formUnion(words.features)
    insert(.elsewhere, if: !words.hasName)
    insert(.besideNumber, if: words.endsWithName)
    if words.hasName {
      insert(.plainLast, if: words.endsWith([]))
      insert(.classifierLast, if: words.endsWith(.classifier))
      insert(.noVerbBehindName, if: !words.gap.hasVerb)
    }
    insert(.someUnused, if: words.unused == 3 || words.unused == 4)
    insert(.manyUnused, if: words.unused >= 5 && words.unused <= 8)
    insert(.mostUnused, if: words.unused > 8)
    insert(.twoVerbs, if: words.verbs >= 2)
    insert(.noVerb, if: words.verbs == 0 && record.measure == .level)
  }

  mutating func add(_ passed: FeatureReader.Passed, _ record: borrowing Observation) {
    insert(.event, if: passed.hasEvent)
    insert(.reason, if: passed.hasReason)
    insert(.bracket, if: passed.depth > 0 && record.measure == .level)
  }
}

extension FeatureReader {
  /// What stands behind the number.
  func addTail(
    _ record: borrowing Observation, _ around: Surroundings, to features: inout ConfidenceFeatures
  ) {
    features.insert(.last, if: around.isLast)
    let tail = around.behind.prefix { document.tokens[$0].kind == .word }
    features.insert(.longTail, if: tail.count >= 6)
    guard !tail.isEmpty else {
      let next = around.behind.first.map { document.bytes[Int(document.tokens[$0].span.start)] }
      features.insert(.semicolonBehind, if: next == UInt8(ascii: ";"))
      return
    }
    record.indicator.utf8.withContiguousStorageIfAvailable { name in
      record.parent.utf8.withContiguousStorageIfAvailable { whole in
        document.bytes.withUnsafeBufferPointer { bytes in
          var unused = 0
          for t in tail {
            let word = document.tokens[t].span.range
            if !name.hasWord(word, of: bytes), !whole.hasWord(word, of: bytes) { unused += 1 }
          }
          features.insert(.unusedBehind, if: unused == 1 || unused == 2)
          var others = 0
          for i in itemIndex(from: around.behind.lowerBound)..<items.count {
            let tokens = items[i].tokens
            guard tokens.lowerBound < tail.endIndex else { break }
            let isOfName = tokens.contains {
              name.hasWord(document.tokens[$0].span.range, of: bytes)
            }
            let isFirst = tokens.lowerBound == around.behind.lowerBound
            switch items[i].kind {
            case .word: others += isOfName ? 0 : 1
            case .cue(.base(.plan)): features.insert(.planBehind, if: isFirst)
            case .cue(.name): features.insert(.fixedNameBehind, if: isFirst)
            case .cue(.verb(.reach, _)): features.insert(.reachBehind, if: true)
            case .cue(.dimension): features.insert(.dimensionBehind, if: isOfName)
            case .cue(.head(.plain)): features.insert(.headBehind, if: isOfName)
            default: break
            }
          }
          features.insert(.moreUnusedBehind, if: others >= 3)
        }
      }
    }
  }

  /// The first item that begins at the token or behind it.
  private func itemIndex(from token: Int) -> Int {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
