internal import Observations
public import Series

/// A form in which series are written.
public enum SeriesFormat: String, Sendable, CaseIterable {
  /// A table with a small chart, for a person at a terminal.
  case table
  case csv
  case json
  /// A drawing (SVG 1.1).
  case svg
  /// An Excel workbook of the records that state them, with the series and a chart.
  case xlsx

  /// The format that the ending of `path` names; `nil` for any other ending.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[dot...].lowercased() {
    case ".csv": self = .csv
    case ".json": self = .json
    case ".svg": self = .svg
    case ".xlsx": self = .xlsx
    case ".txt": self = .table
    default: return nil
    }
  }
}

/// Series as text of one format, UTF-8.
///
/// - Parameters:
///   - revisions: whether every report's statement of a figure is given, or the one alone that counts.
///   - width: how many columns of the terminal a table may take.
/// - Returns: `nil` for a workbook, which is no text.
public func text(
  of series: [TimeSeries], as format: SeriesFormat, revisions: Bool, width: Int
) -> [UInt8]? {
  switch format {
  case .table: SeriesTable(revisions: revisions, width: width).write(series)
  case .csv: SeriesCSV(revisions: revisions).write(series)
  case .json: SeriesJSON(revisions: revisions).write(series)
  case .svg: SeriesDrawing().write(series)
  case .xlsx: nil
  }
}

extension SeriesBreak {
  /// For people: `prices: constant 1994, then constant 2010`.
  var text: String {
    switch self {
    case .prices(let from, let to):
      "prices: \(from.isEmpty ? "not stated" : from), then \(to.isEmpty ? "not stated" : to)"
    case .area(let since): "area as it stands since \(since)"
    case .formerArea(let day): "area as it stood before \(day)"
    case .name(let from, let to): "named: \(from), then \(to)"
    }
  }
}

extension PeriodKind {
  var text: String {
    switch self {
    case .year: "yearly"
    case .quarter: "quarterly"
    case .month: "monthly"
    case .cumulative: "from January on"
    case .asOf: "as of a day"
    case .day: "daily"
    case .span: "other spans"
    }
  }
}

extension TimeSeries {
  /// The periods that are missing before a point, for people: `2024-04 to 2024-06 missing`.
  func missing(before place: Int) -> String? {
    let periods = kind.periods(after: points[place - 1].period, before: points[place].period)
    guard let first = periods.first, let last = periods.last else { return nil }
    return first == last ? "\(first) missing" : "\(first) to \(last) missing"
  }

  /// Where its points stand among all periods of their kind.
  var places: [Int] {
    var places: [Int] = []
    for (k, point) in points.enumerated() {
      let missing =
        k > 0 ? kind.periods(after: points[k - 1].period, before: point.period).count : 0
      places.append((places.last ?? -1) + 1 + missing)
    }
    return places
  }

  /// What it is, on one line.
  var title: String {
    let words = parent.isEmpty ? indicator : "\(parent) › \(indicator)"
    // With what restricts it.
    let subject = indicatorCode.isEmpty ? words : "\(words) (\(id))"
    let against = base.map { "\(measure.rawValue)/\($0.rawValue)" } ?? measure.rawValue
    let amount = [Multiplier.name(unitMultiplier), unit].filter { !$0.isEmpty }
    return [
      subject, area, measure == .level ? "" : against, kind.text, amount.joined(separator: " "),
      prices, areaSince.isEmpty ? "" : "area since \(areaSince)",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
