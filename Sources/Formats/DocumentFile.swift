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

  /// Whether it holds documents of its own.
  public static func isArchive(_ bytes: [UInt8], name: String?) -> Bool {
    switch try? DocumentFormat.sniff(bytes, name: name) {
    case .zip, .tar, .gzip: true
    default: false
    }
  }
}

/// Plain text in any encoding.
public enum PlainTextReader {
  /// The text as it stands: only its bytes become UTF-8, and a byte order mark goes.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    do throws(DecodingFailure) {
      return FormattedText(
        format: .plainText, try TextDecoder.decode(bytes, as: options.encoding))
    } catch {
      throw FormatError(
        "is binary, no text (byte offset \(error.offset))", remedy: "give the report as a document")
    }
  }
}
