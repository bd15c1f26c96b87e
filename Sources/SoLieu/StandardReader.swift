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
  /// Figures of an indicator of the catalogue are of one series as far as they say no more than its name.
  public init(
    _ catalogue: IndicatorCatalogue, _ gazetteer: Gazetteer, _ vocabulary: SeriesVocabulary
  ) {
    self.init(
      reading: { observation in
        let wording = Wording(observation, unit: observation.unit, catalogue)
        let unit = vocabulary.units.seriesUnit(of: observation.unit)
        // The catalogue has tấn and not kg.
        return wording.isNamed || unit == observation.unit
          ? wording : Wording(observation, unit: unit, catalogue)
      }, vocabulary: vocabulary,
      extent: { area, day in
        gazetteer.place(named: area, on: day)?.from.map { TimePeriod.day($0).iso } ?? ""
      },
      province: { area, facts in
        guard gazetteer.places(named: area).allSatisfy({ $0.level >= .district }) else { return "" }
        return [facts.area, facts.title, facts.issuer].lazy
          .compactMap { gazetteer.province(in: $0) }.first { $0 != area } ?? ""
      }, hasCode: { catalogue[$0] != nil })
  }
}

extension SeriesBuilder {
  /// One that knows the names of the catalogue.
  public init(units: SeriesUnits, _ catalogue: IndicatorCatalogue) {
    self.init(
      units: units,
      isNamed: { observation in
        let unit = units.seriesUnit(of: observation.unit)
        let wording = Wording(observation, unit: unit, catalogue)
        return wording.isNamed && !wording.label.contains { $0.isBeyondName }
      })
  }
}

extension Wording {
  fileprivate init(_ observation: Observation, unit: String, _ catalogue: IndicatorCatalogue) {
    self.init()
    let code = observation.indicatorCode
    let reading = LabelReading(
      Figure(
        label: observation.indicator, parent: observation.parent, unit: unit,
        isRate: observation.measure == .level && observation.unit == "%",
        isChange: observation.measure == .change), code: code, in: catalogue)
    func words(_ words: [LabelReading.Word]) -> [Word] {
      words.map {
        Word(
          $0.text, isBeyondName: $0.isBeyondName, isCapitalized: $0.isCapitalized,
          isNumber: $0.isNumber)
      }
    }
    name = catalogue[code]?.vietnamese ?? ""
    label = words(reading.label)
    parent = words(reading.parent)
    isBare = reading.isBare
    isNamed = reading.isNamed
    isPart = reading.isPart
    let sides = Set(
      (catalogue[code]?.units ?? []).filter { $0 != "%" }.map(SeriesID.Dimension.init))
    isOfMoneyAndAmounts = sides.count > 1
  }
}

extension SeriesVocabulary {
  /// The words that are built in.
  public static func standard() throws(LexiconError) -> SeriesVocabulary {
    try SeriesVocabulary(files: LexiconFile.builtInSeries)
  }
}

extension PriceBases {
  /// The words that are built in.
  public static func standard() throws(LexiconError) -> PriceBases {
    try SeriesVocabulary.standard().prices
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
