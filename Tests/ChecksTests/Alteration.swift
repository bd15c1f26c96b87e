/// One slip in the text of a report.
struct Alteration: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case digitsSwapped = "digits swapped"
    case digitReplaced = "digit replaced"
    case separator
    case unit
    case sign
    case exchange = "month, cumulative"
  }

  struct Edit: Sendable {
    var range: Range<Int>
    var replacement: [Unicode.Scalar]
  }

  var kind: Kind
  /// What is written over, in the order of the text.
  var edits: [Edit]
  /// What the figures then say. A finding must name one of them.
  var numbers: [Int: PrintedNumber]

  func text(of report: ConsistentReport) -> String {
    var text = report.text
    for edit in edits.reversed() { text.replaceSubrange(edit.range, with: edit.replacement) }
    var result = ""
    result.unicodeScalars.append(contentsOf: text)
    return result
  }

  /// Where what stood at `position` stands in the altered text.
  func position(after position: Int) -> Int {
    position
      + edits.reduce(0) { sum, edit in
        edit.range.upperBound <= position && edit.range.lowerBound < position
          ? sum + edit.replacement.count - edit.range.count : sum
      }
  }

  /// The words around the first edit, what they were and what they are.
  func excerpt(of report: ConsistentReport) -> String {
    guard let first = edits.first, let last = edits.last else { return "" }
    let range =
      max(0, first.range.lowerBound - 60)..<min(report.text.count, last.range.upperBound + 30)
    var words = ""
    var i = range.lowerBound
    for edit in edits {
      words.unicodeScalars.append(contentsOf: report.text[i..<edit.range.lowerBound])
      words.unicodeScalars.append("⟦")
      words.unicodeScalars.append(contentsOf: report.text[edit.range])
      words.unicodeScalars.append("→")
      words.unicodeScalars.append(contentsOf: edit.replacement)
      words.unicodeScalars.append("⟧")
      i = edit.range.upperBound
    }
    words.unicodeScalars.append(contentsOf: report.text[i..<range.upperBound])
    return words.replacing("\n", with: "⏎")
  }
}
