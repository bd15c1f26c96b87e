internal import CArchive

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A zip, tar or gzip file in memory, opened by libarchive; its members are met one after the other.
///
/// Unsafe pointers are used here, since libarchive is a C library: it reads the bytes where they stand, and
/// they stand still while `read` runs.
struct ArchiveFile: ~Copyable {
  enum Kind { case zip, tar, gzip }

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
  private var current: OpaquePointer?

  /// Calls `body` with the open archive, standing before its first member.
  static func read<Value>(
    _ bytes: [UInt8], _ kind: Kind, _ body: (inout ArchiveFile) throws(FormatError) -> Value
  ) throws(FormatError) -> Value {
    // Paths that are Unicode are given in the encoding of the locale: this thread's, for a while.
    let utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let previous = uselocale(utf8)
    defer {
      uselocale(previous)
      if let utf8 { freelocale(utf8) }
    }
    let result = bytes.withUnsafeBytes { bytes -> Result<Value, FormatError> in
      do throws(FormatError) {
        var file = try ArchiveFile(bytes, kind)
        return .success(try body(&file))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeRawBufferPointer, _ kind: Kind) throws(FormatError) {
    guard let archive = archive_read_new() else { throw Self.damaged("no memory") }
    switch kind {
    case .zip: archive_read_support_format_zip(archive)
    case .tar: archive_read_support_format_tar(archive)
    case .gzip:
      archive_read_support_filter_gzip(archive)
      archive_read_support_format_raw(archive)
    }
    guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
      let problem = Self.damaged(Self.message(archive))
      archive_read_free(archive)
      throw problem
    }
    // Without a format of its own, bytes that only begin like gzip would pass as they are.
    guard kind != .gzip || archive_filter_code(archive, 0) == ARCHIVE_FILTER_GZIP else {
      archive_read_free(archive)
      throw Self.damaged("no gzip head")
    }
    self.archive = archive
  }

  deinit { archive_read_free(archive) }

  /// The next member, or `nil` behind the last. Throws where the archive cannot be followed further.
  mutating func next() throws(FormatError) -> Entry? {
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
  mutating func content(limit: Int) -> Content {
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

  private static func message(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "unknown contents"
  }

  private static func damaged(_ detail: String) -> FormatError {
    FormatError("is damaged (\(detail))", remedy: "fetch it or pack it again")
  }
}
