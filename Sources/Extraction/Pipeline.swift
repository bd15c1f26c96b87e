public import Geography
public import Indicators
public import Observations
import Quantities
public import RuleLanguage
public import TextModel
import VietnameseText

/// From a source to its records: normalise, tokenise, segment, match, resolve, give codes.
///
/// A value without state: one pipeline may serve any number of documents at once.
public struct Pipeline: Sendable {
  private let stages: Stages

  /// - Parameter gazetteer: the places that a report may name; without one, records have an area
  ///   only where ``ReadingOptions`` gives it.
  /// - Parameter catalogue: the indicators; without one, records have no code.
  /// - Parameter confidence: how likely records are right; without weights, as their rules say.
  /// - Throws: ``LexiconError`` where the data speaks of meanings that the reader does not know.
  public init(
    lexicon: Lexicon, gazetteer: Gazetteer = Gazetteer(),
    catalogue: IndicatorCatalogue = IndicatorCatalogue(),
    confidence: ConfidenceModel = ConfidenceModel()
  ) throws(LexiconError) {
    stages = Stages(
      vocabulary: try Vocabulary(lexicon), gazetteer: gazetteer, catalogue: catalogue,
      confidence: confidence)
  }

  /// The indicators whose codes records carry.
  public var catalogue: IndicatorCatalogue { stages.catalogue }

  /// The units of measures, of money and of percentages, which have fractions; things of other units are counted.
  public var measuredUnits: Set<String> {
    let kinds: Set = ["measure", "money", "percent", "points", "times"]
    return Set(
      stages.vocabulary.lexicon.rules.lazy
        .filter { $0.meaning == "unit" && kinds.contains($0["kind"] ?? "") }.compactMap { $0["as"] }
    )
  }

  /// The places that reports may name.
  public var gazetteer: Gazetteer { stages.gazetteer }

  /// The records of `source`, in the order of the text.
  public func extract(
    _ source: SourceText, document: String, options: ReadingOptions = ReadingOptions()
  ) -> [Observation] {
    read(source, document: document, options: options).observations
  }

  /// The records of `source`, and how much of it became none.
  public func read(
    _ source: SourceText, document: String, options: ReadingOptions = ReadingOptions()
  ) -> DocumentReading {
    var reader = DocumentReader(stages, source, name: document, options: options)
    reader.read()
    return DocumentReading(
      observations: reader.observations, skipped: reader.skipped, metadata: reader.metadata)
  }

  /// The records with what their confidence was computed from.
  package func rated(_ source: SourceText, document: String) -> [RatedObservation] {
    var reader = DocumentReader(stages, source, name: document, options: ReadingOptions())
    reader.keepsFeatures = true
    reader.read()
    return zip(reader.observations, reader.ratings).map(RatedObservation.init)
  }

  /// The records with every layer that led to them.
  public func analyze(
    _ source: SourceText, document: String, options: ReadingOptions = ReadingOptions()
  ) -> Analysis {
    var reader = DocumentReader(stages, source, name: document, options: options)
    reader.keepsLayers = true
    reader.read()
    return reader.analysis()
  }
}

/// A record with what its confidence was computed from.
package struct RatedObservation: Sendable {
  package struct Rating: Sendable {
    package var features: ConfidenceFeatures
    /// How sure its rule was.
    package var rule: Confidence
  }

  package let observation: Observation
  package let rating: Rating
}

/// What every document is read with. Immutable, and shared by the documents that are read at once.
final class Stages: Sendable {
  let vocabulary: Vocabulary
  let gazetteer: Gazetteer
  let catalogue: IndicatorCatalogue
  let confidence: ConfidenceModel
  private let normalizer = Normalizer()
  private let segmenter: Segmenter

  init(
    vocabulary: Vocabulary, gazetteer: Gazetteer, catalogue: IndicatorCatalogue,
    confidence: ConfidenceModel
  ) {
    self.vocabulary = vocabulary
    self.gazetteer = gazetteer
    self.catalogue = catalogue
    self.confidence = confidence
    segmenter = Segmenter(abbreviations: vocabulary.symbols(.stop))
  }

  func tokenized(_ reading: ReadingText) -> TokenizedDocument {
    let tokens = vocabulary.lexicon.tokenizer.tokenize(reading.bytes)
    return TokenizedDocument(
      bytes: reading.bytes, tokens: tokens.tokens,
      segments: segmenter.segment(reading.bytes, tokens))
  }

  func normalized(_ source: SourceText) -> ReadingText { normalizer.read(source) }
}
