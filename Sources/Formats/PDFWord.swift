/// A word of a segment, and about where it stands: a run is as wide as its letters are many.
struct PDFWord {
  var left: Int
  var right: Int
  var text: String

  var isNumber: Bool { CellTable.isNumber(text) }
}

extension PDFSegment {
  /// Its words from left to right.
  var pieces: [PDFWord] {
    let texts = words.split(separator: " ").map(String.init)
    var places = runs.reduce(into: [(left: Int, right: Int)]()) { places, run in
      let found = Self.places(run)
      // A run that begins without a blank goes on with the word before it.
      let isGlued =
        places.last.map { run.left - $0.right <= run.size / 6 } == true
        && run.text.first?.isWhitespace == false
      guard isGlued, let last = places.last, let first = found.first else {
        places += found
        return
      }
      places[places.count - 1] = (last.left, max(last.right, first.right))
      places += found.dropFirst()
    }
    if places.count != texts.count {
      places = Self.places(
        PDFRun(left: left, top: 0, width: right - left, height: 1, size: 1, text: words))
    }
    return zip(places, texts).map { PDFWord(left: $0.left, right: $0.right, text: $1) }
  }

  private static func places(_ run: PDFRun) -> [(left: Int, right: Int)] {
    var places: [(left: Int, right: Int)] = []
    let letters = Array(run.text)
    var start: Int?
    func x(_ k: Int) -> Int { run.left + run.width * k / max(letters.count, 1) }
    for k in 0...letters.count {
      let isLetter = k < letters.count && !(letters[k] == " " || letters[k] == "\t")
      if isLetter {
        start = start ?? k
      } else if let begun = start {
        places.append((x(begun), x(k)))
        start = nil
      }
    }
    return places
  }

  /// The segment of these of its words.
  func part(_ pieces: ArraySlice<PDFWord>) -> PDFSegment {
    var part = self
    part.left = pieces.first?.left ?? left
    part.right = pieces.last?.right ?? right
    part.words = pieces.map(\.text).joined(separator: " ")
    part.runs = [
      PDFRun(
        left: part.left, top: 0, width: part.right - part.left, height: 1, size: 1,
        text: part.words)
    ]
    return part
  }
}
