import SoLieu
import Testing

/// The rules by which a sentence's own places are seen, made from the tables.
struct NameRuleTests {
  private static let table = "gazetteer.tsv"

  /// The names that the table must have: of two words or more, and no abbreviations.
  private func names() throws -> [String] {
    let doubtful = ["Hồ Chí Minh"]
    return try BuiltIn.gazetteer().places
      .filter { $0.level == .province || $0.level == .district }.map(\.name)
      .filter { $0.contains(" ") && !doubtful.contains($0) }
  }

  private func match(_ name: String, in lexicon: Lexicon) -> (rule: Rule, isWhole: Bool)? {
    let tokens = lexicon.tokenizer.tokenize(Array(name.utf8)).tokens
    return lexicon.longestMatch(.phrase, tokens, at: 0, end: tokens.count).map {
      (lexicon.rules[$0.rule], $0.count == tokens.count)
    }
  }

  @Test func everyNameIsAPlace() throws {
    let lexicon = try Lexicon(files: LexiconFile.builtIn)
    for name in try names() {
      let found = match(name, in: lexicon)
      #expect(found?.rule.meaning == "place", "\(name): run scripts/places")
      #expect(found?.isWhole == true, "\(name): run scripts/places")
    }
  }

  @Test func noNameHasAnotherMeaning() throws {
    let lexicon = try Lexicon(files: LexiconFile.builtIn.filter { $0.name != Self.table })
    for name in try names() {
      #expect(match(name, in: lexicon)?.isWhole != true, "\(name) stands in another table")
    }
  }

  @Test func doubtfulNameIsNone() throws {
    let lexicon = try Lexicon(files: LexiconFile.builtIn)
    #expect(match("Hồ Chí Minh", in: lexicon)?.isWhole != true)
  }
}
