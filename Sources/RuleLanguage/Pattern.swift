import TextModel

/// What one token must be for a step of a pattern to match it.
enum TokenClass: String, Sendable, Hashable, CaseIterable {
  /// A whole number of up to two digits from 1 to 31, to 12, or I, II, III, IV or 1 to 4.
  case day, month, quarter
  /// A whole number of four digits from 1900 to 2099.
  case year
  /// A whole number.
  case int
  /// Any number.
  case number
  /// A Roman numeral in capitals.
  case roman
  /// 15.4.2019 and 10.2019 and 15.4, which look like numbers.
  case dotDate = "dot-date"
  case dotMonth = "dot-month"
  case dotDay = "dot-day"
  /// Any word.
  case word
  /// A word with a capital.
  case capital

  var shape: TokenShape {
    switch self {
    case .day: .day
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .int: .int
    case .number: .number
    case .roman: .roman
    case .dotDate: .dotDate
    case .dotMonth: .dotMonth
    case .dotDay: .dotDay
    case .word: .word
    case .capital: .capital
    }
  }
}

/// A pattern: words, "signs", <classes>, ( a | b ), [ optional ]. Before a step `~` asks that it
/// touches the step before, `^` that the word begins with a capital.
indirect enum Pattern {
  case word(String, glued: Bool, capital: Bool)
  case tokenClass(TokenClass, name: String, glued: Bool)
  case sequence([Pattern])
  case choice([Pattern])
  case optional(Pattern)
}

/// Reads the pattern column of a line.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var i = 0
  private let location: FileLocation

  init(_ text: String, at location: FileLocation) {
    scalars = Array(text.unicodeScalars)
    self.location = location
  }

  mutating func parse() throws(LexiconProblem) -> Pattern {
    let pattern = try choice()
    if i < scalars.count {
      throw problem("'\(scalars[i])' closes nothing", "take it out, or open it before")
    }
    return pattern
  }

  private func problem(_ message: String, _ remedy: String) -> LexiconProblem {
    var at = location
    at.column += i
    return LexiconProblem(at, message, remedy: remedy)
  }

  private mutating func choice() throws(LexiconProblem) -> Pattern {
    var members = [try sequence()]
    while i < scalars.count, scalars[i] == "|" {
      i += 1
      members.append(try sequence())
    }
    return members.count == 1 ? members[0] : .choice(members)
  }

  private mutating func sequence() throws(LexiconProblem) -> Pattern {
    var steps: [Pattern] = []
    while true {
      while i < scalars.count, scalars[i] == " " { i += 1 }
      guard i < scalars.count, !")]|".unicodeScalars.contains(scalars[i]) else { break }
      steps.append(try step())
    }
    if steps.isEmpty {
      throw problem("an empty pattern", "write the words that it matches")
    }
    return steps.count == 1 ? steps[0] : .sequence(steps)
  }

  private mutating func step() throws(LexiconProblem) -> Pattern {
    var glued = false
    var capital = false
    while i < scalars.count, scalars[i] == "~" || scalars[i] == "^" {
      if scalars[i] == "~" { glued = true } else { capital = true }
      i += 1
    }
    guard i < scalars.count else { throw problem("nothing after ~ or ^", "write a word there") }
    switch scalars[i] {
    case "(":
      i += 1
      let inner = try choice()
      try close(")")
      return inner
    case "[":
      i += 1
      let inner = try choice()
      try close("]")
      return .optional(inner)
    case "<":
      return try tokenClass(glued: glued)
    case "\"":
      i += 1
      let text = take { $0 != "\"" }
      try close("\"")
      return .word(text, glued: glued, capital: capital)
    default:
      let text = take { !" ()[]<>|\"~^".unicodeScalars.contains($0) }
      if text.isEmpty {
        throw problem("'\(scalars[i])' cannot stand here", "quote it as \"\(scalars[i])\"")
      }
      return .word(text, glued: glued, capital: capital)
    }
  }

  private mutating func tokenClass(glued: Bool) throws(LexiconProblem) -> Pattern {
    i += 1
    let start = i
    let text = take { $0 != ">" }
    let parts = text.split(separator: ":").map(String.init)
    guard let first = parts.first, let found = TokenClass(rawValue: first) else {
      i = start
      let known = TokenClass.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem("there is no token class <\(text)>", "use one of \(known)")
    }
    try close(">")
    return .tokenClass(found, name: parts.count > 1 ? parts[1] : first, glued: glued)
  }

  private mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while i < scalars.count, condition(scalars[i]) {
      text.append(scalars[i])
      i += 1
    }
    return String(text)
  }

  private mutating func close(_ scalar: Unicode.Scalar) throws(LexiconProblem) {
    guard i < scalars.count, scalars[i] == scalar else {
      throw problem("'\(scalar)' is missing", "close what was opened")
    }
    i += 1
  }
}
