import Evaluation
import Foundation
import Observations
import Quantities
import Testing

/// The reports whose gold stands in `shared/dev` beside the repository, where it does.
enum DevelopmentSet {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/dev")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func gold() throws -> [GoldFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".gold.jsonl") }
      .map { name in
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
        return try GoldFile(name: name, bytes: bytes)
      }
  }

  /// What a perfect program would say.
  static func perfect(_ gold: GoldFile) throws -> [Observation] {
    try gold.records.map { record in
      var observation = Observation(value: try #require(ExactDecimal("\(record.value)")))
      observation.unitMultiplier = record.unitMultiplier
      observation.denominator = record.denominator.first.flatMap { ExactDecimal("\($0)") }
      observation.indicator = record.indicator?.first ?? ""
      observation.parent = record.parent?.first ?? ""
      observation.measure = Measure(rawValue: record.measure?.first ?? "") ?? .level
      observation.base = Base(rawValue: record.base?.first ?? "")
      observation.unit = record.unit?.first ?? ""
      observation.period = record.period?.first ?? ""
      observation.status = Status(rawValue: record.status?.first ?? "") ?? .actual
      observation.bound = Bound(rawValue: record.bound?.first ?? "")
      observation.start = record.at
      observation.end = record.at + record.text.unicodeScalars.count
      return observation
    }
  }

  /// What a program with every kind of fault would say.
  static func faulty(_ gold: GoldFile) throws -> [Observation] {
    var all: [Observation] = []
    for (index, perfect) in try perfect(gold).enumerated() where index % 11 != 5 {
      var observation = perfect
      if index % 5 == 1 { observation.period = "2000" }
      if index % 7 == 2 {
        observation.indicator += " \(observation.parent)"
        observation.parent = ""
      }
      if index % 6 == 3 { observation.indicator = String(observation.indicator.dropLast(9)) }
      if index % 4 == 0 {
        observation.indicator = observation.indicator.decomposedStringWithCanonicalMapping
        observation.unit = observation.unit.uppercased()
      }
      if index % 13 == 4 { observation.value = -observation.value }
      if index % 17 == 6 { observation.bound = .about }
      if index % 19 == 7 { observation.measure = .change }
      if index % 23 == 8 { observation.status = .plan }
      all.append(observation)
      if index % 9 == 0 { all.append(perfect) }
    }
    return all
  }
}

/// Figures that `score.py` printed for the same observations.
@Suite(.enabled(if: DevelopmentSet.isThere, "shared/dev is not beside the repository"))
struct DevelopmentSetTests {
  @Test func goldAgreesWithItself() throws {
    let scores = try DevelopmentSet.gold().map { gold in
      Scorer().score(gold: gold, observations: try DevelopmentSet.perfect(gold))
    }
    let report = ScoreReport(scores)
    #expect(report.total.exactF1 == Rate(tenThousandths: 10_000))
    #expect(report.missesText.isEmpty)
  }

  @Test func figuresAreThoseOfTheScriptForFaultyRecords() throws {
    let scores = try DevelopmentSet.gold().map { gold in
      Scorer().score(gold: gold, observations: try DevelopmentSet.faulty(gold))
    }
    #expect(
      ScoreReport(scores).text.hasSuffix(
        """
        fields of found records: value 0.9168  unit 1.0  measure 0.9664  base 1.0  period 0.8212  \
        indicator 0.931  parent 0.9965  denominator 1.0  status 0.9828  bound 0.9327
        TOTAL records 622  found 565  extra 64  mention_f1 0.9033  core_f1 0.6155  exact_f1 0.5707

        """))
  }
}
