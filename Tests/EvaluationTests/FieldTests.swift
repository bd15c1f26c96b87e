import Evaluation
import Foundation
import Observations
import Quantities
import Testing

struct FieldTests {
  @Test func anAgreeingRecordIsRight() throws {
    #expect(try wrongFields(of: output()) == [])
  }

  @Test(arguments: ["2022-11", "2022"])
  func anyEntryOfAListIsAccepted(period: String) throws {
    #expect(try wrongFields(of: output { $0.period = period }) == [])
  }

  @Test func eachFieldIsComparedOnItsOwn() throws {
    #expect(try wrongFields(of: output { $0.value = ExactDecimal(54) }) == [.value])
    #expect(try wrongFields(of: output { $0.unit = "tạ" }) == [.unit])
    #expect(try wrongFields(of: output { $0.measure = .change }) == [.measure])
    #expect(try wrongFields(of: output { $0.base = .plan }) == [.base])
    #expect(try wrongFields(of: output { $0.period = "2021" }) == [.period])
    #expect(try wrongFields(of: output { $0.indicator = "đàn lợn" }) == [.indicator])
    #expect(try wrongFields(of: output { $0.parent = "đàn lợn" }) == [.parent])
  }

  @Test func aFieldLeftOutIsNotScored() throws {
    #expect(try wrongFields(of: output { $0.status = .plan }) == [])
    let bare = #"{"at": 10, "value": 55000}"#
    let score = Scorer().score(gold: try gold(bare), observations: [output()])
    #expect(score.misses.isEmpty)
    #expect(score.fields[.unit].rate == nil)
    #expect(score.fields[.value].rate?.description == "1.0")
  }

  @Test func aBoundOrDenominatorLeftOutMustBeEmpty() throws {
    #expect(try wrongFields(of: output { $0.bound = .over }) == [.bound])
    #expect(try wrongFields(of: output { $0.denominator = ExactDecimal(9) }) == [.denominator])
  }

  @Test func aDenominatorIsComparedAsANumber() throws {
    let record = #"{"at": 10, "value": 120, "denominator": [121, 122]}"#
    func wrong(_ denominator: ExactDecimal?) throws -> [ScoredField]? {
      try wrongFields(
        of: output {
          $0.value = ExactDecimal(12)
          $0.unitMultiplier = 1
          $0.denominator = denominator
        }, against: record)
    }
    #expect(try wrong(ExactDecimal(1210, fractionDigits: 1)) == [])
    #expect(try wrong(ExactDecimal(122)) == [])
    #expect(try wrong(ExactDecimal(120)) == [.denominator])
    #expect(try wrong(nil) == [.denominator])
  }

  @Test func valuesAreComparedWithTheirMultipliers() throws {
    let same = output {
      $0.value = ExactDecimal(55, fractionDigits: 3)
      $0.unitMultiplier = 6
    }
    #expect(try wrongFields(of: same) == [])
    #expect(try wrongFields(of: output { $0.unitMultiplier = 0 }) == [.value])
    #expect(try wrongFields(of: output { $0.value = ExactDecimal(-55) }) == [.value])
  }

  @Test(arguments: [
    ("Sản Lượng LÚA", true), ("sản lượng của lúa", true), ("lúa, sản lượng", true),
    ("sản lượng lúa tỉnh", true), ("sản lượng thóc", false), ("san luong lua", false), ("", false),
    ("và của là", false),
  ])
  func indicatorsAreComparedByWords(indicator: String, isRight: Bool) throws {
    let wrong: [ScoredField] = isRight ? [] : [.indicator]
    #expect(try wrongFields(of: output { $0.indicator = indicator }) == wrong)
    let decomposed = indicator.decomposedStringWithCanonicalMapping
    #expect(try wrongFields(of: output { $0.indicator = decomposed }) == wrong)
  }

  @Test(arguments: [("hoà", "hòa"), ("luỹ", "lũy"), ("kỹ", "kĩ"), ("THUỶ", "thủy"), ("Đ", "đ")])
  func toneMarksMayStandOnEitherLetter(gold: String, found: String) throws {
    let record = #"{"at": 10, "value": 55000, "indicator": ["\#(gold)"]}"#
    #expect(try wrongFields(of: output { $0.indicator = found }, against: record) == [])
    #expect(try wrongFields(of: output { $0.indicator = "x" }, against: record) == [.indicator])
  }

  @Test(arguments: [
    ("%", "%", true), ("%", "‰", false), ("%", "", false), ("tạ/ha", "tạ / ha", true),
    ("người", "Người", true), ("m²", "m2", false), ("", "", true),
    ("doanh nghiệp", "nghiệp", false),
  ])
  func unitsMustAgreeInEveryWord(gold: String, found: String, isRight: Bool) throws {
    let record = #"{"at": 10, "value": 55000, "unit": "\#(gold)"}"#
    #expect(
      try wrongFields(of: output { $0.unit = found }, against: record) == (isRight ? [] : [.unit]))
  }

  @Test func aNameInFullServesForIndicatorAndParent() throws {
    let record =
      #"{"at": 10, "value": 55000, "indicator": ["sản lượng"], "parent": ["lúa mùa", ""]}"#
    let bare = #"{"at": 10, "value": 55000, "indicator": ["sản lượng"], "parent": ["lúa mùa"]}"#
    for gold in [record, bare] {
      let inFull = output { $0.indicator = "sản lượng lúa mùa" }
      #expect(try wrongFields(of: inFull, against: gold) == [])
    }
    let other = output {
      $0.indicator = "năng suất"
      $0.parent = "lúa mùa"
    }
    #expect(try wrongFields(of: other, against: bare) == [.indicator])
  }
}
