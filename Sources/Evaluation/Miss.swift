public import Observations

/// A record that fell short.
public enum Miss: Sendable {
  /// No observation covers the gold record.
  case missed(GoldRecord)
  /// The observation of a gold record has these fields wrong.
  case wrong([ScoredField], gold: GoldRecord, predicted: Observation)
  /// No gold record claims the observation.
  case notInGold(Observation)

  /// `missed`, `wrong` with the fields, or `not in gold`.
  public var kind: String {
    switch self {
    case .missed: "missed"
    case .wrong(let fields, _, _): "wrong \(fields.map(\.rawValue).joined(separator: ","))"
    case .notInGold: "not in gold"
    }
  }

  public var gold: GoldRecord? {
    switch self {
    case .missed(let gold), .wrong(_, let gold, _): gold
    case .notInGold: nil
    }
  }

  public var predicted: Observation? {
    switch self {
    case .missed: nil
    case .wrong(_, _, let predicted), .notInGold(let predicted): predicted
    }
  }

  /// Three lines for a reader: the kind, the gold record as its file has it, and the observation's
  /// columns but for the sentence and the empty ones.
  public var text: String {
    """
    \(kind)
       gold \(gold?.source ?? "none")
       got  \(predicted.map(Self.text) ?? "none")
    """
  }

  private static func text(of record: Observation) -> String {
    Column.allCases.compactMap { column -> String? in
      let cell = column.cell(of: record)
      guard column != .sentence, !cell.plain.isEmpty else { return nil }
      if case .text(let text) = cell { return "\(column.rawValue) \"\(text)\"" }
      return "\(column.rawValue) \(cell.plain)"
    }.joined(separator: ", ")
  }
}
