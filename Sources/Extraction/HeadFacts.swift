import Geography
import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// What the first lines of a report say beside its period and its area: which office issued it, under
/// which number, on which day, and its title.
struct HeadFacts {
  private(set) var title = ""
  private(set) var issuer = ""
  private(set) var number = ""
  private(set) var date = ""

  /// The most tokens of a title's line, and the most lines of a title.
  private static let longestLine = 48
  private static let longestTitle = 4

  /// Whether its title says that it is a report's: Tình hình, Báo cáo. Else it is the first line.
  private(set) var isTitled = false

  init(_ document: TokenizedDocument, _ vocabulary: Vocabulary, _ places: PlaceReader) {
    let lines = HeadLines(document, vocabulary).head
    let reader = ItemReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: NumberStyle())
    var offices: [String] = []
    var titles: [String] = []
    var lastOffice: Int?
    var isOver = false
    for (k, line) in lines.enumerated() {
      let items = reader.items(of: line.tokens)
      let isDated = line.marks.contains { $0.role == .dateline }
      if number.isEmpty, let found = Self.number(items, line, document, vocabulary) {
        number = found
        if !isDated { continue }
      }
      if date.isEmpty, let day = Self.day(items, isDated: isDated) {
        date = day
        if titles.isEmpty { continue }
      }
      guard line.tokens.count <= Self.longestLine, !isDated else { continue }
      let text = Self.text(line.tokens, document)
      // -----
      guard line.tokens.contains(where: { document.tokens[$0].kind != .sign }) else { continue }
      if titles.isEmpty, let office = line.office?.tokens.lowerBound,
        office == line.tokens.lowerBound
          || document.tokens[office - 1].kind == .sign || line.marks.first?.role == .sign,
        offices.count < 2, k < 6
      {
        offices.append(Self.upToEnd(line, document))
        lastOffice = k
        continue
      }
      if titles.isEmpty, let office = lastOffice, k - office <= 3,
        Self.goesOn(line, lines[office], document, vocabulary, places)
      {
        offices[offices.count - 1] += " " + Self.upToEnd(line, document)
        lastOffice = nil
        continue
      }
      if !titles.isEmpty, Self.isBody(line, document) { isOver = true }
      let isTitle = items.contains { $0.cue == .title }
      let goesOn = !titles.isEmpty && titles.count < Self.longestTitle && !isOver
      if isTitle && !isOver || goesOn && !items.contains(where: \.isMeasured) {
        if line.tokens.last.map({ Self.endsSentence($0, document) }) == true {
          isOver = true
        } else if !isOver {
          titles.append(text)
        }
      } else if !titles.isEmpty {
        isOver = true
      }
    }
    isTitled = !titles.isEmpty
    if titles.isEmpty {
      let headline = lines.first {
        Self.isHeadline($0, reader.items(of: $0.tokens), isBelowOffice: !offices.isEmpty, document)
      }
      let line = headline ?? (offices.isEmpty ? lines.first : nil)
      if let line, line.tokens.count <= Self.longestLine, let last = line.tokens.last,
        !Self.endsSentence(last, document)
      {
        titles.append(Self.text(line.tokens, document))
      }
    }
    title = titles.joined(separator: " ")
    issuer = offices.joined(separator: " - ")
  }

  /// A line of some words below the name of a newspaper or an office and its menu; below an office it
  /// names a time.
  private static func isHeadline(
    _ line: HeadLines.Line, _ items: [Item], isBelowOffice: Bool, _ document: TokenizedDocument
  ) -> Bool {
    guard line.tokens.count <= longestLine, line.office == nil, let last = line.tokens.last,
      !endsSentence(last, document),
      line.tokens.count(where: { document.tokens[$0].kind == .word }) >= 7
    else { return false }
    let isMenu = items.contains { item in
      if case .time(.day(let date)) = item.kind { return date.year != nil }
      return item.cue == .chrome
    }
    return !isMenu && (!isBelowOffice || items.contains(where: \.isTime))
  }

  /// Số: 512/BC-CTK
  private static func number(
    _ items: [Item], _ line: HeadLines.Line, _ document: TokenizedDocument,
    _ vocabulary: Vocabulary
  ) -> String? {
    guard let first = items.first, first.cue == .law || first.cue == .reference,
      let word = first.tokens.first, vocabulary.isWord(document.tokens[word], .number)
    else { return nil }
    let rest = first.tokens.drop { document.tokens[$0].kind != .number }
    guard let start = rest.first else { return nil }
    // Số 33 / BC - UBND
    var end = rest.upperBound
    while end < line.tokens.upperBound,
      document.isSign(end, "/-")
        || document.isSign(end - 1, "/-") && document.tokens[end].flags.contains(.capitalized)
    { end += 1 }
    while document.isSign(end - 1, "/-") { end -= 1 }
    return (start..<end).map { document.string($0..<$0 + 1) }.joined()
  }

  /// The day of a dateline, or its month where the day is left open (ngày … tháng 9 năm 2020); of
  /// another line only if it says little else, and cites nothing of that day.
  private static func day(_ items: [Item], isDated: Bool) -> String? {
    guard isDated || items.count <= 6 && !items.contains(where: { $0.cue == .title }) else {
      return nil
    }
    for (k, item) in items.enumerated() {
      guard case .time(let time) = item.kind else { continue }
      switch time {
      case .day(let date) where date.year != nil && (k == 0 || items[k - 1].cue != .law):
        return date.iso
      case .month(let month, let year?) where isDated:
        return PartialDate(year: year, month: month).iso
      default: break
      }
    }
    return nil
  }

  /// Whether the line ends the name of the office above it: UỶ BAN NHÂN DÂN / HUYỆN ĐỨC THỌ, SỞ NÔNG
  /// NGHIỆP / VÀ PHÁT TRIỂN NÔNG THÔN.
  private static func goesOn(
    _ line: HeadLines.Line, _ office: HeadLines.Line, _ document: TokenizedDocument,
    _ vocabulary: Vocabulary, _ places: PlaceReader
  ) -> Bool {
    guard line.office == nil, line.tokens.count <= 8, let first = line.tokens.first,
      document.tokens[first].kind == .word, document.tokens[first].flags.contains(.capitalized)
    else { return false }
    if vocabulary.isWord(document.tokens[first], .and) { return true }
    let name = places.mentions(in: line.tokens, of: document.tokens, document.bytes).first
    return name.map {
      $0.tokens.lowerBound == first && !$0.kind.isEmpty
    } == true
      && places.mentions(in: office.tokens, of: document.tokens, document.bytes).isEmpty
  }

  /// Whether the line is none of a title that stands above it: a section, (Số liệu …), Kính gửi: …, a
  /// table's name or head.
  private static func isBody(_ line: HeadLines.Line, _ document: TokenizedDocument) -> Bool {
    line.isCell || opensBracket(line, document) || isSection(line, document)
      || line.marks.contains {
        $0.role == .body && $0.tokens.lowerBound <= line.tokens.lowerBound + 1
      }
  }

  /// The line up to what else stands in it: CỤC THỐNG KÊ before CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.
  private static func upToEnd(_ line: HeadLines.Line, _ document: TokenizedDocument) -> String {
    let end =
      line.marks.first { $0.role == .end && $0.tokens.lowerBound > line.tokens.lowerBound }?.tokens
      .lowerBound ?? line.tokens.upperBound
    return text(line.tokens.lowerBound..<end, document)
  }

  /// A. KINH TẾ, 1. Nông nghiệp, I- KẾT QUẢ; a title in capitals is none.
  private static func isSection(_ line: HeadLines.Line, _ document: TokenizedDocument) -> Bool {
    guard let level = SectionPath().level(of: line.tokens, document), line.tokens.count > 1 else {
      return false
    }
    return level > 0 || document.isSign(line.tokens.lowerBound + 1, ".)-/")
  }

  private static func opensBracket(_ line: HeadLines.Line, _ document: TokenizedDocument) -> Bool {
    line.tokens.first.map {
      document.bytes[Int(document.tokens[$0].span.start)] == UInt8(ascii: "(")
    } ?? false
  }

  private static func text(_ tokens: Range<Int>, _ document: TokenizedDocument) -> String {
    document.string(tokens)
  }

  private static func endsSentence(_ token: Int, _ document: TokenizedDocument) -> Bool {
    guard document.tokens[token].kind == .sign else { return false }
    let byte = document.bytes[Int(document.tokens[token].span.start)]
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
  }
}
