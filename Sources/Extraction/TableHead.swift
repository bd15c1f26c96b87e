import TextModel
import VietnameseText

/// The lines at a table's top that say what its columns hold.
struct TableHead {
  private(set) var columns: [TableColumn] = []
  /// What stands over each column, for those that are not understood.
  private(set) var titles: [Range<Int>] = []
  /// How many of the lines belong to it.
  private(set) var lines = 1
  /// Chỉ tiêu (tỷ đồng): the unit of all rows.
  private(set) var unit: TableUnit?

  /// The most lines that are looked at: two of words, one of numbers, two drawn.
  static let reach = 6
  private static let longest = 30

  /// `nil` where the lines head no table: the first has figures, or says nothing.
  init?(_ lines: [TableLine], _ tools: TableTools) {
    guard let top = lines.first, top.cells.allSatisfy({ $0.count <= Self.longest }) else {
      return nil
    }
    let isNamed = top.cells.contains { if case .label? = tools.whole($0) { true } else { false } }
    let isRow = top.cells.contains {
      Self.isFigure($0, tools) && !(isNamed && ColumnNumbers.isFormula($0, tools))
    }
    guard !isRow else { return nil }
    let width = lines.dropFirst().map(\.cells.count).max() ?? 0
    // What spans the last columns stands in the first of them.
    let isCut = top.cells.count + top.trailingTabs >= width
    let end = top.tokens.upperBound
    let heads =
      top.cells
      + Array(repeating: end..<end, count: isCut ? max(0, width - top.cells.count) : 0)
    var rows = [heads]
    let roles = Self.columns(heads.map { [$0] }, tools)
    var numbering: [Range<Int>] = []
    var next = 1
    while next < lines.count {
      let line = lines[next]
      if line.isRule(tools.document) {
        next += 1
      } else if Self.isNumbering(line.cells, tools) {
        numbering = line.cells
        next += 1
      } else if rows.count < 3, Self.isSubhead(line.cells, under: heads, roles, width, tools) {
        rows.append(line.cells)
        next += 1
      } else {
        break
      }
    }
    self.lines = next
    let stacked = rows.dropFirst().reduce(rows[0].map { [$0] }) { heads, row in
      Self.stack(row, under: heads, width: width, tools)
    }
    columns = Self.columns(stacked, tools)
    let isNumbered = numbering.count == columns.count
    let numbers = isNumbered ? ColumnNumbers(numbering, tools) : ColumnNumbers()
    if let label, next < lines.count, label < lines[next].cells.count {
      let title = stacked[label].last { !$0.isEmpty } ?? 0..<0
      // Where the rows are times, what stands over the columns are the indicators.
      if RowTime(lines[next].cells[label], under: title, tools) != nil {
        columns = Self.columns(stacked, tools, ofTimes: true)
      }
    }
    relate(stacked, numbers, tools)
    titles = stacked.map { ranges in ranges.last { !$0.isEmpty } ?? 0..<0 }
    for (column, ranges) in zip(columns, stacked) {
      guard case .label = column.role else { continue }
      unit = ranges.lazy.compactMap { tools.bracketedUnit(in: $0)?.unit }.first
    }
  }

  /// Whether any column of figures is understood.
  var isUnderstood: Bool { columns.contains { $0.figure != nil } }

  /// The column of the rows' names, of their numbers and of their units.
  var label: Int? { columns.firstIndex { if case .label = $0.role { true } else { false } } }
  var ordinal: Int? { columns.firstIndex { if case .ordinal = $0.role { true } else { false } } }
  var unitColumn: Int? { columns.firstIndex { if case .unit = $0.role { true } else { false } } }

  /// Whether the line heads columns again: its cells say so where this head's do.
  func isLike(_ line: TableLine, _ tools: TableTools) -> Bool {
    guard !line.cells.contains(where: { Self.isFigure($0, tools) }) else { return false }
    let isNamed = label.map {
      $0 < line.cells.count && Self.isOfTimes(line.cells[$0], tools)
    }
    if line.cells.count(where: { tools.year($0) != nil }) > 1, isNamed != true { return true }
    return zip(columns, line.cells).contains { column, cell in
      switch (column.role, tools.whole(cell)) {
      case (.ordinal, .ordinal), (.label, .label), (.unit, .unit): true
      default: false
      }
    }
  }

