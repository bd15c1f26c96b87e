import Checks
import Evaluation
import Extraction
import Observations
import SoLieu
import TestSupport
import Testing
import TextModel

/// What is found in the reports of `Corpus` is what their gold lists, and nothing else.
struct CorpusFindingTests {
  static let names = (try? Repository.names(in: "Corpus/reports", ending: ".gold.jsonl")) ?? []

  private func findings(_ folder: String, _ name: String) throws -> (
    found: [Finding], gold: GoldFile
  ) {
    let gold = try GoldFile(name: name, bytes: Repository.bytes("\(folder)/\(name)"))
    let source = try SourceText(Repository.bytes("\(folder)/\(gold.name).txt"))
    let records = try BuiltIn.checker().checked(
      BuiltIn.pipeline().extract(source, document: gold.name))
    return (try BuiltIn.checker().findings(in: records), gold)
  }

  @Test(arguments: names)
  func onlyWhatGoldListsIsFound(name: String) throws {
    let (found, gold) = try findings("Corpus/reports", name)
    var tally = FindingTally()
    tally.count(
      found.map { finding in
        FindingTally.Found(code: finding.code, spans: finding.records.map { $0.start..<$0.end })
      }, gold: gold.head.findings)
    #expect(tally.found == tally.gold)
    #expect(tally.extra == 0, "\(found.map { "\($0.code) \($0.records.map(\.text))" })")
  }

  @Test("The report that the project started from has exactly its known slip")
  func seed() throws {
    let folder = "../shared/seed"
    guard Repository.exists(folder) else {
      print("skipped: no \(folder), which is not part of the repository")
      return
    }
    let (found, _) = try findings(folder, "lang-son-2022-11.gold.jsonl")
    #expect(found.map(\.code) == ["cumulative_below_month"])
    #expect(found.first?.records.map(\.text) == ["7.134,2 triệu đồng", "6.630,7 triệu đồng"])
  }
}
