internal import Observations

/// What the words of one sentence around its numbers say of them.
struct SentenceReading {
  private let statements: [PriceBases.Statement]
  private let scalars: [Unicode.Scalar]
  /// Where in the document the sentence begins; `nil` where its records do not fit its words.
  private let start: Int?
  /// Where the last number begins.
  private let lastNumber: Int
  private let speaksOfWhole: Bool

  /// - Parameter records: all of the sentence.
  init(_ records: ArraySlice<Observation>, _ vocabulary: SeriesVocabulary) {
    let sentence = records.first?.sentence ?? ""
    statements = vocabulary.prices.statements(in: sentence)
    speaksOfWhole = vocabulary.scopes.speaksOfWhole(sentence)
    guard !statements.isEmpty || speaksOfWhole else {
      (scalars, start, lastNumber) = ([], nil, 0)
      return
    }
    scalars = Array(sentence.unicodeScalars)
    start = Self.start(of: records, in: scalars)
    lastNumber = (records.map(\.start).max() ?? 0) - (start ?? 0)
  }

  /// Of which area a number is, as ``Scopes/scope(before:indicator:)`` says.
  func scope(of record: Observation, _ scopes: Scopes) -> String {
    guard speaksOfWhole, let start, record.start >= start else { return "" }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[..<(record.start - start)])
    return scopes.scope(before: text, indicator: record.indicator)
  }

  /// In what prices an amount is: what stands right behind the number says it, or else what was said last before it;
  /// of what follows only what is said of no later number.
  func basis(of record: Observation) -> String {
    guard let last = statements.last else { return "" }
    let isOne = statements.allSatisfy { $0.basis == last.basis }
    guard let start else { return isOne ? last.basis : "" }
    let (begin, end) = (record.start - start, record.end - start)
    let own = statements.first { statement in
      guard let bound = statement.bound, bound >= end else { return false }
      return scalars[end..<bound].allSatisfy { $0.properties.isWhitespace || $0 == "(" }
    }
    if let own = own ?? statements.last(where: { $0.range.upperBound <= begin }) {
      return own.basis
    }
    let isOfAll = last.isBracketed || lastNumber < last.range.lowerBound
    return isOne && isOfAll ? last.basis : ""
  }

  private static func start(
    of records: ArraySlice<Observation>, in scalars: [Unicode.Scalar]
  ) -> Int? {
    guard let first = records.first else { return nil }
    let texts = records.map {
      (text: Array($0.text.unicodeScalars), offset: $0.start - first.start)
    }
    let place = scalars.indices.first { place in
      texts.allSatisfy { text, offset in
        place + offset >= 0 && place + offset + text.count <= scalars.count
          && scalars[(place + offset)...].starts(with: text)
      }
    }
    return place.map { first.start - $0 }
  }
}
