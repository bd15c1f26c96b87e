import Checks
import Extraction
import Geography
import Indicators
import Observations
import RuleLanguage
import Series
import SoLieu
import Testing
import TextModel

/// The checker and the reader with what is built in, made once for all tests.
enum BuiltIn {
  private static let made = Result { () throws(LexiconError) -> (Pipeline, ReportChecker) in
    let pipeline = try Pipeline.standard()
    return (pipeline, try .standard(measured: pipeline.measuredUnits))
  }

  static func pipeline() throws -> Pipeline { try made.get().0 }
  static func checker() throws -> ReportChecker { try made.get().1 }
}

@Suite("Examples of findings.tsv")
struct FindingExampleTests {
  /// A line of the table.
  struct Line: Sendable, CustomTestStringConvertible {
    let code: String
    let example: String
    var testDescription: String { code }
  }

  static let lines: [Line] = LexiconFile.builtInChecks.filter { $0.name == "findings.tsv" }
    .flatMap { file in
      file.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return Line(code: String(cells[0]), example: String(cells[4]))
      }
    }

  @Test("Each is found in its example, and names the figures in brackets", arguments: lines)
  func examples(line: Line) throws {
    let passages = try line.example.split(separator: " ‖ ").enumerated().map { k, text in
      try Passage(text, document: "report \(k + 1)")
    }
    let figures = passages.flatMap(\.brackets)
    try #require(!figures.isEmpty, "no example")
    let findings = try passages.count == 1 ? within(passages) : across(passages)
    let told = passages.flatMap(\.records).map { "\($0.text) \($0.period) \($0.indicator)" }
    #expect(findings.map(\.code) == [line.code], "\(told)")
    #expect(
      Set(findings.flatMap(\.records).map { Place(document: $0.document, start: $0.start) })
        == Set(figures))
    for told in try [phrases().vietnamese, phrases().english] {
      for finding in findings { #expect(!told(finding).contains { "{}".contains($0) }) }
    }
  }

  private func phrases() throws -> FindingPhrases { try BuiltIn.checker().phrases }

  private func within(_ passages: [Passage]) throws -> [Finding] {
    try passages.flatMap { try BuiltIn.checker().findings(in: $0.records) }
  }

  /// By series, as a dataset gives them.
  private func across(_ passages: [Passage]) throws -> [Finding] {
    let units = try SeriesVocabulary.standard().units
    var identity = try SeriesIdentity(
      IndicatorCatalogue.standard(), Gazetteer.standard(), SeriesVocabulary.standard())
    var series: [String: [SeriesStatement]] = [:]
    for passage in passages {
      var facts = DocumentFacts()
      facts.period = passage.period
      let ids = identity.ids(
        of: DocumentRecords(
          document: passage.document, facts: facts, observations: passage.records))
      for (record, id) in zip(passage.records, ids) {
        let figure = StatedFigure(observation: record, facts: facts, id: id)
        series[id.subject, default: []].append(SeriesStatement(figure, units: units))
      }
    }
    let checker = SeriesChecker(try BuiltIn.checker())
    return try within(passages)
      + series.sorted { $0.key < $1.key }.flatMap { checker.findings(in: $0.value) }
  }
}

/// A figure of an example.
private struct Place: Hashable {
  let document: String
  let start: Int
}

/// What one report says in an example: `2022-05: Sản lượng đạt ⟦1.200 tấn⟧.`, in 2022-05 where it names no period.
private struct Passage {
  let document: String
  let period: String
  let records: [Observation]
  let brackets: [Place]

  init(_ example: Substring, document: String) throws {
    let parts = example.split(separator: ": ", maxSplits: 1)
    let named = parts.first.flatMap { TimePeriod(iso: String($0)) }
    var text = ""
    var brackets: [Place] = []
    for scalar in (named == nil ? example : parts[1]).unicodeScalars {
      switch scalar {
      case "⟦": brackets.append(Place(document: document, start: text.unicodeScalars.count))
      case "⟧": break
      default: text.unicodeScalars.append(scalar)
      }
    }
    let time = try #require(named ?? TimePeriod(iso: "2022-05"))
    var options = ReadingOptions()
    options.period = ReportPeriod(time)
    self.document = document
    self.brackets = brackets
    period = time.iso
    records = try BuiltIn.pipeline().extract(
      SourceText(text), document: document, options: options)
  }
}
