/// Why records cannot be written, and what to do, in words for people.
public struct WriterError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Such as "a workbook holds no more than 1,048,576 rows".
  public let problem: String
  public let remedy: String

  public init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String { "\(problem); \(remedy)" }
}
