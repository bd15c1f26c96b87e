/// Takes away what stands on pages beside their text: running heads and feet, page numbers, footnotes.
struct PDFFurniture {
  /// Lines from an edge of the page that may be furniture.
  private static let reach = 3
  private let repeated: Set<Place>
  private let usual: Int

  /// What is the same on many pages: where it stands, and what it says but for the page's number.
  private struct Place: Hashable {
    var band: Int
    var text: String
  }
  /// On how many pages it is, and on how many of them apart from the body.
  private struct Count {
    var all = 0
    var apart = 0
  }

  init(_ pages: [[PDFLine]], usualSize: Int) {
    usual = usualSize
    var counts: [Place: Count] = [:]
    let gap = Self.usualGap(pages)
    for lines in pages {
      var places: [Place: Bool] = [:]
      for k in Self.edges(lines) {
        let isApart = Self.isApart(lines, k, usualGap: gap)
        for place in Self.places(lines[k]) { places[place] = isApart }
      }
      for (place, isApart) in places {
        counts[place, default: Count()].all += 1
        if isApart { counts[place, default: Count()].apart += 1 }
      }
    }
    let least = max(2, pages.count * 2 / 5)
    let most = max(3, pages.count * 3 / 5)
    repeated = Set(
      counts.filter { place, count in
        guard count.all >= least else { return false }
        return count.apart * 2 >= count.all || count.all >= most && Self.isTitle(place.text)
          || !place.text.contains(where: \.isLetter)
      }.keys)
  }

  /// Between the lines of paragraphs.
  private static func usualGap(_ pages: [[PDFLine]]) -> Int {
    var gaps: [Int] = []
    for lines in pages {
      for (one, next) in zip(lines, lines.dropFirst()) {
        gaps.append(max(next.top - one.bottom, 0))
      }
    }
    gaps.sort()
    return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
  }

  /// Whether a line among the first or the last of a page is divided from the body by more than the gap
  /// between lines, itself or with the others at that edge.
  private static func isApart(_ lines: [PDFLine], _ k: Int, usualGap: Int) -> Bool {
    func isWide(_ above: Int) -> Bool {
      guard above >= 0, above + 1 < lines.count else { return true }
      let gap = lines[above + 1].top - lines[above].bottom
      return gap > usualGap + lines[k].height / 3
    }
    let isHead = k < reach && (k..<reach).contains(where: isWide)
    let isFoot =
      k >= lines.count - reach && ((lines.count - reach)...k).contains { isWide($0 - 1) }
    return isHead || isFoot
  }

  /// The same words on each page, and none out of a sentence.
  private static func isTitle(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return !text.contains("\u{0}") && !first.isLowercase && !".;:,".contains(last)
  }

  /// The parts of a page without its furniture.
  func removed(from parts: [[PDFLine]]) -> [[PDFLine]] {
    let all = parts.joined().sorted { $0.bottom < $1.bottom }
    var places = Set(
      Self.edges(all).filter { k in
        Self.places(all[k]).contains { repeated.contains($0) }
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

  /// What the line would be on other pages. A place may fall on either side of a border between bands.
  private static func places(_ line: PDFLine) -> [Place] {
    // A row of a table says other things on each page, in the same way.
    guard line.segments.count <= 3, !line.segments.contains(where: { isFigure($0.words) })
    else { return [] }
    let band = line.bottom / 8
    return texts(line).flatMap { [Place(band: band, text: $0), Place(band: band + 1, text: $0)] }
  }

  /// Its words, and its words with a number that may be the page's as how far it is from that.
  private static func texts(_ line: PDFLine) -> [String] {
    let words = Array(line.words)
    var texts = [line.words]
    var bare = ""
    var at = 0
    while at < words.count {
      let end = words[at...].firstIndex { !isDigit($0) } ?? words.count
      guard end > at else {
        bare.append(words[at])
        at += 1
        continue
      }
      bare.append("0")
      if end - at < 5, let number = Int(String(words[at..<end])) {
        let offset = "\u{0}\(number - line.page)\u{0}"
        texts.append(String(words[..<at]) + offset + String(words[end...]))
      }
      at = end
    }
    if isPageNumber(bare) { texts.append(bare) }
    return texts
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// Trang 0/0: nothing but the number of the page, and of how many.
  private static func isPageNumber(_ text: String) -> Bool {
    text.contains("0")
      && text.lowercased().split(whereSeparator: { !$0.isLetter }).allSatisfy {
        ["trang", "tr", "page", "p", "of", "trên", "số"].contains($0)
      }
  }

  /// A number other than a page's.
  private static func isFigure(_ words: String) -> Bool {
    CellTable.isNumber(words)
      && (words.contains { ".,%".contains($0) } || words.count { $0.isNumber } > 4)
  }
}
