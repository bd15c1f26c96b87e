/// What a name of an element or attribute belongs to, whatever prefix the file gave it.
enum XMLNamespace: Sendable {
  case word, spreadsheet, math, compatibility, relationships, package
  case office, text, table, draw, style, number, presentation, meta, svg
  case dublinCore, dublinCoreTerms
  case other

  init(_ address: String) {
    self = Self.addresses[address] ?? .other
  }

  private static let addresses: [String: XMLNamespace] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .word,
    "http://purl.oclc.org/ooxml/wordprocessingml/main": .word,
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": .spreadsheet,
    "http://purl.oclc.org/ooxml/spreadsheetml/main": .spreadsheet,
    "http://schemas.openxmlformats.org/officeDocument/2006/math": .math,
    "http://purl.oclc.org/ooxml/officeDocument/math": .math,
    "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility,
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": .relationships,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": .relationships,
    "http://schemas.openxmlformats.org/package/2006/relationships": .package,
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": .office,
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": .text,
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": .table,
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": .draw,
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": .style,
    "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": .number,
    "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0": .presentation,
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": .meta,
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": .svg,
    "http://purl.org/dc/elements/1.1/": .dublinCore,
    "http://purl.org/dc/terms/": .dublinCoreTerms,
  ]
}

struct XMLName: Sendable, Hashable {
  let space: XMLNamespace
  /// Without prefix.
  let name: String

  init(_ space: XMLNamespace, _ name: String) {
    self.space = space
    self.name = name
  }
}

struct XMLAttribute: Sendable {
  let name: XMLName
  let value: String
}

struct XMLElement: Sendable {
  let name: XMLName
  /// `nil` for the root.
  let parent: XMLName?
  let attributes: [XMLAttribute]

  /// The attribute of that name in any namespace: the first, where there are several.
  subscript(name: String) -> String? {
    attributes.first { $0.name.name == name }?.value
  }

  subscript(space: XMLNamespace, name: String) -> String? {
    attributes.first { $0.name.space == space && $0.name.name == name }?.value
  }

  /// A switch of OOXML such as `<w:vanish/>`: on, unless its value says off.
  var isOn: Bool {
    guard let value = self["val"] else { return true }
    return !["0", "false", "off"].contains(value)
  }
}

/// What is met while reading XML from its beginning to its end. A text may come in several pieces.
enum XMLEvent: Sendable {
  case start(XMLElement)
  case end(XMLName)
  case text(String)
}

/// Reads an element of XML after the other, without a tree of them.
protocol XMLHandler {
  mutating func handle(_ event: XMLEvent) throws(FormatError)
}
