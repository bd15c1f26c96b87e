/// A file out of an archive, or why it cannot be had.
public struct ArchiveMember: Sendable {
  /// Where it stands, for people: `folder/report.docx`, and `inner.zip/report.docx` out of an archive within.
  /// It never climbs out of a folder, but it is a label all the same and no path to write to.
  public let path: String
  public let content: Result<[UInt8], FormatError>
}

/// Zip and tar archives, gzip files, and such within such.
///
/// One member is in memory at a time. Folders, links and hidden files (`.git`, `__MACOSX`, `~$report.docx`,
/// `Thumbs.db`) are passed over. What is wrong with one member is told in its place, and the others come.
public struct ArchiveReader {
  private let options: FormatOptions
  /// Bytes that may still be unpacked, and members that may still come.
  private var bytesLeft: Int
  private var membersLeft: Int

  private init(_ options: FormatOptions) {
    self.options = options
    bytesLeft = options.limits.archiveBytes
    membersLeft = options.limits.members
  }

  /// Unpacks the members in the archive's order.
  ///
  /// `name` is the archive's own: that of the file in a gzip is taken from it where the gzip does not say.
  /// Errors: the archive cannot be read at all or further, or exceeds the limits; what came before has come.
  public static func read(
    _ bytes: [UInt8], name: String? = nil, options: FormatOptions = FormatOptions(),
    _ body: (ArchiveMember) -> Void
  ) throws(FormatError) {
    var reader = ArchiveReader(options)
    guard let kind = Kind(try DocumentFormat.sniff(bytes, name: name)) else {
      throw FormatError("is no archive", remedy: "read it as the document that it is")
    }
    try reader.read(bytes, kind, name: name, label: "", depth: 1, body)
  }

  private typealias Kind = ArchiveFile.Kind

  private mutating func read(
    _ bytes: [UInt8], _ kind: Kind, name: String?, label: String, depth: Int,
    _ body: (ArchiveMember) -> Void
  ) throws(FormatError) {
    if kind == .gzip {
      let content = try content(ofGzip: bytes)
      let inner = ArchiveLabel.gzipMember(bytes, archive: name)
      // A .tar.gz is one archive, not one within another.
      if case .tar? = try? DocumentFormat.sniff(content, name: nil) {
        try read(content, .tar, name: nil, label: label, depth: depth, body)
      } else {
        deliver(content, path: inner, label: label, depth: depth, body)
      }
      return
    }
    // What is fatal to libarchive at one member need not be so to the archive: it is opened again behind it.
    var passed = 0
    for _ in 0..<100 {
      let done = try ArchiveFile.read(bytes, kind) { (file) throws(FormatError) -> Bool in
        for _ in 0..<passed { _ = try file.next() }
        while let entry = try file.next() {
          passed += 1
          try countMember()
          guard entry.isFile, let path = ArchiveLabel.path(entry.path, number: passed),
            !ArchiveLabel.isHidden(path)
          else { continue }
          if entry.isEncrypted {
            fail(.encrypted, path, label, body)
            continue
          }
          let limit = options.limits.bytes
          if let size = entry.size, size > limit {
            fail(.tooLarge(limit), path, label, body)
            continue
          }
          switch file.content(limit: min(limit, bytesLeft)) {
          case .whole(let content):
            bytesLeft -= content.count
            deliver(content, path: path, label: label, depth: depth, body)
          case .tooLarge(let count):
            bytesLeft -= count
            guard bytesLeft > 1 << 16 else { throw .archiveTooLarge(options.limits.archiveBytes) }
            fail(.tooLarge(limit), path, label, body)
          case .damaged(let error, let count, let isFatal):
            bytesLeft -= count
            fail(error, path, label, body)
            if isFatal, kind == .zip { return false }
          }
        }
        return true
      }
      if done { return }
    }
    throw FormatError("has too many damaged members", remedy: "pack it again")
  }

  private mutating func countMember() throws(FormatError) {
    membersLeft -= 1
    guard membersLeft >= 0 else {
      throw FormatError(
        "holds more than \(options.limits.members) files",
        remedy: "unpack it and give them in parts")
    }
  }

  private mutating func content(ofGzip bytes: [UInt8]) throws(FormatError) -> [UInt8] {
    try countMember()
    let limit = min(options.limits.bytes, bytesLeft)
    let content = try ArchiveFile.read(bytes, .gzip) { (file) throws(FormatError) in
      try file.next() == nil ? ArchiveFile.Content.whole([]) : file.content(limit: limit)
    }
    switch content {
    case .whole(let content):
      bytesLeft -= content.count
      return content
    case .tooLarge(let count):
      bytesLeft -= count
      throw .tooLarge(limit)
    case .damaged(let error, let count, _):
      bytesLeft -= count
      throw error
    }
  }

  /// Gives a member on, or what is in it where it is an archive itself.
  private mutating func deliver(
    _ content: [UInt8], path: String, label: String, depth: Int, _ body: (ArchiveMember) -> Void
  ) {
    guard let format = try? DocumentFormat.sniff(content, name: path), let kind = Kind(format)
    else {
      body(ArchiveMember(path: label + path, content: .success(content)))
      return
    }
    do throws(FormatError) {
      guard depth < options.limits.archiveDepth else {
        throw FormatError(
          "is an archive more than \(options.limits.archiveDepth) archives deep",
          remedy: "unpack it first")
      }
      try read(
        content, kind, name: path, label: "\(label)\(path)/", depth: depth + 1, body)
    } catch {
      fail(error, path, label, body)
    }
  }

  private func fail(
    _ error: FormatError, _ path: String, _ label: String, _ body: (ArchiveMember) -> Void
  ) {
    body(ArchiveMember(path: label + path, content: .failure(error)))
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
}

extension FormatError {
  static let encrypted = FormatError(
    "is locked by a password", remedy: "unlock it first: save or pack it without password")

  static func tooLarge(_ limit: Int) -> FormatError {
    FormatError("unpacks to more than \(limit >> 20) MB", remedy: "divide it, or raise the limit")
  }

  static func archiveTooLarge(_ limit: Int) -> FormatError {
    FormatError(
      "unpacks to more than \(limit >> 20) MB in all", remedy: "unpack it and give its files")
  }
}
