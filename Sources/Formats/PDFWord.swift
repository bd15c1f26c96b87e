/// A word of a segment, and about where it stands: a run is as wide as its letters are many.
struct PDFWord {
  var left: Int
  var right: Int
  /// How far it is from the run before, where it begins one.
  var gap = 0
  var text = ""

  var isNumber: Bool { CellTable.isNumber(text) }
}

extension PDFSegment {
  /// Its words from left to right.
  var pieces: [PDFWord] {
    if let ownPieces { return ownPieces }
    let texts = words.split(separator: " ").map(String.init)
    var places: [PDFWord] = []
    var end: Int?
    for run in runs {
      var found = Self.places(run)
      let gap = end.map { run.left - $0 } ?? 0
      end = run.right
      // A run that begins without a blank goes on with the word before it.
      if let last = places.last, let first = found.first, gap <= run.size / 6,
        run.text.first?.isWhitespace == false
      {
        places[places.count - 1].right = max(last.right, first.right)
        found.removeFirst()
      } else if !found.isEmpty {
        found[0].gap = gap
      }
      places += found
    }
    if places.count != texts.count {
      places = Self.places(
        PDFRun(left: left, top: 0, width: right - left, height: 1, size: 1, text: words))
    }
    for k in places.indices { places[k].text = texts[k] }
    return places
  }

  private static func places(_ run: PDFRun) -> [PDFWord] {
    var places: [PDFWord] = []
    let letters = Array(run.text)
    var start: Int?
    func x(_ k: Int) -> Int { run.left + run.width * k / max(letters.count, 1) }
    for k in 0...letters.count {
      let isLetter = k < letters.count && !(letters[k] == " " || letters[k] == "\t")
      if isLetter {
        start = start ?? k
      } else if let begun = start {
        places.append(PDFWord(left: x(begun), right: x(k)))
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
    part.ownPieces = Array(pieces)
    return part
  }
}
