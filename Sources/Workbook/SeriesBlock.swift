internal import Quantities
internal import Series
internal import Writers

/// The rows of one series: of one indicator, area, kind of period and unit, in time, and their levels in one
/// power of ten where that can be.
struct SeriesBlock {
  private(set) var rows: [WideRow]
  let unit: String
  let kind: PeriodKind?
  /// The power of ten of all its figures; `nil` where they keep their own.
  let multiplier: Int?

  /// Hands over the blocks of the rows one by one, in the order of their first rows.
  static func forEach(
    of rows: [WideRow], _ body: (SeriesBlock) throws(WriterError) -> Void
  ) throws(WriterError) {
    var places: [Subject: Int] = [:]
    var subjects: [[Int]] = []
    for (index, row) in rows.enumerated() {
      let place = places[Subject(row), default: subjects.count]
      if place == subjects.count {
        places[Subject(row)] = place
        subjects.append([])
      }
      subjects[place].append(index)
    }
    for subject in subjects {
      for block in blocks(ofSubject: subject.map { rows[$0] }) { try body(block) }
    }
  }

  /// One block a unit; what has no figure stands with the commonest unit.
  private static func blocks(ofSubject rows: [WideRow]) -> [SeriesBlock] {
    let usual = commonest(rows.compactMap { $0.figure?.seriesUnit }) { $0 < $1 } ?? ""
    var units: [String] = []
    var parts: [String: [WideRow]] = [:]
    for row in rows {
      let unit = row.figure?.seriesUnit ?? usual
      if parts[unit] == nil { units.append(unit) }
      parts[unit, default: []].append(row)
    }
    return units.map { SeriesBlock(parts[$0] ?? []) }
  }

  private init(_ rows: [WideRow]) {
    // Of units that mean the same the commonest.
    let figures = rows.flatMap { [$0.level, $0.target] }.compactMap { $0 }
    let unit = Self.commonest(figures.map(\.unit)) { $0 < $1 } ?? ""
    let unitPower = figures.first { $0.unit == unit }?.unitPower ?? 0
    self.unit = unit
    kind = rows.first?.periodKind
    let sorted = rows.map { (row: $0, time: TimePeriod(iso: $0.period)?.lastDay ?? Day(0, 1, 1)) }
      .sorted { ($0.time, $0.row.period) < ($1.time, $1.row.period) }.map(\.row)
    // Of equally common ones the lowest, in which figures have the fewest decimals.
    let inUnit = sorted.compactMap { $0.figure?.unit == unit ? $0.figure?.unitMultiplier : nil }
    let usual = Self.commonest(inUnit) { $0 < $1 } ?? 0
    let scaled = sorted.compactMap { $0.scaled(to: usual, of: unit, unitPower) }
    let isScaled = scaled.count == sorted.count
    self.rows = isScaled ? scaled : sorted
    multiplier = isScaled ? usual : nil
  }

  /// Puts a row without numbers in the place of each period that is missing; of many in a row the last alone.
  mutating func fillGaps() {
    guard let kind else { return }
    var filled: [WideRow] = []
    for row in rows {
      if let last = filled.last {
        filled += kind.periods(after: last.period, before: row.period).suffix(Self.longestGap)
          .map(row.empty(in:))
      }
      filled.append(row)
    }
    rows = filled
  }

  private static let longestGap = 24

  /// The item that is there most often; of several the first in the order.
  static func commonest<Item: Hashable>(
    _ items: [Item], by precedes: (Item, Item) -> Bool
  ) -> Item? {
    var counts: [Item: Int] = [:]
    for item in items { counts[item, default: 0] += 1 }
    return counts.max { a, b in
      a.value == b.value ? precedes(b.key, a.key) : a.value < b.value
    }?.key
  }

  /// What rows of one series share but for the unit.
  private struct Subject: Hashable {
    let id: SeriesID
    let area: String
    let kind: PeriodKind?

    init(_ row: WideRow) {
      id = row.id
      area = row.areaKey
      kind = row.periodKind
    }
  }
}

extension WideRow {
  /// The row with its figures in this unit and power of ten; `nil` where one does not fit.
  fileprivate func scaled(to multiplier: Int, of unit: String, _ unitPower: Int) -> WideRow? {
    var row = self
    for part in [\WideRow.level, \WideRow.target] {
      guard let figure = row[keyPath: part],
        figure.unitMultiplier != multiplier || figure.unit != unit
      else { continue }
      guard let scaled = figure.scaled(to: multiplier, of: unit, unitPower) else { return nil }
      row[keyPath: part] = scaled
    }
    return row
  }
}

extension WideRow.Figure {
  fileprivate func scaled(to multiplier: Int, of unit: String, _ power: Int) -> WideRow.Figure? {
    let power = unitMultiplier + unitPower - multiplier - power
    guard value.fractionDigits - power <= ExactDecimal.maximumDigits,
      let value = value.scaled(by: power)
    else { return nil }
    var figure = self
    figure.value = value
    figure.unitMultiplier = multiplier
    figure.unit = unit
    return figure
  }
}
