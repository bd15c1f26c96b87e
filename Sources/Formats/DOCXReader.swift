/// Documents of Word since 2007, and of what else writes DOCX.
///
/// Left out: headers and footers, comments, tables of contents, pictures, charts and drawings' shapes, deleted
/// and hidden text. Boxes of text follow the paragraph that they are anchored in; notes stand at the end, in
/// the order of their marks, without the marks. Lists get their numbers, bullets become `- `.
public struct DOCXReader {
  /// Errors: a package or XML that is damaged, locked or over the limits.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    let limits = options.limits
    let package = try PackageFile(bytes, limits: limits) { path in
      let isXML = path.hasSuffix(".xml") || path.hasSuffix(".rels")
      return isXML && !path.contains("/media/") && !path.contains("/theme/")
        && !path.contains("/charts/") && !path.contains("/diagrams/")
    }
    let root = try package.relationships(of: "", limits: limits)
    let main = root.path(type: "officeDocument") ?? "word/document.xml"
    guard package.has(main) else {
      throw FormatError(
        "is a Word document without its main part", remedy: "open it in Word and save it again")
    }
    let parts = try package.relationships(of: main, limits: limits)

    var styles = DOCXStyles()
    try package.read(parts.path(type: "styles") ?? "", limits: limits, into: &styles)
    var numbering = DOCXNumbering()
    try package.read(parts.path(type: "numbering") ?? "", limits: limits, into: &numbering)

    var body = DOCXBody(styles: styles, numbering: numbering)
    try package.read(main, limits: limits, into: &body)
    var text = FormattedText(format: .docx)
    text.add(body.content)

    if !body.notes.isEmpty {
      var foot = DOCXBody(styles: styles, numbering: numbering)
      try package.read(parts.path(type: "footnotes") ?? "", limits: limits, into: &foot)
      var end = DOCXBody(styles: styles, numbering: numbering)
      try package.read(parts.path(type: "endnotes") ?? "", limits: limits, into: &end)
      text.endBlock()
      var seen: Set<DOCXNote> = []
      for note in body.notes where seen.insert(note).inserted {
        text.add((note.isEnd ? end : foot).textOfNotes[note.id] ?? [])
      }
    }

    text.properties = try package.openXMLProperties(root, limits)
    return text
  }
}
