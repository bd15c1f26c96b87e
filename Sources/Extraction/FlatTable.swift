import Observations
import Quantities
import TextModel
import VietnameseText

/// A table flattened into text: lines that bars or tabs cut into cells, below one or two lines that
/// head the columns.
struct FlatTable {
  /// How many paragraphs it takes.
  let lines: Int
  private let tools: TableTools
  private let block: TableBlock
  private let numbers: CellReader
  private let title: TableTitle

  /// One figure of the table, ready to be bound to the source.
  struct Cell {
    var record: Observation
    var tokens: Range<Int>
    var line: TextSpan
  }

  /// What has been read, and what of it is no record, with the reason.
  struct Content {
    var cells: [Cell] = []
    var skipped: [SkipLog.Entry] = []
    /// Cells of columns that are not understood; their column is among what is skipped.
    var unread: [Range<Int>] = []
  }

  init?(
    _ document: TokenizedDocument, _ vocabulary: Vocabulary, _ paragraphs: [Paragraph],
    from start: Int, _ style: NumberStyle
  ) {
    // Most lines have no bar and no tab, and neither has the next.
    let isDivided = TableLine(paragraphs[start], document) != nil
    let isSpaced = !isDivided && SpacedLines.mayBegin(paragraphs[start], document)
    guard isDivided || isSpaced || start + 1 < paragraphs.count else { return nil }
    let tools = TableTools(document, vocabulary, style)
    var spaced: TableBlock?
    if isSpaced {
      spaced = SpacedLines(paragraphs, from: start, tools).flatMap {
        TableBlock($0, from: start, tools)
      }
    }
    let top = isDivided || spaced != nil ? start : start + 1
    if top > start {
      guard top < paragraphs.count, TableLine(paragraphs[top], document) != nil,
        TableTitle.isUnitLine(paragraphs[start], tools)
      else { return nil }
    }
    guard let block = spaced ?? TableBlock(paragraphs, from: top, tools) else { return nil }
    self.block = block
    self.tools = tools
    title = TableTitle(paragraphs, above: top, tools)
    numbers = CellReader(tools, block.rows, style)
    lines = block.end - start
  }

  // MARK: Rows

  /// The figures, row by row.
  func content(in context: Context) -> Content {
    var content = Content()
    guard let head = block.head else {
      if let first = block.rows.first, let last = block.rows.last {
        content.skipped.append(
          SkipLog.Entry(
            reason: .table, tokens: first.tokens.lowerBound..<last.tokens.upperBound,
            detail: "\(block.rows.count) lines", line: first.tokens))
      }
      return content
    }
    let compared = head.columns.indices.map { self.compared($0, head) }
    var columns = head.columns
    for (c, column) in compared.enumerated() {
      if let column { columns[c].role = .figure(column.figure) }
    }
    let settled = TableSpans(context: context, title: title.time).settle(columns)
    var title = 0..<0
    for (c, column) in columns.enumerated() {
      let own = head.titles[c]
      let isRepeated = own.isEmpty || own == title
      if !own.isEmpty { title = own }
      guard column.isOfFigures, settled[c] == nil, !title.isEmpty,
        block.rows.contains(where: { c < $0.cells.count && tools.isFigure($0.cells[c]) })
      else { continue }
      if !isRepeated || content.skipped.last?.tokens != title {
        content.skipped.append(SkipLog.Entry(reason: .tableColumn, tokens: title))
      }
      content.unread += block.rows.compactMap { c < $0.cells.count ? $0.cells[c] : nil }
    }
    var state = RowState(
      heads: columns, columns: settled, compared: compared, unit: head.unit ?? self.title.unit,
      year: self.title.time)
    for row in block.rows { read(row, head, context, &state, &content) }
    return content
  }

  /// The column with what its cells say of it; `nil` where it holds no figures.
  private func compared(_ c: Int, _ head: TableHead) -> ComparedColumn? {
    guard let figure = head.columns[c].figure else { return nil }
    var cells: [CellReader.Number] = []
    if figure.measure == .ratio {
      for row in block.rows where c < row.cells.count && !tools.isBlank(row.cells[c]) {
        guard case .numbers(let found) = numbers.read(row.cells[c], at: c, unit: figure.unit) else {
          continue
        }
        cells += found
      }
    }
    return ComparedColumn(figure, cells)
  }

