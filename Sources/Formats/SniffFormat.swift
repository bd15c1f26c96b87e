extension DocumentFormat {
  /// What a file is by its content, whatever its name ends in; the name only tells separated values from text.
  ///
  /// What no other format claims is plain text. Linear in the bytes, in most cases in the first of them.
  /// Errors: a format that is known and not read, with what to do about it.
  public static func sniff(_ bytes: [UInt8], name: String? = nil) throws(FormatError) -> Self {
    let head = bytes.prefix(4096)
    if let unread = UnreadFormat.allCases.first(where: { $0.matches(head) }) { throw unread.error }
    if let package = try sniffPackage(Array(bytes.prefix(512)), .bytes(bytes)) { return package }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return try CompoundFile(bytes).format()
    }
    if SniffedMarkup.contains("%PDF-", in: head.prefix(1024)) { return .pdf }
    if SniffedMarkup.afterBlanks(head).starts(with: #"{\rtf"#.utf8) { return .rtf }
    switch SniffedMarkup(bytes) {
    case .html: return .html
    case .unread(let error): throw error
    case .none: break
    }
    if let ending = name?.lowercased(), ending.hasSuffix(".csv") || ending.hasSuffix(".tsv"),
      CSVReader.isSeparated(bytes)
    {
      return .csv
    }
    return .plainText
  }

  /// What a file that holds others is, by its first 512 bytes and the names in a zip; `nil` where it is none.
  static func sniffPackage(
    _ head: [UInt8], _ source: ArchiveFile.Source
  ) throws(FormatError) -> Self? {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return try sniffZip(source)
    }
    if head.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
    return isTar(head) ? .tar : nil
  }

  private static func sniffZip(_ source: ArchiveFile.Source) throws(FormatError) -> Self {
    var names: Set<String> = []
    var type: [UInt8] = []
    let limits = FormatLimits()
    // What is damaged further on is told by whoever reads it.
    if let file = try? ArchiveFile(source, .zip) {
      while names.count < limits.members, let entry = try? file.next() {
        let name = String(decoding: entry.path, as: UTF8.self).lowercased()
        names.insert(name)
        if name == "mimetype", case .whole(let content) = file.content(limit: 256) {
          type = content
        }
      }
    }
    let openDocument = "application/vnd.oasis.opendocument."
    let kind = String(decoding: type, as: UTF8.self).filter { !$0.isWhitespace }
    if kind.hasPrefix(openDocument) {
      switch kind.dropFirst(openDocument.count) {
      case "text", "text-template", "text-master": return .odt
      case "spreadsheet", "spreadsheet-template": return .ods
      default:
        throw FormatError(
          "is an OpenDocument drawing or presentation (\(kind))",
          remedy: "save its text as ODT, or export it as PDF")
      }
    }
    let isOffice =
      names.contains("[content_types].xml") || names.contains("xl/worksheets/sheet1.xml")
      || names.contains("word/document.xml")
    guard isOffice else { return .zip }
    if names.contains("word/document.xml") { return .docx }
    if names.contains("xl/workbook.xml") { return .xlsx }
    if names.contains("xl/workbook.bin") {
      throw FormatError("is a binary workbook (XLSB)", remedy: "save it as XLSX")
    }
    if names.contains("ppt/presentation.xml") {
      throw FormatError("is a presentation (PPTX)", remedy: "export it as PDF")
    }
    // The main part may have any name: the folder then tells.
    if names.contains(where: { $0.hasPrefix("word/document") }) { return .docx }
    if names.contains(where: { $0.hasPrefix("xl/workbook") }) { return .xlsx }
    throw FormatError(
      "is an office document that lacks its main part: it is cut off or damaged",
      remedy: "fetch it or save it again")
  }

  /// A tar file's first head carries the sum of its own bytes.
  static func isTar(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 512, bytes[0] != 0 else { return false }
    let field = bytes[148..<156].filter { $0 != 0 && $0 != 0x20 }
    guard !field.isEmpty, field.allSatisfy({ 0x30...0x37 ~= $0 }) else { return false }
    let stated = field.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    let sum = bytes[..<512].reduce(0) { $0 + Int($1) }
    return stated == sum - bytes[148..<156].reduce(0) { $0 + Int($1) } + 8 * 0x20
  }
}

/// What is known by its first bytes and not read.
private enum UnreadFormat: CaseIterable {
  case rar, sevenZip, xz, bzip2, png, jpeg, gif, tiff, program

  func matches(_ head: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .rar: head.starts(with: "Rar!".utf8)
    case .sevenZip: head.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
    case .xz: head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
    case .bzip2: head.starts(with: "BZh".utf8) && head.dropFirst(4).starts(with: "1AY&SY".utf8)
    case .png: head.starts(with: [0x89, 0x50, 0x4E, 0x47])
    case .jpeg: head.starts(with: [0xFF, 0xD8, 0xFF])
    case .gif: head.starts(with: "GIF8".utf8)
    case .tiff:
      head.starts(with: [0x49, 0x49, 0x2A, 0]) || head.starts(with: [0x4D, 0x4D, 0, 0x2A])
    case .program: head.starts(with: [0x7F, 0x45, 0x4C, 0x46])
    }
  }

  var error: FormatError {
    switch self {
    case .rar, .sevenZip, .xz, .bzip2:
      FormatError(
        "is an archive of a kind that is not read (RAR, 7z, xz or bzip2)",
        remedy: "unpack it, or pack it as zip")
    case .png, .jpeg, .gif, .tiff:
      FormatError("is a picture, without text", remedy: "run a text recognition (OCR) on it first")
    case .program: FormatError("is a program, no document", remedy: "give the report")
    }
  }
}
