internal import CArchive

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A zip, tar or gzip file, opened by libarchive; its members are met one after the other.
///
/// Unsafe pointers are used here, since libarchive is a C library: it reads bytes where they stand, so they
/// stand in memory of this object's own.
final class ArchiveFile {
  enum Kind { case zip, tar, gzip, gzippedTar }

  enum Source {
    case bytes([UInt8])
    case file(path: String)

    /// Its first bytes, at most `count`; none where it cannot be read.
    func head(_ count: Int) -> [UInt8] {
      switch self {
      case .bytes(let bytes): return Array(bytes.prefix(count))
      case .file(let path):
        guard let file = fopen(path, "rbe") else { return [] }
        defer { fclose(file) }
        var head = [UInt8](repeating: 0, count: count)
        return Array(head[..<fread(&head, 1, count, file)])
      }
    }
  }

  struct Entry {
    /// The path as it stands in the file, in whatever encoding.
    let path: [UInt8]
    /// Not a folder, a link or a device.
    let isFile: Bool
    let isEncrypted: Bool
    /// As the file claims.
    let size: Int?
  }

  private let archive: OpaquePointer
  private let memory: UnsafeMutableRawBufferPointer?
  private let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  private var current: OpaquePointer?

  /// Opens the file, before its first member.
  init(_ source: Source, _ kind: Kind) throws(FormatError) {
    guard let archive = archive_read_new() else { throw Self.damaged("no memory") }
    switch kind {
    case .zip: archive_read_support_format_zip(archive)
    case .tar: archive_read_support_format_tar(archive)
    case .gzip:
      archive_read_support_filter_gzip(archive)
      archive_read_support_format_raw(archive)
    case .gzippedTar:
      archive_read_support_filter_gzip(archive)
      archive_read_support_format_tar(archive)
    }
    let code: Int32
    switch source {
    case .file(let path):
      memory = nil
      code = archive_read_open_filename(archive, path, 1 << 16)
    case .bytes(let bytes):
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
      copy.copyBytes(from: bytes)
      memory = copy
      code = archive_read_open_memory(archive, copy.baseAddress, copy.count)
    }
    self.archive = archive
    guard code == ARCHIVE_OK else { throw Self.damaged(Self.message(archive)) }
    // Without a format of its own, bytes that only begin like gzip would pass as they are.
    guard kind != .gzip || archive_filter_code(archive, 0) == ARCHIVE_FILTER_GZIP else {
      throw Self.damaged("no gzip head")
    }
  }

  deinit {
    archive_read_free(archive)
    memory?.deallocate()
    if let locale { freelocale(locale) }
  }

  /// The next member, or `nil` behind the last. Throws where the archive cannot be followed further.
  func next() throws(FormatError) -> Entry? {
    // Paths that are Unicode are given in the encoding of the locale: this thread's, for a while.
    let previous = uselocale(locale)
    defer { uselocale(previous) }
    let code = archive_read_next_header(archive, &current)
    if code == ARCHIVE_EOF { return nil }
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let current else {
      throw Self.damaged(Self.message(archive))
    }
    let path = archive_entry_pathname(current).map { path in
      Array(UnsafeBufferPointer(start: path, count: strlen(path))).map(UInt8.init(bitPattern:))
    }
    let isLink = archive_entry_hardlink(current) != nil || archive_entry_symlink(current) != nil
    return Entry(
      path: path ?? [], isFile: archive_entry_filetype(current) == S_IFREG && !isLink,
      isEncrypted: archive_entry_is_encrypted(current) != 0,
      size: archive_entry_size_is_set(current) != 0 ? Int(archive_entry_size(current)) : nil)
  }

  /// What unpacking a member came to.
  enum Content {
    case whole([UInt8])
    /// It is larger than the limit, of which so much was unpacked.
    case tooLarge(unpacked: Int)
    /// It is damaged; where the archive cannot be followed further, it has to be opened again.
    case damaged(FormatError, unpacked: Int, isFatal: Bool)
  }

  /// The current member's bytes, at most `limit`, whatever size it claims.
  func content(limit: Int) -> Content {
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = archive_read_data(archive, &piece, piece.count)
      guard count >= 0 else {
        return .damaged(
          Self.damaged(Self.message(archive)), unpacked: content.count,
          isFatal: count == Int(ARCHIVE_FATAL))
      }
      guard count > 0 else { return .whole(content) }
      guard content.count + count <= limit else { return .tooLarge(unpacked: content.count) }
      content += piece[..<count]
    }
  }

  /// The first bytes of the current member, at most `count`.
  func head(_ count: Int) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: count)
    return Array(head[..<max(0, archive_read_data(archive, &head, count))])
  }

  private static func message(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "unknown contents"
  }

  private static func damaged(_ detail: String) -> FormatError {
    FormatError("is damaged (\(detail))", remedy: "fetch it or pack it again")
  }
}
