import Observations
import Quantities

/// A column of figures with its time and its base, once the report's own time is known.
struct SettledColumn {
  var figure: TableColumn.Figure
  var base: Base?
  var period: TimePeriod?
  var status = Status.actual
  var isBaseInferred = false
  /// Where the period is from, if the head does not say it.
  var source: Provenance?
}

/// Gives the columns of a table their times.
struct TableSpans {
  let context: Context
  /// The time that the table's title says.
  let title: PeriodExpression?

  /// For each column what it holds; `nil` where it holds no figures.
  func settle(_ columns: [TableColumn]) -> [SettledColumn?] {
    var settled = columns.map { column in column.figure.map { SettledColumn(figure: $0) } }
    for c in settled.indices {
      guard var column = settled[c], column.figure.measure == .level else { continue }
      column.status = column.figure.status ?? .actual
      place(&column)
      settled[c] = column
    }
    // A year before is that of a column of results, which may stand behind.
    for c in settled.indices {
      guard let figure = settled[c]?.figure, figure.measure == .level else { continue }
      let reference = result(before: c, in: settled) ?? result(behind: c, in: settled)
      switch figure.span {
      case .yearBefore(nil):
        let before = reference?.period ?? context.report?.period
        settled[c]?.period = before?.yearBefore
      case .previous(let step):
        settled[c]?.period = previous(to: reference?.period ?? context.report?.period, step)
      default: break
      }
    }
    for c in settled.indices {
      guard let column = settled[c], column.figure.measure != .level else { continue }
      settled[c] = compared(column, at: c, settled)
    }
    return settled
  }

  // MARK: Levels

  private func place(_ column: inout SettledColumn) {
    switch column.figure.span {
    case .stated(.day(let date)): column.period = context.resolve(.asOf(date))
    case .stated(let time): column.period = context.resolve(time)
    case .planYear:
      let year = (titled ?? context.report?.period)?.end.year
      column.period = year.map { .year($0) }
    case .report:
      column.period = context.report?.period
      column.source = context.reportSource
    case .yearBefore(let time?): column.period = context.resolve(time)?.yearBefore
    case .yearEnd(let stated, let isMonth):
      column.period = (stated ?? (context.report?.year).map { $0 - 1 }).map {
        isMonth ? .month(year: $0, 12) : .asOfMonth(year: $0, 12)
      }
    case .unstated: (column.period, column.source) = unstated
    case .yearBefore(nil), .previous: break
    }
  }

  private var titled: TimePeriod? { title.flatMap { context.resolve($0) } }

  /// The time of figures whose head says none: the table's title's, the section's, the report's.
  private var unstated: (TimePeriod?, Provenance?) {
    if let titled { return (titled, .paragraph) }
    if let section = context.sectionPeriod.flatMap({ context.resolve($0) }) {
      return (section, .section)
    }
    return (context.report?.period, context.reportSource)
  }

  /// The year, the quarter or the month before; without a step that of the period's own length.
  private func previous(to period: TimePeriod?, _ step: HeadBase.Step?) -> TimePeriod? {
    guard let period else { return nil }
    let (year, month) = period.end
    switch (step, period) {
    case (.year, _): return period.yearBefore
    case (.quarter, _), (nil, .quarter): return quarter(before: (month + 2) / 3, of: year)
    case (nil, _) where period.isWholeYear: return period.yearBefore
    default: return month > 1 ? .month(year: year, month - 1) : .month(year: year - 1, 12)
    }
  }

  private func quarter(before quarter: Int, of year: Int) -> TimePeriod {
    quarter > 1 ? .quarter(year: year, quarter - 1) : .quarter(year: year - 1, 4)
  }

  // MARK: Results

  /// The last column of results to the left; of years side by side the later.
  private func result(before c: Int, in columns: [SettledColumn?]) -> SettledColumn? {
    var best: SettledColumn?
    for case let column? in columns[..<c] where column.figure.isResult {
      if let year = best?.period?.end.year, let other = column.period?.end.year, other < year {
        continue
      }
      best = column
    }
    return best
  }

  private func result(behind c: Int, in columns: [SettledColumn?]) -> SettledColumn? {
    for case let column? in columns[(c + 1)...] where column.figure.isResult { return column }
    return nil
  }

  /// The last column of results of one month or one quarter: so với tháng trước.
  private func result(
    of step: HeadBase.Step, before c: Int, in columns: [SettledColumn?]
  ) -> SettledColumn? {
    columns[..<c].reversed().lazy.compactMap { $0 }.first { column in
      guard column.figure.isResult else { return false }
      switch column.period {
      case .month: return step == .month
      case .quarter: return step == .quarter
      default: return false
      }
    }
  }

  private func status(of period: TimePeriod?, in columns: [SettledColumn?]) -> Status? {
    columns.lazy.compactMap { $0 }.first { $0.figure.isResult && $0.period == period }?.status
  }

  // MARK: Comparisons

