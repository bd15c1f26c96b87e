import Quantities
import RuleLanguage
import TextModel
import VietnameseText

/// The first and the last lines of a report, where it says whose it is: letterhead, title, dateline,
/// signature.
struct HeadLines {
  private let document: TokenizedDocument
  private let vocabulary: Vocabulary

  /// How many lines may belong to the head, and to the foot.
  private static let headLines = 14
  private static let footLines = 8

  init(_ document: TokenizedDocument, _ vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
  }

  var head: [Line] { lines(headParagraphs) }
  var foot: [Line] {
    lines(document.segments.paragraphs.dropFirst(Self.headLines).suffix(Self.footLines))
  }

  /// A stretch of a line: all of it, or a column of two that stand side by side.
  struct Line {
    var tokens: Range<Int>
    /// Whether it is among the first lines, where a headline may stand.
    var isFirst = false
    /// Whether it is a cell, or a piece, of a line that tabs divide.
    var isCell = false
    var marks: [(role: Letterhead, tokens: Range<Int>)] = []

    /// The office at its beginning, TM. or a bullet before it left aside.
    var office: (role: Letterhead, tokens: Range<Int>)? {
      var start = tokens.lowerBound
      for mark in marks {
        if mark.role == .sign { start = mark.tokens.upperBound }
        if mark.role == .office || mark.role == .nation {
          return mark.tokens.lowerBound <= start + 1 ? mark : nil
        }
      }
      return nil
    }
  }

  private var headParagraphs: ArraySlice<Paragraph> {
    let lines = document.segments.paragraphs.prefix(Self.headLines)
    // The head ends where the first section begins.
    let section = lines.indices.dropFirst(3).first { k in
      guard let tokens = document.tokens(of: lines[k]) else { return false }
      return (SectionPath().level(of: tokens, document) ?? 0) > 0
        && wrappedDateline(at: k - 1) == nil
    }
    return lines[..<(section ?? lines.endIndex)]
  }

  /// The lines with their marks, cut where a wide gap or a bar stands between two columns.
  private func lines(_ paragraphs: ArraySlice<Paragraph>) -> [Line] {
    var lines: [Line] = []
    var k = paragraphs.startIndex
    while k < paragraphs.endIndex {
      let wrapped = wrappedDateline(at: k)
      defer { k += wrapped == nil ? 1 : 2 }
      guard let tokens = wrapped ?? document.tokens(of: paragraphs[k]) else { continue }
      let isCell = hasTab(tokens)
      let whole = days(in: tokens)
      var start = tokens.lowerBound
      for t in tokens.dropFirst() where !whole.contains(where: { $0.contains(t) }) {
        let gap = document.tokens[t].span.start - document.tokens[t - 1].span.end
        let isBar = document.isSign(t, "|")
        guard gap > 2 || isBar else { continue }
        if start < t { lines.append(Line(tokens: start..<t, isCell: isCell)) }
        start = isBar ? t + 1 : t
      }
      if start < tokens.upperBound {
        lines.append(Line(tokens: start..<tokens.upperBound, isCell: isCell))
      }
    }
    for k in lines.indices {
      lines[k].marks = marks(in: lines[k].tokens)
      lines[k].isFirst =
        (document.segments.paragraphs.prefix(3).last?.span.end).map {
          document.tokens[lines[k].tokens.lowerBound].span.start < $0
        } ?? false
    }
    return lines
  }

  private func hasTab(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().contains { t in
      let gap = Int(document.tokens[t - 1].span.end)..<Int(document.tokens[t].span.start)
      return document.bytes[gap].contains(UInt8(ascii: "\t"))
    }
  }

  /// Thái Bình, ngày 28 tháng 9 / năm 2021: a dateline that a narrow column broke. Its paragraph and the
  /// next as one.
  func wrappedDateline(at k: Int) -> Range<Int>? {
    let paragraphs = document.segments.paragraphs
    guard k + 1 < paragraphs.count, let line = document.tokens(of: paragraphs[k]),
      let next = document.tokens(of: paragraphs[k + 1]), line.count <= Self.longestDateline,
      next.count <= Self.longestRest, line.upperBound == next.lowerBound,
      let mark = marks(in: line).last(where: { $0.role == .dateline }),
      !namesDay(mark.tokens.upperBound - 1..<line.upperBound),
      namesDay(mark.tokens.upperBound - 1..<next.upperBound)
    else { return nil }
    return line.lowerBound..<next.upperBound
  }

  /// The most tokens of a dateline's line, Số: 512/BC-CTK beside it, and of what a column breaks off it.
  private static let longestDateline = 24
  private static let longestRest = 6

  private func namesDay(_ range: Range<Int>) -> Bool {
    items(range).contains {
      if case .time(.day(let date)) = $0.kind { return date.year != nil }
      return false
    }
  }

  /// What stands behind ", ngày" in datelines, however wide the gaps that a hand is to fill.
  private func days(in tokens: Range<Int>) -> [Range<Int>] {
    marks(in: tokens).compactMap { mark in
      guard mark.role == .dateline,
        let time = items(mark.tokens.upperBound - 1..<tokens.upperBound).first(where: \.isTime)
      else { return nil }
      return mark.tokens.upperBound..<time.tokens.upperBound
    }
  }

  private func items(_ range: Range<Int>) -> [Item] {
    ItemReader(
      vocabulary: vocabulary, bytes: document.bytes, tokens: document.tokens, style: NumberStyle()
    ).items(of: range)
  }

  func marks(in range: Range<Int>) -> [(role: Letterhead, tokens: Range<Int>)] {
    var marks: [(role: Letterhead, tokens: Range<Int>)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let match = vocabulary.lexicon.longestMatch(
        .letterhead, document.tokens, at: i, end: range.upperBound),
        case .letterhead(let role) = vocabulary.meanings[match.rule]
      {
        marks.append((role, i..<i + match.count))
        i += match.count
      } else {
        i += 1
      }
    }
    return marks
  }
}
