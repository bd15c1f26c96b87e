import TestSupport

/// A file of one-line cases: a text, the mentions in it, a note.
struct CaseFile: CustomStringConvertible {
  /// The file's name.
  var description: String
  var cases: [Case]

  static let folder = "Corpus/cases"

  /// Every file of the folder, in the order of the names.
  static func all() throws -> [CaseFile] {
    try Repository.names(in: folder, ending: ".tsv").map { name in
      let text = try Repository.text("\(folder)/\(name)")
      return CaseFile(description: name, cases: try cases(of: text, name: name))
    }
  }

  private static func cases(of text: String, name: String) throws -> [Case] {
    try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst()
      .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
      .map { index, line in
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count == 3 else { throw CaseError("\(name):\(index + 1): not 3 columns") }
        return Case(
          place: "\(name):\(index + 1)", text: columns[0],
          mentions: try Case.mentions(columns[1], in: columns[0], place: "\(name):\(index + 1)"),
          note: columns[2])
      }
  }
}

/// A case file that cannot be read.
struct CaseError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// One line of a case file.
struct Case {
  var place: String
  var text: String
  var mentions: [ExpectedMention]
  var note: String

  /// Should pass and does not yet: its note begins with `todo: `.
  var isTodo: Bool { note.hasPrefix("todo: ") }

  static func mentions(_ column: String, in text: String, place: String) throws
    -> [ExpectedMention]
  {
    if column == "-" { return [] }
    let scalars = Array(text.unicodeScalars)
    var cursor = 0
    return try splitColumn(column).map { item in
      guard let (surface, reading) = splitItem(item), let meaning = Meaning(reading) else {
        throw CaseError("\(place): '\(item)' is not SURFACE = READING")
      }
      guard let range = find(surface, in: scalars, from: cursor) else {
        throw CaseError("\(place): '\(surface)' does not stand there, or not in this order")
      }
      cursor = range.upperBound
      return ExpectedMention(surface: surface, range: range, meaning: meaning, reading: reading)
    }
  }

  private static func splitColumn(_ column: String) -> [String] {
    var items: [String] = [""]
    let words = column.split(separator: " ", omittingEmptySubsequences: false)
    for word in words {
      if word == "|" {
        items.append("")
      } else {
        items[items.count - 1] += (items[items.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return items
  }

  /// Surface and reading, divided by the last ` = `.
  private static func splitItem(_ item: String) -> (surface: String, reading: String)? {
    let words = item.split(separator: " ", omittingEmptySubsequences: false)
    guard let sign = words.lastIndex(of: "="), sign > 0, sign < words.count - 1 else { return nil }
    return (words[..<sign].joined(separator: " "), words[(sign + 1)...].joined(separator: " "))
  }

  private static func find(_ part: String, in text: [Unicode.Scalar], from start: Int) -> Range<
    Int
  >? {
    let part = Array(part.unicodeScalars)
    guard start + part.count <= text.count else { return nil }
    for at in start...text.count - part.count where text[at..<at + part.count] == part[...] {
      return at..<at + part.count
    }
    return nil
  }
}
