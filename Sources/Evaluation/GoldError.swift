/// Why a gold file cannot be read, and what to do about it.
public struct GoldError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The gold file, by the name it was given.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// What is wrong there.
  public var problem: String
  /// What to write instead.
  public var remedy: String

  /// `NAME, line 3: "value" is missing; …`.
  public var description: String { "\(file), line \(line): \(problem); \(remedy)" }
}

extension GoldError {
  init(file: String, line: Int, decoding error: any Error) {
    let (problem, remedy) = Self.explanation(of: error)
    self.init(file: file, line: line, problem: problem, remedy: remedy)
  }

  private static func explanation(of error: any Error) -> (problem: String, remedy: String) {
    switch error {
    case DecodingError.keyNotFound(let key, _):
      return ("\"\(key.stringValue)\" is missing", "write it as the specification's Gold files say")
    case DecodingError.typeMismatch(let type, let context),
      DecodingError.valueNotFound(let type, let context):
      guard let field = context.codingPath.first?.stringValue else {
        return ("the line is no JSON object", "write one object a line")
      }
      return (
        "\"\(field)\" does not hold what it should",
        type == String.self
          ? "write text in quotes there, or a list of texts" : "write a plain number there"
      )
    default:
      return (
        "the line is not JSON of a record",
        "write one JSON object a line, with whole numbers for at and unit_mult"
      )
    }
  }
}
