/// The rows of a table's body: which of its lines go on with a row above or below them.
///
/// A row has one line with figures. Its words may go on below that line, begin above it, or stand around
/// it, in the whole table alike. What breaks a cell's words over lines does so where the next word had no
/// room; a new row begins with a number, a dash or a capital.
struct PDFRows {
  struct Row {
    /// Of the lines given.
    var lines: Range<Int>
    /// Which of them has the figures; `nil` for a group's name.
    var anchor: Int?
    /// Whether its words may belong to another row.
    var isUnclear = false
  }

  private enum Alignment: CaseIterable { case top, middle, bottom }

  private let lines: [PDFLine]
  private let anchors: [Int]
  /// What stands in each line's columns.
  private let cells: [[PDFSegment?]]
  /// What it costs that a cell goes on with the one above it, for each line and column.
  private var joins: [[Double]] = []
  /// Lines with words that go over several columns.
  private let isAcross: [Bool]
  private let width: Int
  /// The column of the rows' names.
  private let label: Int
  private let pitch: Int
  /// Where the words of each column end that go furthest.
  private let ends: [Int]

  /// What breaks a rule costs, in the order of how seldom that is.
  private enum Cost {
    static let slight = 0.5
    static let group = 1.5
    static let rule = 3.0
    static let never = 1000.0
  }
  /// From here on a row is not to be trusted.
  private static let unclear = 3.0
  private static let mostBetween = 16

  /// - Parameter anchors: the lines with figures.
  init(_ lines: [PDFLine], anchors: [Int], grid: PDFGrid, label: Int) {
    self.lines = lines
    self.anchors = anchors
    self.label = label
    width = grid.columns.count
    let steps = zip(lines, lines.dropFirst()).map { $1.middle - $0.middle }.filter {
      $0 * 4 >= (lines.first?.size ?? 1) * 3
    }.sorted()
    pitch = max(steps.isEmpty ? 1 : steps[steps.count / 4], 1)
    var ends = grid.columns.map(\.upperBound)
    var cells: [[PDFSegment?]] = []
    var isAcross: [Bool] = []
    for line in lines {
      var row = [PDFSegment?](repeating: nil, count: grid.columns.count)
      isAcross.append(false)
      for segment in line.segments {
        let columns = grid.columns(of: segment)
        guard let column = columns.first else { continue }
        row[column] = row[column] ?? segment
        if columns.count > 1 {
          isAcross[isAcross.count - 1] = true
        } else {
          ends[column] = max(ends[column], segment.right)
        }
      }
      cells.append(row)
    }
    self.cells = cells
    self.isAcross = isAcross
    self.ends = ends
    measureJoins()
  }

  private mutating func measureJoins() {
    var last = [Int?](repeating: nil, count: width)
    for k in lines.indices {
      joins.append(Array(repeating: 0, count: width))
      for column in 0..<width {
        guard let cell = cells[k][column] else { continue }
        if let above = last[column], let upper = cells[above][column] {
          let step = lines[k].middle - lines[above].middle
          let gap = lines[k].page == lines[above].page ? max(step - pitch * 5 / 4, 0) : 0
          joins[k][column] =
            joinCost(upper, cell, column) + Double(gap) / Double(pitch) * Cost.rule
        }
        last[column] = k
      }
    }
  }

  /// The rows from top to bottom. Lines behind the last that are no part of it are left out.
  func rows() -> [Row] {
    let found = Alignment.allCases.map { best($0) }
    guard let best = found.min(by: { $0.cost < $1.cost }) else { return [] }
    var rows = best.rows
    for other in found where other.rows.map(\.lines) != best.rows.map(\.lines) {
      guard other.cost - best.cost < Cost.slight else { continue }
      let same = Set(other.rows.map(\.lines))
      for k in rows.indices where !same.contains(rows[k].lines) { rows[k].isUnclear = true }
    }
    return rows
  }

  // MARK: The best of all ways

  private struct Way {
    var cost: Double
    /// Its last row among the steps.
    var step: Int?
  }

  /// A row of one way, and the row before it.
  private struct Step {
    var row: Range<Int>
    var before: Int?
  }