  /// What goes on from row to row.
  private struct RowState {
    let heads: [TableColumn]
    let columns: [SettledColumn?]
    let compared: [ComparedColumn?]
    let unit: TableUnit?
    var tree = TableTree()
    var label: TableLabel?
    /// The label, where it is a time, and the last year that was one.
    var time: RowTime?
    var year: PeriodExpression?
    /// The last of the column of units.
    var unitAbove: TableUnit?
    /// Whether the unit of the row above is not understood.
    var isUnitUnclear = false
    var whole: (parent: String, unit: TableTree.Whole?) = ("", nil)
  }

  private func read(
    _ line: TableLine, _ head: TableHead, _ context: Context, _ state: inout RowState,
    _ content: inout Content
  ) {
    let width = head.columns.count
    var row = line
    let hasFigures = row.cells.dropFirst().contains(where: tools.isFigure)
    // A row of tabs may have lost its last, empty cells; one of bars has them.
    let isShort = row.cells.count + row.trailingTabs < width
    let isTorn =
      row.cells.count < width && row.separator == .bar || row.cells.count > width
      || isShort && row.isApart
    row.pad(to: width)
    guard row.cells.count == width, !isTorn || !hasFigures else {
      content.skipped.append(
        SkipLog.Entry(
          reason: .tableRow, tokens: line.tokens,
          detail: "\(line.cells.count) cells under \(width) columns"))
      return
    }
    let isAcross = line.cells.count == 1
    // What a page cut off a name begins no group.
    if isAcross, isRest(line) {
      state.label = nil
      return
    }
    let label = head.label.map { row.cells[isAcross ? 0 : $0] } ?? line.tokens
    let ordinal = head.ordinal.map { row.cells[$0] }
    let unitCell = isAcross ? nil : head.unitColumn.map { row.cells[$0] }
    let rowUnit = unitCell.flatMap {
      if tools.isDitto($0) { return state.unitAbove }
      return tools.isBlank($0) ? nil : tools.unit(in: $0, isNamed: true)
    }
    if let rowUnit { state.unitAbove = rowUnit }
    let isUnitUnclear =
      rowUnit == nil
      && unitCell.map {
        !tools.isBlank($0) && !tools.isDitto($0)
          && $0.contains { tools.tokens[$0].kind == .word }
      } ?? false
    let isGroup =
      isAcross
      || !head.columns.indices.contains {
        head.columns[$0].isOfFigures && !row.cells[$0].isEmpty
      }
    if !label.isEmpty {
      let found = TableLabel(label, ordinal: isAcross ? nil : ordinal, more: line.more, tools)
      let title = head.label.map { head.titles[$0] } ?? 0..<0
      state.time = RowTime(found.range, under: title, tools)
      state.time?.settle(in: state.year)
      if case .year? = state.time?.time { state.year = state.time?.time }
      // A number without words, that is no time, names nothing.
      let isNamed = state.time != nil || label.contains { tools.tokens[$0].kind == .word }
      if isNamed, state.time == nil || !isGroup {
        // Below a row with two units its own may be missing, and it is no group.
        let isLost = isGroup && state.isUnitUnclear && found.mark == nil
        state.whole = state.tree.place(
          found, unit: rowUnit, isGroup: isGroup,
          isTime: state.time != nil || found.isComparisonAlone || isLost)
      }
      state.label = isNamed ? found : nil
    } else if rowUnit == nil {
      // The same thing in another unit has no label of its own.
      state.label = nil
    }
    state.isUnitUnclear = isUnitUnclear
    guard !isGroup else { return }
    guard !line.isBroken, !isUnitUnclear || !hasFigures else {
      content.skipped.append(
        SkipLog.Entry(
          reason: .tableRow, tokens: line.tokens,
          detail: line.isBroken
            ? "its cells go over several lines" : "its unit is not understood"))
      return
    }
    guard let named = state.label, !named.text.isEmpty || named.isComparisonAlone else {
      if hasFigures {
        content.skipped.append(
          SkipLog.Entry(reason: .tableRow, tokens: line.tokens, detail: "it has no label"))
      }
      return
    }
    var columns = state.columns
    if let time = state.time {
      let spans = TableSpans(context: context, title: time.time)
      columns = spans.settle(time.columns(state.heads))
    }
    let isName = !named.isComparisonAlone && state.time == nil
    let unit = rowUnit ?? named.unit
    let comparison = named.comparison ?? (unit == nil ? comparison(of: named, state) : nil)
    let compared = comparison.map { comparison in
      ComparedRow(
        comparison, unit: unit ?? state.whole.unit?.unit ?? state.unit,
        spans: TableSpans(context: context, title: title.time),
        numbers: row.cells.indices.flatMap { c -> [CellReader.Number] in
          guard columns[c]?.figure.measure == .level, !tools.isBlank(row.cells[c]),
            case .numbers(let found) = numbers.read(row.cells[c], at: c, unit: unit)
          else { return [] }
          return found
        })
    }
    let isTimed = unitCell.map { isTimeWord($0) && $0.count == 1 } ?? false
    let isOfTimes = isTimed || unit == nil && state.time == nil && isTimeWord(named.range)
    var filled: [CellReader.Number] = []
    for (c, range) in row.cells.enumerated() where !tools.isBlank(range) {
      guard var column = columns[c] else {
        if state.columns[c] != nil {
          content.skipped.append(
            SkipLog.Entry(reason: .tableCell, tokens: range, detail: "two times"))
        }
        continue
      }
      let noun = column.figure.noun
      let owner = isName ? named.text : state.whole.parent
      guard !noun.isEmpty || !owner.isEmpty else {
        content.skipped.append(
          SkipLog.Entry(
            reason: .tableCell, tokens: range,
            detail: "nothing names it but a \(state.time == nil ? "comparison" : "time")"))
        continue
      }
      if isOfTimes, isTime(range) {
        content.skipped.append(SkipLog.Entry(reason: .tableCell, tokens: range, detail: "a time"))
        continue
      }
      var level = TableUnits(
        row: unit, column: column.figure.unit, whole: state.whole.unit?.unit ?? state.unit,
        counted: tools.countedUnit(in: named.range),
        columnLeads: !noun.isEmpty || rowUnit != nil)
      let given =
        unit == nil && column.figure.unit == nil && column.figure.measure == .level
        ? state.whole.unit : nil
      let isLevel = column.figure.measure == .level
      if let doubt = compared?.settle(&column, &level) {
        content.skipped.append(SkipLog.Entry(reason: .tableCell, tokens: range, detail: doubt))
        continue
      }
      switch numbers.read(range, at: c, unit: level.level) {
      case .skipped(let reason, let detail):
        content.skipped.append(SkipLog.Entry(reason: reason, tokens: range, detail: detail))
      case .numbers(let found):
        filled += found
        if let given, isCount(named.range, found, below: given) {
          content.skipped.append(
            SkipLog.Entry(
              reason: .tableCell, tokens: range, detail: "no unit but the % of the row above"))
          continue
        }
        for number in found {
          if !isLevel, let judged = state.compared[c]?.figure(of: number) {
            if let doubt = judged.doubt {
              content.skipped.append(
                SkipLog.Entry(reason: .tableCell, tokens: range, detail: doubt))
              continue
            }
            column.figure = judged.figure
            level.column = judged.figure.unit
          }
          var record = record(number, column, level)
          record.indicator = noun.isEmpty ? owner : noun
          record.parent = noun.isEmpty ? (isName ? state.whole.parent : "") : owner
          if record.parent == record.indicator { record.parent = "" }
          record.period = period(column, named)?.iso ?? ""
          content.cells.append(Cell(record: record, tokens: number.tokens, line: line.span))
        }
      }
    }
    if isName { state.tree.fill(filled) }
  }

