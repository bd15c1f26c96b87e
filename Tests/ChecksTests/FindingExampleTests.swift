import Checks
import Extraction
import Observations
import RuleLanguage
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
    var text = ""
    var starts: [Int] = []
    for scalar in line.example.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(text.unicodeScalars.count)
      case "⟧": break
      default: text.unicodeScalars.append(scalar)
      }
    }
    try #require(!starts.isEmpty, "no example")
    var options = ReadingOptions()
    options.period = TimePeriod(iso: "2022-05").map { ReportPeriod($0) }
    let records = try BuiltIn.pipeline().extract(
      SourceText(text), document: "example", options: options)
    let findings = try BuiltIn.checker().findings(in: records)
    #expect(findings.map(\.code) == [line.code], "\(records.map { "\($0.text) \($0.indicator)" })")
    #expect(Set(findings.flatMap(\.records).map(\.start)) == Set(starts))
  }
}
