import SoLieu

/// The built-in language data, compiled once for all tests.
enum BuiltIn {
  private static let compiled = Result { () throws(LexiconError) in
    try Lexicon(files: LexiconFile.builtIn)
  }
  private static let reader = Result { () throws(LexiconError) in
    try Pipeline(lexicon: compiled.get())
  }

  static func lexicon() throws -> Lexicon { try compiled.get() }
  static func pipeline() throws -> Pipeline { try reader.get() }
}
