import Extraction
import Observations
import RuleLanguage
import SoLieu
import Testing
import TextModel

/// How likely a record is right, from its features.
struct ConfidenceTests {
  private static let table = """
    # Weights.
    feature\tweight
    bias\t3
    status.forecast\t-1
    name.no-code\t-2.5
    status.estimate\t1.5
    both.no-verb-small\t-1

    """

  private static func model(_ text: String) throws(LexiconError) -> ConfidenceModel {
    try ConfidenceModel(files: [LexiconFile(name: "Confidence/confidence.tsv", text: text)])
  }

  /// In hundredths; what the rule says is 95.
  private static func confidence(
    _ model: ConfidenceModel, _ features: [String], rule: Int = 95
  ) throws -> Int {
    var set: ConfidenceFeatures = []
    for name in features { set.formUnion(try #require(ConfidenceFeatures.names[name])) }
    return model.confidence(of: set, rule: Confidence(hundredths: rule)).hundredths
  }

  @Test(arguments: [
    ([], 95), (["status.forecast"], 88), (["name.no-code"], 62),
    (["status.forecast", "name.no-code"], 38), (["status.estimate"], 99),
    (["unit.long"], 95), (["unit.long", "both.no-verb-small"], 88),
  ])
  func confidenceIsTheLogisticOfTheSum(_ features: [String], _ expected: Int) throws {
    #expect(try Self.confidence(Self.model(Self.table), features) == expected)
  }

  @Test func noFeatureMakesUpForASlip() throws {
    let model = try Self.model(Self.table)
    #expect(try Self.confidence(model, ["status.estimate"], rule: 40) == 40)
    #expect(try Self.confidence(model, ["status.forecast", "name.no-code"], rule: 40) == 38)
    #expect(try Self.confidence(model, [], rule: 41) == 95)
  }

  @Test func withoutWeightsTheRuleSays() throws {
    #expect(try Self.confidence(ConfidenceModel(), ["status.forecast"], rule: 73) == 73)
  }

  @Test(arguments: [-100.0, 100.0])
  func greatSumsStayWithinBounds(_ bias: Double) throws {
    let model = try Self.model("feature\tweight\nbias\t\(bias)\n")
    #expect(try Self.confidence(model, []) == (bias < 0 ? 0 : 100))
  }

  @Test func everyFeatureHasABitOfItsOwnAndALine() throws {
    for (name, feature) in ConfidenceFeatures.names { #expect(feature.list == [name]) }
    let text = try #require(LexiconFile.builtInConfidence.first).text
    let named = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst(2)
    #expect(
      Set(named.compactMap { $0.split(separator: "\t").first.map(String.init) })
        == Set(ConfidenceFeatures.names.keys))
  }

  @Test func doubtfulRecordsAreLessSure() throws {
    let pipeline = try Pipeline.standard()
    func confidence(_ text: String) throws -> Int {
      let text = SourceText("Báo cáo tháng 10 năm 2023\n" + text)
      return try #require(pipeline.extract(text, document: "").first).confidence.hundredths
    }
    let plain = try confidence("Tháng 10, sản lượng lúa ước đạt 1.250 tấn.")
    #expect(plain >= 90)
    #expect(try confidence("Tháng 10, sản lượng lúa ước đạt 17,.8 tấn.") <= 40)
    #expect(try confidence("Tháng 10, sản lượng xyz ước đạt 1.250 tấn.") < plain)
  }

  @Test(arguments: [
    (
      "feature\tweight\nbias\t3\nstatus.forecasts\t-1\n",
      "confidence.tsv:3:1: 'status.forecasts' is unknown; "
        + "use bias or a name of ConfidenceFeatures, such as status.forecast"
    ),
    (
      "feature\tweight\nbias\t3\nstatus.forecast\t-1,5\n",
      "confidence.tsv:3:17: '-1,5' is no weight; write a number such as -0.75"
    ),
    (
      "feature\tweight\nbias\tnan\n",
      "confidence.tsv:2:6: 'nan' is no weight; write a number such as -0.75"
    ),
    (
      "feature\tweight\nbias\t3\n# again\nbias\t2\n",
      "confidence.tsv:4:1: bias has a weight in line 2 too; keep one of the two"
    ),
    (
      "feature\tweight\nbias\n",
      "confidence.tsv:2:1: 1 columns where 2 are needed; write feature, weight, divided by tabs"
    ),
  ])
  func problemIsNamed(_ text: String, _ expected: String) {
    let error = #expect(throws: LexiconError.self) {
      try ConfidenceModel(files: [LexiconFile(name: "confidence.tsv", text: text)])
    }
    #expect(error?.problems.first?.description == expected)
  }

  @Test func missingTableIsNamed() {
    let error = #expect(throws: LexiconError.self) { try ConfidenceModel(files: []) }
    #expect(
      error?.problems.first?.description
        == "confidence.tsv:1:1: there is no such table; "
        + "put it into the folder Confidence of the language data")
  }
}
