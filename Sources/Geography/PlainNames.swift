public import Quantities
import VietnameseText

extension Gazetteer {
  /// The province whose name stands in words without tone marks and in small letters, such as those of a
  /// file's name: bc, t, 10, 2019, quang, ninh. A name of one word (Huế) is too often another word.
  ///
  /// - Returns: `nil` where there is none, and where several are named.
  public func province(inPlainWords words: [String], on day: Day? = nil) -> Place? {
    var best: (range: Range<Int>, place: Place)?
    var isAlone = true
    for name in plainProvinces {
      let place = places[name.place]
      guard place.stands(on: day), let found = Self.first(name.words, in: words) else { continue }
      guard let other = best else {
        best = (found, place)
        continue
      }
      if found.count > other.range.count, found.overlaps(other.range) {
        best = (found, place)
      } else if other.place.code == place.code {
        // Of the extents of one name the last.
        if found == other.range { best = (found, place) }
      } else if !found.overlaps(other.range) || found.count == other.range.count {
        isAlone = false
      }
    }
    return isAlone ? best?.place : nil
  }

  private static func first(_ parts: [String], in words: [String]) -> Range<Int>? {
    guard words.count >= parts.count else { return nil }
    return (0...words.count - parts.count).first {
      words[$0..<$0 + parts.count].elementsEqual(parts)
    }.map { $0..<$0 + parts.count }
  }

  /// The names of provinces that are more than a word, without marks; each with its place in `places`.
  static func plainProvinces(
    _ places: [Place], _ folding: Folding
  ) -> [(words: [String], place: Int)] {
    places.indices.filter { places[$0].level == .province }.flatMap { k in
      ([places[k].name] + places[k].otherNames).map { (plainWords(of: $0, folding), k) }
    }.filter { $0.0.count > 1 }
  }

  private static func plainWords(of name: String, _ folding: Folding) -> [String] {
    let plain = String(String.UnicodeScalarView(name.unicodeScalars.map { folding.plain($0) }))
    return plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
