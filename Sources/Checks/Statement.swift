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
  /// The statements in the order of their first records.
  var statements: [Statement] {
    struct Key: Hashable {
      let subject: Int32
      let period: String
    }
    var statements: [Statement] = []
    var latest: [Key: Int] = [:]
    for figure in figures {
      let record = record(figure)
      guard record.status != .plan, record.status != .forecast else { continue }
      let key = Key(subject: figure.subject, period: record.period)
      if record.measure == .level {
        latest[key] = statements.count
        statements.append(Statement(level: figure, sentence: figure.sentence))
      } else if let place = latest[key], statements[place].sentence + 1 >= figure.sentence {
        statements[place].comparisons.append(figure)
        statements[place].sentence = figure.sentence
      } else {
        latest[key] = statements.count
        statements.append(Statement(comparisons: [figure], sentence: figure.sentence))
      }
    }
    return statements
  }

  /// The level of the subject at the time of the base, told in the same sentence.
  func baseLevel(of statement: Statement, _ base: Base) -> Figure? {
    guard let level = statement.level, let period = level.period else { return nil }
    let range = sentences[level.sentence]
    return figures[range].first { other in
      guard other.index != level.index, other.subject == level.subject, other.unit == level.unit,
        record(other).measure == .level
      else { return false }
      let isPlan = record(other).status == .plan
      switch base {
      case .plan: return isPlan
      case .samePeriod: return !isPlan && other.period == period.yearBefore
      case .previousPeriod: return !isPlan && other.period == period.previous
      default: return false
      }
    }
  }
}

/// What a comparison says of the level against its base: the quotient.
enum Quotient {
  /// Of a growth or ratio in per cent or in multiples; `nil` where it says none.
  static func of(_ figure: Figure, in report: ReportFigures) -> Interval? {
    guard let interval = figure.interval else { return nil }
    let record = report.record(figure)
    switch (record.measure, record.unit) {
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
