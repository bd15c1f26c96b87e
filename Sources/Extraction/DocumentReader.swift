import Geography
import Indicators
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
  let metadata: ReportMetadata
  private let style: NumberStyle
  private var resolver: Resolver
  private var sections = SectionPath()
  private var coder: IndicatorCoder
  private let confidence: ConfidenceModel
  private var features: FeatureReader

  var keepsLayers = false
  var keepsFeatures = false
  /// What each record was rated by, where ``keepsFeatures`` is set.
  private(set) var ratings: [RatedObservation.Rating] = []
  private var mentions: [Mention] = []
  private var clauses: [Analysis.Piece] = []
  private var skips = SkipLog()

  init(_ stages: Stages, _ source: SourceText, name: String, options: ReadingOptions) {
    self.source = source
    self.name = name
    coder = IndicatorCoder(stages.catalogue)
    confidence = stages.confidence
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
    let facts = ReportFacts(stages, document, head.period, options)
    let period = facts.period
    area = facts.area
    metadata = facts.metadata
    resolver = Resolver(
      document: document, vocabulary: vocabulary,
      context: Context(
        report: period, source: head.period == nil ? .option : .report))
    features = FeatureReader(
      document: document, vocabulary: vocabulary, report: period?.period.iso ?? "")
    resolver.observations.reserveCapacity(document.tokens.count / 12)
  }

  var observations: [Observation] { resolver.observations }
  var skipped: SkipTally { skips.tally }

  mutating func read() {
    var isListMember = false
    var isBelowLinks = false
    var p = 0
    let paragraphs = document.segments.paragraphs
    while p < paragraphs.count {
      if let table = FlatTable(document, vocabulary, paragraphs, from: p, style) {
        skips.closeRows()
        readTable(table, Self.tokens(of: paragraphs[p..<p + table.lines], document))
        p += table.lines
        isListMember = false
        continue
      }
      let paragraph = paragraphs[p]
      p += 1
      let sentences = paragraph.sentences.map { document.segments.sentences[$0] }
      guard let first = sentences.first, let last = sentences.last else { continue }
      let tokens = first.tokens.lowerBound..<last.tokens.upperBound
      var items: [[Item]] = []
      for sentence in sentences { items.append(self.items(of: sentence)) }
      let isLinked = isBelowLinks && (startsWithBullet(first) || isUnfinished(sentences))
      if isChrome(items) || isLinked {
        // TIN LIÊN QUAN: the bullets below it are other articles'.
        isBelowLinks = isLinked || items.count == 1 && items[0].isChromeAlone
        keepMentions(items)
        skips.closeRows()
        skips.add(.pageChrome, tokens)
        isListMember = false
        continue
      }
      isBelowLinks = false
      if let level = sections.level(of: first.tokens, document), isHeading(sentences, items) {
        beginSection(level, first, items[0])
        isListMember = false
        if !items.contains(where: { $0.contains(where: \.isMeasured) }), !items[0].namesList {
          keepMentions(items)
          skips.closeRows()
          for line in items { accountHeading(line) }
          continue
        }
      }
      let records = resolver.observations.count
      let entries = skips.entries.count
      let isBullet = startsWithBullet(first)
      let mark =
        isBullet ? document.bytes[Int(document.tokens[first.tokens.lowerBound].span.start)] : nil
      resolver.context.beginParagraph(isListMember: isListMember && isBullet, mark: mark)
      if !isBullet { isListMember = false }
      for (k, sentence) in sentences.enumerated() {
        read(items[k], sentence)
      }
      if resolver.observations.count == records {
        skips.endParagraph(tokens, entriesFrom: entries)
      } else {
        skips.closeRows()
      }
      isListMember = isListMember || resolver.context.frames.contains { $0.extent == .list }
    }
    skips.closeRows()
  }

  private static func tokens(
    of paragraphs: ArraySlice<Paragraph>, _ document: TokenizedDocument
  ) -> Range<Int> {
    let sentences = document.segments.sentences
    guard let first = paragraphs.first?.sentences.first, let last = paragraphs.last?.sentences.last
    else { return 0..<0 }
    return sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
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
      if keepsLayers { for item in items { accountNoFigure(item) } }
      return
    }
    resolver.keepsLayers = keepsLayers
    resolver.resolve(items)
    if !resolver.isFirst {
      let line = Line(sentence.span, reading, source)
      features.begin(items)
      for (k, number) in resolver.numbers.enumerated() {
        let index = resolver.first + k
        let around = Surroundings(of: k, of: resolver.numbers, in: sentence.tokens)
        bind(index, number, line, clause: around.clause(in: document))
        rate(index, from: resolver.first, around)
      }
    }
    if keepsLayers {
      clauses += resolver.clauses.map { piece($0.tokens, $0.note) }
    }
    account(items)
  }

  // MARK: What became no record

  /// Takes note of the numbers of a sentence that the resolver made no record of.
  private mutating func account(_ items: [Item]) {
    for (i, item) in items.enumerated() {
      switch item.kind {
      case .damaged: skips.add(isTelephone(item) ? .name : .damagedNumber, item.tokens)
      case .quantity:
        if resolver.numbers.contains(where: { $0.overlaps(item.tokens) }) { continue }
        if resolver.dropped.contains(where: { $0.tokens == item.tokens }) {
          skips.add(isTelephone(item) ? .name : .bareNumber, item.tokens)
        } else {
          skips.add(i < resolver.firstItem() ? .mark : .qualifier, item.tokens)
        }
      case .word where document.tokens[item.tokens.lowerBound].kind == .number:
        skips.add(.bareNumber, item.tokens)
      default: if keepsLayers { accountNoFigure(item) }
      }
    }
  }

  /// 0234.3828288: a nought and at least three digits more.
  private func isTelephone(_ item: Item) -> Bool {
    let bytes = document.bytes[document.tokens[item.tokens.lowerBound].span.range]
    let digits = bytes.filter { (0x30...0x39).contains($0) }.count
    return digits > 3 && bytes.first == 0x30 && (0x30...0x39).contains(bytes[bytes.startIndex + 1])
  }

  private mutating func accountHeading(_ items: [Item]) {
    for item in items {
      switch item.kind {
      case .damaged: skips.add(isTelephone(item) ? .name : .damagedNumber, item.tokens)
      case .quantity: skips.add(.mark, item.tokens)
      default: if keepsLayers { accountNoFigure(item) }
      }
    }
  }

  /// Takes note of a time, a name or a mark; `item` is none of what may be a figure.
  private mutating func accountNoFigure(_ item: Item) {
    guard item.tokens.contains(where: { document.tokens[$0].kind == .number }) else { return }
    switch item.kind {
    case .time, .cue(.base), .cue(.season): skips.add(.time, item.tokens)
    case .sign: skips.add(.mark, item.tokens)
    default: skips.add(.name, item.tokens)
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
    if items.count == 1, isCounter(first) { return true }
    // Cảng Cát Lái nhộn nhịp. Ảnh: T.N
    return items.count <= 3 && items.dropFirst().contains { $0.first?.cue == .chrome }
  }

  /// Lượt xem: 355: a label and its number, which name something together.
  private func isCounter(_ items: [Item]) -> Bool {
    guard items.count == 1, items[0].cue == .reference else { return false }
    return items[0].tokens.dropFirst().contains {
      document.bytes[Int(document.tokens[$0].span.start)] == UInt8(ascii: ":")
    }
  }

  /// A short line without a full stop: the title of another article.
  private func isUnfinished(_ sentences: [Sentence]) -> Bool {
    guard sentences.count == 1, let last = sentences[0].tokens.last,
      sentences[0].tokens.count <= 30
    else { return false }
    let bytes = document.bytes[document.tokens[last].span.range]
    return !bytes.elementsEqual([UInt8(ascii: ".")])
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
    let title = Line(sentence.span, reading, source).reading
    resolver.context.beginParagraph(isListMember: false, mark: nil)
    var time: PeriodExpression?
    for item in items {
      if case .time(let found) = item.kind {
        if case .firstMonths = time { continue }
        time = found
      }
    }
    let isPlan = SectionPath.namesPlan(items)
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

  private mutating func readTable(_ table: FlatTable, _ tokens: Range<Int>) {
    let content = table.content(in: resolver.context)
    for cell in content.cells {
      resolver.observations.append(cell.record)
      bind(
        resolver.observations.count - 1, cell.tokens,
        Line(cell.line, reading, source))
      rate(resolver.observations.count - 1, from: nil, nil)
      if keepsLayers {
        var mention = Mention(kind: .number, start: 0, end: 0, text: "")
        place(cell.tokens, &mention)
        mention.value = cell.record.value
        mention.unit = cell.record.unit
        mention.unitMultiplier = cell.record.unitMultiplier
        mentions.append(mention)
      }
    }
    for entry in content.skipped {
      skips.add(entry.reason, entry.tokens, detail: entry.detail, line: entry.line)
    }
    guard keepsLayers else { return }
    var told = Set(content.cells.flatMap(\.tokens))
    told.formUnion(content.skipped.flatMap(\.tokens))
    told.formUnion(content.unread.joined())
    for t in tokens where document.tokens[t].kind == .number && !told.contains(t) {
      skips.add(.tableLabel, t..<t + 1)
    }
  }

  // MARK: Offsets

  /// A sentence or a row: as it stands, and as it is read, in NFC.
  private struct Line {
    let text: String
    let reading: String

    init(_ span: TextSpan, _ read: ReadingText, _ source: SourceText) {
      text = source.string(read.map.source(span))
      reading =
        read.map.edits.isEmpty ? text : String(decoding: read.bytes[span.range], as: UTF8.self)
    }
  }

  /// Says of a record where it stands.
  private mutating func bind(
    _ index: Int, _ tokens: Range<Int>, _ line: Line, clause: Range<Int> = 0..<0
  ) {
    let span = sourceSpan(tokens)
    let start = points.codePoints(before: Int(span.start), in: source.bytes)
    resolver.observations[index].document = name
    resolver.observations[index].text = source.string(span)
    resolver.observations[index].start = start
    resolver.observations[index].end = start + points.codePoints(span, in: source.bytes)
    resolver.observations[index].sentence = line.text
    // A place that the clause names goes over the report's.
    if resolver.observations[index].area.isEmpty {
      resolver.observations[index].area = area.name
      resolver.observations[index].areaCode = area.code
    }
    resolver.observations[index].section = sections.text
    let record = resolver.observations[index]
    resolver.observations[index].indicatorCode = coder.code(
      of: Figure(
        label: record.indicator, parent: record.parent, unit: record.unit,
        isRate: record.measure == .level && record.unit == "%",
        isChange: record.measure == .change, sentence: line.reading,
        clause: document.string(clause), section: record.section))
  }

  /// Says how likely a record is right; `first` is the first of its sentence.
  private mutating func rate(_ index: Int, from first: Int?, _ around: Surroundings?) {
    let rule = resolver.observations[index].confidence
    let features = features.features(of: resolver.observations, at: index, from: first, around)
    if keepsFeatures { ratings.append(.init(features: features, rule: rule)) }
    resolver.observations[index].confidence = confidence.confidence(of: features, rule: rule)
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
    analysis.skipped = skips.entries.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
      .map { entry in
        let place = piece(entry.tokens, "")
        return Skipped(
          reason: entry.reason, start: place.start, end: place.end,
          text: entry.line.map { source.string(sourceSpan($0)) } ?? place.text,
          detail: entry.detail)
      }
    analysis.observations = observations
    analysis.period = resolver.context.report
    analysis.area = area.name
    analysis.areaCode = area.code
    analysis.metadata = metadata
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
