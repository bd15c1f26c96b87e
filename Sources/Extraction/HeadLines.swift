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
      guard let tokens = tokens(of: lines[k]) else { return false }
      return (SectionPath().level(of: tokens, document) ?? 0) > 0
    }
    return lines[..<(section ?? lines.endIndex)]
  }

  private func tokens(of paragraph: Paragraph) -> Range<Int>? {
    guard let first = paragraph.sentences.first, let last = paragraph.sentences.last else {
      return nil
    }
    let sentences = document.segments.sentences
    return sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
  }

  /// The lines with their marks, cut where a wide gap or a bar stands between two columns.
  private func lines(_ paragraphs: ArraySlice<Paragraph>) -> [Line] {
    var lines: [Line] = []
    for paragraph in paragraphs {
      guard let tokens = tokens(of: paragraph) else { continue }
      var start = tokens.lowerBound
      for t in tokens.dropFirst() {
        let gap = document.tokens[t].span.start - document.tokens[t - 1].span.end
        let isBar = document.isSign(t, "|")
        guard gap > 2 || isBar else { continue }
        if start < t { lines.append(Line(tokens: start..<t)) }
        start = isBar ? t + 1 : t
      }
      if start < tokens.upperBound { lines.append(Line(tokens: start..<tokens.upperBound)) }
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
