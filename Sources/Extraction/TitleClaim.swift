import Geography
import Quantities
import TextModel

/// The title that a page or a file gives a report, where it may be the report's: properties hold
/// Document1, Microsoft Word - bc.doc, the first words of a letterhead, and the titles of templates.
struct TitleClaim {
  let fact: ReportMetadata.Fact
  /// The period that it names.
  let period: ReportPeriod?
  private let document: TokenizedDocument
  private let vocabulary: Vocabulary

  /// - Returns: `nil` where it is no title, or says another time than the text: the period `named`
  ///   there, or one that its dateline is too early or too late for.
  init?(
    _ fact: ReportMetadata.Fact, _ stages: Stages, _ named: ReportPeriod?, _ head: HeadFacts
  ) {
    let document = stages.tokenized(fact.value)
    guard document.tokens.count > 1, !Self.isFileName(fact.value) else { return nil }
    self.fact = fact
    self.document = document
    vocabulary = stages.vocabulary
    period = ReportHead(document, vocabulary: vocabulary).period
    if let period, let named, period.period != named.period { return nil }
    if let period, let year = Int(head.date.prefix(4)),
      !(year - 2...year).contains(period.year)
    {
      return nil
    }
    guard fact.origin != .page else { return }
    let items = ItemReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: NumberStyle()
    ).items(of: document.tokens.indices)
    let isTitle = items.contains { $0.cue == .title }
    let lines = HeadLines(document, vocabulary).head
    if lines.first?.office != nil && !isTitle { return nil }
    if lines.contains(where: { $0.marks.contains { $0.role == .nation } }) && !isTitle {
      return nil
    }
    let isOfPlace =
      AreaFinder(document, vocabulary, PlaceReader(stages.gazetteer, on: nil)).named() != nil
    guard isTitle || period != nil || isOfPlace && document.tokens.count > 3 else { return nil }
  }

  /// Microsoft Word - BC T9.doc, Document1.docx
  private static func isFileName(_ title: String) -> Bool {
    if title.hasPrefix("Microsoft ") || title.hasPrefix("file:") { return true }
    guard let point = title.lastIndex(of: ".") else { return false }
    let ending = title[title.index(after: point)...]
    return (2...4).contains(ending.count) && ending.first?.isLetter == true
      && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  func area(_ places: PlaceReader) -> Area? {
    AreaFinder(document, vocabulary, places).named()
  }

  /// Whether it names no other place than the text does.
  func agrees(with area: Area?, _ places: PlaceReader) -> Bool {
    guard let area, let own = self.area(places) else { return true }
    return own == area
  }

  /// Whether it may stand for the title that the text has itself: a page's headline may; a file's title
  /// only where it shows by the period that it is this report's.
  func isOf(_ named: ReportPeriod?) -> Bool {
    fact.origin == .page || named != nil && period?.period == named?.period
  }
}
