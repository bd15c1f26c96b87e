import RuleLanguage
import TextModel

/// The names that fit a label in its surroundings.
struct IndicatorMatcher {
  /// A name that fits, with the words that it takes.
  struct Candidate {
    var indicator: Int32
    var inLabel: UInt64 = 0
    var beside: UInt64 = 0
    /// How many words it takes of what stands around the label.
    var around = 0
    /// Whether it leaves no word of the label that says something.
    var isWholeLabel = false
    /// Whether it takes the first of them.
    var isHead = false
    /// Whether it takes fewer than half of them, and not the first.
    var isAside = false
    /// Whether it takes none of them: năng suất, thu hoạch.
    var saysNothing = false

    var words: Int { inLabel.nonzeroBitCount + beside.nonzeroBitCount + around }

    func isCloser(than other: Candidate) -> Bool {
      (words, inLabel.nonzeroBitCount) > (other.words, other.inLabel.nonzeroBitCount)
    }

    /// Whether it takes every word of the label and beside it that `other` does.
    func includes(_ other: Candidate) -> Bool {
      other.inLabel & ~inLabel == 0 && other.beside & ~beside == 0
    }

    /// Whether it takes a word that `other` does not.
    func goesBeyond(_ other: Candidate) -> Bool {
      inLabel & ~other.inLabel != 0 || beside & ~other.beside != 0 || around > other.around
    }
  }

  /// A name that begins to fit.
  private struct Start {
    var candidate: Candidate
    /// The part of it that must stand around the label.
    var missing: Int32?
  }

  let index: NameIndex
  let near: NameHits
  private var starts: [Start] = []
  /// What stands around the label, the nearest first.
  var rings: [NameHits] = []
  /// Whether the label begins as that of a rate.
  let isRate: Bool
  /// The words of the label that say something, a bit each.
  private let telling: UInt64
  /// Those of words that say nothing by themselves.
  private let bare: UInt64

  init(_ index: NameIndex, label: [SymbolID], parent: [SymbolID] = [], counted: [SymbolID] = []) {
    self.index = index
    near = NameHits(label: label, parent: parent, counted: counted, index)
    isRate = label.first.map(index.vocabulary.beginsRate) ?? false
    let all: UInt64 = label.count >= 64 ? .max : 1 << UInt64(label.count) - 1
    var bare: UInt64 = 0
    for run in index.vocabulary.bareRuns(in: label) {
      for word in run { bare |= 1 << UInt64(word) }
    }
    telling = all & ~bare == 0 ? all : all & ~bare
    self.bare = bare
    if near.touchesLabel { starts = begun() }
  }

  /// Whether a run of a name stands in the label at all.
  var isPromising: Bool { near.touchesLabel }

  /// Whether a name lacks a part that may stand around the label.
  var isOpen: Bool { starts.contains { $0.missing != nil } }

  /// The best name of each indicator that fits.
  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for start in starts {
      guard let candidate = completed(start) else { continue }
      if let i = found.firstIndex(where: { $0.indicator == candidate.indicator }) {
        if candidate.isCloser(than: found[i]) { found[i] = candidate }
      } else {
        found.append(candidate)
      }
    }
    return found
  }

  /// The words of the label and beside it that the closest name of the indicator takes; it may lack a part.
  func taken(by indicator: Int32) -> (inLabel: UInt64, beside: UInt64) {
    var closest: Candidate?
    for start in starts where start.candidate.indicator == indicator {
      if closest.map({ start.candidate.isCloser(than: $0) }) ?? true { closest = start.candidate }
    }
    return (closest?.inLabel ?? 0, closest?.beside ?? 0)
  }

  /// The names of which some part takes a word of the label, each once.
  private func begun() -> [Start] {
    var starts: [Start] = []
    var seen = [UInt64](repeating: 0, count: index.names.names.count / 64 + 1)
    for hit in near.hits where hit.inLabel != 0 {
      index.names.forEachName(with: hit.node) { number in
        let bit: UInt64 = 1 << UInt64(number & 63)
        if seen[Int(number) >> 6] & bit != 0 { return }
        seen[Int(number) >> 6] |= bit
        if let start = start(number) { starts.append(start) }
      }
    }
    return starts
  }

  private func start(_ number: Int32) -> Start? {
    let name = index.names.names[Int(number)]
    var start = Start(candidate: Candidate(indicator: name.indicator))
    for part in name.parts {
      guard let hit = near.longest(of: part, index.names) else {
        // Two parts from around are too many.
        if start.missing != nil { return nil }
        start.missing = part
        continue
      }
      start.candidate.inLabel |= hit.inLabel
      start.candidate.beside |= hit.beside
    }
    let inLabel = start.candidate.inLabel
    guard inLabel != 0 else { return nil }
    start.candidate.isWholeLabel = telling & ~inLabel == 0
    start.candidate.isHead = inLabel & (telling & (~telling &+ 1)) != 0
    start.candidate.isAside =
      !start.candidate.isHead
      && (inLabel & telling).nonzeroBitCount * 2 < telling.nonzeroBitCount
    start.candidate.saysNothing = inLabel & ~bare == 0 && start.candidate.beside == 0
    if name.isWhole, !start.candidate.isWholeLabel { return nil }
    // One word of a longer label is too little to be filled up from far away, and so are words that
    // say nothing where others do.
    if start.missing != nil, start.candidate.beside == 0, !start.candidate.isWholeLabel,
      inLabel.nonzeroBitCount == 1 || inLabel & telling == 0
    {
      return nil
    }
    return start
  }

  /// The name with what it lacks from around; `nil` where it does not stand there.
  private func completed(_ start: Start) -> Candidate? {
    guard let missing = start.missing else { return start.candidate }
    for ring in rings {
      guard let hit = ring.longest(of: missing, index.names) else { continue }
      var candidate = start.candidate
      candidate.around = hit.words
      return candidate
    }
    return nil
  }
}
