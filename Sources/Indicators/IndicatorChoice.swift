/// Chooses among the names that fit a label by what the figure's unit allows.
struct IndicatorChoice {
  typealias Candidate = IndicatorMatcher.Candidate

  var unit: UnitTable.Unit
  /// Whether the figure is a level in per cent.
  var isRate = false

  private let index: NameIndex
  private let percent: UnitTable.Unit
  /// When an indicator was last given to a figure with a unit of its own.
  private var given: [Int32: Int] = [:]
  private var time = 0

  init(_ index: NameIndex) {
    self.index = index
    percent = index.units.unit(named: UnitTable.percent)
    unit = percent
  }

  /// Whether the indicator comes in the figure's unit.
  func accepts(_ indicator: Int32) -> Bool { index.units.accepts(indicator, unit) }

  /// Whether the indicator is a rate itself.
  func isRate(_ indicator: Int32) -> Bool { index.units.has(indicator, percent) }

  /// Remembers that the figure was given the indicator.
  mutating func note(_ indicator: Int32) {
    guard !unit.isNeutral else { return }
    time += 1
    given[indicator] = time
  }

  /// The closest name that fits; of names as close that with the figure's unit, else the one of
  /// which the document spoke last.
  func best(of matcher: IndicatorMatcher) -> Candidate? {
    let best = closest(of: matcher)
    if best.count <= 1 { return best.first }
    let exact = best.filter { index.units.has($0.indicator, unit) }
    if exact.count == 1 { return exact[0] }
    return best.filter { given[$0.indicator] != nil }.max {
      given[$0.indicator, default: 0] < given[$1.indicator, default: 0]
    }
  }

  private func closest(of matcher: IndicatorMatcher) -> [Candidate] {
    var candidates = matcher.candidates()
    candidates.removeAll { isTooFar($0, matcher) }
    let stated = isRate ? percent : unit
    if isRate || !unit.isNeutral,
      candidates.contains(where: { index.units.has($0.indicator, stated) })
    {
      candidates.removeAll { !index.units.has($0.indicator, stated) }
    }
    if candidates.count <= 1 { return candidates }
    let all = candidates
    candidates.removeAll { candidate in
      all.contains {
        index.isBelow($0.indicator, candidate.indicator)
          && ($0.goesBeyond(candidate) || !candidate.goesBeyond($0))
      }
    }
    guard let best = candidates.max(by: { $1.isCloser(than: $0) }) else { return [] }
    return candidates.filter { !best.isCloser(than: $0) }
  }

  private func isTooFar(_ candidate: Candidate, _ matcher: IndicatorMatcher) -> Bool {
    // A name of one word is the whole label, or its head with the unit of its own.
    if candidate.words == 1, !candidate.isWholeLabel,
      !candidate.isHead || !index.units.has(candidate.indicator, unit)
    {
      return true
    }
    if candidate.isAside, unit.isNeutral { return true }
    if isRate, matcher.isRate, !isRate(candidate.indicator) { return true }
    return !accepts(candidate.indicator)
  }
}
