import Geography
import RuleLanguage
import TextModel
import VietnameseText

/// Finds the area that a report is about: in its letterhead, its title or headline, its dateline,
/// its signature, and at last in what its text calls the whole.
struct AreaFinder {
  private let document: TokenizedDocument
  private let vocabulary: Vocabulary
  private let places: PlaceReader
  private let lines: HeadLines

  init(_ document: TokenizedDocument, _ vocabulary: Vocabulary, _ places: PlaceReader) {
    self.document = document
    self.vocabulary = vocabulary
    self.places = places
    lines = HeadLines(document, vocabulary)
  }

  /// The country, where the text speaks of it as a whole and of no tỉnh or huyện as a whole: for a
  /// report whose area is not said otherwise.
  var countryItSpeaksOf: Area? { speaksOfCountry ? country?.area : nil }

  // MARK: Evidence

  /// Where a place is named: what counts least first.
  private enum Spot: Int, Comparable {
    /// Theo Cục Thống kê tỉnh Đồng Nai, …
    case prose
    case signature, dateline
    /// BỘ NÔNG NGHIỆP: the country, where nothing else is named
    case nation
    /// Kinh tế Đồng Nai tăng trưởng khá
    case title
    /// Tình hình kinh tế - xã hội tỉnh Đồng Nai
    case fullTitle
    /// Đồng Nai: Thu ngân sách vượt dự toán
    case headline
    case letterhead

    static func < (a: Spot, b: Spot) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Evidence {
    var spot: Spot
    var mention: PlaceMention
  }

  /// The area that the report names.
  func named() -> Area? {
    var found: [Evidence] = []
    var isBehindOffice = false
    var asksDistrict = false
    for line in lines.head {
      let evidence = evidence(of: line, isBehindOffice: isBehindOffice)
      found += evidence
      isBehindOffice = line.office != nil && !evidence.contains { $0.spot == .letterhead }
      asksDistrict = asksDistrict || isBehindOffice && endsWithDistrict(line)
    }
    for line in lines.foot where line.office != nil && line.tokens.count <= 20 {
      found += evidence(of: line, isBehindOffice: false).filter { $0.spot == .letterhead }
        .map { Evidence(spot: .signature, mention: $0.mention) }
    }
    guard let best = best(of: found) else { return nil }
    return area(best, found.map(\.mention), asksDistrict: asksDistrict)
  }

  /// The strongest: of letterheads the one of the smallest place, of others the first.
  private func best(of found: [Evidence]) -> Evidence? {
    guard let spot = found.map(\.spot).max() else { return nil }
    let best = found.filter { $0.spot == spot }
    guard spot == .letterhead || spot == .signature,
      let level = best.map(\.mention.level).max()
    else { return best.first }
    return best.first { $0.mention.level == level }
  }

  /// The area of the evidence; of districts of one name that of a province which the head names.
  private func area(_ evidence: Evidence, _ all: [PlaceMention], asksDistrict: Bool) -> Area {
    let mention = evidence.mention
    guard mention.level == .district else { return mention.area }
    if let place = mention.place {
      // An office in a province's town: Buôn Ma Thuột, ngày …
      let isTown = evidence.spot == .dateline && !asksDistrict
      guard isTown, places.gazetteer.isTown(place), let province = province(of: place) else {
        return mention.area
      }
      return Area(name: province.displayName, code: province.officialCode)
    }
    let provinces = all.compactMap { mention -> Place? in
      guard let place = mention.place else { return nil }
      return place.level == .province ? place : place.level == .district ? province(of: place) : nil
    }
    for province in provinces {
      let own = places.at(province).mentions(
        in: mention.tokens, of: document.tokens, document.bytes)
      if let place = own.first?.place, places.gazetteer.contains(province, place) {
        return Area(name: place.displayName, code: place.officialCode)
      }
    }
    return mention.area
  }

  private func province(of district: Place) -> Place? {
    places.gazetteer.province(of: district, on: places.day)
  }

  private var country: PlaceMention? {
    places.gazetteer.places.first { $0.level == .country }.map {
      PlaceMention(tokens: 0..<0, kind: "", level: .country, name: $0.name, place: $0)
    }
  }

  // MARK: Lines

