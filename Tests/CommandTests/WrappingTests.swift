import Foundation
import Testing

/// One reading, whatever the wrapping: a report gives the same records in every format and encoding.
@Suite(.serialized) struct WrappingTests {
  private static let reports = Command.root.appending(path: "Corpus/reports")

  /// What of a record must be the same; its places count in another text.
  private static let fields = [
    "indicator", "indicator_code", "parent", "measure", "base", "value", "unit", "unit_mult",
    "denominator", "period", "status", "bound", "area",
  ]

  /// The records of the documents in `path`, each with its document's stem.
  private func records(_ path: String, in folder: Folder) throws -> [String: [String]] {
    let result = try Command.run("extract", path, "--format", "jsonl", "--quiet", in: folder)
    #expect(result.code == 0, "\(result.messages)")
    var records: [String: [String]] = [:]
    for line in result.text.split(separator: "\n") {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let document = try #require(object["document"] as? String)
      let stem = URL(filePath: document).deletingPathExtension().lastPathComponent
      let record = Self.fields.map { "\(object[$0] ?? "")" }.joined(separator: "|")
      records[stem, default: []].append(record.precomposedStringWithCanonicalMapping)
    }
    return records.mapValues { $0.sorted() }
  }

  /// How many of the first records are among the second.
  private func common(_ a: [String: [String]], _ b: [String: [String]]) -> (found: Int, all: Int) {
    var found = 0
    for (stem, records) in a {
      var counts = Dictionary(grouping: b[stem] ?? [], by: \.self).mapValues(\.count)
      for record in records where counts[record, default: 0] > 0 {
        counts[record, default: 0] -= 1
        found += 1
      }
    }
    return (found, a.values.map(\.count).reduce(0, +))
  }

  // MARK: Encodings

  /// The text with what the encodings of the 1990s have no signs for in their stead.
  private static func plain(_ text: String) -> String {
    var plain = text.precomposedStringWithCanonicalMapping
    for (sign, other) in [
      ("“", "\""), ("”", "\""), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-"), ("−", "-"),
      ("…", "..."),
      ("•", "-"), ("►", "-"), ("≥", "ít nhất "), ("≤", "tối đa "), ("±", "khoảng "), ("»", ">"),
      ("\u{A0}", " "),
      ("²", "2"), ("³", "3"), ("°", " độ "), ("→", "-"), ("×", "x"), ("½", "1/2"),
    ] {
      plain = plain.replacingOccurrences(of: sign, with: other)
    }
    return plain
  }

  private static let hasRecode = Tool.isThere("recode") && Tool.isThere("iconv")

