/// Texts of OpenDocument: LibreOffice and others.
///
/// What is left out and where the rest stands is as in `DOCXReader`.
public struct ODTReader {
  /// Errors: a package or XML that is damaged, locked or over the limits.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    let limits = options.limits
    let package = try PackageFile.openDocument(bytes, limits: limits)
    var styles = ODTStyles()
    try package.read("styles.xml", limits: limits, into: &styles)
    try package.read("content.xml", limits: limits, into: &styles)
    var body = ODTBody(styles: styles, limits: limits)
    try package.read("content.xml", limits: limits, into: &body)

    var text = FormattedText(format: .odt)
    text.add(body.content)
    if !body.notes.isEmpty {
      text.endBlock()
      text.add(body.notes)
    }
    try limits.check(text)
    text.properties = try package.openDocumentProperties(limits)
    return text
  }
}

extension PackageFile {
  /// The parts of an OpenDocument file that hold text, styles and properties.
  static func openDocument(_ bytes: [UInt8], limits: FormatLimits) throws(FormatError) -> Self {
    let names: Set = ["content.xml", "styles.xml", "meta.xml", "meta-inf/manifest.xml"]
    let package = try PackageFile(bytes, limits: limits) { names.contains($0) }
    if let manifest = package["META-INF/manifest.xml"],
      SniffedMarkup.contains("encryption-data", in: manifest[...])
    {
      throw .encrypted
    }
    guard package.has("content.xml") else {
      throw FormatError(
        "is an OpenDocument file without its content",
        remedy: "open it in LibreOffice and save it again")
    }
    return package
  }

  func openDocumentProperties(_ limits: FormatLimits) throws(FormatError) -> DocumentProperties {
    var properties = PackageProperties()
    try read("meta.xml", limits: limits, into: &properties)
    return properties.properties
  }
}
