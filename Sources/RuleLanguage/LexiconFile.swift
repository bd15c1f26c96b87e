/// A file of language data as text.
public struct LexiconFile: Sendable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The rules of the file, with what is wrong with the other lines.
  func rules() -> (rules: [Rule], problems: [LexiconProblem]) {
    var rules: [Rule] = []
    var problems: [LexiconProblem] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      do throws(LexiconProblem) {
        rules.append(try rule(Substring(line), number))
      } catch {
        problems.append(error)
      }
    }
    return (rules, problems)
  }

  private func rule(_ line: Substring, _ number: Int) throws(LexiconProblem) -> Rule {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    let start = FileLocation(file: name, line: number, column: 1)
    guard columns.count == 3 else {
      throw LexiconProblem(
        start, "\(columns.count) columns where 3 are needed",
        remedy: "write meaning, pattern and example, divided by tabs")
    }
    var at = start
    at.column += columns[0].unicodeScalars.count + 1
    let (meaning, attributes) = try self.meaning(String(columns[0]), start)
    let examples = columns[2].split(separator: " | ").map(String.init)
    for example in examples where !example.contains("⟦") || !example.contains("⟧") {
      var place = at
      place.column += columns[1].unicodeScalars.count + 1
      throw LexiconProblem(
        place, "the example marks nothing", remedy: "put ⟦ and ⟧ around the words that match")
    }
    if examples.isEmpty {
      throw LexiconProblem(at, "no example", remedy: "add one in the third column, with ⟦ and ⟧")
    }
    return Rule(
      name: "\(meaning)@\(name.split(separator: ".").first ?? ""):\(number)", meaning: meaning,
      attributes: attributes, pattern: String(columns[1]), examples: examples, location: at)
  }

  /// Splits `class key=value key="two words"`.
  private func meaning(_ text: String, _ start: FileLocation) throws(LexiconProblem) -> (
    String, [Rule.Attribute]
  ) {
    var words: [(text: String, column: Int)] = []
    var current = ""
    var column = 1
    var wordColumn = 1
    var quoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        quoted.toggle()
      } else if scalar == " ", !quoted {
        if !current.isEmpty { words.append((current, wordColumn)) }
        current = ""
        wordColumn = column + 1
      } else {
        current.unicodeScalars.append(scalar)
      }
      column += 1
    }
    if !current.isEmpty { words.append((current, wordColumn)) }
    guard let first = words.first else {
      throw LexiconProblem(start, "no meaning", remedy: "write a class, such as unit or base")
    }
    var attributes: [Rule.Attribute] = []
    for word in words.dropFirst() {
      var at = start
      at.column = word.column
      guard let equals = word.text.firstIndex(of: "=") else {
        throw LexiconProblem(
          at, "'\(word.text)' has no value", remedy: "write it as \(word.text)=…")
      }
      attributes.append(
        .init(
          key: String(word.text[..<equals]),
          value: String(word.text[word.text.index(after: equals)...]), location: at))
    }
    return (first.text, attributes)
  }
}
