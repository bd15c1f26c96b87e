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
  /// What whoever uses its records should know.
  private(set) var notes: [String] = []
  /// What the file says of the report beside its text.
  private var known = ReportMetadata()
  private var name: FileName?
  /// What a manifest says of it.
  var given = ReportMetadata()

  /// Below this confidence in its encoding a document is named.
  private static let sureEncoding = 0.8

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
    notes = text.notes
    if let found = text.encoding {
      encoding = found.rawValue
      encodingConfidence = ExactDecimal(
        Int128((text.encodingConfidence * 100).rounded()), fractionDigits: 2)
      if text.encodingConfidence < Self.sureEncoding {
        notes.append(
          "is taken for \(encoding), but not surely (\(encodingConfidence?.description ?? "")): look at "
            + "'solieu text', and say --encoding where it is wrong")
      }
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

  /// What is known of it, with what its text told.
  func facts(_ metadata: ReportMetadata) -> DocumentFacts {
    var facts = DocumentFacts()
    facts.title = metadata.title?.value ?? ""
    facts.period = metadata.period?.value ?? ""
    facts.area = metadata.area?.value ?? ""
    facts.issuer = metadata.issuer?.value ?? ""
    facts.number = metadata.number?.value ?? ""
    facts.date = metadata.date?.value ?? ""
    facts.url = metadata.url?.value ?? ""
    facts.format = format
    facts.encoding = encoding
    return facts
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

  /// The archive at `path`; `nil` where it is none.
  static func archive(
    _ path: String, _ options: FormatOptions
  ) throws(InputError) -> ArchiveReader? {
    do throws(FormatError) {
      return try ArchiveReader(path: path, options: options)
    } catch {
      throw InputError(path: path, error)
    }
  }

  /// Whether what is at `path` can be read only once.
  static func isPipe(_ path: String) -> Bool {
    path == standard || FileStatus.of(path)?.kind == .other
  }

  /// A document that was a member of an archive.
  static func document(
    _ member: ArchiveMember, in archive: String, _ options: FormatOptions
  ) throws(InputError) -> InputDocument {
    try document(
      FileSystem.join(archive, member.path), try bytes(of: member, in: archive), options)
  }

  /// What is said of records where a report is asked for.
  static func complaint(ofRecords path: String) -> InputError {
    InputError(
      path: path, problem: "holds records that this program wrote, and is no report",
      remedy: "name the reports that they are from")
  }

  /// The document that `bytes` are.
  static func document(
    _ path: String, _ bytes: [UInt8], _ options: FormatOptions
  ) throws(InputError) -> InputDocument {
    let text: FormattedText
    do throws(FormatError) {
      text = try DocumentFile.read(bytes, name: name(path), options: options)
    } catch {
      throw InputError(path: path, error)
    }
    return try InputDocument(path, text)
  }

  private static func name(_ path: String) -> String? {
    path == standard ? nil : FileSystem.split(path).name
  }

  /// Whether a file without an ending may be a report: it begins as text, or as a document does.
  static func looksLikeReport(_ path: String) -> Bool {
    head(path, 1024).map { !$0.contains(0) } ?? false
  }

  /// Whether a file holds records that this command wrote, as CSV, a table, a workbook or a data package.
  static func isRecords(_ path: String) -> Bool {
    guard let head = head(path, 1024) else { return false }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return ZipText.has(
        "name=\"\(WorkbookWriter.property)\"", inMember: "docProps/custom.xml", ofZipAt: path)
        || ZipText.has(
          "\"\(DataPackageWriter.name)\"", inMember: "datapackage.json", ofZipAt: path)
    }
    let text = String(decoding: head, as: UTF8.self)
    if labels.contains(where: { TableWriter.begins(text, labels: $0) }) { return true }
    let line = String(decoding: head.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    let names = line.drop { $0 == "\u{FEFF}" }.split { $0 == "," || $0 == ";" }
    return recordTitles.contains(names.prefix(4).map(String.init))
  }

  /// How the headers of records begin, in every layout and language.
  private static let recordTitles = Set(
    labels.flatMap { labels in
      [
        Column.allCases.prefix(4).map(labels.title),
        WideColumn.allCases.prefix(4).map(labels.title),
      ]
    } + [SDMXWriter.firstColumns])

  /// The labels in every language.
  private static let labels: [Labels] = {
    guard let labels = try? Labels.standard(.code, catalogue: .init()) else { return [] }
    return Labels.Language.allCases.map(labels.speaking)
  }()

  /// The first bytes of a file; `nil` where it cannot be read.
  private static func head(_ path: String, _ count: Int) -> [UInt8]? {
    guard let file = try? OpenFile.toRead(path) else { return nil }
    defer { file.shut() }
    return try? file.contents(limit: count)
  }

  /// The bytes of a member of an archive.
  static func bytes(of member: ArchiveMember, in archive: String) throws(InputError) -> [UInt8] {
    do throws(FormatError) {
      return try member.content.get()
    } catch {
      throw InputError(path: FileSystem.join(archive, member.path), error)
    }
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
  init(path: String, _ error: FormatError) {
    self.init(path: path, problem: error.problem, remedy: error.remedy)
  }

  init(path: String, _ error: SystemError) {
    if error.isNoSuchFile {
      self.init(path: path, problem: "no such file", remedy: "check the path")
    } else if error.isFolder {
      self.init(path: path, problem: "is a folder", remedy: "name the files in it, such as *.txt")
    } else if error.isWithoutWriter {
      self.init(
        path: path, problem: "is a named pipe that nothing writes to",
        remedy: "start what writes to it, or name a file")
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
