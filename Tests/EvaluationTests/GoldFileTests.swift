import Evaluation
import Testing

struct GoldFileTests {
  @Test func aFileHasAHeadAndRecords() throws {
    let file = try gold(goldOutput, "", "  \r", goldOutput)
    #expect(file.name == "a")
    #expect(file.head.area == "Lạng Sơn")
    #expect(file.head.period == "2022-11")
    #expect(file.records.count == 2)
    #expect(file.records.first?.source == goldOutput)
  }

  @Test func aFieldIsOneValueOrAList() throws {
    let file = try gold(
      #"{"at": 1, "value": 5.50, "base": "plan", "period": ["2022", null], "parent": null}"#,
      #"{"at": 1, "value": 5, "base": ["plan", ""], "denominator": 63, "unit_mult": 6}"#)
    #expect(file.records.map(\.base) == [["plan"], ["plan", ""]])
    #expect(file.records.map(\.period) == [["2022", ""], nil])
    #expect(file.records.map(\.parent) == [[""], nil])
    #expect(file.records.map(\.denominator) == [[], [63]])
    #expect(file.records.map(\.value) == [5.5, 5])
    #expect(file.records.map(\.unitMultiplier) == [0, 6])
  }

  @Test func codesAreAListThatMayBeEmptyOrLeftOut() throws {
    let file = try gold(
      #"{"at": 1, "value": 5, "codes": ["trade.retail_sales", "trade.retail"]}"#,
      #"{"at": 1, "value": 5, "codes": "trade.retail_sales"}"#,
      #"{"at": 1, "value": 5, "codes": []}"#, #"{"at": 1, "value": 5, "codes": null}"#,
      #"{"at": 1, "value": 5}"#)
    #expect(
      file.records.map(\.codes) == [
        ["trade.retail_sales", "trade.retail"], ["trade.retail_sales"], [], [], nil,
      ])
  }

  @Test(arguments: [
    (#"{"at": 1}"#, "\"value\" is missing"),
    (#"{"value": 1}"#, "\"at\" is missing"),
    (#"{"at": 1, "value": "một"}"#, "\"value\" does not hold what it should"),
    (#"{"at": 1, "value": 1, "unit": 5}"#, "\"unit\" does not hold what it should"),
    (#"{"at": 1, "value": 1, "period": ["2022", 5]}"#, "\"period\" does not hold what it should"),
    (#"{"at": 1, "value": 1, "codes": [5]}"#, "\"codes\" does not hold what it should"),
    (#"{"at": 1.5, "value": 1}"#, "the line is not JSON of a record"),
    (#"{"at": 1, "value": 1"#, "the line is not JSON of a record"),
    (#"[1]"#, "the line is no JSON object"),
  ])
  func anErrorNamesLineAndRemedy(line: String, problem: String) throws {
    let error = try #require(throws: GoldError.self) { try gold(goldOutput, "", line) }
    #expect(error.line == 4)
    #expect(error.problem == problem)
    #expect(error.description.hasPrefix("a.gold.jsonl, line 4: \(problem); write "))
  }

  @Test func anEmptyFileIsAnError() throws {
    let error = try #require(throws: GoldError.self) { try GoldFile(name: "b", bytes: [0x0A]) }
    #expect(error.line == 1)
    #expect(error.remedy.hasPrefix("begin it with a line"))
  }
}
