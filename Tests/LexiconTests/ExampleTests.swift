import SoLieu
import Testing

/// The examples of the built-in language data, each at its word.
struct ExampleTests {
  @Test(arguments: LexiconFile.builtIn.map(\.name))
  func markedWordsAreWhatTheRuleMatches(_ file: String) throws {
    let lexicon = try Lexicon(files: LexiconFile.builtIn)
    let rules = lexicon.rules.filter { $0.location.file == file }
    #expect(!rules.isEmpty)
    for rule in rules {
      for example in rule.examples {
        let fault = try Example(example).fault(of: rule, in: lexicon)
        #expect(fault == nil, "\(rule.location.file):\(rule.location.line): \(fault ?? "")")
      }
    }
  }
}

/// A text in which ⟦…⟧ surrounds what a rule matches.
private struct Example {
  private var text = ""
  /// The marked stretches, in bytes.
  private var marks: [TextSpan] = []

  init(_ marked: String) throws {
    var start: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.utf8.count
      case "⟧":
        marks.append(TextSpan(try #require(start, "\(marked)"), text.utf8.count))
        start = nil
      default: text.unicodeScalars.append(scalar)
      }
    }
    try #require(start == nil && !marks.isEmpty, "\(marked)")
  }

  /// Why the rule does not match what is marked, or `nil`.
  func fault(of rule: Rule, in lexicon: Lexicon) -> String? {
    let reading = Normalizer().read(SourceText(text))
    let tokens = lexicon.tokenizer.tokenize(reading.bytes).tokens
    for mark in marks {
      guard let first = tokens.firstIndex(where: { $0.span.start == mark.start }) else {
        return "no token begins at '\(reading.string(mark))' in '\(text)'"
      }
      guard let layer = Lexicon.Layer(meaning: rule.meaning) else {
        if lexicon.symbols(of: rule).contains(tokens[first].symbol) { continue }
        return "'\(reading.string(mark))' is none of its words"
      }
      guard let match = lexicon.longestMatch(layer, tokens, at: first, end: tokens.count) else {
        return "nothing matches at '\(reading.string(mark))' in '\(text)'"
      }
      let last = tokens[first + match.count - 1]
      let found = TextSpan(Int(mark.start), Int(last.span.end))
      if found != mark {
        return "'\(reading.string(found))' is matched in '\(text)', not '\(reading.string(mark))'"
      }
      let other = lexicon.rules[match.rule]
      if other.name != rule.name, !saysTheSame(other, rule) {
        return "'\(reading.string(mark))' is matched by \(other.name)"
      }
    }
    return nil
  }

  private func saysTheSame(_ a: Rule, _ b: Rule) -> Bool {
    a.meaning == b.meaning && a.attributes.count == b.attributes.count
      && a.attributes.allSatisfy { b[$0.key] == $0.value }
  }
}
