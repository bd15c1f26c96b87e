import Evaluation
import Observations
import Testing

struct CodeTests {
  /// What of the codes is counted for one gold record with `codes`, as JSON, and an observation that
  /// carries `code`.
  private static func tally(_ codes: String?, _ code: String) throws -> CodeTally {
    let field = codes.map { "\"codes\": \($0), " } ?? ""
    let record = goldOutput.replacing("\"at\": 10", with: "\(field)\"at\": 10")
    let found = output { $0.indicatorCode = code }
    return Scorer().score(gold: try gold(record), observations: [found]).codes
  }

  @Test(arguments: [
    (#"["trade.retail_sales", "trade.retail"]"#, "trade.retail", [1, 1, 1, 1]),
    (#"["trade.retail_sales"]"#, "trade.retail", [1, 1, 1, 0]),
    (#"["trade.retail_sales"]"#, "", [1, 1, 0, 0]), ("[]", "trade.retail", [1, 0, 1, 0]),
    ("[]", "", [1, 0, 0, 0]), (nil, "trade.retail", [0, 0, 0, 0]), (nil, "", [0, 0, 0, 0]),
  ])
  func aCodeIsRightWhereTheListHasIt(codes: String?, code: String, counts: [Int]) throws {
    let tally = try Self.tally(codes, code)
    #expect([tally.records, tally.coded, tally.predicted, tally.right] == counts)
  }

  @Test func aRecordNotFoundCarriesNoCode() throws {
    let record = goldOutput.replacing("\"at\": 10", with: "\"codes\": [\"a\"], \"at\": 50")
    let found = output { $0.indicatorCode = "a" }
    let tally = Scorer().score(gold: try gold(record), observations: [found]).codes
    #expect(tally.coverage == Rate(tenThousandths: 0))
    #expect(tally.precision == nil)
  }

  @Test func coverageAndPrecisionAreSharesOfTheirOwnWholes() throws {
    var total = CodeTally()
    for (codes, code) in [("[\"a\"]", "a"), ("[\"a\"]", ""), ("[\"a\"]", "b"), ("[]", "a")] {
      total += try Self.tally(codes, code)
    }
    #expect(total.coverage == Rate(tenThousandths: 3333))
    #expect(total.precision == Rate(tenThousandths: 3333))
    total += try Self.tally("[]", "c")
    #expect(total.coverage == Rate(tenThousandths: 3333))
    #expect(total.precision == Rate(tenThousandths: 2500))
  }

  @Test func codesHaveARowOfTheirOwnAndChangeNoOther() throws {
    let coded = goldOutput.replacing("\"at\"", with: "\"codes\": [\"a\"], \"at\"")
    let wrong = output { $0.indicatorCode = "b" }
    let score = Scorer().score(gold: try gold(coded), observations: [wrong])
    let plain = Scorer().score(gold: try gold(goldOutput), observations: [wrong])
    #expect(score.misses.isEmpty)
    let row = "codes: records 1  coded 1  predicted 1  right 0  coverage 0.0  precision 0.0\n"
    #expect(ScoreReport([score]).text.contains("\n\(row)TOTAL "))
    #expect(ScoreReport([score]).text.replacing(row, with: "") == ScoreReport([plain]).text)
    #expect(!ScoreReport([plain]).text.contains("codes"))
  }
}
