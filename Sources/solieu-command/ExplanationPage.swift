import SoLieu

/// What `explain` prints for a person: a part for each layer, each line with its place in the text.
struct ExplanationPage {
  private(set) var text = ""
  private let color: Bool
  private let catalogue: IndicatorCatalogue

  init(_ analysis: Analysis, catalogue: IndicatorCatalogue, color: Bool) {
    self.color = color
    self.catalogue = catalogue
    addReport(analysis)
    add("Tokens", analysis.tokens.map { ($0.start, $0.end, $0.note, $0.text) })
    add(
      "Numbers and times",
      analysis.mentions.map { ($0.start, $0.end, $0.kind.rawValue, Self.reading(of: $0)) })
    add("Clauses", analysis.clauses.map { ($0.start, $0.end, $0.note, $0.text) })
    addRecords(analysis.observations)
    addSkipped(analysis.skipped)
  }

  private mutating func addReport(_ analysis: Analysis) {
    addHeading("Report", count: nil)
    addLine("period  \(analysis.period?.period.iso ?? "not said; --period says it")")
    if let day = analysis.period?.day { addLine("day     \(TimePeriod.day(day).iso)") }
    addLine("area    \(analysis.area.isEmpty ? "not said; --area says it" : analysis.area)")
    if !analysis.areaCode.isEmpty { addLine("code    \(analysis.areaCode)") }
  }

  /// A line for each row: place, what it was taken for, its words.
  private mutating func add(
    _ title: String, _ rows: [(start: Int, end: Int, note: String, words: String)]
  ) {
    addHeading(title, count: rows.count)
    let places = rows.map { "\($0.start)..<\($0.end)" }
    let placeWidth = places.lazy.map(\.count).max() ?? 0
    let noteWidth = min(rows.lazy.map(\.note.count).max() ?? 0, 24)
    for (row, place) in zip(rows, places) {
      let note = row.note.padded(to: noteWidth)
      addLine("\(place.padded(to: placeWidth))  \(note)  \(row.words)")
    }
  }

  private mutating func addRecords(_ records: [Observation]) {
    addHeading("Records", count: records.count)
    for (index, record) in records.enumerated() {
      if index > 0 { text += "\n" }
      addLine("\(index + 1). \(record.text)")
      addLine("   place           \(record.start)..<\(record.end)")
      addLine("   rule            \(record.rule), confidence \(record.confidence.decimal)")
      for column in Column.allCases where !Self.shownApart.contains(column) {
        var value = column.cell(of: record).plain
        if column == .indicatorCode, let indicator = catalogue[value] {
          value += "  \(indicator.vietnamese) (\(indicator.english))"
        }
        let source = record.provenance.first { $0.field == column.rawValue }?.source
        if value.isEmpty, source == nil { continue }
        let origin = source.map { "  (from the \($0.rawValue))" } ?? ""
        addLine("   \(column.rawValue.padded(to: 14))  \(value)\(origin)")
      }
    }
  }

  private mutating func addSkipped(_ skipped: [Skipped]) {
    let listed = skipped.filter(\.reason.isListed)
    addHeading("No record", count: listed.count)
    for part in listed {
      addLine("\(part.start)..<\(part.end)  \(part.text): \(part.explanation)")
    }
    let others = SkipReason.allCases.filter { !$0.isListed }.compactMap { reason in
      let count = skipped.count { $0.reason == reason }
      return count == 0 ? nil : reason.counted(count)
    }
    if !others.isEmpty { addLine("and no figures: \(others.joined(separator: ", "))") }
  }

  private mutating func addHeading(_ title: String, count: Int?) {
    if !text.isEmpty { text += "\n" }
    text += color ? "\u{1B}[1m\(title)\u{1B}[0m" : title
    if let count { text += " (\(count))" }
    text += "\n"
  }

  private mutating func addLine(_ line: String) {
    var line = line.onOneLine[...]
    while line.last == " " { line.removeLast() }
    text += "  \(line)\n"
  }

  /// Columns that a record's first lines show, or that the page shows elsewhere.
  private static let shownApart: Set<Column> = [
    .document, .text, .start, .end, .sentence, .rule, .confidence, .provenance,
  ]

  /// `2.152,8 tỷ đồng = 2152.8 ×10^9 VND`, `tháng 11 = 2022-11`.
  private static func reading(of mention: Mention) -> String {
    var parts: [String] = []
    if let value = mention.value {
      parts.append(value.description + (mention.denominator.map { "/\($0)" } ?? ""))
    }
    if mention.unitMultiplier != 0 { parts.append("×10^\(mention.unitMultiplier)") }
    parts += [mention.unit, mention.period, mention.date].filter { !$0.isEmpty }
    return parts.isEmpty ? mention.text : "\(mention.text) = \(parts.joined(separator: " "))"
  }
}

extension String {
  /// The text with spaces behind it up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
