import Observations
import Quantities

/// What one column of a table holds.
struct TableColumn {
  enum Role {
    case ordinal, label, unit, note
    case figure(Figure)
    /// The words over it say nothing that is understood.
    case unknown
  }

  /// What its figures are, before the report's own time is known.
  struct Figure {
    var measure = Measure.level
    var against = Against.nothing
    var span = Span.unstated
    var status: Status?
    var unit: TableUnit?
    /// Diện tích (ha): the indicator, which the row's label owns.
    var noun = ""
    var isFall = false
    /// Whether a ratio may stand for its time: a result, no plan and no year before.
    var isResult = false
    /// Its head compares, and says neither % nor another unit.
    var isPercentAssumed = false
    /// Trong đó: a part of the column before.
    var isPart = false
    /// The columns of which it is the ratio or the difference, where their numbers say it.
    var relation: ColumnNumbers.Relation?
  }

  enum Against {
    case nothing
    case base(Base, HeadBase? = nil)
    case time(PeriodExpression)
    /// The head names none.
    case inferred
    /// What one column is against another, by their numbers.
    case column
  }

  enum Span {
    case unstated
    case stated(PeriodExpression)
    case report
    /// The plan of the year.
    case planYear
    /// A year before what is stated, or before the column of results.
    case yearBefore(PeriodExpression?)
    case previous(HeadBase.Step?)
    /// December of a year, the one before if none is said, or what stood at its end.
    case yearEnd(Int?, isMonth: Bool)
  }

  var role: Role

  /// Whether its cells are figures, understood or not.
  var isOfFigures: Bool {
    switch role {
    case .figure, .unknown: true
    default: false
    }
  }

  /// Takes in that it is the ratio or the difference of two columns.
  ///
  /// - Parameter isFormula: whether its head says nothing else.
  mutating func relate(
    _ relation: ColumnNumbers.Relation, isFormula: Bool, _ head: HeadCell
  ) {
    if !isFormula, var own = figure {
      // What it is against, its words say.
      guard own.measure == .ratio || own.measure == .change else { return }
      own.relation = relation
      if case .inferred = own.against { own.against = .column }
      role = .figure(own)
      return
    }
    let isRelative = head.isPercent || head.unit?.isRelative == true
    guard isFormula || isRelative || head.target != nil || head.has(.rise, .rate, .index) else {
      return
    }
    var own = Figure()
    own.measure = relation.isDifference ? .change : .ratio
    own.against = .column
    own.relation = relation
    own.unit = relation.isDifference ? (head.unit?.isRelative == true ? nil : head.unit) : .percent
    own.isPercentAssumed = !relation.isDifference && !isRelative
    role = .figure(own)
  }

  var figure: Figure? {
    if case .figure(let figure) = role { return figure }
    return nil
  }
}

/// Understands the words over a column of figures.
struct FigureReader {
  let cell: HeadCell
  /// The columns of figures to the left.
  let before: [TableColumn.Figure]

  /// `nil` where the words do not say what the figures are.
  func figure() -> TableColumn.Figure? {
    var figure = TableColumn.Figure()
    figure.noun = cell.noun
    figure.unit = cell.unit
    figure.status = status
    if let time = time(cell.subject) { figure.span = .stated(time) }
    let isShare = cell.has(.share) && cell.target == nil && !isPlanNamed
    if isShare {
      figure.measure = .share
      figure.against = .base(.total)
    } else if cell.has(.rise, .fall, .growth) {
      figure.measure = .change
      figure.against = against ?? .inferred
      figure.isFall = cell.has(.fall) && !cell.has(.rise, .growth)
    } else if let ratio = ratioBase {
      figure.measure = .ratio
      figure.against = ratio
      if let unit = cell.unit, !unit.isRelative || unit.kind == .points {
        figure.measure = .change
      }
    } else if cell.target == nil, !isBarePercentage {
      return level(figure)
    } else {
      return nil
    }
    settle(&figure)
    return figure
  }

  /// Unit and time of what compares.
  private func settle(_ figure: inout TableColumn.Figure) {
    let isPercentage = figure.measure != .change || cell.isPercent || cell.has(.growth)
    if figure.unit == nil, isPercentage {
      figure.unit = .percent
      figure.isPercentAssumed = !cell.isPercent && !cell.has(.rate, .complete, .index, .growth)
    }
    // So với cùng kỳ (%) over Tháng 9 and 9 tháng: the time is the figure's own.
    if case .unstated = figure.span, case .base = figure.against,
      let target = cell.target, let time = time(target)
    {
      figure.span = .stated(time)
    }
    if cell.noun.isEmpty {
      figure.noun = before.last { $0.measure == .level && !$0.isPart }?.noun ?? ""
    }
  }

  // MARK: Levels

  private func level(_ figure: TableColumn.Figure) -> TableColumn.Figure? {
    var figure = figure
    let base = firstBase(cell.marks[...])
    guard base?.base != .baseYear else { return nil }
    let isStated = time(cell.subject) != nil
    guard
      figure.status != nil || base != nil || isStated || cell.has(.report, .whole, .lastYear)
        || isPlanNamed || !cell.noun.isEmpty
    else { return nil }
    let planned = cell.marks.firstNonNil { mark -> PeriodExpression? in
      if case .base(.plan, let words) = mark { words.time } else { nil }
    }
    figure.isResult = true
    if base?.base == .yearEnd {
      figure.isResult = false
      figure.span = .yearEnd(base?.words.time?.statedYear, isMonth: base?.words.step == .month)
    } else if cell.has(.lastYear) || base?.base == .samePeriod || base?.base == .previousPeriod {
      figure.isResult = false
      figure.span = spanBefore(base)
    } else if cell.has(.report) {
      figure.span = .report
    }
    if isPlanNamed {
      figure.status = .plan
      figure.isResult = false
      if case .unstated = figure.span { figure.span = planned.map { .stated($0) } ?? .planYear }
    }
    if cell.isPart, let whole = before.last(where: { !$0.isPart }) {
      figure.complete(from: whole)
    }
    return figure
  }

