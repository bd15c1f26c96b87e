import Foundation
import Observations
import Quantities
import Testing
import Workbook

/// A workbook that the writer made, taken apart by Python, which also says whether its XML is sound.
struct MadeWorkbook {
  let bytes: [UInt8]
  /// The parts by their names, in their order in the file.
  let parts: [(name: String, text: String)]

  static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
  static let note: Comment = "needs python3"

  private static let script = """
    import json, sys, zipfile, xml.dom.minidom
    parts = []
    with zipfile.ZipFile(sys.argv[1]) as file:
        assert file.testzip() is None
        for name in file.namelist():
            xml.dom.minidom.parseString(file.read(name))
            parts += [name, file.read(name).decode()]
    print(json.dumps(parts))
    """

  init(
    _ documents: [DocumentRecords], rowLimit: Int = WorkbookWriter.maximumRows
  ) throws {
    bytes = try Self.written(documents, rowLimit: rowLimit)
    let path = FileManager.default.temporaryDirectory
      .appending(path: "solieu-\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", Self.script, path.path]
    process.standardOutput = output
    try process.run()
    let json = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let list = try JSONDecoder().decode([String].self, from: json)
    parts = stride(from: 0, to: list.count, by: 2).map { (list[$0], list[$0 + 1]) }
  }

  static func written(
    _ documents: [DocumentRecords], rowLimit: Int = WorkbookWriter.maximumRows
  ) throws -> [UInt8] {
    var writer = WorkbookWriter(rowLimit: rowLimit)
    var output: [UInt8] = []
    try writer.begin(into: &output)
    for document in documents { try writer.write(document, into: &output) }
    try writer.end(into: &output)
    return output
  }

  func part(_ name: String) throws -> String {
    try #require(parts.first { $0.name == name }?.text, "no \(name)")
  }

  /// The names of the sheets.
  var sheets: [String] {
    get throws {
      try part("xl/workbook.xml").matches(of: #/<sheet name="([^"]*)"/#).map { String($0.1) }
    }
  }

  func sheet(_ name: String) throws -> MadeSheet {
    let number = try #require(try sheets.firstIndex(of: name), "no sheet \(name)") + 1
    return MadeSheet(
      xml: try part("xl/worksheets/sheet\(number).xml"), styles: try part("xl/styles.xml"))
  }

  var charts: [String] { parts.filter { $0.name.hasPrefix("xl/charts/") }.map(\.text) }
}

/// A sheet's XML.
struct MadeSheet {
  let xml: String
  let styles: String

  /// The cells of a row (from 1) as they are stored, by their columns' letters: `n:5.5` a number, `s:…` a text,
  /// `f:…` a formula.
  func row(_ number: Int) -> [String: String] {
    guard let start = xml.firstRange(of: "<row r=\"\(number)\"")?.upperBound,
      let end = xml[start...].firstRange(of: "</row>")?.lowerBound
    else { return [:] }
    var cells: [String: String] = [:]
    let pattern = #/<c r="([A-Z]+)[0-9]+"[^>]*>(.*?)</c>/#.dotMatchesNewlines()
    for cell in xml[start..<end].matches(of: pattern) {
      cells[String(cell.1)] = Self.content(cell.2)
    }
    return cells
  }

  private static func content(_ xml: Substring) -> String {
    if let text = xml.firstMatch(of: #/<t(?: [^>]*)?>(.*?)</t>/#.dotMatchesNewlines()) {
      return "s:\(text.1)"
    }
    if let formula = xml.firstMatch(of: #/<f>(.*?)</f>/#) { return "f:\(formula.1)" }
    // Some 16-digit spelling of the same double: 98.59999999999999 is 98.6.
    guard let number = xml.firstMatch(of: #/<v>(.*?)</v>/#).flatMap({ Double($0.1) }) else {
      return ""
    }
    return "n:\(Int(exactly: number).map(String.init) ?? String(number))"
  }

  /// The number format of a cell.
  func format(_ cell: String) throws -> String {
    let style = try #require(xml.firstMatch(of: try Regex("<c r=\"\(cell)\" s=\"([0-9]+)\"")))
    let number = try #require(style.output[1].substring.flatMap { Int($0) })
    let formats = try #require(styles.firstMatch(of: #/<cellXfs.*</cellXfs>/#)).0
      .matches(of: #/<xf numFmtId="([0-9]+)"/#).map { $0.1 }
    let id = formats[number]
    let code = styles.firstMatch(of: try Regex("numFmtId=\"\(id)\" formatCode=\"([^\"]*)\""))
    return code?.output[1].substring.map(String.init) ?? "General"
  }

  var rowCount: Int { xml.matches(of: #/<row /#).count }
  var filter: String? { xml.firstMatch(of: #/<autoFilter ref="([^"]*)"/#).map { String($0.1) } }
  var isFrozen: Bool { xml.contains("ySplit=\"1\" topLeftCell=\"A2\"") && xml.contains("frozen") }
}

/// Records made for these tests.
enum Sample {
  static func level(
    _ value: String, _ multiplier: Int = 9, period: String = "2022-11", unit: String = "VND",
    code: String = "trade.retail_sales", start: Int = 0
  ) throws -> Observation {
    var record = Observation(value: try #require(ExactDecimal(value)))
    record.document = "a.html"
    record.indicator = "tổng mức bán lẻ"
    record.indicatorCode = code
    record.unit = unit
    record.unitMultiplier = multiplier
    record.period = period
    record.area = "Lạng Sơn"
    record.areaCode = "20"
    record.start = start
    record.sentence = "Câu số \(start)."
    return record
  }

  static func document(_ records: [Observation]) -> DocumentRecords {
    var facts = DocumentFacts()
    facts.title = "Báo cáo tháng 11"
    facts.issuer = "CỤC THỐNG KÊ"
    facts.date = "2022-11-28"
    facts.url = "https://example.org/bao-cao"
    return DocumentRecords(document: "a.html", facts: facts, observations: records)
  }

  /// Levels of the first months of 2022.
  static func months(_ values: [String], code: String = "trade.retail_sales") throws
    -> [Observation]
  {
    try values.enumerated().map { month, value in
      try level(value, period: "2022-0\(month + 1)", code: code, start: month)
    }
  }
}
