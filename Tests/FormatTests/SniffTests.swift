import Formats
import Testing

struct SniffTests {
  private func format(_ text: String, name: String? = nil) throws -> DocumentFormat {
    try DocumentFormat.sniff(Array(text.utf8), name: name)
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>a", DocumentFormat.html), ("\u{FEFF}\n <HTML>", .html),
    ("<!-- saved --><table border=1>", .html), ("<?xml version='1.0'?>\n<html xmlns='x'>", .html),
    ("<p>a", .html), ("<pre", .plainText), ("<5% là thấp", .plainText), ("<phần I>", .plainText),
    (#"{\rtf1\ansi"#, .rtf), ("%PDF-1.4", .pdf), ("junk\n%PDF-1.4", .pdf),
    ("Lúa đạt 5 tấn", .plainText), ("", .plainText), ("PK là viết tắt", .plainText),
    ("mime-version: 1.0 là dòng đầu", .plainText),
  ])
  func textsAreToldByTheirBeginning(text: String, format: DocumentFormat) throws {
    #expect(try self.format(text, name: "x.doc") == format)
  }

  @Test func wideHTMLIsHTML() throws {
    for mark in [[0xFF, 0xFE], []] as [[UInt8]] {
      let bytes = mark + "<html><body>Lúa".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      #expect(try DocumentFormat.sniff(bytes) == .html)
    }
  }

  @Test func packagesAreToldByTheirParts() throws {
    let types = ("[Content_Types].xml", "")
    func mimetype(_ kind: String) -> [(String, String)] {
      [("mimetype", "application/vnd.oasis.opendocument.\(kind)"), ("content.xml", "")]
    }
    for (parts, format) in [
      ([types, ("word/document.xml", "")], DocumentFormat.docx),
      ([("xl/workbook.xml", ""), types], .xlsx), (mimetype("text"), .odt),
      (mimetype("spreadsheet"), .ods), ([("word/document.xml", "")], .docx),
      ([("a.txt", "")], .zip),
      ([types, ("word/document2.xml", "")], .docx),
    ] {
      #expect(try DocumentFormat.sniff(PackageZip(parts).bytes, name: "x.pdf") == format)
    }
    for parts in [
      [types, ("ppt/presentation.xml", "")], [types, ("xl/workbook.bin", "")],
      mimetype("presentation"), [types, ("docProps/app.xml", "")],
      [("xl/worksheets/sheet1.xml", "")],
    ] {
      #expect(throws: FormatError.self) { try DocumentFormat.sniff(PackageZip(parts).bytes) }
    }
  }

  @Test func oldContainersAreToldByTheirFolder() throws {
    func container(_ name: String) -> [UInt8] {
      var head =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
      head[0x1E] = 9
      return head + [UInt8](repeating: 0x42, count: 128)
        + (name + "\0").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    #expect(try DocumentFormat.sniff(container("WordDocument"), name: "x.xls") == .doc)
    for (name, word) in [
      ("Workbook", "XLS"), ("Book", "XLS"), ("EncryptedPackage", "password"),
      ("PowerPoint Document", "PowerPoint"),
    ] {
      let error = #expect(throws: FormatError.self) { try DocumentFormat.sniff(container(name)) }
      #expect(error?.problem.contains(word) == true)
    }
    let error = #expect(throws: FormatError.self) {
      try DocumentFormat.sniff(Array(container("WordDocument").prefix(512)))
    }
    #expect(error?.problem.hasPrefix("is cut off") == true)
  }

  @Test func archivesAreToldByTheirHead() throws {
    #expect(try DocumentFormat.sniff(PackageZip.gzip([1])) == .gzip)
    #expect(try DocumentFormat.sniff(PackageZip.tar([("a", [1])]), name: "a.txt") == .tar)
    var old = PackageZip.tar([("a", [])])
    old.replaceSubrange(257..<265, with: [UInt8](repeating: 0, count: 8))
    #expect(try DocumentFormat.sniff(old) == .plainText, "the sum of the head is wrong now")
  }

  @Test(arguments: [
    ([0x52, 0x61, 0x72, 0x21, 0x1A, 7], "RAR"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
    ([0x89, 0x50, 0x4E, 0x47, 13], "picture"), ([0xFF, 0xD8, 0xFF, 0xE0], "picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "program"),
  ])
  func whatIsNotReadIsNamed(bytes: [Int], word: String) {
    let error = #expect(throws: FormatError.self) {
      try DocumentFormat.sniff(bytes.map(UInt8.init))
    }
    #expect(error?.problem.contains(word) == true)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test(arguments: [
    ("From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "MHTML"),
    (
      "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", "2003"
    ),
    (
      "<w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>", "Word 2003"
    ),
    ("<?xml version='1.0'?>\n<office:document xmlns:office='x'>", "OpenDocument"),
  ])
  func otherMarkupIsNamed(text: String, word: String) {
    let error = #expect(throws: FormatError.self) { try format(text) }
    #expect(error?.problem.contains(word) == true)
  }

  @Test func valuesAreToldByTheirNameAndContent() throws {
    let values = "Tên,Số\nLúa,5\nCá,6\n"
    #expect(try format(values, name: "a.CSV") == .csv)
    #expect(try format(values, name: "a.txt") == .plainText)
    #expect(try format(values) == .plainText)
    #expect(try format("Tên\tSố\nLúa\t5\n", name: "a.tsv") == .csv)
    let prose =
      "Thu ngân sách, chi ngân sách\nđều tăng.\nLúa đạt 5 tấn, ngô, khoai đạt 6 tấn\nCá.\n"
    #expect(try format(prose, name: "a.csv") == .plainText)
    #expect(try format("<html><p>a,b\nc,d", name: "a.csv") == .html)
  }
}
