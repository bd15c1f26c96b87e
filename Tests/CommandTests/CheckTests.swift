import Foundation
import Testing

/// `solieu check` over reports.
@Suite struct CheckTests {
  let folder: Folder
  private static let slip =
    "Tháng 11, chi trợ cấp 7.134,2 triệu đồng; lũy kế 11 tháng chi trợ cấp 6.630,7 triệu đồng.\n"
  private static let part =
    "Tháng 11 thu ngân sách 905 tỷ đồng, gồm thu nội địa 700 tỷ đồng, thu xuất nhập khẩu 150 tỷ đồng.\n"
  private static let sound =
    "Tháng 11 thu ngân sách 905 tỷ đồng, gồm thu nội địa 700 tỷ đồng, thu xuất nhập khẩu 205 tỷ đồng.\n"

  init() throws {
    folder = try Folder()
    try folder.write("a.txt", Self.part)
    try folder.write("b.txt", Self.slip)
    try folder.write("c.txt", Self.sound)
  }

  @Test func worstComesFirst() throws {
    let result = try Command.run(
      "check", "a.txt", "b.txt", "c.txt", "--period", "2022-11", in: folder)
    #expect(result.code == 0)
    let kinds = result.text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(kinds == ["error: cumulative_below_month", "warning: parts_below_total"])
    #expect(result.text.contains("Lũy kế 6.630,7 triệu đồng"))
    #expect(result.text.contains("849–851 tỷ đồng"))
    #expect(result.messages.hasSuffix("solieu: 1 error, 1 warning\n"))
  }

  @Test func nothingWrongIsSaid() throws {
    let result = try Command.run("check", "c.txt", "--period", "2022-11", in: folder)
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasSuffix("solieu: no findings\n"))
  }

  @Test(arguments: [
    ("a.txt", "error", 0), ("a.txt", "warning", 1), ("a.txt", "note", 1), ("b.txt", "error", 1),
    ("c.txt", "note", 0),
  ])
  func exitStatusIsAsAskedFor(name: String, severity: String, code: Int32) throws {
    let result = try Command.run(
      "check", name, "--period", "2022-11", "--fail-on", severity, in: folder)
    #expect(result.code == code)
  }

  @Test func programsGetThem() throws {
    let lines = try Command.run(
      "check", "a.txt", "b.txt", "--period", "2022-11", "--format", "jsonl", in: folder)
    let findings = try lines.text.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(
      findings.map { $0["code"] as? String } == ["cumulative_below_month", "parts_below_total"])
    let numbers = try #require(findings[1]["numbers"] as? [[String: Any]])
    #expect(numbers[0]["low"] as? Int == 849)
    let array = try Command.run(
      "check", "a.txt", "b.txt", "--period", "2022-11", "--format", "json", in: folder)
    #expect((try JSONSerialization.jsonObject(with: Data(array.output)) as? [Any])?.count == 2)
    let table = try Command.run(
      "check", "a.txt", "b.txt", "--period", "2022-11", "--format", "csv", "-o", "f.csv", in: folder
    )
    #expect(table.output.isEmpty)
    let rows = try folder.text("f.csv").components(separatedBy: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("severity,code,document,"))
    #expect(rows[1].hasPrefix("error,cumulative_below_month,b.txt,"))
  }

  @Test func recordsCarryThemInTheirFlags() throws {
    let result = try Command.run(
      "extract", "b.txt", "--period", "2022-11", "--format", "jsonl", in: folder)
    #expect(result.text.split(separator: "\n").count == 2)
    #expect(
      result.text.split(separator: "\n").allSatisfy {
        $0.contains("\"flags\":[\"cumulative_below_month\"]")
      })
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let result = try Command.run("check", "b.txt", "none.txt", "--period", "2022-11", in: folder)
    #expect(result.code == 1)
    #expect(result.messages.contains("none.txt"))
    #expect(result.text.hasPrefix("error: cumulative_below_month"))
  }
}
