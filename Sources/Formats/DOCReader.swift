/// Reads documents of Word 6 to 2003, by `antiword`, or by LibreOffice where that is missing or fails.
public enum DOCReader {
  /// - Parameter path: the folders to look for the programs in, divided by `:`; `PATH` where `nil`.
  /// - Throws: where the document is none, is encrypted or damaged, both programs are missing, or they
  ///   need more than the limits allow.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions(), path: String? = nil
  ) throws(FormatError) -> FormattedText {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      throw FormatError(
        "is no document of Word: it is no OLE file",
        remedy: "see what it is, by the command 'file'")
    }
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "document.doc")
    let antiword = ExternalProgram("antiword", package: "antiword", path: path)
    let office = ExternalProgram("soffice", package: "libreoffice-writer-nogui", path: path)
    guard antiword.isInstalled || !office.isInstalled else {
      return try convert(office, folder, options)
    }
    let output = try antiword.run(["-x", "db", "document.doc"], in: folder, limits: options.limits)
    if output.complaints.contains("ncrypted") {
      throw FormatError(
        "is encrypted: it opens with a password alone",
        remedy: "open it in an office program and save it without the password")
    }
    if output.exitCode == 0 {
      let markup = try DOCMarkup(output.bytes, limits: options.limits)
      var text = FormattedText(format: .doc)
      text.properties = markup.properties
      text.add(markup.blocks)
      let officeReadsMore = markup.hasTableWithoutRows && office.isInstalled
      if !text.bytes.isEmpty, !officeReadsMore { return text }
    }
    guard office.isInstalled else {
      throw FormatError(
        "cannot be read by antiword: \(output.complaints.squeezed)",
        remedy: "install libreoffice-writer-nogui, which reads more, or save it as .docx")
    }
    return try convert(office, folder, options)
  }

  /// By way of RTF.
  private static func convert(
    _ office: ExternalProgram, _ folder: borrowing TemporaryFolder, _ options: FormatOptions
  ) throws(FormatError) -> FormattedText {
    let output = try office.run(
      [
        // Its settings, and the lock on them, are this run's own.
        "-env:UserInstallation=file://\(folder.path)/settings", "--headless", "--norestore",
        "--convert-to", "rtf", "document.doc",
      ], in: folder, limits: options.limits)
    guard output.exitCode == 0, let rtf = folder.read("document.rtf", limit: options.limits.bytes)
    else {
      throw FormatError(
        "cannot be read by LibreOffice", remedy: "see that it opens there, and save it as .docx")
    }
    let document = try RTFDocument(rtf, depth: options.limits.depth)
    var text = FormattedText(format: .doc)
    text.properties = document.properties
    text.add(document.blocks)
    return text
  }
}