  /// The time of a level of the year or the month before.
  private func spanBefore(_ base: (base: Base, words: HeadBase)?) -> TableColumn.Span {
    let stated = time(cell.subject)
    // Cùng kỳ 9 tháng năm 2022 says the year itself.
    if let stated, stated.statedYear != nil, !cell.has(.lastYear) { return .stated(stated) }
    if base?.base == .samePeriod {
      if case .year? = stated { return .yearBefore(nil) }
      return .yearBefore(stated)
    }
    if cell.has(.lastYear) || base?.words.step == .year {
      return stated.map { .yearBefore($0) } ?? .stated(.relativeYear(-1))
    }
    return .previous(base?.words.step)
  }

  private var status: Status? {
    if cell.has(.provisional) { return .provisional }
    if cell.has(.estimate) { return .estimate }
    if cell.has(.forecast) { return .forecast }
    return cell.has(.actual) ? .actual : nil
  }

  // MARK: Ratios

  private var isPlanNamed: Bool {
    cell.marks.contains {
      switch $0 {
      case .word(.plan), .base(.plan, _): true
      default: false
      }
    }
  }

  /// % alone does not say what it is of.
  private var isBarePercentage: Bool {
    cell.isPercent && cell.noun.isEmpty
  }

  /// What a ratio is against; `nil` where the column is none.
  private var ratioBase: TableColumn.Against? {
    if cell.target != nil { return against }
    let isRelative = cell.isPercent || cell.unit?.isRelative == true
    if cell.isMean, isRelative, case .years? = time(cell.subject) {
      return .base(.previousPeriod)
    }
    guard isRelative || cell.has(.rate, .index), cell.noun.isEmpty else { return nil }
    if cell.has(.index) { return against ?? .inferred }
    // KH (%) is a plan in percent, but behind a level so much of the plan.
    guard
      cell.isPercent || cell.has(.rate, .complete)
        || before.contains(where: { $0.measure == .level })
    else { return nil }
    if let against { return against }
    if cell.has(.complete) { return .base(.plan) }
    // % TH, Tỷ lệ (%): of the plan, where the table has one.
    guard cell.isPercent || cell.has(.rate), before.contains(where: { $0.status == .plan }) else {
      return nil
    }
    return .base(.plan)
  }

  /// The base that the head names: behind so với, else anywhere.
  private var against: TableColumn.Against? {
    for mark in cell.target ?? [] {
      switch mark {
      case .base(let base, let words): return .base(base, words)
      case .word(.plan): return .base(.plan)
      case .word(.lastYear): return .base(.previousPeriod)
      case .time(let time):
        // So với cùng kỳ (%) over Tháng 9: the time is the figures' own.
        if let base = firstBase(cell.marks[...]) { return .base(base.base, base.words) }
        if cell.has(.lastYear) { return .base(.samePeriod) }
        return .time(self.time(cell.target ?? []) ?? time)
      case .word: continue
      }
    }
    if let base = firstBase(cell.marks[...]) { return .base(base.base, base.words) }
    return isPlanNamed ? .base(.plan) : nil
  }

  /// The first base but the plan.
  private func firstBase(_ marks: ArraySlice<HeadCell.Mark>) -> (base: Base, words: HeadBase)? {
    marks.firstNonNil { mark -> (base: Base, words: HeadBase)? in
      if case .base(let base, let words) = mark, base != .plan { (base, words) } else { nil }
    }
  }

  /// The time that the marks state; the year of one is that of all: Năm 2022 over Tháng 9.
  private func time(_ marks: ArraySlice<HeadCell.Mark>) -> PeriodExpression? {
    var year: Int?
    var time: PeriodExpression?
    for mark in marks {
      guard case .time(let found) = mark else { continue }
      if case .year(let stated) = found {
        year = stated
      } else if found != .now {
        time = found
      }
    }
    guard let time else {
      if let year { return .year(year) }
      if cell.has(.nextYear) { return .relativeYear(1) }
      return cell.has(.wholeYear) ? .relativeYear(0) : nil
    }
    return time.year == nil ? year.flatMap { time.of($0) } ?? time : time
  }
}

extension TableColumn.Figure {
  /// Năm 2022, trong đó: quý IV. A part has what it does not say itself from its whole.
  fileprivate mutating func complete(from whole: TableColumn.Figure) {
    isPart = true
    isResult = false
    status = status ?? whole.status
    unit = unit ?? whole.unit
    switch (span, whole.span) {
    case (.unstated, _): span = whole.span
    case (.stated(let time), .stated(let other)) where time.year == nil:
      if let year = other.statedYear, let dated = time.of(year) { span = .stated(dated) }
    default: break
    }
  }
}

extension Sequence {
  fileprivate func firstNonNil<Found>(_ transform: (Element) -> Found?) -> Found? {
    for element in self {
      if let found = transform(element) { return found }
    }
    return nil
  }
}

extension PeriodExpression {
  /// The year that it says, of a whole year too.
  fileprivate var statedYear: Int? {
    if case .year(let year) = self { return year }
    return year
  }
}
