import Geography
import Observations
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// Reads one document from its head to its end, paragraph by paragraph.
struct DocumentReader {
  private let source: SourceText
  private let reading: ReadingText
  private let document: TokenizedDocument
  private let vocabulary: Vocabulary
  private let points: CodePointIndex
  private let name: String
  private let area: Area
  private let style: NumberStyle
  private var resolver: Resolver
  private var sections = SectionPath()

  var keepsLayers = false
  private var mentions: [Mention] = []
  private var clauses: [Analysis.Piece] = []
  private var dropped: [Analysis.Piece] = []

  init(_ stages: Stages, _ source: SourceText, name: String, options: ReadingOptions) {
    self.source = source
    self.name = name
    vocabulary = stages.vocabulary
    reading = stages.normalized(source)
    document = stages.tokenized(reading)
    points = CodePointIndex(source.bytes)
    var style = NumberStyle()
    for token in document.tokens where token.kind == .number && token.span.count > 2 {
      style.observe(document.bytes[token.span.range])
    }
    self.style = style
    let head = ReportHead(document, vocabulary: vocabulary)
    let period = head.period ?? options.period
    area = AreaFinder(
      document, vocabulary, PlaceReader(stages.gazetteer, on: period?.period.lastDay)
    ).area(unless: options.area)
    resolver = Resolver(
      document: document, vocabulary: vocabulary,
      context: Context(
        report: period, source: head.period == nil ? .option : .report))
    resolver.observations.reserveCapacity(document.tokens.count / 12)
  }

  var observations: [Observation] { resolver.observations }

  mutating func read() {
    var isListMember = false
    var isBelowLinks = false
    var p = 0
    let paragraphs = document.segments.paragraphs
    while p < paragraphs.count {
      if let table = FlatTable(document, vocabulary, paragraphs, from: p, style) {
        readTable(table)
        p += table.lines
        isListMember = false
        continue
      }
      let paragraph = paragraphs[p]
      p += 1
      let sentences = paragraph.sentences.map { document.segments.sentences[$0] }
      guard let first = sentences.first else { continue }
      var items: [[Item]] = []
      for sentence in sentences { items.append(self.items(of: sentence)) }
      let isLinked = isBelowLinks && startsWithBullet(first)
      if isChrome(items) || isLinked {
        // TIN LIÊN QUAN: the bullets below it are other articles'.
        isBelowLinks = isLinked || items.count == 1 && isChromeAlone(items[0])
        keepMentions(items)
        isListMember = false
        continue
      }
      isBelowLinks = false
      if let level = sections.level(of: first.tokens, document), isHeading(sentences, items) {
        beginSection(level, first, items[0])
        isListMember = false
        if !items.contains(where: { $0.contains(where: \.isMeasured) }), !namesList(items[0]) {
          keepMentions(items)
          continue
        }
      }
      let isBullet = startsWithBullet(first)
      let mark =
        isBullet ? document.bytes[Int(document.tokens[first.tokens.lowerBound].span.start)] : nil
      resolver.context.beginParagraph(isListMember: isListMember && isBullet, mark: mark)
      if !isBullet { isListMember = false }
      for (k, sentence) in sentences.enumerated() {
        read(items[k], sentence)
      }
      isListMember = isListMember || resolver.context.frames.contains { $0.extent == .list }
    }
  }

