import Geography
import Quantities

/// What is known of a report beside its figures, each fact with where it was found.
public struct ReportMetadata: Sendable, Hashable {
  /// Where a fact was found.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// What a saved page says of itself: its title, its meta elements.
    case page
    /// What an office document or a PDF says: title, author, date.
    case properties
    /// The first lines of the text: the office, Số 512/BC-CTK, the title, the place and the day.
    case letterhead
    case fileName = "file_name"
    case manifest
    case option
  }

  public struct Fact: Sendable, Hashable {
    public var value: String
    public var origin: Origin

    /// `nil` where there is no value.
    public init?(_ value: String, _ origin: Origin) {
      guard !value.isEmpty else { return nil }
      self.value = value
      self.origin = origin
    }
  }

  public var title: Fact?
  /// ISO 8601, as in ``Observation/period``.
  public var period: Fact?
  public var area: Fact?
  /// The body that issued it: CỤC THỐNG KÊ TỈNH LẠNG SƠN.
  public var issuer: Fact?
  /// The office's number of the paper: 512/BC-CTK.
  public var number: Fact?
  /// The day on which it was signed or published, ISO 8601.
  public var date: Fact?
  public var url: Fact?

  public init() {}

  /// The facts of this, and of `other` those that this does not have.
  public func completed(by other: ReportMetadata) -> ReportMetadata {
    var all = self
    all.title = title ?? other.title
    all.period = period ?? other.period
    all.area = area ?? other.area
    all.issuer = issuer ?? other.issuer
    all.number = number ?? other.number
    all.date = date ?? other.date
    all.url = url ?? other.url
    return all
  }
}

extension ReportMetadata {
  /// The page and the file are trusted before the letterhead, that before the file's name, a manifest
  /// and an option. But a page's site and a file's author are no issuing body, and a file's date is that
  /// of its making: there the letterhead comes first. The period and the area are the text's.
  init(_ head: HeadFacts, period: ReportPeriod?, area: Area, _ options: ReadingOptions) {
    let known = options.known
    title = known.title.flatMap { $0.origin == .fileName ? nil : $0 }
    title = title ?? Fact(head.title, .letterhead) ?? known.title
    self.period =
      period.flatMap { Fact($0.period.iso, .letterhead) } ?? known.period
      ?? options.period.flatMap { Fact($0.period.iso, .option) }
    let isGiven = known.area == nil && !options.area.isEmpty && area.name == options.area
    self.area = isGiven ? Fact(area.name, .option) : known.area ?? Fact(area.name, .letterhead)
    if let given = known.area, given.value != area.name { self.area = Fact(area.name, .letterhead) }
    issuer = Fact(head.issuer, .letterhead) ?? known.issuer
    number = Fact(head.number, .letterhead) ?? known.number
    date = known.date.flatMap { $0.origin == .page ? $0 : nil }
    date = date ?? Fact(head.date, .letterhead) ?? known.date
    url = known.url
  }
}
