import Formats
import Testing

/// XML made to harm, as the main part of a document.
struct XMLTests {
  private func error(_ xml: String, limits: FormatLimits = FormatLimits()) -> FormatError? {
    var made = DOCXMade("")
    made.parts.removeAll { $0.0 == "word/document.xml" }
    made.parts.append(("word/document.xml", xml))
    var options = FormatOptions()
    options.limits = limits
    do {
      _ = try DOCXReader.read(made.bytes, options: options)
      return nil
    } catch {
      return error
    }
  }

  @Test func entitiesAreNeverResolved() {
    let laughs = (1..<12).map {
      "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>"
    }
    for declarations in [
      "<!ENTITY l0 'ha'>" + laughs.joined(), "<!ENTITY l11 SYSTEM 'file:///etc/passwd'>",
      "<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;",
    ] {
      for before in ["", "\u{FEFF}<?xml version='1.0'?>\n<!-- <d> -->", " "] {
        let problem = error("\(before)<!DOCTYPE d [\(declarations)]><d>&l11;</d>")?.problem
        #expect(problem?.contains("type declaration") == true)
      }
    }
    #expect(error("<d>&l11;</d>")?.problem.contains("damaged XML") == true)
    let wide = "<!DOCTYPE d><d/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var zip = PackageZip(DOCXMade("").parts.filter { $0.0 != "word/document.xml" })
    zip.add("word/document.xml", [0xFF, 0xFE] + wide)
    #expect(throws: FormatError.self) { try DOCXReader.read(zip.bytes) }
  }

  @Test func tagsMayBeNestedToADepth() {
    func nested(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(error(nested(200)) == nil)
    #expect(error(nested(10_000))?.problem == "has XML nested more than 256 deep")
    #expect(error(String(repeating: "<a>", count: 1_000_000))?.problem.contains("256") == true)
  }

  @Test(arguments: ["", "<d>", "<d></e>", "<d a=1/>", "text", "<d/><d/>", "<d>\u{1}</d>"])
  func whatIsNotWellFormedIsAnError(xml: String) {
    #expect(error(xml)?.problem.contains("damaged XML") == true, "\(xml)")
  }

  @Test func aLargeDocumentIsReadWhole() throws {
    let sentence = String(repeating: "Thu ngân sách đạt 5%. ", count: 100)
    let paragraph = "<w:p><w:r><w:t>\(sentence)</w:t></w:r></w:p>"
    let text = try DOCXReader.read(DOCXMade(String(repeating: paragraph, count: 6_000)).bytes)
    #expect(text.bytes.count == 6_000 * sentence.utf8.count)
  }

  @Test func aPartMayUnpackToSoMuch() throws {
    var limits = FormatLimits()
    limits.bytes = 1 << 20
    var zip = PackageZip(DOCXMade("").parts.filter { $0.0 != "word/document.xml" })
    zip.addZeros("word/document.xml", count: 16 << 20)
    var options = FormatOptions()
    options.limits = limits
    let problem = #expect(throws: FormatError.self) {
      try DOCXReader.read(zip.bytes, options: options)
    }
    #expect(problem?.problem == "unpacks to more than 1 MB")
  }
}
