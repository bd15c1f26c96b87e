/// The least DOCX that has a body, and what a test adds.
struct DOCXMade {
  var parts: [(String, String)]

  /// - Parameters:
  ///   - body: what `w:body` holds.
  ///   - styles: what `w:styles` holds; likewise the others.
  init(_ body: String, styles: String = "", numbering: String = "", footnotes: String = "") {
    let names =
      #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
      + #" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
      + #" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#
      + #" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps""#
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = #"xmlns="http://schemas.openxmlformats.org/package/2006/relationships""#
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships \(package)><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\""
          + " Target=\"word/document.xml\"/></Relationships>"
      ),
      (
        "word/_rels/document.xml.rels",
        "<Relationships \(package)>"
          + ["styles", "numbering", "footnotes"].map {
            "<Relationship Id=\"\($0)\" Type=\"\(office)/\($0)\" Target=\"\($0).xml\"/>"
          }.joined() + "</Relationships>"
      ),
      ("word/document.xml", "<w:document \(names)><w:body>\(body)</w:body></w:document>"),
      ("word/styles.xml", "<w:styles \(names)>\(styles)</w:styles>"),
      ("word/numbering.xml", "<w:numbering \(names)>\(numbering)</w:numbering>"),
      ("word/footnotes.xml", "<w:footnotes \(names)>\(footnotes)</w:footnotes>"),
    ]
  }

  var bytes: [UInt8] { PackageZip(parts).bytes }
}
