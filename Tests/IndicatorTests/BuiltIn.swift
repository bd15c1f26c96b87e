import SoLieu

/// The catalogue that is built in, made once for all tests.
enum BuiltIn {
  private static let made = Result { () throws(LexiconError) in try IndicatorCatalogue.standard() }

  static func catalogue() throws -> IndicatorCatalogue { try made.get() }
}
