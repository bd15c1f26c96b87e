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

/// The form of the case files, and what their faults say.
struct RecordCaseFormTests {
  private static func cases(_ text: String) throws -> [RecordCase] {
    var reader = RecordCaseReader(name: "x.txt")
    return try reader.cases(of: text)
  }

  private static func faults(_ text: String) throws -> [String] {
    let pipeline = try Pipeline.standard()
    return try cases(text).flatMap { expected in
      RecordCaseJudge(
        expected: expected,
        found: pipeline.extract(
          SourceText(expected.text), document: "", options: expected.options)
      ).faults()
    }
  }

  @Test(arguments: [
    ("Thu 5 tỷ.\n> none", "x.txt:1: the first case begins"),
    ("## a1 easy: x\nThu 5 tỷ.\n> none", "x.txt:1: 'a1 easy' is not"),
    ("## a1: x\nreport: tháng 3\nThu.\n> none", "x.txt:2: 'tháng 3' is not PERIOD"),
    ("## a1: x\nThu 5 tỷ.", "x.txt:1: the case needs records"),
    ("## a1: x\nThu 5 tỷ.\n> 6 tỷ = 6 e9 VND | level", "x.txt:3: '6 tỷ' does not stand there"),
    ("## a1: x\nThu 5 tỷ.\n> 5 tỷ = 5 e9 VND", "x.txt:3: write SURFACE = VALUE"),
    ("## a1: x\nThu 5 tỷ.\n> 5 tỷ = 5 e9 VND | amount", "x.txt:3: 'amount' is not MEASURE"),
    ("## a1: x\nThu 5 tỷ.\n> 5 tỷ = 5 e9 VND | level | of: thu", "x.txt:3: 'of: thu' is not one"),
    ("## a1: x\nThu.\n> none\nThu.", "x.txt:4: text stands below the records"),
  ])
  func anErrorNamesItsLine(_ text: String, _ message: String) {
    let error = #expect(throws: CaseError.self) { try Self.cases(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }

  private static let text = "## a1: x\nreport: 2023-03, Phú Thọ\nThu nội địa đạt 5 tỷ đồng.\n"

  @Test(arguments: [
    ("> 5 tỷ đồng = 5 e9 VND | level | indicator: thu nội địa | period: 2023-03", []),
    (
      "> 5 tỷ đồng = 5 e9 VND | change plan",
      ["'5 tỷ đồng' measure is 'level', not 'change'; base is '', not 'plan'"]
    ),
    ("> none", ["'5 tỷ đồng' is a record, not expected: level 5 VND of 'Thu nội địa'"]),
    ("> none\ntodo: extra 5 tỷ đồng", []),
    (
      "> none\ntodo: extra nội",
      [
        "'5 tỷ đồng' is a record, not expected: level 5 VND of 'Thu nội địa'",
        "'nội' is no record: take its 'todo: extra' away",
      ]
    ),
    ("todo: > 5 tỷ đồng = 6 e9 VND | level", []),
    ("todo: > 5 tỷ đồng = 5 e9 VND | level", ["'5 tỷ đồng' is right: take its 'todo: ' away"]),
  ])
  func aFaultSaysWhatIsAndWhatShouldBe(_ records: String, _ faults: [String]) throws {
    #expect(try Self.faults(Self.text + records) == faults.map { "x.txt:1 (a1): \($0)" })
  }
}
