internal import Observations

/// Where the records of one sentence stand in its words.
struct SentenceText {
  private let scalars: [Unicode.Scalar]
  /// The place in the document at which the sentence begins.
  private let start: Int

  /// `nil` where the records do not fit the words.
  init?(_ records: ArraySlice<Observation>) {
    guard let first = records.first else { return nil }
    let scalars = Array(first.sentence.unicodeScalars)
    let texts = records.map {
      (text: Array($0.text.unicodeScalars), offset: $0.start - first.start)
    }
    let place = scalars.indices.first { place in
      texts.allSatisfy { text, offset in
        place + offset >= 0 && scalars.dropFirst(place + offset).starts(with: text)
      }
    }
    guard let place else { return nil }
    self.scalars = scalars
    start = first.start - place
  }

  /// The words from one place in the document up to another; `nil` is the sentence's own end.
  func words(from lower: Int?, to upper: Int?) -> String {
    let from = max(0, lower.map { $0 - start } ?? 0)
    let to = min(scalars.count, upper.map { $0 - start } ?? scalars.count)
    guard from < to else { return "" }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[from..<to])
    return text
  }
}

/// Those that were needed, so that each is made once.
final class SentenceTexts {
  private var known: [Int: SentenceText?] = [:]

  func text(of sentence: Int, make: () -> SentenceText?) -> SentenceText? {
    if let known = known[sentence] { return known }
    let made = make()
    known[sentence] = .some(made)
    return made
  }
}
