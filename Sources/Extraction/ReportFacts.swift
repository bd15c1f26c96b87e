import Geography
import Quantities
import TextModel

/// What is known of a report, out of its text, its page or file, the file's name, a manifest and the
/// options: of each fact the most trusted source that is to be believed.
struct ReportFacts {
  private(set) var metadata = ReportMetadata()
  private(set) var period: ReportPeriod?
  private(set) var area: Area

  /// - Parameter named: the period that the text names.
  init(
    _ stages: Stages, _ document: TokenizedDocument, _ named: ReportPeriod?,
    _ options: ReadingOptions
  ) {
    let known = options.known
    let head = HeadFacts(document, stages.vocabulary, PlaceReader(stages.gazetteer, on: nil))
    let title = known.title.flatMap { TitleClaim($0, stages, named, head) }

    let periods: [(ReportPeriod?, ReportMetadata.Origin)] = [
      (named, .letterhead), (title?.period, title?.fact.origin ?? .properties),
      (known.period.flatMap(ReportPeriod.init(fact:)), known.period?.origin ?? .properties),
      (options.fileName?.period, .fileName),
      (options.given.period.flatMap(ReportPeriod.init(fact:)), .manifest),
      (options.period, .option),
    ]
    for case (let found?, let origin) in periods where period == nil {
      period = found
      metadata.period = .init(found.period.iso, origin)
    }

    let places = PlaceReader(stages.gazetteer, on: period?.period.lastDay)
    let finder = AreaFinder(document, stages.vocabulary, places)
    let textArea = finder.named()
    let claim = title.flatMap { $0.agrees(with: textArea, places) ? $0 : nil }
    if claim == nil, let title, metadata.period?.origin == title.fact.origin, named == nil {
      // A title of another place: what it says of the time is another report's too.
      let other = periods.dropFirst(2).first { $0.0 != nil }
      period = other?.0
      metadata.period = other.flatMap { .init($0.0?.period.iso ?? "", $0.1) }
    }
    // Looked for in this order, until one is found.
    let areas: [(find: () -> Area?, origin: ReportMetadata.Origin)] = [
      ({ textArea }, .letterhead), ({ claim?.area(places) }, claim?.fact.origin ?? .properties),
      ({ Self.area(ofSite: known, stages, places) }, .page),
      ({ options.fileName?.area(in: stages.gazetteer, on: places.day) }, .fileName),
      ({ Self.area(given: known.area, places) }, known.area?.origin ?? .properties),
      ({ Self.area(given: options.given.area, places) }, .manifest),
      ({ Self.area(given: .init(options.area, .option), places) }, .option),
      ({ finder.countryItSpeaksOf }, .letterhead),
    ]
    let found = areas.lazy.compactMap { entry in entry.find().map { ($0, entry.origin) } }.first
    area = found?.0 ?? Area(name: "")
    metadata.area = found.flatMap { .init(area.name, $0.1) }

    let letterhead = ReportMetadata.Fact(head.title, .letterhead)
    let isStated = head.isTitled && claim?.isOf(named) == false
    metadata.title = isStated ? letterhead : claim?.fact ?? letterhead
    metadata.title =
      metadata.title ?? options.given.title
      ?? options.fileName.flatMap { .init($0.stem, .fileName) }
    metadata.issuer =
      .init(head.issuer, .letterhead)
      ?? [known.issuer, known.author].lazy.compactMap { $0 }.first {
        Self.isIssuer($0, isAuthor: $0 == known.author, stages, places, area)
      } ?? options.given.issuer
    metadata.number = .init(head.number, .letterhead) ?? known.number ?? options.given.number
    metadata.date = date(known.date, head) ?? options.given.date
    metadata.url = known.url ?? options.given.url
  }

  /// A page's day, else the letterhead's. The day on which a file was made is that of a copy or of a
  /// template as often as not: it is taken for the report's only where it falls between the last month
  /// of the report's period and the third behind it.
  private func date(_ known: ReportMetadata.Fact?, _ head: HeadFacts) -> ReportMetadata.Fact? {
    guard let known else { return .init(head.date, .letterhead) }
    if known.origin == .page { return known }
    if let stated = ReportMetadata.Fact(head.date, .letterhead) { return stated }
    guard let end = period?.period.end, case let day = String(known.value.prefix(10)),
      case .day(let made)? = TimePeriod(iso: day),
      (0...3).contains((made.year - end.year) * 12 + made.month - end.month)
    else { return nil }
    return .init(day, known.origin)
  }

  private static func area(given fact: ReportMetadata.Fact?, _ places: PlaceReader) -> Area? {
    fact.map { places.gazetteer.area(named: $0.value, on: places.day) }
  }

  /// Cổng thông tin điện tử tỉnh Hà Nam: whose a page's site is.
  private static func area(
    ofSite known: ReportMetadata, _ stages: Stages, _ places: PlaceReader
  ) -> Area? {
    for case let site? in [known.issuer, known.author] where site.origin == .page {
      let name = stages.tokenized(site.value)
      let mentions = places.mentions(in: name.tokens.indices, of: name.tokens, name.bytes)
      // A person may be called Hà Giang, but not tỉnh Hà Giang.
      guard mentions.contains(where: { !$0.kind.isEmpty }) else { continue }
      if let area = AreaFinder(name, stages.vocabulary, places).named() { return area }
    }
    return nil
  }

  /// Whether who is said to have made it may have issued it: a page's site; else an office, and none
  /// of another place.
  private static func isIssuer(
    _ fact: ReportMetadata.Fact, isAuthor: Bool, _ stages: Stages, _ places: PlaceReader,
    _ area: Area
  ) -> Bool {
    if fact.origin == .page && !isAuthor { return true }
    let name = stages.tokenized(fact.value)
    guard name.tokens.count >= 3, HeadLines(name, stages.vocabulary).head.first?.office != nil
    else { return false }
    let own = AreaFinder(name, stages.vocabulary, places).named()
    return own == nil || area.name.isEmpty || own == area
  }
}

extension ReportPeriod {
  fileprivate init?(fact: ReportMetadata.Fact) {
    guard let period = TimePeriod(iso: fact.value) else { return nil }
    self.init(period)
  }
}

extension Stages {
  /// A short text in tokens: a title, a name.
  func tokenized(_ text: String) -> TokenizedDocument { tokenized(normalized(SourceText(text))) }
}