  private func items(of sentence: Sentence) -> [Item] {
    ItemReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: style
    ).items(of: sentence.tokens)
  }

  private mutating func keepMentions(_ items: [[Item]]) {
    if keepsLayers { for line in items { mentions += line.compactMap(mention) } }
  }

  private mutating func read(_ items: [Item], _ sentence: Sentence) {
    if keepsLayers { mentions += items.compactMap(mention) }
    guard items.contains(where: { $0.isQuantity || $0.isTime || $0.isDamaged || $0.isColon }) else {
      return
    }
    resolver.keepsLayers = keepsLayers
    resolver.resolve(items)
    if !resolver.isFirst {
      let text = source.string(reading.map.source(sentence.span))
      for (k, number) in resolver.numbers.enumerated() { bind(resolver.first + k, number, text) }
    }
    if keepsLayers {
      clauses += resolver.clauses.map { piece($0.tokens, $0.note) }
      dropped += resolver.dropped.map { piece($0.tokens, $0.reason) }
    }
  }

  // MARK: Sections

  /// A line that a page adds: a caption, a link to another article, its tags.
  private func isChrome(_ items: [[Item]]) -> Bool {
    guard let first = items.first else { return false }
    let start = first.firstIndex {
      if case .sign = $0.kind { return false }
      return true
    }
    if let start, first[start].cue == .chrome || first.first?.cue == .chrome { return true }
    // Cảng Cát Lái nhộn nhịp. Ảnh: T.N
    return items.count <= 3 && items.dropFirst().contains { $0.first?.cue == .chrome }
  }

  /// Whether the line is a title of a page's own and nothing else.
  private func isChromeAlone(_ items: [Item]) -> Bool {
    items.allSatisfy {
      switch $0.kind {
      case .cue(.chrome), .colon, .sign, .stop: true
      default: false
      }
    }
  }

  /// A heading that is the title of a list too: 2. Diện tích gieo trồng so với kế hoạch:
  private func namesList(_ items: [Item]) -> Bool {
    guard case .colon = items.last?.kind else { return false }
    for item in items {
      switch item.kind {
      case .sign, .stop: continue
      case .cue(.head), .cue(.bare), .cue(.average), .cue(.rate), .cue(.growth): return true
      default: return false
      }
    }
    return false
  }

  private func startsWithBullet(_ sentence: Sentence) -> Bool {
    let first = document.tokens[sentence.tokens.lowerBound]
    return first.kind == .sign && sentence.tokens.count > 1
  }

  /// A heading states no figure, or is a short line that only sets a time.
  private func isHeading(_ sentences: [Sentence], _ items: [[Item]]) -> Bool {
    guard sentences.count <= 2, sentences.map(\.tokens.count).reduce(0, +) <= 40 else {
      return false
    }
    return !items.contains { $0.contains(where: \.isMeasured) }
  }

  private mutating func beginSection(_ level: Int, _ sentence: Sentence, _ items: [Item]) {
    let title = source.string(reading.map.source(sentence.span))
    resolver.context.beginParagraph(isListMember: false, mark: nil)
    var time: PeriodExpression?
    for item in items {
      if case .time(let found) = item.kind {
        if case .firstMonths = time { continue }
        time = found
      }
    }
    let isPlan =
      items.contains { $0.cue == .outlook }
      || items.prefix(4).contains { $0.cue == .base(.plan) || $0.cue == .status(.plan) }
    // VII. Chỉ tiêu năm 2020
    if time == nil, isPlan, let plan = items.first(where: { $0.cue == .base(.plan) }),
      let year = plan.tokens.first(where: { document.tokens[$0].shape.contains(.year) })
    {
      time = wholeNumber(document.tokens[year], document.bytes, digits: 4).map { .year($0) }
    }
    sections.open(level, title, period: time, isPlan: isPlan)
    resolver.context.sectionPeriod = sections.period
    resolver.context.sectionStatus = sections.isPlan ? .plan : nil
  }

  // MARK: Tables

  private mutating func readTable(_ table: FlatTable) {
    let content = table.content(in: resolver.context)
    for cell in content.cells {
      resolver.observations.append(cell.record)
      bind(
        resolver.observations.count - 1, cell.tokens,
        source.string(reading.map.source(cell.line)))
      if keepsLayers {
        var mention = Mention(kind: .number, start: 0, end: 0, text: "")
        place(cell.tokens, &mention)
        mention.value = cell.record.value
        mention.unit = cell.record.unit
        mention.unitMultiplier = cell.record.unitMultiplier
        mentions.append(mention)
      }
    }
    if keepsLayers { dropped += content.dropped.map { piece($0.tokens, $0.reason) } }
  }

  // MARK: Offsets

  /// Says of a record where it stands.
  private mutating func bind(_ index: Int, _ tokens: Range<Int>, _ sentence: String) {
    let span = sourceSpan(tokens)
    let start = points.codePoints(before: Int(span.start), in: source.bytes)
    resolver.observations[index].document = name
    resolver.observations[index].text = source.string(span)
    resolver.observations[index].start = start
    resolver.observations[index].end = start + points.codePoints(span, in: source.bytes)
    resolver.observations[index].sentence = sentence
    // A place that the clause names goes over the report's.
    if resolver.observations[index].area.isEmpty {
      resolver.observations[index].area = area.name
      resolver.observations[index].areaCode = area.code
    }
    resolver.observations[index].section = sections.text
  }

  private func sourceSpan(_ tokens: Range<Int>) -> TextSpan {
    guard let first = tokens.first, let last = tokens.last else { return TextSpan(0, 0) }
    return reading.map.source(
      TextSpan(Int(document.tokens[first].span.start), Int(document.tokens[last].span.end)))
  }

  private func place(_ tokens: Range<Int>, _ mention: inout Mention) {
    let span = sourceSpan(tokens)
    mention.start = points.codePoints(before: Int(span.start), in: source.bytes)
    mention.end = points.codePoints(before: Int(span.end), in: source.bytes)
    mention.text = source.string(span)
  }

  private func piece(_ tokens: Range<Int>, _ note: String) -> Analysis.Piece {
    let span = sourceSpan(tokens)
    return Analysis.Piece(
      start: points.codePoints(before: Int(span.start), in: source.bytes),
      end: points.codePoints(before: Int(span.end), in: source.bytes), text: source.string(span),
      note: note)
  }

  // MARK: Layers

  func analysis() -> Analysis {
    var analysis = Analysis()
    analysis.tokens = document.tokens.indices.map { t in
      piece(t..<t + 1, "\(document.tokens[t].kind)")
    }
    analysis.mentions = mentions
    analysis.clauses = clauses
    analysis.dropped = dropped
    analysis.observations = observations
    analysis.period = resolver.context.report
    analysis.area = area.name
    analysis.areaCode = area.code
    return analysis
  }

  private func mention(_ item: Item) -> Mention? {
    var mention = Mention(kind: .number, start: 0, end: 0, text: "")
    place(item.tokens, &mention)
    switch item.kind {
    case .quantity(let quantity):
      mention.kind =
        quantity.denominator != nil ? .fraction : quantity.unit == nil ? .number : .quantity
      mention.value = quantity.sign == -1 ? -quantity.value : quantity.value
      mention.denominator = quantity.denominator
      mention.unit = quantity.unitName
      mention.unitMultiplier = quantity.power
    case .damaged: mention.kind = .damaged
    case .cue(.reference), .cue(.law):
      guard mention.text.contains(where: \.isNumber) else { return nil }
      mention.kind = .name
    case .cue(.season): mention.kind = .time
    case .cue(.base(let base?)) where base != .plan && base != .total:
      mention.kind = .time
      if let named = item.named {
        let year = named.year == 0 ? nil : Int(named.year)
        mention.period = PartialDate(year: year, month: Int(named.month)).iso ?? ""
      }
    case .time(let expression):
      mention.kind = .time
      switch expression {
      case .day(let date): mention.date = date.iso ?? ""
      case .asOf(let date):
        mention.date = date.iso ?? ""
        mention.period = date.iso.map { "../" + $0 } ?? ""
      default: mention.period = expression.statedISO ?? ""
      }
    default: return nil
    }
    return mention
  }
}

