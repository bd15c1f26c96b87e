internal import Observations
internal import Quantities

/// What is said together of one subject and period: a level, and what is told of it by comparison.
struct Statement {
  var level: Figure?
  /// Changes, ratios, shares, contributions.
  var comparisons: [Figure] = []
  /// The last sentence in which something of it stands.
  var sentence: Int
}

extension ReportFigures {
  /// How many statements back a comparison may go to.
  private static var reach: Int { 8 }

  /// The statements in the order of their first records.
  func madeStatements() -> [Statement] {
    var statements: [Statement] = []
    for figure in figures {
      guard figure.status != .plan, figure.status != .forecast else { continue }
      if figure.measure != .level {
        let place = statements.indices.suffix(Self.reach).last { k in
          let other = statements[k].level ?? statements[k].comparisons[0]
          guard statements[k].sentence + 1 >= figure.sentence,
            other.time == figure.time
          else { return false }
          // A share may name another whole than its level has: chiếm 42% diện tích bị thiệt hại.
          return isSame(other, figure)
            || figure.measure == .share && other.indicator == figure.indicator
              && other.sentence == figure.sentence
        }
        if let place {
          statements[place].comparisons.append(figure)
          statements[place].sentence = figure.sentence
          continue
        }
      }
      let isLevel = figure.measure == .level
      statements.append(
        Statement(
          level: isLevel ? figure : nil, comparisons: isLevel ? [] : [figure],
          sentence: figure.sentence))
    }
    return statements
  }

  /// The level of the subject at the time of the base, told beside it or right after, or its plan.
  func baseLevel(of statement: Statement, _ base: Base) -> Figure? {
    guard let level = statement.level, let period = level.period else { return nil }
    if base == .plan { return plan(of: level) }
    let last = sentences[min(level.sentence + 1, sentences.count - 1)].upperBound
    return figures[sentences[level.sentence].lowerBound..<last].first { other in
      guard other.index != level.index, haveOneUnit(level, other), other.measure == .level,
        other.status != .plan, isSame(level, other)
      else { return false }
      switch base {
      case .samePeriod: return other.period == period.yearBefore
      case .previousPeriod: return other.period == period.previous
      default: return false
      }
    }
  }

  /// The plan of what is at a level, told nearby: (kế hoạch 210 ha); Dự toán cả năm là 905 tỷ đồng.
  private func plan(of level: Figure) -> Figure? {
    let first = sentences[max(level.sentence - 1, 0)].lowerBound
    let last = sentences[min(level.sentence + 3, sentences.count - 1)].upperBound
    return figures[first..<last].first { other in
      guard other.status == .plan, other.measure == .level, haveOneUnit(level, other),
        other.area == level.area, other.period == level.period || other.period?.isWholeYear == true
      else { return false }
      if other.sentence == level.sentence {
        return isSame(level, other) || other.parent == level.indicator
      }
      return vocabulary.isReference(records[other.index].indicator)
        && content(other).isSubset(of: content(level))
        && planned(other)?.index == level.index
    }
  }

  /// The level of which the words of a plan speak: the last before it that is set against a plan.
  private func planned(_ plan: Figure) -> Figure? {
    let first = sentences[max(plan.sentence - 3, 0)].lowerBound
    var level: Figure?
    var planned: Figure?
    for figure in figures[first..<plan.index] {
      if figure.measure == .level, haveOneUnit(figure, plan), figure.status != .plan,
        figure.parent == 0
      {
        level = figure
      }
      if figure.measure == .ratio, figure.base == .plan, let known = level, isSame(known, figure) {
        planned = known
      }
    }
    return planned
  }
}

/// What a comparison says of the level against its base: the quotient.
enum Quotient {
  /// Of a growth or ratio in per cent or in multiples; `nil` where it says none.
  static func of(_ figure: Figure, in report: ReportFigures) -> Interval? {
    guard let interval = figure.interval else { return nil }
    switch (figure.measure, report.records[figure.index].unit) {
    case (.change, "%"): return (interval / Interval(100)).flatMap { Interval(1) + $0 }
    case (.ratio, "%"): return interval / Interval(100)
    case (.ratio, "lần"): return interval
    default: return nil
    }
  }

  /// Of a level that rose by `change`: it stood at the level less the change.
  static func of(level: Interval, change: Interval) -> Interval? {
    guard let part = change / level, let base = Interval(1) - part else { return nil }
    return Interval(1) / base
  }
}
