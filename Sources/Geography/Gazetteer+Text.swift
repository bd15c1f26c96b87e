import TextModel
import VietnameseText

extension Gazetteer {
  /// The province that a text names first; `nil` where it names none.
  ///
  /// - Complexity: O(*n*) in the words of the text.
  public func province(in text: String) -> String? {
    let bytes = Array(text.utf8)
    let tokens = tokenizer.tokenize(bytes).tokens
    return PlaceReader(self, on: nil).mentions(in: tokens.indices, of: tokens, bytes)
      .first { $0.level == .province && $0.place != nil }?.name
  }
}
