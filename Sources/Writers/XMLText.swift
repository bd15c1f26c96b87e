/// XML, an element a line, indented.
struct XMLText {
  private(set) var text = ""
  private var depth = 0

  mutating func line(_ markup: String) {
    text += String(repeating: "  ", count: depth) + markup + "\n"
  }

  /// Writes an element with what `content` writes between its tags; `tag` is its name with its attributes.
  mutating func element(_ tag: String, content: (_ xml: inout XMLText) -> Void) {
    line("<\(tag)>")
    depth += 1
    content(&self)
    depth -= 1
    line("</\(tag.prefix { $0 != " " })>")
  }

  /// The text as content or attribute; controls, which XML 1.0 has not, go.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for letter in text.unicodeScalars {
      switch letter {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{0}"..<"\t", "\u{B}", "\u{C}", "\u{E}"..<" ": break
      default: escaped.unicodeScalars.append(letter)
      }
    }
    return escaped
  }
}
