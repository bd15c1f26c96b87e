import SoLieu
import Testing

/// The one-line cases of `Corpus/cases`, read as a document each.
struct CaseTests {
  @Test(arguments: try CaseFile.all())
  func mentionsAreThoseOfTheCaseFile(_ file: CaseFile) throws {
    let pipeline = try Pipeline.standard()
    var passed = 0
    for expected in file.cases {
      let analysis = pipeline.analyze(SourceText(expected.text), document: expected.place)
      let faults = CaseJudge(expected: expected, found: analysis.mentions).faults()
      if faults.isEmpty { passed += 1 }
      let report = "\(expected.place): \(faults.joined(separator: "; ")) [\(expected.note)]"
      if expected.isTodo {
        #expect(!faults.isEmpty, "\(expected.place) passes: take 'todo: ' off its note")
      } else {
        #expect(faults.isEmpty, "\(report)")
      }
    }
    print("\(file): \(passed) of \(file.cases.count) cases pass")
    #expect(!file.cases.isEmpty)
  }
}
