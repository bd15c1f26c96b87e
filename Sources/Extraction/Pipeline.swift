public import Observations
public import RuleLanguage
public import TextModel

/// From a source to its records: normalise, tokenise, segment, match, resolve.
public struct Pipeline: Sendable {
  /// - Throws: ``LexiconError`` where the data speaks of classes that the reader does not know.
  public init(lexicon: Lexicon) throws(LexiconError) {}

  /// The records of `source`, in the order of the text.
  public func extract(
    _ source: SourceText, document: String, options: ReadingOptions = ReadingOptions()
  ) -> [Observation] { [] }

  /// The records with every layer that led to them.
  public func analyze(
    _ source: SourceText, document: String, options: ReadingOptions = ReadingOptions()
  ) -> Analysis { Analysis() }
}