  @Test(
    .enabled(if: hasRecode, "needs recode (scripts/setup --tests)"),
    arguments: [
      ("UTF-16", ["iconv", "-f", "UTF-8", "-t", "UTF-16"], 1.0),
      ("UTF-16BE", ["iconv", "-f", "UTF-8", "-t", "UTF-16BE"], 1),
      ("windows-1258", ["iconv", "-c", "-f", "UTF-8", "-t", "CP1258"], 0.995),
      ("TCVN3", ["iconv", "-c", "-f", "UTF-8", "-t", "TCVN5712-1"], 0.995),
      ("VISCII", ["iconv", "-c", "-f", "UTF-8", "-t", "VISCII"], 0.995),
      // It has Ắ and Ằ the wrong way round.
      ("VNI", ["recode", "-f", "UTF-8..VNI"], 0.98),
      ("VPS", ["recode", "-f", "UTF-8..VPS"], 0.98),
      // Its marks are signs of the text too.
      ("VIQR", ["recode", "-f", "UTF-8..VIQR"], 0.9),
    ])
  func encodingsAreFoundAndReadAlike(name: String, tool: [String], share: Double) throws {
    let folder = try Folder()
    try folder.makeFolder("base")
    try folder.makeFolder("encoded")
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.reports.path)
    where file.hasSuffix(".txt") {
      let text = Self.plain(
        try String(contentsOf: Self.reports.appending(path: file), encoding: .utf8))
      try folder.write("base/\(file)", text)
      try folder.write("encoded/\(file)", try Tool.run(tool, input: Array(text.utf8)))
    }
    let (found, all) = common(
      try records("base", in: folder), try records("encoded", in: folder))
    #expect(all > 8000)
    #expect(Double(found) >= share * Double(all), "\(name): \(found) of \(all)")
  }

  @Test func decomposedLettersAreReadAlike() throws {
    let folder = try Folder()
    try folder.makeFolder("decomposed")
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.reports.path)
    where file.hasSuffix(".txt") {
      let text = try String(contentsOf: Self.reports.appending(path: file), encoding: .utf8)
      try folder.write("decomposed/\(file)", text.decomposedStringWithCanonicalMapping)
    }
    let base = try records(Self.reports.path, in: folder)
    #expect(try records("decomposed", in: folder) == base)
  }

  // MARK: Formats

  /// Of provinces, districts, ministries and newspapers; with lists and tables.
  private static let chosen = [
    "lang-son-2022-11-ke-lai", "tuy-an-2013-05", "dak-nong-2010-10", "tuyen-quang-2009",
    "ca-nuoc-2022-10",
    "dau-tu-nuoc-ngoai-2020-08", "hau-giang-nong-nghiep-2024-q1", "go-cong-dong-1998",
  ]

  @Test(
    .enabled(if: Tool.isThere("soffice"), "needs LibreOffice (scripts/setup --tests)"),
    arguments: [
      ("html", "html:HTML (StarWriter)"), ("docx", "docx"), ("odt", "odt"),
      ("rtf", "rtf:Rich Text Format"),
      ("doc", "doc:MS Word 97"), ("pdf", "pdf:writer_pdf_Export"),
    ])
  func formatsAreReadAlike(ending: String, filter: String) throws {
    let folder = try Folder()
    try folder.makeFolder("base")
    try folder.makeFolder("pages")
    for name in Self.chosen {
      let text = try String(
        contentsOf: Self.reports.appending(path: name + ".txt"), encoding: .utf8)
      try folder.write("base/\(name).txt", text)
      try folder.write("pages/\(name).html", Self.page(text))
    }
    let pages = Self.chosen.map { folder.url("pages/\($0).html").path }
    _ = try Tool.run(
      [
        "soffice", "-env:UserInstallation=\(folder.url("settings").absoluteString)", "--headless",
        "--infilter=HTML (StarWriter)", "--convert-to", filter, "--outdir", folder.url("made").path,
      ] + pages, input: [])
    let (found, all) = common(try records("base", in: folder), try records("made", in: folder))
    #expect(all > 700)
    #expect(found == all, "\(ending): \(found) of \(all)")
  }

  /// A page with a line of the report in each paragraph, in a font that has all letters of Vietnamese.
  private static func page(_ text: String) -> String {
    let paragraphs = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.map {
      line in
      let marked = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      return "<p style=\"font-family: DejaVu Serif; text-align: justify\">\(marked)</p>\n"
    }
    return """
      <!DOCTYPE html><html><head><meta charset="utf-8"></head>
      <body style="font-family: DejaVu Serif">\(paragraphs.joined())</body></html>
      """
  }

  @Test func archivesHoldDocumentsOfTheirOwn() throws {
    let folder = try Folder()
    try folder.makeFolder("in")
    for name in Self.chosen {
      try FileManager.default.copyItem(
        at: Self.reports.appending(path: name + ".txt"), to: folder.url("in/\(name).txt"))
    }
    _ = try Tool.run(
      ["tar", "-C", folder.url("in").path, "-czf", folder.url("all.tar.gz").path, "."], input: [])
    #expect(try records("all.tar.gz", in: folder) == records("in", in: folder))
  }
}

/// A program that tests make files with.
enum Tool {
  static func isThere(_ name: String) -> Bool { path(name) != nil }

  private static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What the program prints; its standard input comes from a file.
  static func run(_ command: [String], input: [UInt8]) throws -> [UInt8] {
    let streams = try Folder()
    try streams.write("in", input)
    try streams.write("out", [])
    let process = Process()
    process.executableURL = URL(filePath: try #require(path(command[0])))
    process.arguments = Array(command.dropFirst())
    process.standardInput = try FileHandle(forReadingFrom: streams.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url("out"))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try streams.bytes("out")
  }
}
