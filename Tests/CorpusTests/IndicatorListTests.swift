import SoLieu
import TestSupport
import Testing

/// The catalogue of indicators and the codes of the gold agree.
struct IndicatorListTests {
  /// Below these the codes of the reports do not fall; raise them when they rise.
  private static let floors = (
    coverage: Rate(tenThousandths: 9480), precision: Rate(tenThousandths: 9700)
  )

  private static let made = Result { () throws(LexiconError) in try IndicatorCatalogue.standard() }

  @Test(arguments: try Repository.names(in: GoldSet.reports.folder, ending: ".gold.jsonl"))
  func goldListsKnownCodes(_ name: String) throws {
    let catalogue = try Self.made.get()
    let path = "\(GoldSet.reports.folder)/\(name)"
    let gold = try GoldFile(name: path, bytes: Repository.bytes(path))
    for record in gold.records {
      for code in record.codes ?? [] { #expect(catalogue[code] != nil, "\(record.at): \(code)") }
    }
  }

  @Test func everyIndicatorIsFoundByItsOwnName() throws {
    let catalogue = try Self.made.get()
    for indicator in catalogue.indicators {
      for unit in indicator.units {
        var coder = IndicatorCoder(catalogue)
        let code = coder.code(
          of: Figure(label: indicator.vietnamese, unit: unit, isRate: unit == "%"))
        #expect(code == indicator.code, "\(indicator.vietnamese), \(unit)")
      }
    }
  }

  @Test func catalogueIsThatOfTheGenre() throws {
    let catalogue = try Self.made.get()
    #expect(catalogue.indicators.count >= 880)
    for indicator in catalogue.indicators {
      #expect(!indicator.directions.isEmpty, "\(indicator.code)")
      #expect(!indicator.units.isEmpty, "\(indicator.code)")
    }
  }

  @Test func codesOfTheReportsAreRightAsOftenAsBefore() throws {
    let codes = ScoreReport(try GoldSet.reports.scores()).codes
    print(
      "codes of the reports: coverage \(codes.coverage.map(\.description) ?? "none"), precision \(codes.precision.map(\.description) ?? "none")"
    )
    #expect(try #require(codes.coverage) >= Self.floors.coverage)
    #expect(try #require(codes.precision) >= Self.floors.precision)
  }
}
