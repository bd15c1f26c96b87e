/// The least OpenDocument file that has a content, and what a test adds.
struct ODTMade {
  var parts: [(String, String)]

  private static let names =
    ["office", "text", "table", "style", "meta"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\" "
    }.joined()
    + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:fo=\"urn:fo\""

  /// - Parameters:
  ///   - kind: `text` or `spreadsheet`.
  ///   - body: what the element of that name holds.
  init(_ body: String, kind: String = "text", automatic: String = "", styles: String = "") {
    parts = [
      ("mimetype", "application/vnd.oasis.opendocument.\(kind)"),
      (
        "content.xml",
        "<office:document-content \(Self.names)><office:automatic-styles>\(automatic)"
          + "</office:automatic-styles><office:body><office:\(kind)>\(body)</office:\(kind)>"
          + "</office:body></office:document-content>"
      ),
      (
        "styles.xml",
        "<office:document-styles \(Self.names)><office:styles>\(styles)</office:styles>"
          + "</office:document-styles>"
      ),
      (
        "meta.xml",
        "<office:document-meta \(Self.names)><office:meta><dc:title>Báo cáo</dc:title>"
          + "<meta:initial-creator>Lan</meta:initial-creator><meta:creation-date>2022-09-29</meta:creation-date>"
          + "</office:meta></office:document-meta>"
      ),
    ]
  }

  var bytes: [UInt8] { PackageZip(parts).bytes }
}
