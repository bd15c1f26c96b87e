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

  init(_ document: TokenizedDocument, _ vocabulary: Vocabulary) {
    let lines = HeadLines(document, vocabulary).head
    let reader = ItemReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: NumberStyle())
    var offices: [String] = []
    var titles: [String] = []
    var isOver = false
    for (k, line) in lines.enumerated() {
      let items = reader.items(of: line.tokens)
      if number.isEmpty, let found = Self.number(items, document, vocabulary) {
        number = found
        continue
      }
      let isDated = line.marks.contains { $0.role == .dateline }
      if let day = Self.day(items), isDated || items.count <= 6, date.isEmpty {
        date = day
        if titles.isEmpty { continue }
      }
      guard line.tokens.count <= Self.longestLine, !isDated else { continue }
      let text = Self.text(line.tokens, document)
      if titles.isEmpty, line.office != nil, offices.count < 2, k < 6 {
        offices.append(Self.upToEnd(line, document))
        continue
      }
      if !titles.isEmpty,
        (SectionPath().level(of: line.tokens, document) ?? 0) > 0
          || Self.opensBracket(line, document)
      {
        isOver = true
      }
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
    // A newspaper's headline is its first line.
    if titles.isEmpty, offices.isEmpty, let first = lines.first,
      first.tokens.count <= Self.longestLine
    {
      titles.append(Self.text(first.tokens, document))
    }
    title = titles.joined(separator: " ")
    issuer = offices.joined(separator: " - ")
  }

  /// Số: 512/BC-CTK
  private static func number(
    _ items: [Item], _ document: TokenizedDocument, _ vocabulary: Vocabulary
  ) -> String? {
    guard let first = items.first, first.cue == .law || first.cue == .reference,
      let word = first.tokens.first, vocabulary.isWord(document.tokens[word], .number)
    else { return nil }
    let rest = first.tokens.drop { document.tokens[$0].kind != .number }
    return rest.isEmpty ? nil : document.string(rest)
  }

  private static func day(_ items: [Item]) -> String? {
    for item in items {
      if case .time(.day(let date)) = item.kind, date.year != nil { return date.iso }
    }
    return nil
  }

  /// The line up to what else stands in it: CỤC THỐNG KÊ before CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.
  private static func upToEnd(_ line: HeadLines.Line, _ document: TokenizedDocument) -> String {
    let end =
      line.marks.first { $0.role == .end && $0.tokens.lowerBound > line.tokens.lowerBound }?.tokens
      .lowerBound ?? line.tokens.upperBound
    return text(line.tokens.lowerBound..<end, document)
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
