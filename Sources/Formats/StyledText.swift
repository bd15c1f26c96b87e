/// A paragraph or cell out of pieces in several fonts: its words as they are to be read.
///
/// Words in the fonts of the old encodings become Unicode. Of what is raised, exponents stay (`m2`) and
/// marks of footnotes go.
struct StyledText {
  private struct Run {
    var text: String
    var font: String?
    var isRaised: Bool
  }
  private var runs: [Run] = []

  var isEmpty: Bool { runs.allSatisfy { $0.text.utf8.allSatisfy { $0 <= 0x20 } } }

  /// - Parameter font: the font's name, where the document says it.
  mutating func add(_ text: String, font: String? = nil, isRaised: Bool = false) {
    if let last = runs.indices.last, runs[last].font == font, runs[last].isRaised == isRaised {
      runs[last].text += text
    } else if !text.isEmpty {
      runs.append(Run(text: text, font: font, isRaised: isRaised))
    }
  }

  /// The text, and nothing is left.
  mutating func take() -> String {
    defer { runs = [] }
    return string
  }

  var string: String {
    if runs.count == 1, !runs[0].isRaised { return repaired(runs)[0] }
    let texts = repaired(runs)
    var result = ""
    for (i, run) in runs.enumerated() {
      let next = i + 1 < runs.count ? texts[i + 1] : ""
      result += run.isRaised ? Self.raised(texts[i], after: result, before: next) : texts[i]
    }
    return result
  }

  /// What stays of raised text.
  private static func raised(_ text: String, after: String, before: String) -> String {
    let mark = text.filter { !$0.isWhitespace }
    let blank = text.last?.isWhitespace == true ? " " : ""
    if mark == "2" || mark == "3", isLength(lastWord(of: after)) { return mark + blank }
    if ["0", "o", "O", "°"].contains(mark), let letter = before.first(where: { $0 != " " }),
      letter == "C" || letter == "F"
    {
      return "°"
    }
    if ["3", "6", "9", "12"].contains(mark), endsInTen(after) { return "^" + mark + blank }
    let isMark =
      mark.allSatisfy { $0.isNumber || $0.isPunctuation || "†‡+^".contains($0) }
      || mark.count == 1 && mark != "o"
    return isMark ? blank : text
  }

  private static func lastWord(of text: String) -> String {
    String(text.reversed().prefix { $0.isLetter }.reversed())
  }

  private static func isLength(_ word: String) -> Bool {
    ["m", "km", "hm", "dam", "dm", "cm", "mm"].contains(word.lowercased())
  }

  private static func endsInTen(_ text: String) -> Bool {
    text.hasSuffix("10")
      && !(text.dropLast(2).last.map { $0.isNumber || ".,".contains($0) } ?? false)
  }

  /// The texts of the runs in Unicode, where their fonts say what they are. What no font says is judged
  /// with the rest of the document.
  private func repaired(_ runs: [Run]) -> [String] {
    runs.map { run in
      guard let font = run.font else { return run.text }
      return LegacySeam.repaired(run.text, font: font) ?? run.text
    }
  }
}

extension String {
  /// With one blank for each run of white space, and none at the ends; no-break spaces stay.
  var squeezed: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isBlank = false
    for byte in utf8 {
      if byte == 0x20 || 0x09...0x0D ~= byte {
        isBlank = true
      } else {
        if isBlank, !bytes.isEmpty { bytes.append(0x20) }
        isBlank = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
