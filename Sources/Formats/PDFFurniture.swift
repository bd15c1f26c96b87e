/// Takes away what stands on pages beside their text: running heads and feet, page numbers, footnotes.
struct PDFFurniture {
  /// Lines from an edge of the page that may be furniture.
  private static let reach = 3
  private let repeated: Set<Place>
  private let usual: Int

  /// What is the same on many pages: where it stands, and what it says but for numbers.
  private struct Place: Hashable {
    var band: Int
    var text: String
  }

  init(_ pages: [[PDFLine]], usualSize: Int) {
    usual = usualSize
    var counts: [Place: Int] = [:]
    for lines in pages {
      var places: Set<Place> = []
      for k in Self.edges(lines) {
        // A place may fall on either side of a border between bands.
        if let place = Self.place(lines[k]) {
          places.insert(place)
          places.insert(Place(band: place.band + 1, text: place.text))
        }
      }
      for place in places { counts[place, default: 0] += 1 }
    }
    let least = max(2, pages.count * 2 / 5)
    repeated = Set(counts.filter { $0.value >= least }.keys)
  }

  /// The parts of a page without its furniture.
  func removed(from parts: [[PDFLine]]) -> [[PDFLine]] {
    let all = parts.joined().sorted { $0.bottom < $1.bottom }
    var places = Set(
      Self.edges(all).filter { k in
        guard let place = Self.place(all[k]) else { return false }
        return repeated.contains(place)
          || repeated.contains(Place(band: place.band + 1, text: place.text))
      })
    for k in places.sorted(by: >) where Self.isHead(all, k, without: places) { places.remove(k) }
    // The number of a page has no row of a table below it.
    for k in places where k >= Self.reach {
      let isAbove = all.indices.dropFirst(k + 1).contains {
        !places.contains($0) && all[$0].segments.count > 2
      }
      if isAbove { places.remove(k) }
    }
    let left = Set(places.map { Spot(all[$0]) })
    return parts.map { part in
      var rest = part.filter { !left.contains(Spot($0)) }
      removeFootnotes(&rest)
      return rest
    }
  }

  /// Whether a line is the beginning of a table's head, which each page has too: others of several pieces
  /// go on below, no further than cells' margins.
  private static func isHead(_ lines: [PDFLine], _ k: Int, without left: Set<Int>) -> Bool {
    guard k < reach, k + 1 < lines.count, !left.contains(k + 1),
      (lines[k + 1].top - lines[k].bottom) * 4 <= lines[k].height * 5
    else { return false }
    return lines[k..<min(k + 3, lines.count)].contains { $0.segments.count > 1 }
  }

  private struct Spot: Hashable {
    var bottom: Int
    var left: Int
    init(_ line: PDFLine) { (bottom, left) = (line.bottom, line.left) }
  }

  /// The lines below the text in smaller letters, from the first with a raised mark or a number.
  private func removeFootnotes(_ lines: inout [PDFLine]) {
    var start = lines.count
    var first: Int?
    while start > 0, lines[start - 1].size * 20 < usual * 19, lines[start - 1].segments.count == 1 {
      start -= 1
      if Self.startsWithMark(lines[start]) { first = start }
    }
    if let first { lines.removeSubrange(first...) }
  }

  private static func startsWithMark(_ line: PDFLine) -> Bool {
    let first = line.words.prefix { $0 != " " }
    return line.startsRaised
      || first.count <= 3 && first.allSatisfy { $0.isNumber || "()[]*".contains($0) }
  }

  private static func edges(_ lines: [PDFLine]) -> [Int] {
    guard lines.count > reach * 2 else { return Array(lines.indices) }
    return Array(0..<reach) + Array((lines.count - reach)..<lines.count)
  }

  private static func place(_ line: PDFLine) -> Place? {
    // A row of a table says other things on each page, in the same way.
    guard line.segments.count <= 3, !line.segments.contains(where: { isFigure($0.words) })
    else { return nil }
    let text = line.words.map { $0.isNumber ? "0" : $0 }
    var squeezed = ""
    for character in text where character != "0" || squeezed.last != "0" {
      squeezed.append(character)
    }
    return Place(band: line.bottom / 8, text: squeezed)
  }

  /// A number other than a page's.
  private static func isFigure(_ words: String) -> Bool {
    CellTable.isNumber(words)
      && (words.contains { ".,%".contains($0) } || words.count { $0.isNumber } > 4)
  }
}
