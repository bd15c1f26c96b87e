public import Indicators
public import RuleLanguage
public import Writers

extension Labels {
  /// The labels of the table that is built in, with the names of the catalogue.
  public static func standard(
    _ language: Language, catalogue: IndicatorCatalogue
  ) throws(LexiconError) -> Labels {
    try Labels(language, files: LexiconFile.builtInLabels, catalogue: catalogue)
  }

  /// Reads the table `labels.tsv`.
  public init(
    _ language: Language, files: [LexiconFile], catalogue: IndicatorCatalogue
  ) throws(LexiconError) {
    let table = DataTable(
      "labels.tsv", of: files, columns: ["kind", "code", "vietnamese", "english"],
      remedyWhereMissing: "copy it from Sources/VietnameseRules/Data/Labels")
    var problems = table.problems
    var names: [Key: Names] = [:]
    for row in table.rows {
      do throws(LexiconProblem) {
        guard let kind = Kind(rawValue: row["kind"]) else {
          let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw row.problem("kind", "no kind '\(row["kind"])'", remedy: "use one of \(kinds)")
        }
        let key = try Key(kind, row.text("code"))
        guard names[key] == nil else {
          throw row.problem("code", "'\(key.code)' has a label already", remedy: "keep one")
        }
        names[key] = try Names(
          vietnamese: row.text("vietnamese"), english: row.text("english"))
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw LexiconError(problems: problems) }
    self.init(
      language, names: names,
      indicators: Dictionary(
        catalogue.indicators.map {
          ($0.code, Names(vietnamese: $0.vietnamese, english: $0.english))
        }, uniquingKeysWith: { first, _ in first }))
  }
}
