import SoLieu
import TestSupport
import Testing

/// Scores do not fall: `Corpus/scores.tsv` holds those of the last change that moved them.
@Suite(.serialized)
struct ScoreTests {
  @Test func reportsAreReadAsWellAsBefore() throws { try compare(.reports) }

  @Test(
    .enabled(if: GoldSet.shared[0].isThere, "../shared/seed is not beside the repository"))
  func seedIsReadAsWellAsBefore() throws { try compare(GoldSet.shared[0]) }

  @Test(.enabled(if: GoldSet.shared[1].isThere, "../shared/dev is not beside the repository"))
  func developmentSetIsReadAsWellAsBefore() throws { try compare(GoldSet.shared[1]) }

  @Test func everyReportHasGoldAndAFloor() throws {
    let gold = try Repository.names(in: GoldSet.reports.folder, ending: ".gold.jsonl")
    let texts = try Repository.names(in: GoldSet.reports.folder, ending: ".txt")
    #expect(gold.map { $0.replacing(".gold.jsonl", with: ".txt") } == texts)
    guard !Floors.isRecording else { return }
    let rows = Set(try Floors.table().rows.map(\.set))
    #expect(rows.isSuperset(of: texts.map { "reports/\($0.dropLast(4))" }))
  }

  private func compare(_ set: GoldSet) throws {
    let report = ScoreReport(try set.scores())
    print("\(set)\n\(report.text)")
    try #require(!report.documents.isEmpty)
    var floors = try Floors.table()
    var tallies = [("\(set)", report.total)]
    if set.hasFloorsOfDocuments {
      tallies += report.documents.map { ("\(set)/\($0.document)", $0.tally) }
    }
    for (name, tally) in tallies {
      if Floors.isRecording {
        floors.record(tally, for: name)
      } else {
        let shortfalls = floors.shortfalls(of: tally, in: name)
        #expect(shortfalls.isEmpty)
      }
    }
    if Floors.isRecording { try Floors.write(floors) }
  }
}
