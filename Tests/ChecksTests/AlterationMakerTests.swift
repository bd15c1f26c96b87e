import Quantities
import Testing

/// Alterations say what they do to the text, and relations tell what that breaks.
struct AlterationMakerTests {
  @Test(arguments: ["ca-nuoc-2019", "ha-giang-2014-05"])
  func figuresSayWhatTheAlteredTextPrints(_ name: String) throws {
    let report = try ConsistentReport(name)
    let alterations = AlterationMaker(report).alterations()
    #expect(Set(alterations.map(\.kind)) == Set(Alteration.Kind.allCases))
    for alteration in alterations {
      let text = Array(alteration.text(of: report).unicodeScalars)
      #expect(text != report.text)
      for (figure, number) in alteration.numbers {
        let start = alteration.position(after: report.figures[figure].range.lowerBound)
        let printed = text[start...].drop { "+-".unicodeScalars.contains($0) }.prefix {
          ("0"..."9").contains($0) || ".,".unicodeScalars.contains($0)
        }
        let digits =
          printed.last.map { ".,".unicodeScalars.contains($0) } == true
          ? printed.dropLast() : printed
        #expect(Numeral(digits).value == number.value.magnitude, "\(alteration)")
      }
    }
    let perFigure = Dictionary(grouping: alterations.filter { $0.kind != .exchange }) {
      $0.numbers.keys.max()
    }
    #expect(perFigure.values.allSatisfy { $0.count <= 8 })
  }

  @Test(arguments: [
    ("ratio = 100 + growth", ["ratio": "104.2", "growth": "4.2"], false),
    ("ratio = 100 + growth", ["ratio": "104.2", "growth": "4.24"], false),
    ("ratio = 100 + growth", ["ratio": "104.2", "growth": "4.3"], false),
    ("ratio = 100 + growth", ["ratio": "104.2", "growth": "4.4"], true),
    (
      "growth = 100 / (level / change - 1)", ["growth": "-14.3", "level": "72", "change": "-12"],
      false
    ),
    (
      "growth = 100 / (level / change - 1)", ["growth": "14.3", "level": "72", "change": "-12"],
      true
    ),
    (
      "level = previous * (1 + growth / 100)",
      ["level": "1204", "previous": "1200", "growth": "0.3"], false
    ),
    (
      "level = previous * (1 + growth / 100)",
      ["level": "1204", "previous": "1200", "growth": "0.5"], true
    ),
    ("month <= cumulative", ["month": "6630.7", "cumulative": "6630.6"], false),
    ("month <= cumulative", ["month": "7134.2", "cumulative": "6630.7"], true),
    ("a + b = 100", ["a": "33.3", "b": "66.6"], false),
    ("a + b = 100", ["a": "33.3", "b": "66.5"], true),
  ])
  func relationIsBrokenByMoreThanRounding(
    _ text: String, _ values: [String: String], _ isBroken: Bool
  ) throws {
    let relation = try #require(RelationExpression(text))
    let intervals = try values.mapValues { value in
      PrintedNumber(
        value: try #require(ExactDecimal(value)), multiplier: 0, isExact: false
      ).interval
    }
    #expect(relation.isBroken(intervals) == isBroken)
  }

  @Test(arguments: ["", "a", "a =", "a = b +", "a = (b", "a < b"])
  func whatIsNoRelationIsNotRead(_ text: String) { #expect(RelationExpression(text) == nil) }
}
