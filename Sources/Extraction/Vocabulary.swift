import Observations
import RuleLanguage
import TextModel
import VietnameseText

/// The lexicon with its meanings understood: for each rule what its words do.
///
/// A class, immutable: every stage holds it, and a struct of thirty arrays is dear to pass on.
final class Vocabulary: Sendable {
  enum Meaning: Sendable {
    case cue(Cue)
    case unit(Unit)
    case scale(power: Int)
    case numeral(Numeral)
    case word(WordClass)
    case letterhead(Letterhead)
    /// Begins as a unit and is none: giải quyết.
    case compound
    case column(ColumnWord)
  }

  let lexicon: Lexicon
  let meanings: [Meaning]
  /// By symbol.
  private let wordClasses: [WordClass]

  init(_ lexicon: Lexicon) throws(LexiconError) {
    var meanings: [Meaning] = []
    var problems: [LexiconProblem] = []
    for rule in lexicon.rules {
      do throws(LexiconProblem) {
        meanings.append(try MeaningReader(rule: rule).meaning())
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw LexiconError(problems: problems) }
    var classes = [WordClass](repeating: [], count: lexicon.tokenizer.symbols.count + 1)
    for (rule, meaning) in zip(lexicon.rules, meanings) {
      guard case .word(let wordClass) = meaning else { continue }
      for symbol in lexicon.symbols(of: rule) { classes[Int(symbol.value)].formUnion(wordClass) }
    }
    wordClasses = classes
    self.lexicon = lexicon
    self.meanings = meanings
  }

  /// What the word `symbol` does in a clause; nothing for one that the lexicon does not know.
  func wordClass(_ symbol: SymbolID) -> WordClass {
    symbol == .unknown ? [] : wordClasses[Int(symbol.value)]
  }

  /// The unit of scores, which may also be short for points of percent.
  let score = "điểm"

  /// Whether the token is a word of the class.
  func isWord(_ token: Token, _ wordClass: WordClass) -> Bool {
    self.wordClass(token.symbol).contains(wordClass)
  }

  /// The words of a class.
  func symbols(_ wordClass: WordClass) -> Set<SymbolID> {
    Set(
      wordClasses.indices.filter { !wordClasses[$0].isDisjoint(with: wordClass) }.map {
        SymbolID(UInt32($0))
      })
  }
}

/// Understands the meaning column of one rule.
private struct MeaningReader {
  let rule: Rule

  func meaning() throws(LexiconProblem) -> Vocabulary.Meaning {
    switch rule.meaning {
    case "unit":
      return .unit(
        Unit(
          name: try text("as"), kind: try word("kind"), power: try number("power", default: 0)))
    case "compound": return .compound
    case "scale": return .scale(power: try number("power"))
    case "numeral":
      return .numeral(
        Numeral(
          value: try number("value"), kind: try word("kind", default: .digit),
          isWeak: rule["weak"] != nil))
    case "word":
      let name = try text("is")
      guard let wordClass = WordClass.names[name] else {
        throw LexiconProblem(
          place("is"), "is=\(name) is unknown",
          remedy: "use one of \(WordClass.names.keys.sorted().joined(separator: ", "))")
      }
      return .word(wordClass)
    case "column": return .column(try word("is"))
    case "letterhead": return .letterhead(try word("is"))
    case "verb": return .cue(.verb(try word("is"), status: try optionalWord("status")))
    case "base":
      return .cue(.base(rule["is"] == "none" ? nil : try word("is") as Base))
    case "period":
      var numbers: [String: Int] = [:]
      for attribute in rule.attributes where attribute.key != "kind" {
        numbers[attribute.key] = try number(attribute.key)
      }
      return .cue(.period(PeriodTemplate(kind: try word("kind"), numbers: numbers)))
    case "status": return .cue(.status(try word("is")))
    case "bound": return .cue(.bound(try word("is")))
    case "open": return .cue(.open(try word("is")))
    case "rank": return .cue(.rank)
    case "title": return .cue(.title)
    case "outlook": return .cue(.outlook)
    case "issuer": return .cue(.issuer)
    case "respective": return .cue(.respective)
    case "dimension": return .cue(.dimension)
    case "aspect": return .cue(.aspect)
    case "restate": return .cue(.restate)
    case "scope": return .cue(.scope)
    case "reason": return .cue(.reason)
    case "event": return .cue(.event)
    case "name": return .cue(.name)
    case "law": return .cue(.law)
    case "place": return .cue(.place)
    case "price-basis": return .cue(.priceBasis)
    case "partitive": return .cue(.partitive)
    case "average": return .cue(.average)
    case "chrome": return .cue(.chrome)
    case "season": return .cue(.season)
    case "actor": return .cue(.actor)
    case "head": return .cue(.head(try word("is", default: .plain)))
    case "rate": return .cue(.rate)
    case "growth": return .cue(.growth)
    case "bare": return .cue(.bare)
    case "reference": return .cue(.reference)
    default:
      throw LexiconProblem(
        start, "there is no meaning '\(rule.meaning)'",
        remedy: "use one that another line has, such as unit, base, verb or name")
    }
  }

  private var start: FileLocation {
    FileLocation(file: rule.location.file, line: rule.location.line, column: 1)
  }

  private func place(_ key: String) -> FileLocation {
    rule.attributes.first { $0.key == key }?.location ?? start
  }

  private func text(_ key: String) throws(LexiconProblem) -> String {
    guard let value = rule[key], !value.isEmpty else {
      throw LexiconProblem(start, "'\(rule.meaning)' needs \(key)=", remedy: "add \(key)=…")
    }
    return value
  }

  private func number(_ key: String, default other: Int? = nil) throws(LexiconProblem) -> Int {
    if rule[key] == nil, let other { return other }
    let value = try text(key)
    guard let number = Int(value) else {
      throw LexiconProblem(
        place(key), "'\(value)' is no whole number", remedy: "write \(key)= with digits")
    }
    return number
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, default other: Word? = nil
  ) throws(LexiconProblem) -> Word where Word.RawValue == String {
    if rule[key] == nil, let other { return other }
    let value = try text(key)
    guard let word = Word(rawValue: value) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw LexiconProblem(
        place(key), "\(key)=\(value) is unknown", remedy: "use one of \(known)")
    }
    return word
  }

  private func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(LexiconProblem) -> Word? where Word.RawValue == String {
    rule[key] == nil ? nil : try word(key)
  }
}
