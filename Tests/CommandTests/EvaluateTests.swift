import Foundation
import Testing

/// `evaluate`: which files it finds, and what it prints.
@Suite struct EvaluateTests {
  let folder: Folder

  private static let gold =
    #"{"doc": "x", "area": "", "period": "2022-11"}"# + "\n"
    + #"{"at": 13, "text": "sáu mươi", "value": 987654321}"# + "\n"

  init() throws {
    folder = try Folder()
    try folder.makeFolder("gold/b")
    for name in ["gold/b/y", "gold/x"] {
      try folder.write("\(name).gold.jsonl", Self.gold)
      try folder.write("\(name).txt", "Không có số liệu nào.\n")
    }
  }

  @Test func foldersAreSearchedInOrder() throws {
    let result = try Command.run("evaluate", "gold", "gold/x.gold.jsonl", in: folder)
    #expect(result.code == 0)
    let names = result.text.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(names == ["y", "x", "fields", "TOTAL"])
    #expect(result.text.hasSuffix("mention_f1 0.0  core_f1 0.0  exact_f1 0.0\n"))
    #expect(result.text.contains("TOTAL records 2  found 0  extra 0  "))
  }

  @Test func missesComeBeforeTheScores() throws {
    let result = try Command.run("evaluate", "gold/x.gold.jsonl", "--misses", in: folder)
    #expect(result.text.hasPrefix("x\tmissed\n   gold {\"at\": 13"))
    #expect(result.text.contains("TOTAL records 1 "))
  }

  @Test func scoresAsJSON() throws {
    let result = try Command.run("evaluate", "gold", "--json", in: folder)
    let value = try JSONSerialization.jsonObject(with: Data(result.output))
    let object = try #require(value as? [String: [String: Any]])
    #expect(Set(object.keys) == ["total", "fields", "docs"])
    #expect(object["total"]?["records"] as? Int == 2)
    #expect(object["fields"]?["value"] is NSNull)
    #expect(object["docs"]?.keys.sorted() == ["x", "y"])
  }

  @Test func findingsAreCountedAgainstGold() throws {
    try folder.write(
      "gold/x.txt", "Thu ngân sách tháng 5 đạt 905 tỷ đồng, gồm thu nội địa 950 tỷ đồng.\n")
    let head = Self.gold.split(separator: "\n")[0].dropLast()
    try folder.write(
      "gold/x.gold.jsonl",
      head + ", \"findings\": [{\"code\": \"part_above_total\", \"at\": [26, 55]}]}\n")
    let result = try Command.run("evaluate", "gold", in: folder)
    #expect(result.text.contains("\nfindings: gold 1  found 1  extra 0\nTOTAL "))
    let json = try Command.run("evaluate", "gold", "--json", in: folder)
    let value = try JSONSerialization.jsonObject(with: Data(json.output))
    let findings = try #require((value as? [String: [String: Any]])?["findings"])
    #expect(findings["found"] as? Int == 1)
  }

  @Test func codesHaveARowBeforeTheTotal() throws {
    try folder.write(
      "gold/x.gold.jsonl", Self.gold.replacing("\"at\"", with: "\"codes\": [\"a.b\"], \"at\""))
    let result = try Command.run("evaluate", "gold", in: folder)
    let rows = result.text.split(separator: "\n")
    #expect(
      rows.suffix(2).first
        == "codes: records 1  coded 1  predicted 0  right 0  coverage 0.0  precision None")
    let json = try Command.run("evaluate", "gold", "--json", in: folder)
    let value = try JSONSerialization.jsonObject(with: Data(json.output))
    let codes = try #require((value as? [String: [String: Any]])?["codes"])
    #expect(codes["coded"] as? Int == 1)
    #expect(codes["coverage"] as? Double == 0)
    #expect(codes["precision"] is NSNull)
  }

  @Test func calibrationComesAfterTheScores() throws {
    try folder.write("fish.txt", sentence)
    try folder.write(
      "fish.gold.jsonl",
      #"{"doc": "fish.txt", "area": "", "period": "2022-11"}"# + "\n"
        + #"{"at": 42, "text": "5,2 nghìn tấn", "value": 5.2, "unit_mult": 3, "unit": "tấn"}"#
        + "\n")
    let scores = try Command.run("evaluate", "fish.gold.jsonl", in: folder)
    let result = try Command.run("evaluate", "fish.gold.jsonl", "--calibration", in: folder)
    #expect(result.code == 0)
    #expect(result.text.hasPrefix(scores.text + "\nconfidence  records   share  "))
    #expect(result.text.contains("\nall               1  1.0000  "))
    #expect(result.text.contains("\nexpected_calibration_error 0."))
    #expect(result.text.contains("\nlevel.stated        1  "))

    let json = try Command.run("evaluate", "fish.gold.jsonl", "--calibration", "--json", in: folder)
    let value = try JSONSerialization.jsonObject(with: Data(json.output))
    let object = try #require(value as? [String: [String: Any]])
    let calibration = try #require(object["calibration"])
    #expect(
      Set(calibration.keys) == [
        "bands", "all", "high", "low", "expected_calibration_error", "brier_score", "rules",
      ])
    let bands = try #require(calibration["bands"] as? [[String: Any]])
    #expect(bands.count == 1)
    #expect(bands.first?["core_right"] as? Double == 1)
    let rules = try #require(calibration["rules"] as? [[String: Any]])
    #expect(rules.first?["rule"] as? String == "level.stated")
  }

  @Test func featuresAreWrittenByRecord() throws {
    try folder.write("fish.txt", sentence)
    try folder.write(
      "fish.gold.jsonl",
      #"{"doc": "fish.txt", "area": "", "period": "2022-11"}"# + "\n"
        + #"{"at": 42, "text": "5,2 nghìn tấn", "value": 5.2, "unit_mult": 3, "unit": "tấn"}"#
        + "\n")
    let plain = try Command.run("evaluate", "fish.gold.jsonl", in: folder)
    let result = try Command.run(
      "evaluate", "fish.gold.jsonl", "--features", "features.csv", in: folder)
    #expect(result.text == plain.text)
    let rows = try folder.text("features.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows.first == ["document", "start", "end", "right", "rule_confidence", "features"])
    #expect(rows.count == 2)
    let row = try #require(rows.last)
    #expect(row.prefix(4) == ["fish", "42", "55", "1"])
    #expect(row.last?.split(separator: " ").contains("behind.no-record") == true)
  }

  @Test func whatIsWrongIsNamed() throws {
    try folder.write("gold/alone.gold.jsonl", Self.gold)
    try folder.write("gold/wrong.gold.jsonl", Self.gold + "{\"at\": 3}\n")
    try folder.write("gold/wrong.txt", "")
    try folder.makeFolder("nothing")
    let result = try Command.run("evaluate", "gold", "nothing", "none.gold.jsonl", in: folder)
    #expect(result.code == 1)
    let lines = result.messageLines.sorted()
    #expect(lines.count == 4)
    for (line, start) in zip(
      lines,
      [
        "gold/alone.gold.jsonl: has no report beside it; ",
        "gold/wrong.gold.jsonl: line 3: \"value\" is missing; ",
        "none.gold.jsonl: no such file; ", "nothing: no *.gold.jsonl in this folder; ",
      ])
    {
      #expect(line.hasPrefix("solieu: \(start)"))
    }
    #expect(result.text.contains("TOTAL records 2 "))
    #expect(try Command.run("evaluate", "nothing", in: folder).code == 66)
  }
}
