import Foundation
import SoLieu
import TestSupport
import Testing
import TextModel

/// A report in NFD gives the records of the same report in NFC.
struct NormalFormTests {
  @Test(arguments: try Repository.names(in: "Corpus/reports", ending: ".txt"))
  func decomposedReportGivesTheSameRecords(_ name: String) throws {
    let pipeline = try BuiltIn.pipeline()
    let text = try Repository.text("Corpus/reports/\(name)")
    let composed = text.precomposedStringWithCanonicalMapping
    let decomposed = text.decomposedStringWithCanonicalMapping
    try #require(Array(composed.utf8) != Array(decomposed.utf8))
    let expected = pipeline.extract(SourceText(composed), document: name)
    let found = pipeline.extract(SourceText(decomposed), document: name)
    #expect(!expected.isEmpty)
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) {
      #expect(Self.cells(a) == Self.cells(b))
      // Strings compare by canonical equivalence: the words quoted are the same ones.
      #expect(a.text == b.text && a.sentence == b.sentence && a.section == b.section)
    }
  }

  /// The bytes of every field that neither counts in the source nor quotes it.
  private static func cells(_ record: Observation) -> [[UInt8]] {
    let quoting: Set<Column> = [.document, .text, .start, .end, .sentence, .section]
    return Column.allCases.filter { !quoting.contains($0) }.map {
      Array($0.cell(of: record).plain.utf8)
    }
  }
}
