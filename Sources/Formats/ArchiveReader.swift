/// A file out of an archive, or why it cannot be had.
public struct ArchiveMember: Sendable {
  /// Where it stands, for people: `folder/report.docx`, and `inner.zip/report.docx` out of an archive within.
  /// It never climbs out of a folder, but it is a label all the same and no path to write to.
  public let path: String
  public let content: Result<[UInt8], FormatError>
}

/// Zip and tar archives, gzip files, and such within such: a member at a time, in the archive's order.
///
/// One member is in memory at a time, and of an archive on the disk nothing else. Folders, links and hidden
/// files (`.git`, `__MACOSX`, `~$report.docx`, `Thumbs.db`) are passed over. What is wrong with one member is
/// told in its place, and the others come.
public struct ArchiveReader {
  private let options: FormatOptions
  /// Bytes that may still be unpacked, and members that may still come.
  private var bytesLeft: Int
  private var membersLeft: Int
  /// The archive, and those within that are being read.
  private var levels: [ArchiveLevel] = []

  /// An archive in memory.
  ///
  /// `name` is the archive's own: that of the file in a gzip is taken from it where the gzip does not say.
  /// Errors: it is no archive, or cannot be opened.
  public init(
    _ bytes: [UInt8], name: String? = nil, options: FormatOptions = FormatOptions()
  ) throws(FormatError) {
    self.init(options)
    guard let kind = ArchiveFile.Kind(try DocumentFormat.sniff(bytes, name: name)) else {
      throw FormatError("is no archive", remedy: "read it as the document that it is")
    }
    levels = [try ArchiveLevel(.bytes(bytes), kind, name: name, path: "")]
  }

  /// An archive on the disk; `nil` where the file is none.
  ///
  /// Errors: it cannot be opened.
  public init?(path: String, options: FormatOptions = FormatOptions()) throws(FormatError) {
    guard let kind = ArchiveFile.Kind(path: path) else { return nil }
    self.init(options)
    levels = [try ArchiveLevel(.file(path: path), kind, name: path, path: "")]
  }

  private init(_ options: FormatOptions) {
    self.options = options
    bytesLeft = options.limits.archiveBytes
    membersLeft = options.limits.members
  }

  /// The next member; `nil` behind the last.
  ///
  /// Errors: the archive cannot be read any further, or exceeds the limits; nothing comes after them.
  public mutating func next() throws(FormatError) -> ArchiveMember? {
    while let last = levels.indices.last {
      do throws(FormatError) {
        if let member = try nextMember(of: last) { return member }
        if levels.count == last + 1 { levels.removeLast() }
      } catch {
        let failed = levels.remove(at: last)
        guard let outer = levels.last else { throw error }
        return outer.failure(error, failed.name ?? "")
      }
    }
    return nil
  }

  /// The next member of an archive; `nil` where it has no more, or the next is an archive itself.
  private mutating func nextMember(of k: Int) throws(FormatError) -> ArchiveMember? {
    while let entry = try levels[k].next() {
      try countMember()
      guard entry.isFile, let path = levels[k].path(of: entry), !ArchiveLabel.isHidden(path)
      else { continue }
      if entry.isEncrypted { return levels[k].failure(.encrypted, path) }
      let limit = options.limits.bytes
      if let size = entry.size, size > limit { return levels[k].failure(.tooLarge(limit), path) }
      let error: FormatError
      switch levels[k].file.content(limit: min(limit, bytesLeft)) {
      case .whole(let content):
        bytesLeft -= content.count
        guard let format = try? DocumentFormat.sniff(content, name: path),
          let kind = ArchiveFile.Kind(format)
        else { return ArchiveMember(path: levels[k].label + path, content: .success(content)) }
        do throws(FormatError) {
          try open(content, kind, path, within: levels[k])
          return nil
        } catch let problem {
          return levels[k].failure(problem, path)
        }
      case .tooLarge(let count):
        bytesLeft -= count
        guard bytesLeft > 1 << 16 else { throw .archiveTooLarge(options.limits.archiveBytes) }
        error = .tooLarge(limit)
      case .damaged(let problem, let count, let isFatal):
        bytesLeft -= count
        error = problem
        if isFatal { try levels[k].reopen() }
      }
      // A gzip is its one file.
      if levels[k].isSingleFile { throw error }
      return levels[k].failure(error, path)
    }
    return nil
  }

