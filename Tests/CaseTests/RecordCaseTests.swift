import SoLieu
import Testing

/// The cases of `Corpus/cases/records`, read as a document each.
struct RecordCaseTests {
  @Test(arguments: try RecordCaseFile.all())
  func recordsAreThoseOfTheCaseFile(_ file: RecordCaseFile) throws {
    let pipeline = try Pipeline.standard()
    for expected in file.cases {
      let found = pipeline.extract(
        SourceText(expected.text), document: expected.place, options: expected.options)
      for fault in RecordCaseJudge(expected: expected, found: found).faults() {
        Issue.record("\(fault)")
      }
    }
    let records = file.cases.flatMap(\.records)
    let todo = records.count(where: \.isTodo)
    print("\(file): \(records.count - todo) of \(records.count) records right")
    #expect(!file.cases.isEmpty)
  }

  /// The rows of the genre's catalogue of constructions.
  static let constructions =
    numbered("a", 14) + ["b"] + numbered("c", 14) + numbered("d", 25)
    + ["e", "f", "g", "h", "i", "j", "k", "l", "m"]

  /// What is hardest in the genre, each in a paragraph.
  static let hardest = numbered("hardest-", 25)

  @Test func everyConstructionHasPlainAndHardCases() throws {
    let cases = try RecordCaseFile.all().flatMap(\.cases)
    let plain = Set(cases.filter { !$0.isHard }.map(\.construction))
    let hard = Set(cases.filter(\.isHard).map(\.construction))
    #expect((Self.constructions + Self.hardest).filter { !plain.contains($0) } == [])
    #expect(Self.constructions.filter { !hard.contains($0) } == [])
    #expect(plain.union(hard).subtracting(Self.constructions + Self.hardest) == [])
  }

  private static func numbered(_ name: String, _ last: Int) -> [String] {
    (1...last).map { "\(name)\($0)" }
  }
}
