import Foundation
import Testing

/// What a table, a file's name and a file itself say of a report.
@Suite struct ManifestTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeFolder("archive")
    try folder.write("archive/a.txt", "Sản lượng thủy sản đạt 5,2 nghìn tấn.\n")
    try folder.write("archive/b-thang-3-2019.txt", "Sản lượng thủy sản đạt 5,2 nghìn tấn.\n")
  }

  private func records(_ arguments: String...) throws -> [[String: Any]] {
    let result = try Command.run(
      "extract", "archive", "--format", "jsonl", "--manifest", arguments[0], in: folder)
    #expect(result.code == 0, "\(result.messages)")
    return try result.text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func suppliesWhatTheTextDoesNotSay() throws {
    try folder.write(
      "manifest.csv",
      "title,Path,period,area,url,note\r\nBáo cáo,archive/a.txt,2021-05,Lạng Sơn,https://example.org,x\r\n"
    )
    let found = try records("manifest.csv")
    #expect(found.count == 2)
    #expect(found[0]["period"] as? String == "2021-05")
    #expect(found[0]["area"] as? String == "Lạng Sơn")
    // The name of the file says when.
    #expect(found[1]["period"] as? String == "2019-03")
  }

  @Test func doesNotGoBeforeWhatTheFileSays() throws {
    try folder.write("archive/a.txt", report)
    try folder.write("archive/Ca Mau 2020-02.txt", "Sản lượng thủy sản đạt 5,2 nghìn tấn.\n")
    try folder.write(
      "manifest.csv",
      "path,period,area\narchive/a.txt,2001,Hà Nội\narchive/Ca Mau 2020-02.txt,2001,Hà Nội\n")
    let found = try records("manifest.csv")
    #expect(Set(found.compactMap { $0["area"] as? String }) == ["Cà Mau", "Lạng Sơn", ""])
    #expect(
      Set(found.compactMap { $0["period"] as? String }) == ["2020-02", "2022-11", "2019-03"])
  }

  private let report = """
    CỤC THỐNG KÊ                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH LẠNG SƠN                      Độc lập - Tự do - Hạnh phúc
    Số: 512/BC-CTK                    Lạng Sơn, ngày 28 tháng 11
                                              năm 2022
    BÁO CÁO
    Tình hình kinh tế - xã hội tháng 11
    Kính gửi: Tổng cục Thống kê
    Thu ngân sách đạt 702,3 tỷ đồng.

    """

  @Test func everyFactHasItsOrigin() throws {
    try folder.write("bc.txt", report)
    let facts = [
      "title": ["value": "BÁO CÁO Tình hình kinh tế - xã hội tháng 11", "origin": "letterhead"],
      "period": ["value": "2022-11", "origin": "letterhead"],
      "area": ["value": "Lạng Sơn", "origin": "letterhead"],
      "issuer": ["value": "CỤC THỐNG KÊ TỈNH LẠNG SƠN", "origin": "letterhead"],
      "number": ["value": "512/BC-CTK", "origin": "letterhead"],
      "date": ["value": "2022-11-28", "origin": "letterhead"],
    ]
    let text = try Command.run("text", "--metadata", "bc.txt", in: folder)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.output)) as? [String: Any])
    let explained = try Command.run("explain", "--json", report, in: folder)
    let layers = try #require(
      try JSONSerialization.jsonObject(with: Data(explained.output)) as? [String: Any])
    let other = try #require(layers["metadata"] as? [String: Any])
    for (name, fact) in facts {
      #expect(object[name] as? [String: String] == fact, "\(name)")
      #expect(other[name] as? [String: String] == fact, "\(name)")
    }
  }

  @Test func pathsMayStartAtTheManifestAndBeInAnyForm() throws {
    try folder.write("archive/báo cáo.txt", "Sản lượng thủy sản đạt 5,2 nghìn tấn.\n")
    try folder.write(
      "archive/manifest.csv", "path;period\n./ba\u{301}o ca\u{301}o.txt;2022-Q3\n")
    let found = try records("archive/manifest.csv")
    #expect(found.contains { $0["period"] as? String == "2022-Q3" })
    // The manifest is no report.
    #expect(found.count == 3)
  }

  @Test func rowsAndColumnsThatWereNotUsedAreNamed() throws {
    let whole = folder.url("archive/a.txt").path
    try folder.write("manifest.csv", "path,perod\n\(whole),2021\nb.txt,2022\nc.txt,2022\n")
    let result = try Command.run(
      "extract", "archive", "--manifest", "manifest.csv", in: folder)
    #expect(result.code == 0)
    #expect(result.messages.contains("manifest.csv: the column 'perod' is not used"))
    #expect(
      result.messages.contains(
        "manifest.csv: 2 rows name no document that was met: b.txt (line 3), c.txt (line 4)"))
  }

  @Test(arguments: [
    ("file,period\na.txt,2022\n", "has no column 'path'"),
    ("path,period\na.txt,tháng 5\n", "manifest.csv:2: 'tháng 5' is no period"),
    (
      "path,period\na.txt,2022\n./a.txt,2023\na.txt,2024\n", "manifest.csv:3: names './a.txt' again"
    ),
    ("path,title\na.txt,\"Báo cáo\nb.txt,x\n", "has a quote that is not closed"),
  ])
  func whatIsWrongIsNamed(text: String, message: String) throws {
    try folder.write("manifest.csv", text)
    let result = try Command.run(
      "extract", "archive", "--manifest", "manifest.csv", in: folder)
    #expect(result.code == 65)
    #expect(result.messages.contains(message))
  }

  @Test func metadataSaysWhereEachFactWasFound() throws {
    try folder.write(
      "page.html",
      """
      <html><head><title>Lạng Sơn tháng 5</title><meta charset="utf-8"></head><body>
      <p>CỤC THỐNG KÊ TỈNH LẠNG SƠN</p><p>Số: 512/BC-CTK</p>
      <p>Tình hình kinh tế - xã hội tháng 5 năm 2022</p><p>Thu ngân sách đạt 5 tỷ đồng.</p></body></html>
      """)
    let result = try Command.run("text", "--metadata", "page.html", in: folder)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
    #expect(object["format"] as? String == "html")
    for (name, value, origin) in [
      ("title", "Lạng Sơn tháng 5", "page"), ("period", "2022-05", "letterhead"),
      ("area", "Lạng Sơn", "letterhead"), ("number", "512/BC-CTK", "letterhead"),
      ("issuer", "CỤC THỐNG KÊ TỈNH LẠNG SƠN", "letterhead"),
    ] {
      let fact = object[name] as? [String: String]
      #expect(fact == ["value": value, "origin": origin], "\(name)")
    }
  }

  /// A folder with every format, two broken files and a scanned PDF.
  @Test(
    .enabled(
      if: Tool.isThere("soffice") && Tool.isThere("pdftohtml"), "needs scripts/setup --tests"))
  func aFolderOfEverythingGivesTheRestAndNamesTheThree() throws {
    try folder.makeFolder("all")
    let text =
      "<p style=\"font-family: DejaVu Serif\">Tháng 11 năm 2022, sản lượng thủy sản đạt 5,2 nghìn tấn.</p>"
    try folder.write(
      "all/page.html",
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\(text)</body></html>")
    for filter in [
      "docx", "odt", "rtf:Rich Text Format", "doc:MS Word 97", "pdf:writer_pdf_Export",
    ] {
      _ = try Tool.run(
        [
          "soffice", "-env:UserInstallation=\(folder.url("settings").absoluteString)", "--headless",
          "--infilter=HTML (StarWriter)", "--convert-to", filter, "--outdir",
          folder.url("all").path,
          folder.url("all/page.html").path,
        ], input: [])
    }
    try folder.write("all/note.txt", sentence)
    // A page that is a picture.
    try folder.write("picture.html", "<html><body><hr></body></html>")
    _ = try Tool.run(
      [
        "soffice", "-env:UserInstallation=\(folder.url("settings").absoluteString)", "--headless",
        "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir",
        folder.url("all").path, folder.url("picture.html").path,
      ], input: [])
    try folder.write("all/broken.docx", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 200))
    try folder.write("all/broken.pdf", "%PDF-1.5\nnothing")
    let result = try Command.run(
      "extract", "all", "--format", "jsonl", "--errors", "errors.jsonl", in: folder)
    #expect(result.code == 0)
    let values = result.text.split(separator: "\n").filter { $0.contains("\"value\":5.2") }
    #expect(values.count == 7, "\(result.text)")
    let errors = String(decoding: try folder.bytes("errors.jsonl"), as: UTF8.self)
    #expect(errors.split(separator: "\n").count == 3, "\(errors)")
    for name in ["broken.docx", "broken.pdf", "picture.pdf"] {
      #expect(errors.contains("all/\(name)"))
    }
  }
}
