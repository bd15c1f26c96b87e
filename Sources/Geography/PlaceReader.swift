public import Quantities
public import TextModel
import VietnameseText

/// A place that a text names, and what it is.
public struct PlaceMention: Sendable, Hashable {
  /// The tokens of kind and name.
  public var tokens: Range<Int>
  /// The kind that is written before the name: tỉnh, thành phố; empty where none is.
  public var kind: String
  public var level: PlaceLevel
  /// As the tables spell it, or as the text does where they do not have it.
  public var name: String
  /// `nil` where the tables do not have it, where it did not stand on the day, and where several
  /// places bear the name.
  public var place: Place?
  /// Whether the tables have the name.
  public var isKnown = true

  public init(tokens: Range<Int>, kind: String, level: PlaceLevel, name: String, place: Place?) {
    self.tokens = tokens
    self.kind = kind
    self.level = level
    self.name = name
    self.place = place
  }

  /// The name and the code for a record.
  public var area: Area {
    Area(name: place?.displayName ?? name, code: place?.officialCode ?? "")
  }
}

/// Finds places in the tokens of a text, as they stood on one day.
///
/// A district without its kind in front is taken only in a text about its own province (`home`):
/// too many districts bear names that are also something else.
public struct PlaceReader: Sendable {
  public let gazetteer: Gazetteer
  public let day: Day?
  /// What the text as a whole is about.
  public let home: Place?

  public init(_ gazetteer: Gazetteer, on day: Day?, home: Place? = nil) {
    self.gazetteer = gazetteer
    self.day = day
    self.home = home
  }

  /// The same for a text about `home`.
  public func at(_ home: Place?) -> PlaceReader { PlaceReader(gazetteer, on: day, home: home) }

  // MARK: Texts

  /// The one place that the words `tokens[range]` of `bytes` name: of a place and the larger ones
  /// that it is in (huyện Bắc Hà, tỉnh Lào Cai) the smallest.
  ///
  /// - Returns: `nil` where the words name no place, and where they name several.
  public func area(in range: Range<Int>, of tokens: [Token], _ bytes: [UInt8]) -> Area? {
    let found = mentions(in: range, of: tokens, bytes)
    guard let smallest = found.max(by: { $0.level < $1.level }) else { return nil }
    let others = found.filter { $0.name != smallest.name || $0.level != smallest.level }
    guard Set(others.map(\.level)).count == others.count,
      !others.contains(where: { $0.level == smallest.level })
    else { return nil }
    guard smallest.level == .district,
      let province = others.first(where: { $0.level == .province })?.place
    else { return smallest.area }
    return at(province).mentions(in: smallest.tokens, of: tokens, bytes).first?.area
      ?? smallest.area
  }

  /// The places that the words `tokens[range]` of `bytes` name, in their order.
  public func mentions(in range: Range<Int>, of tokens: [Token], _ bytes: [UInt8])
    -> [PlaceMention]
  {
    let words = PlaceWords(range, of: tokens, bytes, gazetteer)
    var mentions: [PlaceMention] = []
    var i = 0
    while i < words.count {
      switch find(at: i, in: words) {
      case .place(let mention):
        mentions.append(mention)
        i = mention.tokens.upperBound - range.lowerBound
      case .other(let end): i = end
      case nil: i += 1
      }
    }
    return mentions
  }

  /// The place whose name, a district's too, the words `tokens[range]` are as a whole.
  public func name(_ range: Range<Int>, of tokens: [Token], _ bytes: [UInt8]) -> PlaceMention? {
    let candidates = candidates(in: PlaceWords(range, of: tokens, bytes, gazetteer))
    guard let choice = choice(of: candidates.places, kind: candidates.kind) else { return nil }
    return PlaceMention(
      tokens: range, kind: candidates.kind?.name ?? "", level: choice.level, name: choice.name,
      place: choice.place)
  }

  private enum Finding {
    case place(PlaceMention)
    /// Words up to here that are no place.
    case other(Int)
  }

  private func find(at i: Int, in words: PlaceWords) -> Finding? {
    let bare = find(at: i, kind: nil, from: i, in: words)
    if case .other = bare { return bare }
    guard let kind = kind(at: i, in: words) else { return bare }
    let named = find(at: kind.end, kind: kind.kind, from: i, in: words)
    if case .place(let a) = bare, case .place(let b) = named,
      a.tokens.upperBound >= b.tokens.upperBound
    {
      return bare
    }
    if case .place = named { return named }
    return bare ?? unknown(kind, at: i, in: words)
  }

