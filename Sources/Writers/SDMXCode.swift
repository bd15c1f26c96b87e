internal import Observations

/// A code of one of the code lists, with the label that names it.
package struct SDMXCode: Sendable, Hashable {
  package let id: String
  package let kind: Labels.Kind
  package let label: String
}

extension SDMXComponent {
  /// The codes it takes, but for those of indicators; `nil` where it takes any text.
  var codes: [SDMXCode]? {
    switch self {
    case .frequency: Self.own("FREQ", ["A", "Q", "M", "D", "_O", "_U"])
    case .indicator: [SDMXCode(id: Self.unallocated, kind: .sdmx, label: Self.unallocated)]
    case .measure: Measure.allCases.map { Self.code($0.rawValue, .measure) }
    case .comparison:
      Base.allCases.map { Self.code($0.rawValue, .base) }
        + [SDMXCode(id: Self.notApplicable, kind: .sdmx, label: Self.notApplicable)]
    case .scenario: Self.own("SCENARIO", ["REALISED", "PLANNED"])
    case .status: Self.own("OBS_STATUS", ["A", "E", "P", "F"])
    case .collection: Self.own("TIME_PER_COLLECT", ["E"])
    case .bound: Bound.allCases.map { Self.code($0.rawValue, .bound) }
    case .area, .unit, .report, .place, .period, .value, .multiplier, .denominator, .confidence,
      .indicatorName, .parent, .areaName, .text, .sentence:
      nil
    }
  }

  /// The type of a component without codes (SDMX `textType`).
  var textType: String {
    switch self {
    case .period: "ObservationalTimePeriod"
    case .value, .denominator, .confidence: "Decimal"
    case .multiplier, .place: "Integer"
    default: "String"
    }
  }

  private static func code(_ id: String, _ kind: Labels.Kind) -> SDMXCode {
    SDMXCode(id: id, kind: kind, label: id)
  }

  private static func own(_ list: String, _ ids: [String]) -> [SDMXCode] {
    ids.map { SDMXCode(id: $0, kind: .sdmx, label: "\(list).\($0)") }
  }
}

extension SDMXStructure {
  /// The labels that it needs beside those of measures, bases and bounds.
  package static var labels: [String] {
    let codes = SDMXComponent.allCases.flatMap { $0.codes ?? [] }.filter { $0.kind == .sdmx }
    return Set(codes.map(\.label) + SDMXComponent.allCases.map(\.rawValue) + ["DATA"]).sorted()
  }
}
