import Foundation
import Testing

/// `solieu check` of a dataset: within its reports, and across them.
@Suite struct DatasetCheckTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeFolder("archive")
    try report(
      "2021-05", "Tháng 5 năm 2021, sản lượng thủy sản của tỉnh Lạng Sơn đạt 1.200 tấn.")
    try report(
      "2022-04", "Tháng 4 năm 2022, sản lượng thủy sản của tỉnh Lạng Sơn đạt 1.150 tấn.")
    try report(
      "2022-05",
      """
      Tháng 5 năm 2022, sản lượng thủy sản của tỉnh Lạng Sơn đạt 1.260 tấn, tăng 15,0% so với cùng kỳ năm trước.
      Tiếp nhận 120/121 hồ sơ, đạt 89,2%.
      """)
  }

  private func report(_ name: String, _ text: String) throws {
    try folder.write("archive/\(name).txt", text + "\n")
  }

  private func update() throws {
    let result = try Command.run(
      "dataset", "update", "figures.db", "archive", "--quiet", in: folder)
    #expect(result.code == 0, "\(result.messages)")
  }

  private func check(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments: ["check"] + arguments, in: folder)
  }

  @Test func listsWhatIsWrongWithinAndAcrossTheWorstFirst() throws {
    try update()
    let result = try check("figures.db")
    #expect(result.code == 0)
    let heads = result.text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads == ["error: fraction_not_percentage", "warning: growth_not_year_before"])
    #expect(result.text.contains("archive/2021-05.txt nêu 1.200 tấn (2021-05)"))
    #expect(result.text.contains("archive/2022-05.txt:"))
    #expect(result.messages.contains("figures.db: 3 documents, 6 records"), "\(result.messages)")
    #expect(result.messages.contains("1 error, 1 warning"))
    // The report alone does not tell.
    #expect(try !check("archive/2022-05.txt").text.contains("growth_not_year_before"))
  }

  @Test func givesEveryFormat() throws {
    try update()
    let lines = try check("figures.db", "--format", "jsonl").text.split(separator: "\n")
    #expect(lines.count == 2)
    let json = try check("figures.db", "--format", "json").output
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]])
    #expect(
      list.compactMap { $0["code"] as? String } == [
        "fraction_not_percentage", "growth_not_year_before",
      ])
    let last = try #require(list.last?["records"] as? [[String: Any]])
    #expect(
      Set(last.compactMap { $0["document"] as? String }) == [
        "archive/2021-05.txt", "archive/2022-05.txt",
      ])
    #expect(try check("figures.db", "--format", "csv", "-o", "out.csv").output.isEmpty)
    let rows = try folder.text("out.csv").split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[0].hasPrefix("severity,code,document"))
  }

  @Test func withoutFindingsEveryFormatIsWhole() throws {
    try report("2022-05", "Tháng 5 năm 2022, sản lượng thủy sản của tỉnh Lạng Sơn đạt 1.260 tấn.")
    try update()
    #expect(try check("figures.db", "--format", "json").text == "[]\n")
    #expect(try check("figures.db").messages.contains("no findings"))
  }

  @Test func endsWithOneWhereAFindingIsAsBad() throws {
    try report(
      "2022-05",
      "Tháng 5 năm 2022, sản lượng thủy sản của tỉnh Lạng Sơn đạt 1.260 tấn, tăng 15,0% so với cùng kỳ năm trước."
    )
    try update()
    #expect(try check("figures.db", "--fail-on", "error").code == 0)
    #expect(try check("figures.db", "--fail-on", "warning").code == 1)
  }

  @Test func needsNoRightToWrite() throws {
    try update()
    let attributes = [FileAttributeKey.posixPermissions: 0o444]
    try FileManager.default.setAttributes(
      attributes, ofItemAtPath: folder.url("figures.db").path)
    let before = try folder.bytes("figures.db")
    #expect(try check("figures.db").text.contains("growth_not_year_before"))
    #expect(try folder.bytes("figures.db") == before)
  }

  @Test func aDatasetIsCheckedAlone() throws {
    try update()
    let both = try check("archive/2022-05.txt", "figures.db")
    #expect(both.code == 64)
    #expect(both.messages.contains("'figures.db' is a dataset, which is checked alone"))
    let option = try check("figures.db", "--period", "2022-05")
    #expect(option.code == 64)
    #expect(option.messages.contains("leave out --period"))
    #expect(try check("figures.db", "-o", "figures.db").code == 64)
  }

  @Test func anotherDatabaseIsNamed() throws {
    let foreign = ["SQLite format 3\0", String(repeating: "x", count: 100)].joined()
    try folder.write("other.db", foreign)
    let result = try check("other.db")
    #expect(result.code == 66)
    #expect(result.messages.contains("other.db: is"), "\(result.messages)")
  }
}