  /// Năm hoàn thành: a row whose figures are years.
  private static func isOfTimes(_ label: Range<Int>, _ tools: TableTools) -> Bool {
    guard label.count > 1, let first = label.first else { return false }
    return tools.vocabulary.isWord(tools.tokens[first], .timeSpan)
  }

  // MARK: Lines

  /// 12,5 but not 9 tháng, 31/12/2022, 2023/2022 or (1.000 tấn).
  private static func isFigure(_ range: Range<Int>, _ tools: TableTools) -> Bool {
    guard let first = range.first, range.count <= longest, tools.isFigure(range) else {
      return false
    }
    return tools.year(first..<first + 1) == nil && tools.bracketedUnit(in: range) == nil
      && !tools.items.items(of: range).contains {
        if case .cue(.base) = $0.kind { true } else { $0.isTime }
      }
  }

  /// (1) (2) (3=2/1), A B 1 2: the columns' numbers.
  private static func isNumbering(_ cells: [Range<Int>], _ tools: TableTools) -> Bool {
    var last = 0
    var count = 0
    for cell in cells where !cell.isEmpty {
      let inner = cell.drop { tools.isSign($0, "(") }
      guard let first = inner.first else { return false }
      for t in inner where tools.tokens[t].kind == .word {
        guard tools.tokens[t].span.count == 1 else { return false }
      }
      if let number = wholeNumber(tools.tokens[first], tools.document.bytes, digits: 2) {
        guard number > last else { return false }
        last = number
      } else if tools.tokens[first].kind != .word {
        return false
      }
      count += 1
    }
    return count > 1
  }

  /// Whether the cells name columns under those of `top`: no label, no figures, words of a head.
  private static func isSubhead(
    _ cells: [Range<Int>], under top: [Range<Int>], _ roles: [TableColumn], _ width: Int,
    _ tools: TableTools
  ) -> Bool {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    guard !filled.isEmpty, filled.allSatisfy({ cells[$0].count <= longest }) else { return false }
    let isLost = isLost(cells, under: top.count, width: width)
    if isLost {
      let groups = top.count + cells.count - width
      guard groups > 0, cells.count >= 2 * groups else { return false }
    }
    var isSaid = false
    for c in filled {
      let isFormula = isGrouped(c, top) && ColumnNumbers.isFormula(cells[c], tools)
      if isFormula {
        isSaid = true
        continue
      }
      if isFigure(cells[c], tools) || tools.leading(cells[c])?.word == .empty { return false }
      let isRepeated =
        c < top.count && tools.document.string(cells[c]) == tools.document.string(top[c])
      if isRepeated { continue }
      if !isLost, c < roles.count {
        switch roles[c].role {
        case .label, .ordinal: return false
        default: break
        }
      }
      let cell = HeadCell([cells[c]], tools)
      if !cell.marks.isEmpty || cell.unit != nil || !cell.noun.isEmpty {
        isSaid = true
      } else if isLost {
        return false
      }
    }
    // Trong đó over Nam and Nữ.
    return isSaid || !isLost && filled.allSatisfy { isGrouped($0, top) }
  }

  /// Whether the head at `c` goes over more columns than one.
  private static func isGrouped(_ c: Int, _ top: [Range<Int>]) -> Bool {
    guard c < top.count, top.count > 2 else { return false }
    return top[c].isEmpty ? c > 0 : c + 1 < top.count && top[c + 1].isEmpty
  }

  /// Whether the text has lost the empty cells of a line: those that span two lines.
  private static func isLost(_ cells: [Range<Int>], under count: Int, width: Int) -> Bool {
    cells.count < max(width, count) && cells.allSatisfy { !$0.isEmpty }
  }

  // MARK: Columns

