/// What stands in the files that a zip holds.
public enum ZipText {
  /// How much of a member is looked at.
  private static let limit = 1 << 20

  /// Whether a member of the zip at `path` has the text within its first megabyte; `false` where there is no such
  /// file.
  public static func has(_ text: String, inMember member: String, ofZipAt path: String) -> Bool {
    guard let file = try? ArchiveFile(.file(path: path), .zip) else { return false }
    while let entry = try? file.next() {
      guard entry.isFile, String(decoding: entry.path, as: UTF8.self) == member else { continue }
      return file.head(limit).firstRange(of: Array(text.utf8)) != nil
    }
    return false
  }
}