  private func evidence(of line: HeadLines.Line, isBehindOffice: Bool) -> [Evidence] {
    var found: [Evidence] = []
    if line.marks.contains(where: { $0.role == .address }) { return [] }
    for mark in line.marks where mark.role == .dateline {
      if let place = place(endingAt: mark.tokens.lowerBound, in: line) {
        return [Evidence(spot: .dateline, mention: place)]
      }
    }
    if let office = line.office, isHeading(line) {
      let mentions = mentions(in: office.tokens.upperBound..<end(of: line, from: office.tokens))
      if let place = mentions.filter({ $0.level > .region }).max(by: { $0.level < $1.level }) {
        found.append(Evidence(spot: .letterhead, mention: place))
        found += mentions.filter { $0 != place && $0.level == .province }
          .map { Evidence(spot: .prose, mention: $0) }
      } else if office.role == .nation, let country {
        found.append(Evidence(spot: .nation, mention: country))
      }
      return found
    }
    let mentions = mentions(in: line.tokens).filter(\.isKnown)
    guard let first = mentions.first else {
      return isBehindOffice ? unknown(line) : []
    }
    let isFirst = first.tokens.lowerBound == line.tokens.lowerBound
    if isFirst, isBehindOffice, !first.kind.isEmpty {
      return [Evidence(spot: .letterhead, mention: first)]
    }
    if isFirst, isColon(first.tokens.upperBound, in: line), first.level != .country {
      return [Evidence(spot: .headline, mention: first)]
    }
    if isHeading(line) {
      if let full = mentions.first(where: { !$0.kind.isEmpty && $0.level > .region }) {
        return [Evidence(spot: .fullTitle, mention: full)]
      }
      if let bare = mentions.min(by: { $0.level > .country && $1.level == .country }) {
        return [Evidence(spot: bare.level == .country ? .nation : .title, mention: bare)]
      }
    }
    return mentions.filter { $0.level >= .province && followsOffice($0, in: line) }
      .map { Evidence(spot: .prose, mention: $0) }
  }

  /// A line right below an office that names what the tables do not have: XÃ AN MỸ.
  private func unknown(_ line: HeadLines.Line) -> [Evidence] {
    let limit = line.marks.first { $0.role == .end }?.tokens.lowerBound ?? line.tokens.upperBound
    guard limit > line.tokens.lowerBound,
      let first = mentions(in: line.tokens.lowerBound..<limit).first,
      first.tokens.lowerBound == line.tokens.lowerBound
    else { return [] }
    return [Evidence(spot: .letterhead, mention: first)]
  }

  private func mentions(in range: Range<Int>) -> [PlaceMention] {
    places.mentions(in: range, of: document.tokens, document.bytes)
  }

  /// Where the name behind an office ends at the latest.
  private func end(of line: HeadLines.Line, from office: Range<Int>) -> Int {
    line.marks.first { $0.role == .end && $0.tokens.lowerBound >= office.upperBound }?
      .tokens.lowerBound ?? line.tokens.upperBound
  }

  /// The place of a dateline, with or without its kind, a district too.
  private func place(endingAt end: Int, in line: HeadLines.Line) -> PlaceMention? {
    for start in max(line.tokens.lowerBound, end - 6)..<max(end, line.tokens.lowerBound) {
      guard document.tokens[start].kind == .word,
        document.tokens[start].flags.contains(.capitalized)
      else { continue }
      if let mention = places.name(start..<end, of: document.tokens, document.bytes) {
        return mention
      }
    }
    return nil
  }

  /// A line that is no sentence, no member of a list and, but for a headline, states no figure.
  private func isHeading(_ line: HeadLines.Line) -> Bool {
    guard let first = line.tokens.first, let last = line.tokens.last, line.tokens.count <= 40,
      document.tokens[first].kind != .sign || !line.marks.isEmpty,
      !document.isSign(last, ".;,")
    else { return false }
    return line.isFirst || !statesFigure(line)
  }

  private func statesFigure(_ line: HeadLines.Line) -> Bool {
    line.tokens.dropLast().contains {
      document.tokens[$0].kind == .number
        && vocabulary.lexicon.longestMatch(
          .unit, document.tokens, at: $0 + 1, end: line.tokens.upperBound) != nil
    }
  }

  private func isColon(_ token: Int, in line: HeadLines.Line) -> Bool {
    line.tokens.contains(token) && document.isSign(token, ":")
  }

  private func followsOffice(_ mention: PlaceMention, in line: HeadLines.Line) -> Bool {
    line.marks.contains {
      ($0.role == .office || $0.role == .local)
        && (0...6).contains(mention.tokens.lowerBound - $0.tokens.upperBound)
    }
  }

  /// UBND HUYỆN, with no name behind it.
  private func endsWithDistrict(_ line: HeadLines.Line) -> Bool {
    guard let last = line.tokens.last else { return false }
    let start = max(line.tokens.lowerBound, last - 1)
    return places.gazetteer.level(ofKindAt: start..<last + 1, of: document.tokens, document.bytes)
      == .district
  }

  // MARK: The text

  private var speaksOfCountry: Bool {
    var isCountry = false
    for mark in lines.marks(in: document.tokens.indices) {
      if mark.role == .local { return false }
      isCountry = isCountry || mark.role == .country
    }
    return isCountry
  }
}
