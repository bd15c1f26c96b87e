public import TextModel

/// Cuts lines of tokens into paragraphs and sentences.
///
/// UAX #29 breaks after every abbreviation (TP. Hồ Chí Minh) and never inside nông thôn.Lũy kế, so
/// the rules are our own: a stop ends a sentence before white space where what follows can begin
/// one, and between a lower-case word and a capital that touch.
public struct Segmenter: Sendable {
  /// Words after which a point ends no sentence: TP, Tr, TS.
  public let abbreviations: Set<SymbolID>

  /// The most tokens of one sentence: what has more is no sentence, and is cut, at a comma where
  /// there is one, so that the cost stays in proportion to the text.
  static let longest = 480

  public init(abbreviations: Set<SymbolID>) { self.abbreviations = abbreviations }

  /// A text cut up: tokens in sentences in paragraphs.
  public struct Result: Sendable {
    public var sentences: [Sentence] = []
    public var paragraphs: [Paragraph] = []
  }

  /// Paragraphs and sentences of `text`, whose tokens are `tokens`. O(n).
  public func segment(_ bytes: [UInt8], _ text: Tokenizer.Result) -> Result {
    var result = Result()
    let tokens = text.tokens
    var i = 0
    while i < text.lines.count {
      var line = text.lines[i]
      i += 1
      while i < text.lines.count, continues(bytes, tokens, line, text.lines[i]),
        !isRow(bytes, tokens, text.lines[i - 1])
      {
        line = line.lowerBound..<text.lines[i].upperBound
        i += 1
      }
      let first = result.sentences.count
      var start = line.lowerBound
      for k in line where k + 1 < line.upperBound {
        let length = k + 1 - start
        let isFull =
          length >= Self.longest
          || length >= Self.longest * 3 / 4 && bytes[Int(tokens[k].span.start)] == UInt8(ascii: ",")
        guard isFull || endsSentence(bytes, tokens, at: k, in: line) else { continue }
        result.sentences.append(sentence(tokens, start..<k + 1))
        start = k + 1
      }
      if start < line.upperBound {
        result.sentences.append(sentence(tokens, start..<line.upperBound))
      }
      result.paragraphs.append(
        Paragraph(
          span: TextSpan(
            Int(tokens[line.lowerBound].span.start), Int(tokens[line.upperBound - 1].span.end)),
          sentences: first..<result.sentences.count))
    }
    return result
  }

  private func sentence(_ tokens: [Token], _ range: Range<Int>) -> Sentence {
    Sentence(
      span: TextSpan(
        Int(tokens[range.lowerBound].span.start), Int(tokens[range.upperBound - 1].span.end)),
      tokens: range)
  }

  /// Whether `next` goes on with the sentence of `line`: a line broken by its width.
  private func continues(
    _ bytes: [UInt8], _ tokens: [Token], _ line: Range<Int>, _ next: Range<Int>
  ) -> Bool {
    let last = tokens[line.upperBound - 1]
    let first = tokens[next.lowerBound]
    guard first.kind == .word, !first.flags.contains(.capitalized) else { return false }
    // An empty line between them ends the paragraph.
    let gap = bytes[Int(last.span.end)..<Int(first.span.start)]
    guard gap.lazy.filter({ $0 == 0x0A }).count <= 1 else { return false }
    // a) b) c) begin members of a list.
    if next.count > 1, first.span.count == 1,
      [UInt8(ascii: ")"), UInt8(ascii: ".")].contains(
        bytes[Int(tokens[next.lowerBound + 1].span.start)])
    {
      return false
    }
    if last.kind != .sign { return true }
    return !".:;!?|".utf8.contains(bytes[Int(last.span.start)])
  }

  /// Whether the line is a row of a table: tabs, bars or wide gaps divide it into three cells or more.
  private func isRow(_ bytes: [UInt8], _ tokens: [Token], _ line: Range<Int>) -> Bool {
    var tabs = 0
    var bars = 0
    var gaps = 0
    for t in line.dropFirst() {
      let gap = Int(tokens[t - 1].span.end)..<Int(tokens[t].span.start)
      if !gap.isEmpty { tabs += bytes[gap].count { $0 == UInt8(ascii: "\t") } }
      if gap.count > 2 { gaps += 1 }
      if bytes[Int(tokens[t].span.start)] == UInt8(ascii: "|") { bars += 1 }
    }
    return tabs > 1 || bars > 1 || gaps > 1
  }

  private func endsSentence(_ bytes: [UInt8], _ tokens: [Token], at k: Int, in line: Range<Int>)
    -> Bool
  {
    let token = tokens[k]
    guard token.kind == .sign else { return false }
    let byte = bytes[Int(token.span.start)]
    let isStop = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    guard isStop else { return false }
    let next = tokens[k + 1]
    if k == line.lowerBound { return false }
    let previous = tokens[k - 1]
    if next.isGlued {
      // nông thôn.Lũy kế: a stop with its space lost.
      return previous.kind == .word && !previous.flags.contains(.capitalized)
        && previous.span.count > 2 && next.kind == .word && next.flags.contains(.capitalized)
        && !next.flags.contains(.allCapitals) && next.span.count > 2
    }
    if next.kind == .word, !next.flags.contains(.capitalized) { return false }
    if next.kind == .sign, ",;)".utf8.contains(bytes[Int(next.span.start)]) { return false }
    // 1. Nông nghiệp: the number of a list.
    if k - line.lowerBound <= 1, previous.kind == .number || previous.span.count <= 3 {
      return false
    }
    if previous.kind == .word, abbreviations.contains(previous.symbol), token.isGlued {
      return false
    }
    return true
  }
}
