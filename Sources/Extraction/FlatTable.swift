import Observations
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// A table flattened into text: lines with the same number of bars, the first of which heads the
/// columns.
struct FlatTable {
  /// How many paragraphs it takes.
  let lines: Int
  private let document: TokenizedDocument
  private let header: [Column]
  private let rows: [(cells: [Range<Int>], span: TextSpan)]
  private let vocabulary: Vocabulary
  private let style: NumberStyle

  /// What a column holds.
  private enum Column {
    case label, unit, skipped
    case figure(Measure, Base?, PeriodExpression?, Status)
  }

  /// One figure of the table, ready to be bound to the source.
  struct Cell {
    var record: Observation
    var tokens: Range<Int>
    var line: TextSpan
  }

  private static let leastColumns = 3

  init?(
    _ document: TokenizedDocument, _ vocabulary: Vocabulary, _ paragraphs: [Paragraph],
    from start: Int, _ style: NumberStyle
  ) {
    func cells(_ p: Int) -> [Range<Int>]? {
      let sentences = paragraphs[p].sentences
      guard let first = sentences.first, let last = sentences.last else { return nil }
      let tokens =
        document.segments.sentences[first].tokens
        .lowerBound..<document.segments.sentences[last]
        .tokens.upperBound
      return Self.split(tokens, document)
    }
    guard let head = cells(start), head.count >= Self.leastColumns else { return nil }
    var rows: [(cells: [Range<Int>], span: TextSpan)] = []
    var p = start + 1
    while p < paragraphs.count, let row = cells(p), row.count == head.count {
      rows.append((row, paragraphs[p].span))
      p += 1
    }
    guard !rows.isEmpty else { return nil }
    lines = p - start
    self.document = document
    self.vocabulary = vocabulary
    self.style = style
    self.rows = rows
    let reader = ItemReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: style)
    header = head.enumerated().map { position, range in
      Self.column(position, document.string(range).lowercased(), reader.items(of: range))
    }
  }

  /// The cells between the bars of a line; bars at its ends are its frame.
  private static func split(_ tokens: Range<Int>, _ document: TokenizedDocument) -> [Range<Int>]? {
    var cells: [Range<Int>] = []
    var start = tokens.lowerBound
    for t in tokens where isBar(t, document) {
      cells.append(start..<t)
      start = t + 1
    }
    guard !cells.isEmpty else { return nil }
    cells.append(start..<tokens.upperBound)
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  private static func isBar(_ t: Int, _ document: TokenizedDocument) -> Bool {
    let token = document.tokens[t]
    return token.kind == .sign && document.bytes[Int(token.span.start)] == UInt8(ascii: "|")
  }

  private static func column(_ position: Int, _ title: String, _ items: [Item]) -> Column {
    if position == 0 { return .label }
    if title.contains("đvt") || title.contains("đơn vị") { return .unit }
    var base: Base?
    var time: PeriodExpression?
    for item in items {
      switch item.kind {
      case .cue(.base(let found)): base = found ?? base
      case .time(let found): time = found
      default: break
      }
    }
    let isPercent = title.contains("%") || title.contains("tỷ lệ") || title.contains("so ")
    if isPercent {
      guard let base else { return .skipped }
      return .figure(title.contains("tăng") ? .change : .ratio, base, nil, .actual)
    }
    if base == .plan || title.hasPrefix("kh") || title.hasPrefix("kế hoạch") {
      return .figure(.level, nil, time, .plan)
    }
    return .figure(.level, nil, time, title.contains("ước") ? .estimate : .actual)
  }

  /// The figures, row by row. A ratio stands for the time of the last level before it.
  func cells(report: ReportPeriod?) -> [Cell] {
    var cells: [Cell] = []
    let quantities = QuantityReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: style)
    for row in rows {
      var label = ""
      var unit: (unit: Unit, name: String, end: Int)?
      var power = 0
      var period: TimePeriod?
      for (column, range) in zip(header, row.cells) where !range.isEmpty {
        switch column {
        case .label: label = document.string(range)
        case .unit:
          var start = range.lowerBound
          if let match = vocabulary.lexicon.longestMatch(
            .numeral, document.tokens, at: start, end: range.upperBound),
            case .scale(let scale) = vocabulary.meanings[match.rule],
            start + match.count < range.upperBound
          {
            power = scale
            start += match.count
            if start < range.upperBound, document.string(start..<start + 1) == "." { start += 1 }
          }
          unit = quantities.unit(at: start, end: range.upperBound)
        case .skipped: continue
        case .figure(let measure, let base, let time, let status):
          guard let number = quantities.number(at: range.lowerBound, end: range.upperBound) else {
            continue
          }
          var record = Observation(value: number.value)
          record.indicator = label
          record.measure = measure
          record.base = base
          record.status = status
          record.rule = "table.\(measure.rawValue)"
          record.confidence = Confidence(hundredths: 90)
          if measure == .level {
            record.unit = unit?.name ?? ""
            record.unitMultiplier = power + (unit?.unit.power ?? 0)
            var covered = time.flatMap { report?.resolve($0) }
            if status == .plan, covered == nil { covered = (report?.year).map { .year($0) } }
            if status != .plan { period = covered ?? report?.period }
            record.period = (covered ?? report?.period)?.iso ?? ""
          } else {
            record.unit = "%"
            record.period = (period ?? report?.period)?.iso ?? ""
          }
          cells.append(Cell(record: record, tokens: number.tokens, line: row.span))
        }
      }
    }
    return cells
  }
}
