/// Reads PDF with text, by `pdftohtml` of poppler: paragraphs and tables from where words stand.
public enum PDFReader {
  private static let package = "poppler-utils"

  /// - Parameter path: the folders to look for the programs in, divided by `:`; `PATH` where `nil`.
  /// - Throws: where the document is none, is encrypted, damaged or scanned, the program is missing, or
  ///   needs more than the limits allow.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions(), path: String? = nil
  ) throws(FormatError) -> FormattedText {
    guard contains("%PDF-", bytes.prefix(1024)) else {
      throw FormatError(
        "is no PDF: it does not begin with %PDF", remedy: "see what it is, by the command 'file'")
    }
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "document.pdf")
    let converter = ExternalProgram("pdftohtml", package: package, path: path)
    // Not quietly (-q): that would hide why a locked document is refused.
    let arguments = ["-xml", "-i", "-stdout", "document.pdf"]
    var pages = try convert(converter, arguments, folder, options.limits)
    if !hasText(pages) {
      // The letters that text recognition laid under the picture of a page are called hidden.
      pages = try convert(converter, ["-hidden"] + arguments, folder, options.limits)
    }
    guard !pages.isEmpty else { throw damaged }
    guard hasText(pages) else {
      throw FormatError(
        "is a scanned PDF: its pages are pictures, without text",
        remedy: "run a text recognition (OCR) on it first, such as ocrmypdf -l vie")
    }
    var text = FormattedText(format: .pdf)
    text.properties = properties(folder, options.limits, path)
    var lines = lines(pages)
    if lines.joined().contains(where: { !PDFTable.find(in: $0).isEmpty }),
      let boxes = boxes(folder, options.limits, path)
    {
      lines = self.lines(boxes.cut(pages))
    }
    text.add(blocks(lines, usualSize: PDFLine.usualSize(pages.lazy.flatMap(\.runs))))
    return text
  }

  /// The lines of each page's parts, and where they go on the page.
  private static func lines(_ pages: [PDFPage]) -> [[[PDFLine]]] {
    pages.enumerated().map { number, page in
      PDFColumns.parts(page).map { PDFLine.lines($0, page: number) }
    }
  }

  /// What the pages say, from the first to the last.
  private static func blocks(_ parts: [[[PDFLine]]], usualSize usual: Int) -> [DocumentBlock] {
    let furniture = PDFFurniture(
      parts.map { part in part.flatMap { $0 }.sorted { $0.bottom < $1.bottom } }, usualSize: usual)
    return PDFParagraphs(parts.flatMap { page in furniture.removed(from: page) }).blocks
  }

  private static func convert(
    _ program: ExternalProgram, _ arguments: [String], _ folder: borrowing TemporaryFolder,
    _ limits: FormatLimits
  ) throws(FormatError) -> [PDFPage] {
    let output = try program.run(arguments, in: folder, limits: limits)
    let complaints = output.complaints
    if complaints.contains("Incorrect password") {
      throw FormatError(
        "is encrypted: it opens with a password alone",
        remedy: "remove the password, such as by qpdf --decrypt --password=…")
    }
    if complaints.contains("Copying of text from this document is not allowed") {
      throw FormatError(
        "forbids the copying of its text", remedy: "ask its issuer for a copy that allows it")
    }
    guard output.exitCode == 0 else { throw damaged }
    return try PDFPage.pages(output.bytes, limits: limits)
  }

  /// Where words stand; what the program does not say of damaged pages is done without.
  private static func boxes(
    _ folder: borrowing TemporaryFolder, _ limits: FormatLimits, _ path: String?
  ) -> PDFWordBoxes? {
    let program = ExternalProgram("pdftotext", package: package, path: path)
    guard
      let output = try? program.run(["-bbox", "document.pdf", "-"], in: folder, limits: limits),
      output.exitCode == 0
    else { return nil }
    return try? PDFWordBoxes(output.bytes, limits: limits)
  }

  private static var damaged: FormatError {
    FormatError(
      "is a damaged PDF: pdftohtml cannot read it",
      remedy: "fetch it again, or open it in a reader and print it to PDF")
  }

  /// More than page numbers and stamps.
  private static func hasText(_ pages: [PDFPage]) -> Bool {
    let letters = pages.lazy.flatMap(\.runs).reduce(0) { $0 + $1.text.count { $0.isLetter } }
    return letters > 0 && letters >= pages.count * 16
  }

  private static func properties(
    _ folder: borrowing TemporaryFolder, _ limits: FormatLimits, _ path: String?
  ) -> DocumentProperties {
    var properties = DocumentProperties()
    let program = ExternalProgram("pdfinfo", package: package, path: path)
    // What it says is welcome, and no more.
    guard
      let output = try? program.run(
        ["-isodates", "-enc", "UTF-8", "document.pdf"], in: folder, limits: limits),
      output.exitCode == 0
    else { return properties }
    for line in String(decoding: output.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = String(parts[1]).squeezed
      switch parts[0] {
      case "Title": properties.title = value
      case "Author": properties.author = value
      case "CreationDate": properties.date = value
      default: break
      }
    }
    return properties
  }

  private static func contains(_ mark: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    let mark = Array(mark.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: mark) }
  }
}
