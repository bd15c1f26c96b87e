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
  private(set) var format = DocumentFormat.plainText.rawValue
  /// How its text was encoded, and how surely; empty where the format says it.
  private(set) var encoding = ""
  private(set) var encodingConfidence: ExactDecimal?
  /// What the file says of the report beside its text.
  private var known = ReportMetadata()
  private var name: FileName?
  /// What a manifest says of it.
  var given = ReportMetadata()

  init(path: String, source: SourceText) {
    self.path = path
    self.source = source
  }

  init(_ path: String, _ text: FormattedText) throws(InputError) {
    do throws(SourceError) {
      source = try SourceText(text.bytes)
    } catch {
      throw InputError(path: path, problem: "is no text", remedy: "give the report as a document")
    }
    self.path = path
    format = text.format.rawValue
    if let found = text.encoding {
      encoding = found.rawValue
      encodingConfidence = ExactDecimal(
        Int128((text.encodingConfidence * 100).rounded()), fractionDigits: 2)
    }
    let properties = text.properties
    let origin: ReportMetadata.Origin = text.format == .html ? .page : .properties
    known.title = .init(properties.title, origin)
    known.issuer = .init(properties.issuer, origin)
    known.author = .init(properties.author, origin)
    known.date = .init(properties.date, origin)
    known.url = .init(properties.url, origin)
    if path != Input.standard { name = FileName(path) }
  }

  /// How it is read: what is known of it goes before what the options say.
  func options(_ options: ReadingOptions) -> ReadingOptions {
    var own = options
    own.known = known
    own.fileName = name
    own.given = given
    return own
  }
}

/// Reads documents and other files.
enum Input {
  /// The path that stands for the standard input.
  static let standard = "-"

  /// The document at `path`, of whatever format but an archive.
  static func document(
    _ path: String, _ options: FormatOptions = FormatOptions()
  ) throws(InputError) -> InputDocument {
    try document(path, try bytes(path), options)
  }

  /// The document at `path`, or those in it where it is an archive, one after the other.
  static func documents(
    _ path: String, _ options: FormatOptions, _ body: (Result<InputDocument, InputError>) -> Void
  ) {
    do throws(InputError) {
      let bytes = try bytes(path)
      guard DocumentFile.isArchive(bytes, name: name(path)) else {
        return body(.success(try document(path, bytes, options)))
      }
      do throws(FormatError) {
        try ArchiveReader.read(bytes, name: name(path), options: options) { member in
          let label = FileSystem.join(path, member.path)
          body(
            Result { () throws(InputError) in
              try document(label, try content(of: member, label), options)
            })
        }
      } catch {
        throw InputError(path: path, problem: error.problem, remedy: error.remedy)
      }
    } catch {
      body(.failure(error))
    }
  }

  private static func content(
    of member: ArchiveMember, _ label: String
  ) throws(InputError) -> [UInt8] {
    do throws(FormatError) {
      return try member.content.get()
    } catch {
      throw InputError(path: label, problem: error.problem, remedy: error.remedy)
    }
  }

  private static func document(
    _ path: String, _ bytes: [UInt8], _ options: FormatOptions
  ) throws(InputError) -> InputDocument {
    let text: FormattedText
    do throws(FormatError) {
      text = try DocumentFile.read(bytes, name: name(path), options: options)
    } catch {
      throw InputError(path: path, problem: error.problem, remedy: error.remedy)
    }
    return try InputDocument(path, text)
  }

  private static func name(_ path: String) -> String? {
    path == standard ? nil : FileSystem.split(path).name
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

  /// What is wrong with a file that must be UTF-8.
  init(path: String, _ error: SourceError) {
    switch error {
    case .binary(let offset):
      self.init(
        path: path, problem: "is binary, not text (a NUL at byte offset \(offset))",
        remedy: "write it as plain text")
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
