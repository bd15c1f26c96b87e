import SoLieu

/// The built-in tables and reader, made once for all tests.
enum BuiltIn {
  private static let tables = Result { () throws(LexiconError) in try Gazetteer.standard() }
  private static let reader = Result { () throws(LexiconError) in try Pipeline.standard() }

  static func gazetteer() throws -> Gazetteer { try tables.get() }
  static func pipeline() throws -> Pipeline { try reader.get() }
}
