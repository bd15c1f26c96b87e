import SoLieu

/// Why an input cannot be read, and what to do.
struct InputError: Error, CustomStringConvertible {
  let path: String
  let problem: String
  let remedy: String

  var description: String { "\(path): \(problem); \(remedy)" }
}

/// A document out of its file.
struct InputDocument: Sendable {
  /// Its path as given; within an archive the archive's path and the member's.
  let path: String
  let source: SourceText
  /// The format's name, such as `text` or `docx`.
  var format = "text"
  /// How its text was encoded, and how surely; empty where the format says it.
  var encoding = ""
  var encodingConfidence: ExactDecimal?
  /// What the file says of the report beside its text, and its name.
  var known = ReportMetadata()

  /// How it is read: what is known of it goes before what the options say.
  func options(_ options: ReadingOptions) -> ReadingOptions {
    var own = options
    own.known = known
    return own
  }
}

/// Reads documents and other files.
enum Input {
  /// The path that stands for the standard input.
  static let standard = "-"

  /// The document at `path` as text.
  static func document(_ path: String) throws(InputError) -> InputDocument {
    let bytes = try bytes(path)
    do throws(SourceError) {
      var document = InputDocument(path: path, source: try SourceText(bytes))
      document.known = facts(ofName: path)
      return document
    } catch {
      throw InputError(path: path, error, bytes: bytes)
    }
  }

  /// What a path says of the report at its end.
  private static func facts(ofName path: String) -> ReportMetadata {
    var facts = ReportMetadata()
    guard path != standard else { return facts }
    let name = FileName(path)
    facts.title = .init(name.stem, .fileName)
    facts.period = name.period.flatMap { .init($0.period.iso, .fileName) }
    return facts
  }

  /// Whether a file without an ending may be a report: it begins as text, or as a document does.
  static func looksLikeReport(_ path: String) -> Bool {
    guard let file = try? OpenFile.toRead(path), let bytes = try? file.contents(limit: 1024) else {
      return false
    }
    file.shut()
    return !bytes.contains(0)
  }

  /// The bytes of the file at `path`.
  static func bytes(_ path: String) throws(InputError) -> [UInt8] {
    do throws(SystemError) {
      let file = path == standard ? OpenFile.standardInput : try OpenFile.toRead(path)
      defer { if path != standard { file.shut() } }
      return try file.contents(limit: SourceText.limit)
    } catch {
      throw InputError(path: path, error)
    }
  }
}

extension InputError {
  init(path: String, _ error: SystemError) {
    if error.isNoSuchFile {
      self.init(path: path, problem: "no such file", remedy: "check the path")
    } else if error.isFolder {
      self.init(path: path, problem: "is a folder", remedy: "name the files in it, such as *.txt")
    } else if error.isDenied {
      self.init(
        path: path, problem: "may not be read",
        remedy: "allow it (chmod u+r), or run as a user who may")
    } else {
      self.init(path: path, problem: "cannot be read (\(error.reason))", remedy: "check the file")
    }
  }

  init(path: String, _ error: SourceError, bytes: [UInt8]) {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    switch error {
    case .binary, .invalidUTF8:
      guard !isUTF16 else {
        self.init(
          path: path, problem: "is UTF-16 (a byte order mark at byte offset 0)",
          remedy: "save it as UTF-8, as with iconv -f UTF-16 -t UTF-8")
        return
      }
      self.init(path: path, error)
    case .tooLarge: self.init(path: path, error)
    }
  }

  private init(path: String, _ error: SourceError) {
    switch error {
    case .binary(let offset):
      self.init(
        path: path, problem: "is binary, not text (a NUL at byte offset \(offset))",
        remedy: "give the report as plain text")
    case .invalidUTF8(let offset):
      self.init(
        path: path, problem: "is not valid UTF-8 at byte offset \(offset)",
        remedy: "save it as UTF-8, as with iconv")
    case .tooLarge(_, let limit):
      self.init(
        path: path, problem: "is larger than \(limit) bytes",
        remedy: "split it into files below that size")
    }
  }
}
