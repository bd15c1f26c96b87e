/// Reads Rich Text Format: its running text and tables, without footnotes, headers and pictures.
public enum RTFReader {
  /// - Complexity: linear in the bytes; groups are not read by recursion.
  /// - Throws: where it is no RTF, or larger or deeper than the limits allow. A missing end is none.
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    guard bytes.count <= options.limits.bytes else {
      throw FormatError(
        "has more than \(options.limits.bytes) bytes", remedy: "divide it, or allow more")
    }
    let start = bytes.prefix(64).drop { $0 != UInt8(ascii: "{") }
    guard start.starts(with: #"{\rtf"#.utf8) else {
      throw FormatError(
        #"is no RTF: it does not begin with {\rtf"#,
        remedy: "see what it is, by the command 'file'")
    }
    let document = try RTFDocument(bytes, depth: options.limits.depth)
    var text = FormattedText(format: .rtf)
    text.properties = document.properties
    text.add(document.blocks)
    if document.isCutOff { text.notes.append("is cut off: its end is missing") }
    return text
  }
}
