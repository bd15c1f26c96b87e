internal import Observations
internal import Quantities

/// A column of the table for a terminal, with what it shows of a record.
enum TableColumn: Int, Sendable, CaseIterable {
  case indicator, measure, value, period, status

  func title(_ labels: Labels) -> String { labels[.table, code] }

  private var code: String {
    switch self {
    case .indicator: "indicator"
    case .measure: "measure/base"
    case .value: "value"
    case .period: "period"
    case .status: "status/bound"
    }
  }

  /// Whether its text stands at the right edge, as numbers do.
  var isRightAligned: Bool { self == .value }

  /// The record's cell; where there is no room, a parent gives way before its part.
  func display(of record: Observation, _ labels: Labels) -> DisplayText {
    DisplayText(
      text(of: record, labels), keepsEnd: self == .indicator && !record.parent.isEmpty)
  }

  private func text(of record: Observation, _ labels: Labels) -> String {
    switch self {
    case .indicator:
      return record.parent.isEmpty ? record.indicator : "\(record.parent) › \(record.indicator)"
    case .measure:
      guard let base = record.base else { return labels.name(of: record.measure) }
      return "\(labels.name(of: record.measure))/\(labels.name(of: base))"
    case .value: return Self.figure(of: record)
    case .period: return record.period
    case .status:
      let status = record.status == .actual ? nil : labels.name(of: record.status)
      return [status, record.bound.map { labels.name(of: $0) }].compactMap { $0 }.joined(
        separator: "/")
    }
  }

  /// `2 152,8 tỷ VND`, `120/121 công trình`, `-31,6 %`: the digits stated, with the Vietnamese
  /// decimal comma, thousands grouped by spaces, the multiplier as a word.
  private static func figure(of record: Observation) -> String {
    var figure = grouped(record.value)
    if let denominator = record.denominator { figure += "/\(grouped(denominator))" }
    return [figure, Multiplier.name(record.unitMultiplier), record.unit]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func grouped(_ number: ExactDecimal) -> String {
    let parts = number.magnitude.description.split(separator: ".")
    guard let whole = parts.first else { return "" }
    var text = number.isNegative ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text.append(" ") }
      text.append(digit)
    }
    for fraction in parts.dropFirst() { text += ",\(fraction)" }
    return text
  }
}
