import Observations
import Quantities
import TextModel
import VietnameseText

/// The time that names a row: Tháng 2, Quý I, 1/2023, 2018, Ước 6 tháng.
struct RowTime {
  private(set) var time: PeriodExpression
  private(set) var status: Status?

  private static let longest = 8

  /// `nil` where the words of `label` are more than a time, or none. `head` stands over the column.
  init?(_ label: Range<Int>, under head: Range<Int>, _ tools: TableTools) {
    guard label.count <= Self.longest else { return nil }
    var range = label
    if let found = tools.leading(label), found.range.upperBound < label.upperBound {
      switch found.word {
      case .estimate: status = .estimate
      case .provisional: status = .provisional
      case .forecast: status = .forecast
      case .actual: status = .actual
      default: break
      }
      if status != nil { range = found.range.upperBound..<label.upperBound }
    }
    guard let time = Self.numbered(range, under: head, tools) ?? Self.named(range, tools) else {
      return nil
    }
    self.time = time
  }

  /// A time in words.
  private static func named(_ range: Range<Int>, _ tools: TableTools) -> PeriodExpression? {
    if let year = tools.year(range) { return .year(year) }
    let items = tools.items.items(of: range, isHead: true)
    guard items.count == 1, items[0].tokens == range, case .time(let time) = items[0].kind else {
      return nil
    }
    switch time {
    case .now, .asOf, .day, .days, .report: return nil
    default: return time
    }
  }

  /// 1/2023 and I/2023 anywhere; 1 and I under Tháng and Quý.
  private static func numbered(
    _ range: Range<Int>, under head: Range<Int>, _ tools: TableTools
  ) -> PeriodExpression? {
    guard let first = range.first else { return nil }
    let words = Set(tools.words(in: head).map(\.word))
    var year: Int?
    if range.count == 3, tools.isSign(first + 1, "/") || tools.isSign(first + 1, "-") {
      year = tools.year(first + 2..<first + 3)
    }
    guard year != nil || range.count == 1 else { return nil }
    let token = tools.tokens[first]
    let bytes = tools.document.bytes
    if token.kind == .word, token.flags.contains(.allCapitals) {
      guard year != nil || words.contains(.quarter),
        let quarter = romanValue(bytes[token.span.range]), 1...4 ~= quarter
      else { return nil }
      return .quarter(quarter, year: year)
    }
    guard token.kind == .number, let number = wholeNumber(token, bytes, digits: 2) else {
      return nil
    }
    if words.contains(.quarter) {
      return 1...4 ~= number ? .quarter(number, year: year) : nil
    }
    guard year != nil || words.contains(.month), 1...12 ~= number else { return nil }
    return .month(number, year: year)
  }

  // MARK: Columns

  /// The time in the year that stands above it, where it states none.
  mutating func settle(in above: PeriodExpression?) {
    guard time.year == nil, case .year(let year)? = above, let other = time.of(year) else { return }
    time = other
  }

  /// The columns as they stand in this row; those whose head names another time are unknown.
  func columns(_ columns: [TableColumn]) -> [TableColumn] {
    let other = TableColumn(role: .unknown)
    return columns.map { column in
      guard var figure = column.figure else { return column }
      if figure.status == nil { figure.status = status }
      switch figure.span {
      case .unstated where figure.measure == .level: figure.span = .stated(time)
      case .unstated, .report, .planYear, .yearBefore(nil), .previous: break
      case .stated(.year(let year)):
        guard time.year == nil, let dated = time.of(year) else { return other }
        figure.span = .stated(dated)
      case .stated(.cumulative):
        guard case .month(let month, let year) = time else { return other }
        figure.span = .stated(.firstMonths(month, year: year))
      default: return other
      }
      if case .report = figure.span { figure.span = .stated(time) }
      var settled = column
      settled.role = .figure(figure)
      return settled
    }
  }
}