  /// The longest name from `start`: of one that stands, else of any.
  private func find(at start: Int, kind: Gazetteer.Kind?, from i: Int, in words: PlaceWords)
    -> Finding?
  {
    var best: PlaceMention?
    for (numbers, end) in words.paths(gazetteer.names, from: start).reversed() {
      let entries = numbers.map { gazetteer.entries[Int($0)] }.filter { words.write($0, start) }
      if entries.contains(where: { $0.target == .never }) { return .other(end) }
      if kind == nil, entries.contains(where: { $0.target == .onlyBehindKind }) { continue }
      let places = entries.compactMap { entry -> Place? in
        guard case .place(let index) = entry.target else { return nil }
        let place = gazetteer.places[index]
        return kind != nil || isNamedAlone(place, words: entry.words) ? place : nil
      }
      guard let choice = choice(of: places, kind: kind) else { continue }
      let mention = PlaceMention(
        tokens: words.tokens(i..<end), kind: kind?.name ?? "", level: choice.level,
        name: choice.name, place: choice.place)
      if choice.place != nil { return .place(mention) }
      best = best ?? mention
    }
    return best.map { .place($0) }
  }

  private func isNamedAlone(_ place: Place, words: Int) -> Bool {
    guard place.level == .district else { return true }
    guard let home, words > 1, place.stands(on: day) else { return false }
    return gazetteer.contains(home, place)
      || home.level == .district && home.provinceCode == place.provinceCode
  }

  /// The kind that stands at `i`, and where the name begins behind it.
  func kind(at i: Int, in words: PlaceWords) -> (kind: Gazetteer.Kind, end: Int)? {
    guard let (numbers, end) = words.paths(gazetteer.kindNames, from: i).last,
      let number = numbers.first
    else { return nil }
    return (gazetteer.kinds[Int(number)], words.isDot(end) ? end + 1 : end)
  }

  /// A name that the tables do not have, behind the kind of a district or a commune: xã An Mỹ.
  private func unknown(_ kind: (kind: Gazetteer.Kind, end: Int), at i: Int, in words: PlaceWords)
    -> Finding?
  {
    guard let level = kind.kind.levels.last, level >= .district, !words.isInitial(i),
      let (name, end) = words.name(from: kind.end)
    else { return nil }
    let isNumber = name.utf8.first.map { $0 < 0x40 } ?? true
    let place = Place(level: level, name: name, kind: kind.kind.name)
    var mention = PlaceMention(
      tokens: words.tokens(i..<end), kind: kind.kind.name, level: level,
      name: isNumber ? place.displayName : name, place: nil)
    mention.isKnown = false
    return .place(mention)
  }

  // MARK: Names

  /// What a name stands for: the place where it is one, else the name alone.
  struct Choice {
    var name: String
    var level: PlaceLevel
    var place: Place?

    var area: Area { Area(name: place?.displayName ?? name, code: place?.officialCode ?? "") }
  }

  /// The places of a name that is given alone, and the kind before it.
  func candidates(for name: String) -> (places: [Place], kind: Gazetteer.Kind?) {
    let bytes = Normalizer().read(SourceText(name)).bytes
    let tokens = gazetteer.tokenizer.tokenize(bytes).tokens
    return candidates(in: PlaceWords(tokens.indices, of: tokens, bytes, gazetteer))
  }

  private func candidates(in words: PlaceWords) -> (places: [Place], kind: Gazetteer.Kind?) {
    // A number is a name only behind its kind: quận 1.
    let bare = words.places(gazetteer, from: 0).filter { $0.name == $0.displayName }
    if !bare.isEmpty { return (bare, nil) }
    guard let (kind, start) = kind(at: 0, in: words) else { return ([], nil) }
    return (words.places(gazetteer, from: start), kind)
  }

  /// Which of the places of one name is meant; `nil` where none may be.
  func choice(of places: [Place], kind: Gazetteer.Kind?) -> Choice? {
    var places = places.filter { kind?.accepts($0) ?? true }
    guard let first = places.min(by: { $0.level < $1.level }) else { return nil }
    var choice = Choice(name: first.displayName, level: first.level)
    places = places.filter { $0.stands(on: day) }
    if let kind, places.contains(where: { $0.kind == kind.name }) {
      places = places.filter { $0.kind == kind.name }
    }
    guard let largest = places.map(\.level).min() else { return choice }
    places = places.filter { $0.level == largest }
    choice.level = largest
    if largest == .district, let home {
      let own = places.filter {
        gazetteer.contains(home, $0) || home.provinceCode == $0.provinceCode
      }
      if !own.isEmpty { places = own }
    }
    // The last of its extents, where no day tells which.
    guard let last = places.last else { return choice }
    choice.name = last.displayName
    if places.allSatisfy({ $0.code == last.code && $0.level == last.level }) { choice.place = last }
    return choice
  }
}
