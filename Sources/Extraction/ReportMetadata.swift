/// What is known of a report beside its figures, each fact with where it was found.
public struct ReportMetadata: Sendable, Hashable {
  /// Where a fact was found.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// What a saved page says of itself: its title, its meta elements.
    case page
    /// What an office document or a PDF says: title, company or author, the day on which it was made.
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
  /// Who is said to have written it: of a reading empty, and for one the issuer where it is an office.
  public var author: Fact?
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
    all.author = author ?? other.author
    all.number = number ?? other.number
    all.date = date ?? other.date
    all.url = url ?? other.url
    return all
  }
}
