/// The least XLSX that has sheets, and what a test adds.
struct XLSXMade {
  var parts: [(String, String)] = []
  private static let spreadsheet =
    #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#

  /// - Parameters:
  ///   - sheets: names with what `worksheet` holds; a name that ends in `@` is of a hidden sheet.
  ///   - formats: codes of numbers; the style `s="1"` shows the first, and so on.
  ///   - fonts: the style of each comes behind those of the formats.
  init(
    _ sheets: [(String, String)], strings: String = "", formats: [String] = [],
    fonts: [String] = [], workbook: String = ""
  ) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = #"xmlns="http://schemas.openxmlformats.org/package/2006/relationships""#
    func link(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }
    var list = ""
    var links = link("s", "sharedStrings", "sharedStrings.xml") + link("f", "styles", "styles.xml")
    for (k, (name, content)) in sheets.enumerated() {
      let state = name.hasSuffix("@") ? " state=\"hidden\"" : ""
      list += "<sheet name=\"\(name)\" sheetId=\"\(k + 1)\"\(state) r:id=\"r\(k)\"/>"
      links += link("r\(k)", "worksheet", k == 0 ? "/xl/sheet\(k).xml" : "sheet\(k).xml")
      parts.append(("xl/sheet\(k).xml", "<worksheet \(Self.spreadsheet)>\(content)</worksheet>"))
    }
    var styles = "<numFmts>"
    for (k, code) in formats.enumerated() {
      styles += "<numFmt numFmtId=\"\(200 + k)\" formatCode=\"\(Self.escaped(code))\"/>"
    }
    styles += "</numFmts><fonts><font/>"
    for font in fonts { styles += "<font><name val=\"\(font)\"/></font>" }
    styles += "</fonts><cellXfs><xf/>"
    for k in formats.indices { styles += "<xf numFmtId=\"\(200 + k)\"/>" }
    for k in fonts.indices { styles += "<xf fontId=\"\(k + 1)\"/>" }
    styles += "</cellXfs>"
    parts += [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships \(package)>\(link("w", "officeDocument", "xl/workbook.xml"))</Relationships>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships \(package)>\(links)</Relationships>"),
      (
        "xl/workbook.xml",
        "<workbook \(Self.spreadsheet) xmlns:r=\"\(office)\">\(workbook)<sheets>\(list)</sheets></workbook>"
      ),
      ("xl/styles.xml", "<styleSheet \(Self.spreadsheet)>\(styles)</styleSheet>"),
      ("xl/sharedStrings.xml", "<sst \(Self.spreadsheet)>\(strings)</sst>"),
    ]
  }

  var bytes: [UInt8] { PackageZip(parts).bytes }

  static func escaped(_ text: String) -> String {
    text.map { ["&": "&amp;", "<": "&lt;", "\"": "&quot;"][$0] ?? String($0) }.joined()
  }

  /// Rows of cells as `r` and `c` elements: a number as such, another text inline, nothing where it is empty.
  static func rows(_ rows: [[String]]) -> String {
    var text = "<sheetData>"
    for (r, row) in rows.enumerated() where !row.isEmpty {
      text += "<row r=\"\(r + 1)\">"
      for (c, cell) in row.enumerated() where !cell.isEmpty {
        let address = "\(Unicode.Scalar(UInt8(0x41 + c)))\(r + 1)"
        text +=
          Double(cell) != nil
          ? "<c r=\"\(address)\"><v>\(cell)</v></c>"
          : "<c r=\"\(address)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
      }
      text += "</row>"
    }
    return text + "</sheetData>"
  }
}