  /// The heads with `row` below them, which stands under empty cells, or under the last of the
  /// groups where the text has lost the cells that span two lines.
  private static func stack(
    _ row: [Range<Int>], under heads: [[Range<Int>]], width: Int, _ tools: TableTools
  ) -> [[Range<Int>]] {
    func isFilled(_ c: Int) -> Bool { c < row.count && !row[c].isEmpty }
    if isLost(row, under: heads.count, width: width) {
      return spread(row, under: heads, width: width, tools)
    }
    var stacked: [[Range<Int>]] = []
    var group: [Range<Int>] = []
    for c in 0..<max(heads.count, row.count) {
      let head = c < heads.count ? heads[c] : []
      let own = isFilled(c) ? [row[c]] : []
      let isEmpty = head.allSatisfy(\.isEmpty)
      if !isEmpty { group = own.isEmpty ? [] : head }
      let isRepeated =
        own.count == 1
        && head.contains { tools.document.string($0) == tools.document.string(own[0]) }
      stacked.append(isRepeated ? head : (isEmpty ? (own.isEmpty ? head : group) : head) + own)
    }
    return stacked
  }

  private static func spread(
    _ row: [Range<Int>], under heads: [[Range<Int>]], width: Int, _ tools: TableTools
  ) -> [[Range<Int>]] {
    let groups = heads.count + row.count - width
    guard groups > 0, row.count % groups == 0 else { return heads }
    let roles = columns(heads, tools)
    let candidates = heads.indices.filter {
      switch roles[$0].role {
      case .ordinal, .label, .unit, .note: false
      default: true
      }
    }
    // So sánh (%) says nothing alone: it must be one of the groups.
    let unclear = candidates.filter { if case .unknown = roles[$0].role { true } else { false } }
    let chosen = Set(unclear.count == groups ? unclear : Array(candidates.suffix(groups)))
    guard chosen.count == groups else { return heads }
    var stacked: [[Range<Int>]] = []
    var cells = row[...]
    for c in heads.indices {
      guard chosen.contains(c) else {
        stacked.append(heads[c])
        continue
      }
      for cell in cells.prefix(row.count / groups) { stacked.append(heads[c] + [cell]) }
      cells = cells.dropFirst(row.count / groups)
    }
    return stacked
  }

  /// Understands the columns that are reckoned from two others.
  private mutating func relate(
    _ heads: [[Range<Int>]], _ numbers: ColumnNumbers, _ tools: TableTools
  ) {
    var group: [Range<Int>] = []
    for c in columns.indices {
      let own = heads[c].filter { !$0.isEmpty }
      if !own.isEmpty { group = own }
      guard let relation = numbers.relation(c, under: own, tools) else {
        // 6/4 without columns that are so numbered.
        if let last = own.last, ColumnNumbers.isFormula(last, tools) { columns[c].role = .unknown }
        continue
      }
      let isFormula = own.last.map { ColumnNumbers.isFormula($0, tools) } ?? true
      columns[c].relate(relation, isFormula: isFormula, HeadCell(own.isEmpty ? group : own, tools))
    }
  }

  private static func columns(
    _ heads: [[Range<Int>]], _ tools: TableTools, ofTimes: Bool = false
  ) -> [TableColumn] {
    var columns: [TableColumn] = []
    var figures: [TableColumn.Figure] = []
    var hasLabel = false
    for (c, ranges) in heads.enumerated() {
      let word = ranges.first { !$0.isEmpty }.flatMap { tools.whole($0) }
      let role: TableColumn.Role
      switch word {
      case .ordinal: role = .ordinal
      case .note: role = .note
      // Đơn vị heads the labels too, where they are places or offices.
      case .unit where hasLabel || hasLabelBehind(heads[(c + 1)...], tools): role = .unit
      default:
        if !hasLabel {
          // A column of numbers may have no head.
          let isOrdinal =
            c == 0 && ranges.allSatisfy(\.isEmpty) && hasLabelBehind(heads[1...], tools)
          role = isOrdinal ? .ordinal : .label
          hasLabel = !isOrdinal
        } else if let figure = FigureReader(
          cell: HeadCell(ranges, tools, isNamed: ofTimes || HeadCell.opensParts(ranges, tools)),
          before: figures
        ).figure() {
          figures.append(figure)
          role = .figure(figure)
        } else {
          role = .unknown
        }
      }
      columns.append(TableColumn(role: role))
    }
    return columns
  }

  private static func hasLabelBehind(
    _ heads: ArraySlice<[Range<Int>]>, _ tools: TableTools
  ) -> Bool {
    heads.prefix(2).contains { $0.contains { tools.leading($0)?.word == .label } }
  }
}
