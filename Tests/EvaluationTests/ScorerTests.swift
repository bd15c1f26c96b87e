import Evaluation
import Observations
import Quantities
import Testing

struct ScorerTests {
  @Test(arguments: [(10, 11, true), (5, 11, true), (11, 20, false), (5, 10, false)])
  func aRecordIsFoundWhereItsNumberStartsInTheSpan(start: Int, end: Int, isFound: Bool) throws {
    let observation = output {
      $0.start = start
      $0.end = end
    }
    #expect(try (wrongFields(of: observation) != nil) == isFound)
  }

  @Test func aRangeIsTwoRecordsOnOneSpan() throws {
    func bound(_ value: Int, _ bound: String) -> String {
      #"{"at": 10, "value": \#(value), "unit": "%", "bound": "\#(bound)"}"#
    }
    func observation(_ value: Int128, _ bound: Bound) -> Observation {
      var record = Observation(value: ExactDecimal(value))
      record.unit = "%"
      record.bound = bound
      record.start = 10
      record.end = 17
      return record
    }
    let both = try gold(bound(20, "from"), bound(25, "to"))
    let backwards = [observation(25, .to), observation(20, .from)]
    let score = Scorer().score(gold: both, observations: backwards)
    #expect(score.tally.full == 2)
    #expect(score.misses.isEmpty)

    let half = Scorer().score(gold: both, observations: [observation(25, .to)])
    #expect(half.tally.found == 1)
    #expect(half.tally.full == 0)
    #expect(half.misses.map(\.kind) == ["wrong value,bound", "missed"])
  }

  @Test func missesStandInTheOrderOfGoldThenOfTheText() throws {
    let second = goldOutput.replacing("\"at\": 10", with: "\"at\": 50")
    let late = output {
      $0.start = 90
      $0.end = 99
    }
    let early = output {
      $0.start = 30
      $0.end = 40
    }
    let wrong = output { $0.period = "2000" }
    let both = try gold(goldOutput, second)
    let score = Scorer().score(gold: both, observations: [late, wrong, early])
    #expect(score.misses.map(\.kind) == ["wrong period", "missed", "not in gold", "not in gold"])
    #expect(score.misses.map { $0.gold?.at } == [10, 50, nil, nil])
    #expect(score.misses.map { $0.predicted?.start } == [10, nil, 30, 90])
    #expect(score.tally.extra == 2)
  }

  @Test func aMissShowsBothSides() throws {
    let wrong = output {
      $0.period = "2000"
      $0.sentence = "Sản lượng lúa đạt 55 nghìn tấn."
    }
    let score = Scorer().score(gold: try gold(goldOutput), observations: [wrong])
    #expect(
      ScoreReport([score]).missesText == """
        a\twrong period
           gold \(goldOutput)
           got  indicator "sản lượng lúa", measure "level", value 55.00, unit "tấn", unit_mult 3, \
        period "2000", status "actual", start 10, end 20, confidence 1.00

        """)
  }

  @Test func nothingOfNothingIsPerfect() throws {
    let score = Scorer().score(gold: try gold(), observations: [])
    #expect(score.tally.exactF1 == Rate(tenThousandths: 10_000))
  }

  @Test func aReportAddsItsDocumentsUp() throws {
    let wrong = output { $0.base = .plan }
    let status = output { $0.bound = .about }
    let first = Scorer().score(gold: try gold(goldOutput), observations: [output(), output()])
    let second = Scorer().score(
      gold: try gold(goldOutput, goldOutput, name: "b"), observations: [wrong, status])
    #expect(
      ScoreReport([first, second]).text == """
        a                                        records 1  found 1  extra 1  mention_f1 0.6667  \
        core_f1 0.6667  exact_f1 0.6667
        b                                        records 2  found 2  extra 0  mention_f1 1.0  \
        core_f1 0.5  exact_f1 0.0
        fields of found records: value 1.0  unit 1.0  measure 1.0  base 0.6667  period 1.0  \
        indicator 1.0  parent 1.0  denominator 1.0  status None  bound 0.6667
        TOTAL records 3  found 3  extra 1  mention_f1 0.8571  core_f1 0.5714  exact_f1 0.2857

        """)
  }
}
