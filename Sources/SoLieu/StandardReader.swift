public import Extraction
public import RuleLanguage
import VietnameseRules

extension Pipeline {
  /// The reader with the language data that is built in.
  public static func standard() throws(LexiconError) -> Pipeline {
    try Pipeline(lexicon: Lexicon(files: LexiconFile.builtIn))
  }
}

extension LexiconFile {
  /// The language data that is built in, in the order of the names.
  public static var builtIn: [LexiconFile] {
    LanguageData.files.map { LexiconFile(name: $0.name, text: "\($0.text)") }
  }
}