  /// What a row without a unit of its own is against: as its whole is, or all of the table.
  private func comparison(of label: TableLabel, _ state: RowState) -> RowComparison? {
    if let whole = state.whole.unit { return whole.comparison }
    let isGrowth = title.isGrowth && state.unit?.kind == .percent
    return isGrowth ? RowComparison(growthOf: label.range) : nil
  }

  /// Whether a line across the table, apart from its rows, goes on with words of another line.
  private func isRest(_ line: TableLine) -> Bool {
    guard let first = line.tokens.first, tools.tokens[first].kind == .word,
      !tools.tokens[first].flags.contains(.capitalized),
      tools.cue(at: first, end: first + 2) == nil,
      first > 0
    else { return false }
    let gap = tools.tokens[first - 1].span.end..<line.span.start
    return tools.document.bytes[Int(gap.lowerBound)..<Int(gap.upperBound)].count { $0 == 0x0A } > 1
  }

  /// Ngày, Năm hoàn thành: what has times for figures.
  private func isTimeWord(_ range: Range<Int>) -> Bool {
    range.first.map { tools.vocabulary.isWord(tools.tokens[$0], .timeSpan) } ?? false
  }

  /// 30/6, 2025
  private func isTime(_ range: Range<Int>) -> Bool {
    tools.year(range) != nil || range.contains { tools.isSign($0, "/") }
  }

