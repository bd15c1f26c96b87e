public import RuleLanguage
internal import VietnameseText

/// Words that restrict a figure to a part of what its indicator's name means: an economic sector, a partner, a season;
/// and offices whose figures are of their own field.
public struct Scopes: Sendable {
  fileprivate struct Phrase: Sendable {
    let keys: [String]
    let scope: String
    /// The indicators for which an office's counts, and a label's does not; a code that ends in `.*` with all below it.
    let codes: [String]
  }

  /// Those of labels by their first words; without a scope where they restrict nothing, whatever they look like.
  private var phrases: [String: [Phrase]] = [:]
  private var offices: [Phrase] = []
  private var wholes: [Phrase] = []
  private var rows: [DataTable.Row] = []
  private let folding = Folding()

  /// One that knows no words.
  public init() {}

  /// Reads the table `scopes.tsv`: `scope`, `where`, `words`, `codes`, `example`.
  ///
  /// - Throws: ``LexiconError`` with every problem of the table.
  public init(file: LexiconFile) throws(LexiconError) {
    let table = DataTable(file, columns: ["scope", "where", "words", "codes", "example"])
    var problems = table.problems
    for row in table.rows {
      let words = row.list("words").map {
        Phrase(keys: Self.keys($0, folding), scope: row["scope"], codes: row.list("codes"))
      }
      switch row["where"] {
      case "label", "neutral":
        for phrase in words {
          guard let first = phrase.keys.first else { continue }
          phrases[first, default: []].append(phrase)
        }
      case "issuer": offices += words
      case "sentence": wholes += words
      default:
        problems.append(
          row.problem(
            "where", "'\(row["where"])' is no place",
            remedy: "use label, issuer, sentence or neutral"))
      }
    }
    guard problems.isEmpty else { throw LexiconError(problems: problems) }
    for first in phrases.keys { phrases[first]?.sort { $0.keys.count > $1.keys.count } }
    offices.sort { $0.keys.count > $1.keys.count }
    rows = table.rows
  }

  /// What restricts words: `fdi`, `hoa kỳ`, `30`.
  struct Restrictions {
    var scopes: [String] = []
    /// Whether they are all that the words say beyond the name.
    var areAll = true
  }

  /// What restricts the words, in their order.
  ///
  /// - Parameters:
  ///   - code: that of the indicator.
  ///   - name: what the catalogue calls it; its words restrict nothing further.
  ///   - area: the words of the area, which restrict nothing further either.
  ///   - numbers: whether numbers do (loại 30 con/kg).
  func restrictions(
    in words: [Wording.Word], code: String = "", name: [String] = [], area: Set<String>,
    numbers: Bool = true
  ) -> Restrictions {
    let keys = words.map { folding.key(of: $0.text) }
    let isInCapitals = words.allSatisfy { $0.text == $0.text.uppercased() }
    var found = Restrictions()
    var place = 0
    while place < words.count {
      if let phrase = phrase(at: place, in: keys) {
        // What the catalogue takes for the same may still be a part: visitors by air, of visitors.
        let isNew =
          !phrase.scope.isEmpty && !found.scopes.contains(phrase.scope)
          && !name.indices.contains { name[$0...].starts(with: phrase.keys) }
          && !phrase.codes.contains { Self.covers($0, code) }
        if isNew { found.scopes.append(phrase.scope) }
        place += phrase.keys.count
      } else if let end = endOfName(at: place, in: words, keys, area), !isInCapitals {
        found.scopes.append(
          words[place..<end].map { $0.text.lowercased() }.joined(separator: " "))
        place = end
      } else {
        let word = words[place]
        if word.isBeyondName {
          if numbers, place > 0, word.isNumber, !isYear(word.text) {
            found.scopes.append(word.text)
          } else {
            found.areAll = false
          }
        }
        place += 1
      }
    }
    return found
  }

  /// The longest phrase that begins there.
  private func phrase(at place: Int, in keys: [String]) -> Phrase? {
    phrases[keys[place]]?.first { keys[place...].starts(with: $0.keys) }
  }

  /// Where the proper name ends that begins there; `nil` where there is none: one has two words with capitals, or one
  /// in capitals that begins no text. An office's name has one capital a phrase.
  private func endOfName(
    at place: Int, in words: [Wording.Word], _ keys: [String], _ area: Set<String>
  ) -> Int? {
    func isProper(_ k: Int) -> Bool {
      words[k].isCapitalized && words[k].isBeyondName && keys[k].count > 1
        && !area.contains(keys[k])
    }
    guard isProper(place) else { return nil }
    var end = place + 1
    while end < words.count, isProper(end) { end += 1 }
    let isAbbreviation = place > 0 && words[place].text == words[place].text.uppercased()
    guard end > place + 1 || isAbbreviation else { return nil }
    if end < words.count, words[end].isNumber, words[end].isBeyondName { end += 1 }
    return end
  }

