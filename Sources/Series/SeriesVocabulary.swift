public import RuleLanguage

/// The words by which series are told.
public struct SeriesVocabulary: Sendable {
  public var prices = PriceBases()
  public var scopes = Scopes()
  public var units = SeriesUnits()

  /// One that knows no words.
  public init() {}

  /// Reads the tables `price-bases.tsv`, `scopes.tsv` and `unit-families.tsv`, as far as they are there.
  ///
  /// - Throws: ``LexiconError`` with every problem of a table.
  public init(files: [LexiconFile]) throws(LexiconError) {
    for file in files {
      switch file.name.split(separator: "/").last ?? "" {
      case "price-bases.tsv": prices = try PriceBases(file: file)
      case "scopes.tsv": scopes = try Scopes(file: file)
      case "unit-families.tsv": units = try SeriesUnits(file: file)
      default: break
      }
    }
  }
}
