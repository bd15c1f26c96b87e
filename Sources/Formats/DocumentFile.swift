internal import Encodings

/// A document of any format, told by its content.
public enum DocumentFile {
  /// The text of the document in `bytes`; an archive is refused, ``ArchiveReader`` opens it.
  ///
  /// - Parameter name: the file's name, where there is one: separated values are told by it from prose.
  /// - Throws: ``FormatError`` where the format is none of a report, or the document is broken.
  public static func read(
    _ bytes: [UInt8], name: String?, options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    if bytes.isEmpty, let name, !isTextName(name) {
      throw FormatError("is empty", remedy: "fetch it again, or leave it out")
    }
    let format = try DocumentFormat.sniff(bytes, name: name)
    switch format {
    case .plainText: return try PlainTextReader.read(bytes, options: options)
    case .html: return try HTMLReader.read(bytes, options: options)
    case .docx: return try DOCXReader.read(bytes, options: options)
    case .odt: return try ODTReader.read(bytes, options: options)
    case .doc: return try DOCReader.read(bytes, options: options)
    case .rtf: return try RTFReader.read(bytes, options: options)
    case .pdf: return try PDFReader.read(bytes, options: options)
    case .xlsx: return try XLSXReader.read(bytes, options: options)
    case .ods: return try ODSReader.read(bytes, options: options)
    case .csv: return try CSVReader.read(bytes, options: options)
    case .zip, .tar, .gzip:
      throw FormatError("is an archive", remedy: "extract reads the documents in it")
    }
  }

  /// Whether a file of that name may be a text, which may be empty.
  private static func isTextName(_ name: String) -> Bool {
    guard let point = name.lastIndex(of: ".") else { return true }
    return ["txt", "text", "csv", "tsv"].contains(name[name.index(after: point)...].lowercased())
  }
}

/// Plain text in any encoding.
public enum PlainTextReader {
  /// The text as it stands: only its bytes become UTF-8, and a byte order mark goes.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    do throws(DecodingFailure) {
      var text = try TextDecoder.decode(bytes, as: options.encoding)
      if options.encoding == nil { repair(&text) }
      return FormattedText(format: .plainText, text)
    } catch {
      throw FormatError(
        "is binary, no text (byte offset \(error.offset))", remedy: "give the report as a document")
    }
  }

  /// C«ng nghiÖp: a text of the old fonts that was saved as Unicode, letter by letter.
  private static func repair(_ text: inout DecodedText) {
    guard text.encoding == .utf8, looksWestern(text.bytes) else { return }
    let lines = String(decoding: text.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let repair = LegacyRepair(paragraphs: lines)
    guard let encoding = repair.encoding else { return }
    text.bytes = Array(lines.map { repair.repaired($0) ?? $0 }.joined(separator: "\n").utf8)
    text.encoding = encoding
    text.confidence = repair.confidence
  }

  /// Whether it has letters of Western Europe, and none that Vietnamese alone has.
  private static func looksWestern(_ bytes: [UInt8]) -> Bool {
    var western = 0
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 0xC2, 0xC3: western += 1
      // ă đ ĩ ũ, ơ ư, and ạ to ỹ
      case 0xC4, 0xC5, 0xC6: return false
      case 0xE1 where i + 1 < bytes.count && (bytes[i + 1] == 0xBA || bytes[i + 1] == 0xBB):
        return false
      default: break
      }
    }
    return western >= 4
  }
}
