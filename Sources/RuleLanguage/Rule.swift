/// Where something stands in a file of language data: line and column count from 1.
public struct FileLocation: Sendable, Hashable {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// What is wrong with a file of language data, where, and what to do.
public struct LexiconProblem: Error, Sendable, Hashable, CustomStringConvertible {
  public var location: FileLocation
  public var message: String
  public var remedy: String

  public init(_ location: FileLocation, _ message: String, remedy: String) {
    self.location = location
    self.message = message
    self.remedy = remedy
  }

  public var description: String {
    "\(location.file):\(location.line):\(location.column): \(message); \(remedy)"
  }
}

/// Every problem found, in the order of the files.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
  public var problems: [LexiconProblem]

  public init(problems: [LexiconProblem]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One line of language data: what it says, by which words, with an example.
///
/// A line has three columns divided by tabs: the meaning (`class key=value …`), the pattern, and
/// an example in which ⟦…⟧ surrounds what the pattern matches.
public struct Rule: Sendable {
  /// One `key=value` of the meaning.
  public struct Attribute: Sendable {
    public var key: String
    public var value: String
    public var location: FileLocation
  }

  public var name: String
  /// What kind of thing it is: `unit`, `period`, `base` …
  public var meaning: String
  public var attributes: [Attribute]
  public var pattern: String
  /// Texts in which ⟦…⟧ surrounds the match.
  public var examples: [String]
  public var location: FileLocation

  /// Whether two lines give their words the same meaning.
  func saysTheSame(as other: Rule) -> Bool {
    meaning == other.meaning && attributes.count == other.attributes.count
      && attributes.allSatisfy { other[$0.key] == $0.value }
  }

  public subscript(key: String) -> String? {
    attributes.first { $0.key == key }?.value
  }
}
