public import RuleLanguage
internal import VietnameseText

/// The words by which the checks know how figures hang together.
public struct CheckVocabulary: Sendable {
  /// What words are for the checks.
  enum Kind: String, CaseIterable {
    case closed, open, structure, partition, remainder, overlapping, balance, average
    case filler, reference, deflated, planned
  }

  private struct Phrase: Sendable {
    let words: [String]
    let kind: Kind
  }

  /// By the first word, the longest first.
  private let phrases: [String: [Phrase]]
  /// The words of each part of each partition.
  private let partitions: [[[String]]]
  private let measured: Set<String>
  private let folding: Folding

  /// Reads the table `words.tsv`: `kind`, `words`, `example`.
  ///
  /// - Parameter measured: the units that have fractions; things of other units are counted.
  /// - Throws: ``LexiconError`` with every problem of the table.
  public init(file: LexiconFile, measured: Set<String>) throws(LexiconError) {
    let folding = Folding()
    let table = DataTable(file, columns: ["kind", "words", "example"])
    var problems = table.problems
    var phrases: [String: [Phrase]] = [:]
    var partitions: [[[String]]] = []
    for row in table.rows {
      guard let kind = Kind(rawValue: row["kind"]) else {
        problems.append(
          row.problem(
            "kind", "unknown kind '\(row["kind"])'",
            remedy: "write one of: \(Kind.allCases.map(\.rawValue).joined(separator: ", "))"))
        continue
      }
      for text in row.list("words") {
        if kind == .partition {
          partitions.append(
            text.split(separator: " + ").map { Self.words(of: String($0), folding) })
          continue
        }
        let words = Self.words(of: text, folding)
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(words: words, kind: kind))
      }
    }
    guard problems.isEmpty else { throw LexiconError(problems: problems) }
    self.phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    self.partitions = partitions
    self.folding = folding
    self.measured = measured
  }

  /// Whether the parts, by their indicators, are all those of a whole, each told once.
  func isPartition(_ parts: [String]) -> Bool {
    guard partitions.contains(where: { $0.count == parts.count }) else { return false }
    let words = parts.map { Self.words(of: $0, folding) }
    return partitions.contains { partition in
      partition.count == words.count
        && partition.allSatisfy { part in words.contains { Self.hold($0, part) } }
    }
  }

  /// Whether there are fractions of the unit: tấn, VND, tạ/ha; not of người.
  func isMeasured(_ unit: String) -> Bool {
    measured.contains(unit) || unit.utf8.contains(UInt8(ascii: "/"))
  }

  /// Whether it is a unit of areas, which may be among several parts.
  func isArea(_ unit: String) -> Bool { ["ha", "m2", "km2"].contains(unit) }

  /// Whether a phrase of the kind stands in the text.
  func has(_ kind: Kind, in text: String) -> Bool { kinds(in: text).contains(kind) }

  /// Whether a phrase of the kind stands in the text, be it within a longer one or of another kind too.
  func names(_ kind: Kind, in text: String) -> Bool {
    let words = Self.words(of: text, folding)
    return words.indices.contains { k in
      phrases[words[k]]?.contains { $0.kind == kind && words[k...].starts(with: $0.words) } == true
    }
  }

  /// The kinds of the phrases in the text, in their order, of those at one place the longest alone.
  func kinds(in text: String) -> [Kind] { kinds(in: words(of: text)) }

  /// The same of words by their keys.
  func kinds(in words: [String]) -> [Kind] {
    var kinds: [Kind] = []
    var k = 0
    while k < words.count {
      let phrase = phrases[words[k]]?.first { words[k...].starts(with: $0.words) }
      if let phrase { kinds.append(phrase.kind) }
      k += phrase?.words.count ?? 1
    }
    return kinds
  }

  /// Whether the part's words stand in a row among the words.
  private static func hold(_ words: [String], _ part: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: part) }
  }

  /// The words by their keys, without those that say nothing of what is told.
  func content(of text: String) -> [String] { content(of: words(of: text)) }

  /// The same of words by their keys.
  func content(of words: [String]) -> [String] {
    var content: [String] = []
    var k = 0
    while k < words.count {
      let filler = phrases[words[k]]?.first {
        $0.kind == .filler && words[k...].starts(with: $0.words)
      }
      if filler == nil { content.append(words[k]) }
      k += filler?.words.count ?? 1
    }
    return content
  }

  /// Whether a whole is named by a word that points back: tổng thu, số vụ.
  func isReference(_ text: String) -> Bool {
    let words = Self.words(of: text, folding)
    guard let first = words.first else { return false }
    return phrases[first]?.contains {
      $0.kind == .reference && words.starts(with: $0.words)
    } == true
  }

  /// The keys of the words of a text.
  func words(of text: String) -> [String] { Self.words(of: text, folding) }

  private static func words(of text: String, _ folding: Folding) -> [String] {
    text.unicodeScalars.split { !isOfWord($0) }.map { folding.key(of: String(Substring($0))) }
  }

  /// Letters and digits of Vietnamese texts, and the marks that are set on letters.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "\u{C0}"..."\u{1FFF}": true
    default: false
    }
  }
}