  private mutating func open(
    _ bytes: [UInt8], _ kind: ArchiveFile.Kind, _ path: String, within outer: ArchiveLevel
  ) throws(FormatError) {
    guard levels.count < options.limits.archiveDepth else {
      throw FormatError(
        "is an archive more than \(options.limits.archiveDepth) archives deep",
        remedy: "unpack it first")
    }
    levels.append(
      try ArchiveLevel(.bytes(bytes), kind, name: path, path: "\(outer.label)\(path)/"))
  }

  private mutating func countMember() throws(FormatError) {
    membersLeft -= 1
    guard membersLeft >= 0 else {
      throw FormatError(
        "holds more than \(options.limits.members) files",
        remedy: "unpack it and give them in parts")
    }
  }
}

/// An archive that is being read, the outermost or one within.
private struct ArchiveLevel {
  private let source: ArchiveFile.Source
  private var kind: ArchiveFile.Kind
  let name: String?
  /// What stands before its members' paths.
  let label: String
  private(set) var file: ArchiveFile
  private var passed = 0
  private var reopened = 0

  init(
    _ source: ArchiveFile.Source, _ kind: ArchiveFile.Kind, name: String?, path label: String
  ) throws(FormatError) {
    self.source = source
    self.kind = kind
    self.name = name
    self.label = label
    file = try ArchiveFile(source, kind)
    guard kind == .gzip else { return }
    // A .tar.gz is one archive, not one within another.
    let isTar = try file.next() != nil && DocumentFormat.isTar(file.head(512))
    if isTar { self.kind = .gzippedTar }
    file = try ArchiveFile(source, self.kind)
  }

  /// Whether it is a gzip of something else than a tar file.
  var isSingleFile: Bool { kind == .gzip }

  mutating func next() throws(FormatError) -> ArchiveFile.Entry? {
    guard let entry = try file.next() else { return nil }
    passed += 1
    return entry
  }

  /// What is fatal to libarchive at one member need not be so to a zip: it is opened again behind it. Of others
  /// the next member then tells that there is no going on.
  mutating func reopen() throws(FormatError) {
    guard kind == .zip else { return }
    reopened += 1
    guard reopened < 100 else {
      throw FormatError("has too many damaged members", remedy: "pack it again")
    }
    file = try ArchiveFile(source, kind)
    for _ in 0..<passed { _ = try file.next() }
  }

  func path(of entry: ArchiveFile.Entry) -> String? {
    isSingleFile
      ? ArchiveLabel.gzipMember(source.head(1100), archive: name)
      : ArchiveLabel.path(entry.path, number: passed)
  }

  func failure(_ error: FormatError, _ path: String) -> ArchiveMember {
    ArchiveMember(path: label + path, content: .failure(error))
  }
}

extension ArchiveFile.Kind {
  fileprivate init?(_ format: DocumentFormat) {
    switch format {
    case .zip: self = .zip
    case .tar: self = .tar
    case .gzip: self = .gzip
    default: return nil
    }
  }

  /// What archive the file at `path` is; `nil` where it is none, or cannot be read.
  fileprivate init?(path: String) {
    let source = ArchiveFile.Source.file(path: path)
    guard let format = try? DocumentFormat.sniffPackage(source.head(512), source) else {
      return nil
    }
    self.init(format)
  }
}

extension FormatError {
  static let encrypted = FormatError(
    "is locked by a password", remedy: "unlock it first: save or pack it without password")

  static func tooLarge(_ limit: Int) -> FormatError {
    FormatError("unpacks to more than \(limit >> 20) MB", remedy: "divide it")
  }

  static func archiveTooLarge(_ limit: Int) -> FormatError {
    FormatError(
      "unpacks to more than \(limit >> 20) MB in all", remedy: "unpack it and give its files")
  }
}
