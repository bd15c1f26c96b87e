import SoLieu
import Testing

/// Every column and every code has a name in both languages.
struct LabelTests {
  private static func labels(_ language: Labels.Language) throws -> Labels {
    try Labels.standard(language, catalogue: .standard())
  }

  /// What needs a label, by kind.
  private static let needed: [(kind: Labels.Kind, codes: [String])] = [
    (.column, Column.allCases.map(\.rawValue)),
    (.wide, WideColumn.allCases.map(\.rawValue)),
    (.about, Set(Column.allCases.map(\.rawValue) + WideColumn.allCases.map(\.rawValue)).sorted()),
    (.measure, Measure.allCases.map(\.rawValue)),
    (.base, Base.allCases.map(\.rawValue)),
    (.status, Status.allCases.map(\.rawValue)),
    (.bound, Bound.allCases.map(\.rawValue)),
    (.source, Provenance.allCases.map(\.rawValue)),
    (
      .workbook,
      [
        "observations", "series", "sources", "charts", "source", "title", "issuer", "date", "url",
        "note",
      ]
    ),
    (.sdmx, SDMXStructure.labels),
    (.table, ["indicator", "measure/base", "value", "period", "status/bound"]),
  ]

  @Test(arguments: [Labels.Language.vietnamese, .english])
  func everythingHasALabel(_ language: Labels.Language) throws {
    let labels = try Self.labels(language)
    for (kind, codes) in Self.needed {
      for code in codes { #expect(labels.hasLabel(kind, code), "\(kind) \(code)") }
    }
  }

  /// Columns that are called the same could not be told apart.
  @Test(arguments: [Labels.Language.vietnamese, .english])
  func columnsHaveNamesOfTheirOwn(_ language: Labels.Language) throws {
    let labels = try Self.labels(language)
    #expect(Set(Column.allCases.map(labels.title(of:))).count == Column.allCases.count)
    #expect(Set(WideColumn.allCases.map(labels.title(of:))).count == WideColumn.allCases.count)
  }

  @Test func indicatorsAreCalledAsInTheCatalogue() throws {
    #expect(
      try Self.labels(.vietnamese).name(ofIndicator: "trade.exports") == "Kim ngạch xuất khẩu")
    #expect(try Self.labels(.english).name(ofIndicator: "trade.exports") == "Exports")
    #expect(try Self.labels(.code).name(ofIndicator: "trade.exports") == "trade.exports")
  }

  @Test func mistakesAreNamedByTheirPlace() throws {
    let text = "kind\tcode\tvietnamese\tenglish\nbase\tplan\tkế hoạch\t\nbaze\tplan\ta\tb\n"
    let error = #expect(throws: LexiconError.self) {
      try Labels(
        .code, files: [LexiconFile(name: "Labels/labels.tsv", text: text)],
        catalogue: IndicatorCatalogue())
    }
    let problems = error?.problems.map(\.description) ?? []
    #expect(problems.count == 2)
    #expect(problems.first?.hasPrefix("Labels/labels.tsv:2:20: no english") == true)
  }
}