  private func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
  }

  /// Who issued a report, as far as that says of what it speaks.
  struct Office {
    fileprivate let name: String
    /// The longest first.
    fileprivate let phrases: [Phrase]
  }

  /// - Parameter issuer: the letterhead; of its offices, which ` - ` divides, the last counts.
  func office(of issuer: String) -> Office {
    let name = issuer.split(separator: " - ").last.map(String.init) ?? ""
    let keys = keys(of: name)
    return Office(
      name: name.lowercased(), phrases: offices.filter { keys.starts(with: $0.keys) })
  }

  /// The part of `code` of which an office speaks: `agro` of a ministry's exports; empty where it speaks of all.
  func part(of code: String, by office: Office) -> String {
    let phrase = office.phrases.first { $0.codes.contains { Self.covers($0, code) } }
    guard let phrase else { return "" }
    return phrase.scope == "*" ? office.name : phrase.scope
  }

  private static func covers(_ pattern: String, _ code: String) -> Bool {
    guard pattern.hasSuffix(".*") else { return pattern == code }
    return code == pattern.dropLast(2) || code.hasPrefix(pattern.dropLast())
  }

  /// What a sentence says of the area of a number in it: `nationwide`, where the words begin it, or stand right behind
  /// the indicator or one word further; empty where they do not, or the clause of the number is another.
  ///
  /// - Parameter text: the sentence up to the number.
  func scope(before text: String, indicator: String) -> String {
    let clause =
      text.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let (words, name) = (keys(of: clause), keys(of: indicator))
    for phrase in wholes where phrase.keys.count <= words.count {
      if words.starts(with: phrase.keys) { return phrase.scope }
      for start in words.indices where words[start...].starts(with: phrase.keys) {
        let before = words[..<start]
        if !name.isEmpty,
          before.suffix(name.count).elementsEqual(name)
            || before.dropLast().suffix(name.count).elementsEqual(name)
        {
          return phrase.scope
        }
      }
    }
    return ""
  }

  /// Whether a sentence has words of an area that is not its report's.
  func speaksOfWhole(_ sentence: String) -> Bool {
    let words = keys(of: sentence)
    return wholes.contains { phrase in
      words.indices.contains { words[$0...].starts(with: phrase.keys) }
    }
  }

  /// The words of a text, as they are compared.
  func keys(of text: String) -> [String] { Self.keys(text, folding) }

  private static func keys(_ text: String, _ folding: Folding) -> [String] {
    parts(of: text).map { folding.key(of: String($0)) }
  }

  /// The words and numbers of a text: 10.000 is one.
  private static func parts(of text: String) -> [Substring] {
    text.split { $0.isWhitespace || $0 == "-" || $0 == "/" }.compactMap { word in
      guard let end = word.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
      return word[...end].drop { !$0.isLetter && !$0.isNumber }
    }
  }

  /// The lines whose example does not show their scope by the words in `⟦⟧`.
  public func wrongExamples() -> [LexiconProblem] {
    rows.compactMap { row in
      let parts = row["example"].split(
        separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
      let rest = parts.last?.split(separator: "⟧", maxSplits: 1) ?? []
      let marked = rest.first.map(String.init) ?? ""
      let holds: Bool
      switch row["where"] {
      case "label": holds = restrictions(in: Self.words(marked), area: []).scopes == [row["scope"]]
      case "issuer":
        let code =
          row.list("codes").first.map { $0.hasSuffix(".*") ? $0.dropLast(2) + "" : $0 } ?? ""
        let office = marked + (rest.count > 1 ? rest[1] : "")
        let scope = row["scope"] == "*" ? office.lowercased() : row["scope"]
        holds = part(of: code, by: self.office(of: office)) == scope
      default: holds = restrictions(in: Self.words(marked), area: []).scopes.isEmpty
      }
      guard parts.count == 2, !marked.isEmpty, holds else {
        return row.problem(
          "example", "the example does not hold", remedy: "put ⟦ and ⟧ around words of the line")
      }
      return nil
    }
  }

  /// Words of a text, as if no name covered them.
  private static func words(_ text: String) -> [Wording.Word] {
    parts(of: text).map { word in
      Wording.Word(
        String(word), isBeyondName: true, isCapitalized: word.first?.isUppercase == true,
        isNumber: word.first?.isNumber == true)
    }
  }
}
