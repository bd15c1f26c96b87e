import Evaluation
import Observations
import Testing

struct CalibrationTests {
  private static func record(
    _ hundredths: Int, core: Bool = false, exact: Bool = false, rule: String = "level.stated"
  ) -> JudgedRecord {
    JudgedRecord(
      rule: rule, confidence: Confidence(hundredths: hundredths), isCoreRight: core,
      isExactRight: exact)
  }

  private static let few = Calibration([
    record(95, core: true, exact: true), record(90, core: true, rule: "change.verb"),
    record(100, core: true, exact: true), record(91), record(40, rule: ""),
  ])

  @Test(arguments: [(0, 0), (9, 0), (10, 1), (49, 4), (50, 5), (89, 8), (90, 9), (100, 9)])
  func aBandHoldsItsLowerEnd(hundredths: Int, tenth: Int) {
    let calibration = Calibration([Self.record(hundredths)])
    #expect(calibration.bands.map(\.tenth) == [tenth])
    #expect(calibration.high.records == (hundredths >= 90 ? 1 : 0))
    #expect(calibration.low.records == (hundredths < 50 ? 1 : 0))
  }

  @Test func figuresAreThoseOfTheirFormulas() {
    // 1/5 · |0 − 0.40| + 4/5 · |0.75 − 0.94|
    #expect(Self.few.expectedError == Rate(tenThousandths: 2320))
    // (0.05² + 0.10² + 0 + 0.91² + 0.40²) / 5
    #expect(Self.few.brierScore == Rate(tenThousandths: 2001))
    #expect(Self.few.high.coreShare == Rate(tenThousandths: 7500))
    #expect(Self.few.high.exactShare == Rate(tenThousandths: 5000))
    #expect(Self.few.high.share(of: Self.few.all) == Rate(tenThousandths: 8000))
    #expect(Self.few.low.coreShare == Rate(tenThousandths: 0))
  }

  @Test func whoIsAlwaysAsRightAsSureHasNoError() {
    let tens = (0..<10).map { Self.record(70, core: $0 < 7) }
    #expect(Calibration(tens).expectedError == Rate(tenThousandths: 0))
    #expect(Calibration(tens).brierScore == Rate(tenThousandths: 2100))
  }

  @Test func rulesStandByTheirCountThenByName() {
    let names = ["b", "c", "a", "c", "b", "d", "d", "d"]
    let calibration = Calibration(names.map { Self.record(90, core: $0 != "d", rule: $0) })
    #expect(calibration.rules.map(\.rule) == ["d", "b", "c", "a"])
    #expect(calibration.rules.map(\.reliability.records) == [3, 2, 2, 1])
    #expect(calibration.rules.first?.reliability.coreShare == Rate(tenThousandths: 0))
  }

  @Test func theTextHasTablesAndFigures() {
    #expect(
      Self.few.text == """
        confidence  records   share  mean_confidence  core_right  exact_right
        0.4–0.5           1  0.2000           0.4000      0.0000       0.0000
        0.9–1.0           4  0.8000           0.9400      0.7500       0.5000
        all               5  1.0000           0.8320      0.6000       0.4000

        confidence >= 0.9: records 4  share 0.8  core_right 0.75
        confidence < 0.5: records 1  share 0.2  core_right 0.0
        expected_calibration_error 0.232  brier_score 0.2001

        rule          records  mean_confidence  core_right
        level.stated        3           0.9533      0.6667
        -                   1           0.4000      0.0000
        change.verb         1           0.9000      1.0000

        """)
  }

  @Test func nothingHasNoFigures() {
    let nothing = Calibration([])
    #expect(nothing.bands.isEmpty)
    #expect(nothing.expectedError == nil)
    #expect(nothing.brierScore == nil)
    #expect(nothing.text.contains("confidence >= 0.9: records 0  share -  core_right -\n"))
  }

  @Test func aReportCountsEveryRecordOfItsDocuments() throws {
    let sure = output {
      $0.rule = "level.stated"
      $0.confidence = Confidence(hundredths: 95)
    }
    var bound = sure
    bound.bound = .about
    var period = sure
    period.period = "2000"
    var extra = sure
    extra.start = 90
    extra.end = 99
    extra.confidence = Confidence(hundredths: 35)
    let second = goldOutput.replacing("\"at\": 10", with: "\"at\": 15")
    let calibration = ScoreReport([
      Scorer().score(gold: try gold(goldOutput, second), observations: [extra, sure, period]),
      Scorer().score(gold: try gold(goldOutput, name: "b"), observations: [bound]),
    ]).calibration
    #expect(calibration.all.records == 4)
    #expect(calibration.all.core == 2)
    #expect(calibration.all.exact == 1)
    #expect(calibration.bands.map(\.name) == ["0.3–0.4", "0.9–1.0"])
    #expect(calibration.low.core == 0)
    #expect(calibration.rules.map(\.rule) == ["level.stated"])
  }
}
