/// Microsoft's container of before 2007 ([MS-CFB]): which program's it is, the names in its folder tell.
struct CompoundFile {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Throws: where it is cut off, locked, or no document of Word.
  func format() throws(FormatError) -> DocumentFormat {
    guard folder < bytes.count else {
      throw FormatError("is cut off: it ends before its folder", remedy: "fetch it again")
    }
    if has("WordDocument") { return .doc }
    if has("EncryptedPackage") { throw .encrypted }
    if has("Workbook") || has("Book") {
      throw FormatError(
        "is a workbook of Excel 97-2003 (XLS)",
        remedy: "save it as XLSX, or convert it: soffice --convert-to xlsx FILE")
    }
    if has("PowerPoint Document") {
      throw FormatError("is a presentation of PowerPoint 97-2003", remedy: "export it as PDF")
    }
    return .doc
  }

  /// Where its folder begins: the head names the sector, and how large sectors are.
  private var folder: Int {
    guard bytes.count >= 0x34, 7...16 ~= bytes[0x1E] else { return bytes.count }
    let sector = (0..<4).reduce(0) { $0 | Int(bytes[0x30 + $1]) << (8 * $1) }
    return (sector + 1) << Int(bytes[0x1E])
  }

  /// Whether its folder has an entry of that name: entries stand at multiples of 128 bytes.
  private func has(_ name: String) -> Bool {
    let name = (name + "\0").utf16.flatMap { unit -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    return stride(from: 0, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: name) }
  }
}