/// The headings above a line: the last of each level.
struct SectionPath {
  private struct Title {
    var level: Int
    var text: String
    var period: PeriodExpression?
    var isPlan: Bool
  }

  private var titles: [Title] = []

  private(set) var text = ""

  /// The time that the innermost heading with one names.
  var period: PeriodExpression? { titles.last { $0.period != nil }?.period }

  /// Whether what follows is still to come: under "Nhiệm vụ tháng 11".
  var isPlan: Bool { titles.contains(where: \.isPlan) }

  mutating func open(_ level: Int, _ title: String, period: PeriodExpression?, isPlan: Bool) {
    titles.removeAll { $0.level >= level }
    titles.append(Title(level: level, text: title, period: period, isPlan: isPlan))
    text = titles.map(\.text).joined(separator: " / ")
  }

  /// 0 for A. and a title in capitals, 1 for I., 2 for 1., 3 for 1.1., 4 for a); `nil` where the
  /// line does not begin as a heading.
  func level(of tokens: Range<Int>, _ document: TokenizedDocument) -> Int? {
    guard let first = tokens.first, tokens.count > 1 else { return nil }
    let token = document.tokens[first]
    let bytes = document.bytes[token.span.range]
    let next = document.bytes[Int(document.tokens[first + 1].span.start)]
    let isMarked =
      (next == UInt8(ascii: ".") || next == UInt8(ascii: ")") || next == UInt8(ascii: "/"))
      && document.tokens[first + 1].isGlued
    if token.kind == .number {
      let points = bytes.count { $0 == UInt8(ascii: ".") }
      return isMarked || points > 0 && bytes.count <= 5 ? 2 + points : nil
    }
    if token.kind == .word {
      if isMarked, romanValue(bytes) != nil, token.flags.contains(.allCapitals) { return 1 }
      if isMarked, bytes.count == 1 { return token.flags.contains(.capitalized) ? 0 : 4 }
      let isTitle = tokens.allSatisfy {
        let token = document.tokens[$0]
        return token.kind != .word || token.flags.contains(.allCapitals)
      }
      if isTitle { return 0 }
    }
    return nil
  }
}