  private func best(_ alignment: Alignment) -> (cost: Double, rows: [Row]) {
    // For each place where the row of the next anchor may begin, the best way up to there.
    var ways: [Int: Way] = [:]
    var steps: [Step] = []
    let first = anchors.first ?? 0
    for start in max(0, first - Self.mostBetween)...first {
      ways[start] = Way(cost: groupCost(0..<start))
    }
    for (k, anchor) in anchors.enumerated() {
      let isLast = k + 1 == anchors.count
      let limit = isLast ? lines.count : anchors[k + 1]
      var next: [Int: Way] = [:]
      for end in (anchor + 1)...min(limit, anchor + 1 + Self.mostBetween) {
        var reached: (cost: Double, start: Int)?
        for start in ways.keys.sorted() {
          let cost = (ways[start]?.cost ?? 0) + rowCost(start..<end, anchor, alignment)
          if reached.map({ cost < $0.cost }) ?? true { reached = (cost, start) }
        }
        guard let reached else { continue }
        steps.append(Step(row: reached.start..<end, before: ways[reached.start]?.step))
        let starts = isLast ? lines.count...lines.count : max(end, limit - Self.mostBetween)...limit
        for start in starts {
          let between = isLast ? tailCost(end) : groupCost(end..<start)
          let cost = reached.cost + between
          if next[start].map({ cost < $0.cost }) ?? true {
            next[start] = Way(cost: cost, step: steps.count - 1)
          }
        }
      }
      ways = next
    }
    guard let way = ways.values.min(by: { $0.cost < $1.cost }) else { return (Cost.never, []) }
    var found: [Range<Int>] = []
    var step = way.step
    while let last = step {
      found.append(steps[last].row)
      step = steps[last].before
    }
    return (way.cost, rows(found.reversed(), alignment))
  }

  private func rows(_ found: [Range<Int>], _ alignment: Alignment) -> [Row] {
    var rows: [Row] = []
    var doubtful: Set<Int> = []
    var end = 0
    for (lines, anchor) in zip(found, anchors) {
      let groups = groups(end..<lines.lowerBound)
      // What goes on with no row belongs to the one above or to the one below.
      let isLost = groups.contains { group in
        let name = cells[group.lines.lowerBound][label]
        return name.map { $0.startsLower && !Self.isMarked($0.words) } ?? true
      }
      if isLost, let last = rows.indices.last { rows[last].isUnclear = true }
      rows += isLost ? [] : groups.filter { !doubtful.contains($0.lines.lowerBound) }
      let cost = rowCost(lines, anchor, alignment)
      let mayGoOn = mayGoOn(lines, anchor: anchor)
      if mayGoOn { doubtful.insert(lines.upperBound) }
      let isUnclear = isLost || cost >= Self.unclear || mayGoOn
      rows.append(Row(lines: lines, anchor: anchor, isUnclear: isUnclear))
      end = lines.upperBound
    }
    if end < lines.count, cells[end][label]?.startsLower == true, let last = rows.indices.last {
      rows[last].isUnclear = true
    }
    return rows
  }

  /// Lines without figures between rows: names of groups, each of one line or more.
  private func groups(_ range: Range<Int>) -> [Row] {
    var groups: [Row] = []
    for k in range {
      if let last = groups.last, goesOn(k) {
        groups[groups.count - 1].lines = last.lines.lowerBound..<(k + 1)
      } else {
        groups.append(Row(lines: k..<(k + 1)))
      }
    }
    return groups
  }

  private func goesOn(_ k: Int) -> Bool {
    k > 0 && !isAcross[k]
      && (cells[k][label] == nil || joins[k][label] < Cost.slight && !isNamedAnew(k))
  }

  // MARK: Costs

  private func groupCost(_ range: Range<Int>) -> Double {
    var cost = 0.0
    for k in range {
      guard let name = cells[k][label] else {
        cost += Cost.rule
        continue
      }
      cost += goesOn(k) && k > range.lowerBound ? 0 : Cost.group + beginCost(name)
    }
    return cost
  }

  /// Of leaving out what stands below the last row.
  private func tailCost(_ end: Int) -> Double {
    guard end < lines.count else { return 0 }
    guard let name = cells[end][label] else { return Cost.rule }
    return name.startsLower ? Cost.rule : Cost.group
  }