  /// `nil` where it does not come out what the column is against.
  private func compared(
    _ column: SettledColumn, at c: Int, _ columns: [SettledColumn?]
  ) -> SettledColumn? {
    var column = column
    let figure = column.figure
    let related = figure.relation.flatMap { columns[$0.compared] }
    var step: HeadBase.Step?
    if case .base(.previousPeriod, let words) = figure.against { step = words?.step }
    // So với tháng cùng kỳ, behind a month and what runs from January.
    if case .base(.samePeriod, let words) = figure.against, words?.step == .month,
      words?.time == nil
    {
      step = .month
    }
    let isPart = figure.measure == .share
    let last = columns[..<c].reversed().lazy.compactMap { $0 }.first { $0.figure.measure == .level }
    let reference =
      related.flatMap { $0.figure.measure == .level ? $0 : nil } ?? (isPart ? last : nil)
      ?? step.flatMap { result(of: $0, before: c, in: columns) }
      ?? result(before: c, in: columns) ?? result(behind: c, in: columns)
    column.period = reference?.period
    column.source = reference?.source
    if reference == nil { (column.period, column.source) = unstated }
    if case .stated(let time) = figure.span {
      column.period = context.resolve(time)
      column.source = nil
    } else if reference == nil, step == .month, let report = context.report {
      column.period = report.resolve(.reportMonth)
    }
    // TH/KH of an estimate is one too.
    let stated = figure.status == .actual ? nil : figure.status
    column.status = stated ?? status(of: column.period, in: columns) ?? reference?.status ?? .actual
    let period = column.period
    switch figure.against {
    case .nothing: break
    case .base(let base, let words):
      let named = words?.time.flatMap { context.resolve($0) }
      let back = base == .previousPeriod ? step : nil
      column.base = self.base(base, back, of: period, against: named)
    case .time(let time):
      guard let period, let other = context.resolve(time), let base = self.base(of: period, other)
      else { return nil }
      column.base = base
    case .column:
      guard let relation = figure.relation, let compared = columns[relation.compared],
        let other = columns[relation.base], let base = self.base(of: compared, other)
      else { return nil }
      column.base = base
      column.figure.noun = compared.figure.noun
    case .inferred:
      let isDifference = figure.measure == .change && figure.unit?.isRelative != true
      let levels = columns[..<c].compactMap { $0 }.filter {
        $0.figure.measure == .level && !$0.figure.isPart
      }
      if isDifference, levels.count > 1 {
        // Of more than two it does not say whose difference it is.
        guard levels.count == 2, let pair = self.pair(levels[0], levels[1]) else { return nil }
        column.base = pair.base
        column.period = pair.compared.period
        column.status = pair.compared.status
        return column
      }
      let base = columns[..<c].reversed().lazy.compactMap { $0?.base }.first {
        $0 != .plan && $0 != .total
      }
      column.base = base ?? (period?.isWholeYear == true ? .previousPeriod : .samePeriod)
      column.isBaseInferred = base == nil
    }
    return column
  }

  /// Which of two columns of levels is compared with the other.
  private func pair(
    _ a: SettledColumn, _ b: SettledColumn
  ) -> (compared: SettledColumn, base: Base)? {
    base(of: a, b).map { (a, $0) } ?? base(of: b, a).map { (b, $0) }
  }

  /// What a column of levels is against another.
  private func base(of column: SettledColumn, _ other: SettledColumn) -> Base? {
    guard column.figure.measure == .level, other.figure.measure == .level,
      column.figure.noun == other.figure.noun, column.figure.isPart == other.figure.isPart
    else { return nil }
    if other.status == .plan { return column.status == .plan ? nil : .plan }
    guard let period = column.period, let before = other.period else { return nil }
    // A month against a whole year is no comparison.
    if before.isWholeYear != period.isWholeYear { return nil }
    return base(of: period, before)
  }

  /// The base that a row's label names for the time of a column, or what growth is against where it
  /// names none.
  func base(_ comparison: RowComparison, of period: TimePeriod?) -> (base: Base, isInferred: Bool) {
    guard let (base, words) = comparison.base else {
      return (period?.isWholeYear == true ? .previousPeriod : .samePeriod, true)
    }
    let step = base == .previousPeriod ? words.step : nil
    let named = words.time.flatMap { context.resolve($0) }
    return (self.base(base, step, of: period, against: named), false)
  }

  /// The base that the words name, judged by the time that they name.
  private func base(
    _ base: Base, _ step: HeadBase.Step?, of period: TimePeriod?, against named: TimePeriod?
  ) -> Base {
    if base == .plan || base == .total { return base }
    if let period, let named, let judged = self.base(of: period, named) { return judged }
    guard base == .previousPeriod, let period, !period.isWholeYear else { return base }
    // So với năm trước of a month or of nine months is the same time of the year before.
    if step == .year { return .samePeriod }
    if case .months = period, step == nil { return .samePeriod }
    return base
  }

  private func base(of period: TimePeriod, _ other: TimePeriod) -> Base? {
    if other == period.yearBefore { return period.isWholeYear ? .previousPeriod : .samePeriod }
    if case .year(let year) = other {
      if year < period.end.year - 1 { return .baseYear }
      return year == period.end.year - 1 ? .samePeriod : nil
    }
    if other == previous(to: period, nil) { return .previousPeriod }
    if other.end == (period.end.year - 1, 12) { return .yearEnd }
    return other.end.year < period.end.year - 1 ? .baseYear : nil
  }
}
