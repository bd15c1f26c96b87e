public import Checks
public import Extraction
public import Geography
public import Indicators
import Observations
import Quantities
public import RuleLanguage
public import Series
import VietnameseRules

extension Pipeline {
  /// The reader with the language data, the places and the indicators that are built in.
  public static func standard() throws(LexiconError) -> Pipeline {
    try Pipeline(
      lexicon: Lexicon(files: LexiconFile.builtIn), gazetteer: .standard(), catalogue: .standard(),
      confidence: .standard())
  }
}

extension Gazetteer {
  /// The places of the tables that are built in.
  public static func standard() throws(LexiconError) -> Gazetteer {
    try Gazetteer(files: LexiconFile.builtInPlaces)
  }
}

extension IndicatorCatalogue {
  /// The indicators of the tables that are built in.
  public static func standard() throws(LexiconError) -> IndicatorCatalogue {
    try IndicatorCatalogue(files: LexiconFile.builtInIndicators)
  }
}

extension ConfidenceModel {
  /// The weights that are built in.
  public static func standard() throws(LexiconError) -> ConfidenceModel {
    try ConfidenceModel(files: LexiconFile.builtInConfidence)
  }
}

extension SeriesIdentity {
  /// Figures of an indicator of the catalogue are of one series; those of a part that has no name there, by its
  /// words.
  public init(_ catalogue: IndicatorCatalogue, _ gazetteer: Gazetteer, _ prices: PriceBases) {
    self.init(
      isNamed: { observation in
        IndicatorCoder.isNamed(
          observation.indicatorCode,
          by: Figure(
            label: observation.indicator, unit: observation.unit,
            isRate: observation.measure == .level && observation.unit == "%",
            isChange: observation.measure == .change),
          in: catalogue)
      }, prices: prices,
      extent: { area, day in
        gazetteer.place(named: area, on: day)?.from.map { TimePeriod.day($0).iso } ?? ""
      })
  }
}

extension PriceBases {
  /// The words that are built in.
  public static func standard() throws(LexiconError) -> PriceBases {
    guard let file = LexiconFile.builtInSeries.first else { return PriceBases() }
    return try PriceBases(file: file)
  }
}

extension ReportChecker {
  /// The checker with the words and phrases that are built in.
  ///
  /// - Parameter measured: see ``Pipeline/measuredUnits``.
  public static func standard(measured: Set<String>) throws(LexiconError) -> ReportChecker {
    try ReportChecker(files: LexiconFile.builtInChecks, measured: measured)
  }
}

extension LexiconFile {
  /// The language data that is built in, in the order of the names.
  public static var builtIn: [LexiconFile] { LanguageData.files.map(LexiconFile.init) }

  /// The tables of places that are built in, in the order of the names.
  public static var builtInPlaces: [LexiconFile] { LanguageData.places.map(LexiconFile.init) }

  /// The tables of indicators that are built in, in the order of the names.
  public static var builtInIndicators: [LexiconFile] {
    LanguageData.indicators.map(LexiconFile.init)
  }

  /// The table of weights that is built in.
  public static var builtInConfidence: [LexiconFile] {
    LanguageData.confidence.map(LexiconFile.init)
  }

  /// The tables for series that are built in.
  public static var builtInSeries: [LexiconFile] { LanguageData.series.map(LexiconFile.init) }

  /// The tables for checks that are built in.
  public static var builtInChecks: [LexiconFile] { LanguageData.checks.map(LexiconFile.init) }

  /// The table of labels that is built in.
  public static var builtInLabels: [LexiconFile] { LanguageData.labels.map(LexiconFile.init) }

  private init(_ name: String, _ text: StaticString) {
    self.init(name: name, text: "\(text)")
  }
}