  private func rowCost(_ range: Range<Int>, _ anchor: Int, _ alignment: Alignment) -> Double {
    var cost = 0.0
    for k in range where isAcross[k] { cost += k == anchor ? Cost.rule : Cost.never }
    for column in 0..<width {
      let filled = range.filter { cells[$0][column] != nil }
      guard let first = filled.first, let last = filled.last else {
        if column == label { cost += Cost.rule }
        continue
      }
      for k in filled.dropFirst() {
        cost += joins[k][column]
        if column == label, beginsRow(k, apartFrom: anchor) { cost += Cost.rule }
      }
      let misplaced = misplaced(first...last, anchor, alignment)
      if column == label {
        cost += misplaced
        if let name = cells[first][label] { cost += beginCost(name) }
      } else if range.count > 1 {
        cost += misplaced / 2
      }
    }
    return cost
  }

  /// Whether a line begins as a row does that has no figures: with a capital, and a unit beside it.
  private func beginsRow(_ k: Int, apartFrom anchor: Int) -> Bool {
    isNamedAnew(k)
      && (lines[k].page != lines[anchor].page
        || 4 * abs(lines[k].middle - lines[anchor].middle) >= 3 * pitch)
  }

  private func isNamedAnew(_ k: Int) -> Bool {
    guard let name = cells[k][label], !name.startsLower, !name.isNumber else { return false }
    return cells[k].indices.contains { column in
      column != label && cells[k][column].map { !$0.isNumber } == true
    }
  }

  /// Whether the words beside a row's name may go on in the line below it: Tỷ, đồng.
  private func mayGoOn(_ row: Range<Int>, anchor: Int) -> Bool {
    let below = row.upperBound
    guard below < lines.count, !cells[below].contains(where: { $0?.isNumber == true }),
      lines[below].page != lines[below - 1].page
        || lines[below].middle - lines[below - 1].middle <= pitch * 5 / 4,
      beginsRow(below, apartFrom: anchor)
    else { return false }
    return cells[below].indices.contains { column in
      column != label && cells[below][column].map { !$0.isNumber && $0.startsLower } == true
        && row.contains { cells[$0][column] != nil }
    }
  }

  private func misplaced(_ cell: ClosedRange<Int>, _ anchor: Int, _ alignment: Alignment) -> Double
  {
    // A row that goes over a page stands on each part of it as it can.
    guard lines[cell.lowerBound].page == lines[cell.upperBound].page,
      lines[anchor].page == lines[cell.lowerBound].page
    else { return 0 }
    let top = lines[cell.lowerBound].middle
    let bottom = lines[cell.upperBound].middle
    let place =
      switch alignment {
      case .top: top
      case .middle: (top + bottom) / 2
      case .bottom: bottom
      }
    let distance = abs(place - lines[anchor].middle)
    return distance * 5 <= pitch ? 0 : Double(distance) / Double(pitch) * Cost.rule
  }

  /// Of a row that begins with these words.
  private func beginCost(_ name: PDFSegment) -> Double {
    if Self.isMarked(name.words) { return 0 }
    return name.startsLower ? Cost.rule : 0
  }

  /// Of a cell whose words go on with those of `below`.
  private func joinCost(_ above: PDFSegment, _ below: PDFSegment, _ column: Int) -> Double {
    if column != label, below.isNumber || above.isNumber { return Cost.rule }
    var cost = 0.0
    if let word = below.pieces.first {
      // A letter's width of play.
      let letter = (below.right - below.left) / max(below.words.count, 1)
      if above.right + letter + word.right - word.left <= ends[column] { cost += Cost.rule }
    }
    // Trong đó: - Hàng dệt may
    let isOpen = above.words.last.map { ":,-–(;".contains($0) } ?? false
    if Self.isMarked(below.words) { cost += isOpen ? Cost.slight : Cost.rule }
    if !below.startsLower, !below.isNumber, !isOpen, !below.words.hasPrefix("(") {
      cost += Cost.slight / 2
    }
    return cost
  }

  /// Whether words begin with a mark of rows: 1. I. a) - +
  static func isMarked(_ words: String) -> Bool {
    let first = words.prefix { $0 != " " }
    guard let sign = first.first else { return false }
    if "-–—+•*●○▪".contains(sign) { return true }
    guard first.count <= 8, let end = first.last, ".)/".contains(end) else { return false }
    let name = first.dropLast()
    return name.allSatisfy { $0.isNumber || $0 == "." }
      || name.allSatisfy { "IVXLC".contains($0) } || name.count == 1
  }
}

extension PDFLine {
  var middle: Int { (top + bottom) / 2 }

  func moved(down distance: Int) -> PDFLine {
    var line = self
    line.top += distance
    line.bottom += distance
    return line
  }
}
