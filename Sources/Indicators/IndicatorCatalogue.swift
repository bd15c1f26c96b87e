public import RuleLanguage
import TextModel
import VietnameseText

/// The indicators that reports speak of, and the words by which they are known.
///
/// Made once from the tables and then only read. Words are compared by the same keys as those of the
/// lexicon: without regard to capitals, to where the tone mark stands and to signs.
public struct IndicatorCatalogue: Sendable {
  /// Every indicator, in the order of the table.
  public let indicators: [Indicator]
  let index: NameIndex
  private let rows: [String: Int32]

  /// One that knows no indicator.
  public init() {
    indicators = []
    index = NameIndex(
      vocabulary: LabelVocabulary(
        tokenizer: Tokenizer(folding: Folding(), symbols: SymbolTable())),
      names: NameTable(), units: UnitTable(), broader: [])
    rows = [:]
  }

  /// Reads the tables `indicators.tsv`, `abbreviations.tsv` and `words.tsv`.
  ///
  /// - Throws: ``LexiconError`` with every problem of every table.
  public init(files: [LexiconFile]) throws(LexiconError) {
    var compiler = Compiler()
    guard let index = compiler.index(files) else {
      throw LexiconError(problems: compiler.problems)
    }
    indicators = compiler.indicators
    self.index = index
    rows = compiler.rows
  }

  /// The line of the code.
  func row(of code: String) -> Int32? { rows[code] }

  /// The indicator of the code; `nil` where there is none.
  public subscript(code: String) -> Indicator? {
    rows[code].map { indicators[Int($0)] }
  }
}
