public import Encodings

/// Why a document cannot be read, and what to do, in words for people.
public struct FormatError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Such as "is a scanned PDF: its pages are pictures, without text".
  public let problem: String
  /// Such as "run a text recognition (OCR) on it first".
  public let remedy: String

  public init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String { "\(problem); \(remedy)" }
}

/// How documents are read.
public struct FormatOptions: Sendable {
  /// The encoding of bytes that do not say theirs; `nil` to find it out.
  public var encoding: TextEncoding?
  public var limits = FormatLimits()

  public init() {}
}

/// What one document may cost.
public struct FormatLimits: Sendable {
  /// Bytes of text or of unpacked parts.
  public var bytes = 256 << 20
  /// Nested elements, brackets of markup, archives within archives.
  public var depth = 256
  public var archiveDepth = 3
  /// Bytes unpacked from one archive, all its members together.
  public var archiveBytes = 4 << 30
  /// Members of an archive.
  public var members = 100_000
  /// Seconds that a helper program may run.
  public var seconds = 60
  /// Bytes of memory that a helper program may use.
  public var memory = 2 << 30

  public init() {}
}