  /// Whether a row without a unit of its own hardly has the % of its whole: it begins with what is
  /// counted, or is more than all.
  private func isCount(
    _ label: Range<Int>, _ numbers: [CellReader.Number], below whole: TableTree.Whole
  ) -> Bool {
    guard whole.unit?.kind == .percent, let first = label.first else { return false }
    let most = whole.numbers.map(\.value.approximation).max() ?? 100
    if most <= 100, numbers.contains(where: { $0.unit == nil && $0.value.approximation > 100 }) {
      return !whole.numbers.isEmpty
    }
    let counted =
      tools.vocabulary.isWord(tools.tokens[first], .number)
      || tools.quantities.unit(at: first, end: label.upperBound)?.unit.kind == .count
    guard counted, numbers.allSatisfy({ $0.unit == nil && $0.value.fractionDigits == 0 }) else {
      return false
    }
    return whole.numbers.isEmpty
      ? numbers.contains { $0.value.approximation > 100 }
      : !whole.numbers.allSatisfy { $0.value.fractionDigits == 0 }
  }

  // MARK: Records

  /// A stock stands at the end of the time that a flow would cover.
  private func period(_ column: SettledColumn, _ label: TableLabel) -> TimePeriod? {
    guard let period = column.period, label.isStock, column.status != .plan, !period.isAsOf else {
      return column.period
    }
    if case .days(_, let day) = period { return .asOfDay(day) }
    return .asOfMonth(year: period.end.year, period.end.month)
  }

  private func record(
    _ number: CellReader.Number, _ column: SettledColumn, _ units: TableUnits
  ) -> Observation {
    let figure = column.figure
    let isNegative = number.isNegative != (figure.isFall && figure.measure == .change)
    var record = Observation(value: isNegative ? -number.value : number.value)
    record.measure = figure.measure
    record.base = column.base
    record.status = column.status
    record.denominator = number.denominator
    record.bound = number.bound
    record.rule = "table.\(figure.measure.rawValue)"
    let unit = number.unit ?? units.unit(of: figure.measure)
    record.unit = unit?.name ?? ""
    record.unitMultiplier = unit?.power ?? 0
    // A difference of two rates is in points even where % is written.
    if figure.measure == .change, unit?.kind == .percent, units.isOfRate {
      record.unit = "pp"
    }
    var confidence = column.isBaseInferred ? 75 : 90
    if column.isBaseInferred { record.provenance.append(.init(field: "base", source: .default)) }
    if let source = column.source, column.period != nil {
      record.provenance.append(.init(field: "period", source: source))
    }
    if let alternative = number.alternative {
      record.alternatives = [.init(value: alternative)]
      confidence = min(confidence, 70)
    }
    record.confidence = Confidence(hundredths: confidence)
    return record
  }
}

/// The units that bear on one cell.
struct TableUnits {
  /// In the column of units, or in the label.
  var row: TableUnit?
  var column: TableUnit?
  /// Of the group, or of the whole table.
  var whole: TableUnit?
  /// Số hộ: what the label counts, where nothing else says a unit.
  var counted: TableUnit?
  /// Diện tích (ha) over the column, or (%) over it in a table with a column of units: what the head
  /// says goes before the row's.
  var columnLeads: Bool

  /// The unit of the levels.
  var level: TableUnit? {
    (columnLeads ? column ?? row ?? whole : row ?? column ?? whole) ?? counted
  }

  /// Whether the row is itself in percent.
  var isOfRate: Bool { (row ?? whole)?.kind == .percent }

  func unit(of measure: Measure) -> TableUnit? {
    switch measure {
    case .level: level
    case .change: column ?? row ?? whole
    default: column ?? .percent
    }
  }
}
