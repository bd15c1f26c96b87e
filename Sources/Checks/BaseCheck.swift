internal import Observations

/// A level, the growth, the ratio and the amount by which it changed, and what it is compared with, as far as they
/// are told: each pair of them gives one quotient.
struct BaseCheck: Check {
  private static let bases: [Base] = [.samePeriod, .previousPeriod, .yearEnd, .baseYear, .plan]

  func judgments(in report: ReportFigures) -> [Judgment] {
    report.statements.flatMap { statement in
      Self.bases.flatMap { judgments(of: statement, $0, report) }
    }
  }

  /// A quotient with the records that give it.
  private struct Evidence {
    enum Kind { case growth, ratio, change, levels }
    let kind: Kind
    let quotient: Interval
    let parts: [Violation.Part]
  }

  private func judgments(
    of statement: Statement, _ base: Base, _ report: ReportFigures
  ) -> [Judgment] {
    // An amount by which it changed may be told without its base: giảm 16 vụ, tương đương 11,2%.
    let said = statement.comparisons.filter {
      $0.base == base || $0.base == nil && $0.measure == .change && base != .plan
    }
    let previous = report.baseLevel(of: statement, base)
    guard said.count + (previous == nil ? 0 : 1) > 0 else { return [] }
    var evidence: [Evidence] = []
    for figure in said {
      guard let quotient = Quotient.of(figure, in: report) else { continue }
      let isGrowth = figure.measure == .change
      evidence.append(
        Evidence(
          kind: isGrowth ? .growth : .ratio, quotient: quotient,
          parts: [Violation.Part(isGrowth ? "growth" : "ratio", figure)]))
    }
    if let level = statement.level, let now = level.interval, level.isAmount {
      let whole = Violation.Part("level", level)
      for change in said
      where change.measure == .change && report.haveOneUnit(change, level) {
        guard let interval = change.interval,
          let quotient = Quotient.of(level: now, change: interval)
        else { continue }
        evidence.append(
          Evidence(
            kind: .change, quotient: quotient, parts: [whole, Violation.Part("change", change)]))
      }
      if let previous, let before = previous.interval, let quotient = now / before {
        evidence.append(
          Evidence(
            kind: .levels, quotient: quotient, parts: [whole, Violation.Part("base", previous)]))
      }
    }
    return judgments(of: evidence, base)
  }

  private func judgments(of evidence: [Evidence], _ base: Base) -> [Judgment] {
    var judgments: [Judgment] = []
    for (k, first) in evidence.enumerated() {
      for second in evidence[(k + 1)...] {
        guard let code = Self.code(first.kind, second.kind, base) else { continue }
        var parts: [Violation.Part] = []
        for part in first.parts + second.parts
        where !parts.contains(where: { $0.figure.index == part.figure.index }) {
          parts.append(part)
        }
        judgments.append(
          first.quotient.meets(second.quotient)
            ? .agreement(parts.map(\.figure)) : .violation(Violation(code, parts)))
      }
    }
    // Of several plans one fits what is told of a plan's amount, and which one no record says.
    let fits = judgments.filter { $0.violation == nil }
    return base == .plan && !fits.isEmpty ? fits : judgments
  }

  /// `nil` for two of one kind: they may be of two plans, or of volume and value.
  private static func code(
    _ a: Evidence.Kind, _ b: Evidence.Kind, _ base: Base
  ) -> FindingCode? {
    switch (a, b) {
    case (.growth, .ratio), (.ratio, .growth): base == .plan ? nil : .ratioNotGrowth
    case (.growth, .change), (.change, .growth), (.ratio, .change), (.change, .ratio):
      .changeNotGrowth
    case (.growth, .levels), (.levels, .growth), (.ratio, .levels), (.levels, .ratio):
      base == .plan ? .ratioNotPlan : .growthNotLevels
    case (.change, .levels), (.levels, .change): .changeNotLevels
    default: nil
    }
  }
}
