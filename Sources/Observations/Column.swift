public import Quantities

/// The columns of every output, in their order, by the names of the specification.
public enum Column: String, Sendable, Hashable, CaseIterable {
  case document, indicator
  case indicatorCode = "indicator_code"
  case parent, measure, base, value, unit
  case unitMultiplier = "unit_mult"
  case denominator, period, status, bound, area
  case areaCode = "area_code"
  case section, text, start, end, sentence, rule, confidence, flags, provenance, alternatives

  /// A cell: what one record holds in one column.
  public enum Cell: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case decimal(ExactDecimal)
    case empty
    case list([String])
    case map([(key: String, value: String)])
    case alternatives([Observation.Alternative])

    public static func == (a: Cell, b: Cell) -> Bool { a.plain == b.plain }
    public func hash(into hasher: inout Hasher) { hasher.combine(plain) }

    /// The cell as one string, for formats without types: lists joined by `;`, maps as `key=value`.
    public var plain: String {
      switch self {
      case .text(let text): return text
      case .integer(let number): return String(number)
      case .decimal(let number): return number.description
      case .empty: return ""
      case .list(let items): return items.joined(separator: ";")
      case .map(let pairs): return pairs.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
      case .alternatives(let all):
        return all.map { "value=\($0.value)" }.joined(separator: ";")
      }
    }
  }

  /// What `record` holds in this column.
  public func cell(of record: Observation) -> Cell {
    switch self {
    case .document: return .text(record.document)
    case .indicator: return .text(record.indicator)
    case .indicatorCode: return .text(record.indicatorCode)
    case .parent: return .text(record.parent)
    case .measure: return .text(record.measure.rawValue)
    case .base: return .text(record.base?.rawValue ?? "")
    case .value: return .decimal(record.value)
    case .unit: return .text(record.unit)
    case .unitMultiplier: return .integer(record.unitMultiplier)
    case .denominator: return record.denominator.map { .decimal($0) } ?? .empty
    case .period: return .text(record.period)
    case .status: return .text(record.status.rawValue)
    case .bound: return .text(record.bound?.rawValue ?? "")
    case .area: return .text(record.area)
    case .areaCode: return .text(record.areaCode)
    case .section: return .text(record.section)
    case .text: return .text(record.text)
    case .start: return .integer(record.start)
    case .end: return .integer(record.end)
    case .sentence: return .text(record.sentence)
    case .rule: return .text(record.rule)
    case .confidence: return .decimal(record.confidence.decimal)
    case .flags: return .list(record.flags)
    case .provenance:
      return .map(record.provenance.map { ($0.field, $0.source.rawValue) })
    case .alternatives: return .alternatives(record.alternatives)
    }
  }
}
