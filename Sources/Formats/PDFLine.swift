/// Runs that follow each other closely on a line: a cell of a table, or a line of prose.
struct PDFSegment {
  var left: Int
  var right: Int
  var text: StyledText
  /// What it reads, once it is whole.
  var words = ""
  /// Where its runs stand.
  var runs: [PDFRun] = []
  /// Its words, where it was cut from another.
  var ownPieces: [PDFWord]?

  var isNumber: Bool { CellTable.isNumber(words) }

  var startsLower: Bool { words.first { $0 != "(" }?.isLowercase == true }
}

/// A line of a page, from left to right.
struct PDFLine {
  var top: Int
  var bottom: Int
  /// The height of the font of most of it.
  var size: Int
  var segments: [PDFSegment] = []
  /// It begins with a raised mark, as a footnote does.
  var startsRaised = false
  var page = 0

  var left: Int { segments.first?.left ?? 0 }
  var right: Int { segments.last?.right ?? 0 }
  var height: Int { bottom - top }
  var words: String { segments.map(\.words).joined(separator: " ") }

  /// The runs of a page, or of a column of it, as lines from top to bottom.
  static func lines(_ runs: [PDFRun], page: Int) -> [PDFLine] {
    let usual = usualSize(runs)
    var groups: [[PDFRun]] = []
    let large = runs.filter { $0.size * 20 >= usual * 17 }.sorted { $0.bottom < $1.bottom }
    for run in large {
      // Baselines of a line differ by less than a third of its height.
      if let last = groups.indices.last, let first = groups[last].first,
        (run.bottom - first.bottom) * 3 <= min(run.height, first.height)
      {
        groups[last].append(run)
      } else {
        groups.append([run])
      }
    }
    attach(runs.filter { $0.size * 20 < usual * 17 }.sorted { $0.bottom < $1.bottom }, &groups)
    return groups.map { PDFLine($0, page) }.sorted { ($0.bottom, $0.left) < ($1.bottom, $1.left) }
  }

  /// Small runs go to the line that they stand beside, or make lines of their own.
  private static func attach(_ small: [PDFRun], _ groups: inout [[PDFRun]]) {
    let count = groups.count
    var own: [[PDFRun]] = []
    // Lines and runs both go down the page.
    var start = 0
    for run in small {
      while start < count, groups[start][0].bottom < run.top { start += 1 }
      let home = (start..<count).prefix { groups[$0][0].top < run.bottom }.first { line in
        let first = groups[line][0]
        let overlap = min(first.bottom, run.bottom) - max(first.top, run.top)
        return overlap * 5 >= run.height * 2
          && groups[line].contains {
            run.left - $0.right <= $0.size / 2 && $0.left - run.right <= $0.size / 2
              && $0.size > run.size
          }
      }
      if let home {
        groups[home].append(run)
      } else if let last = own.indices.last,
        (run.bottom - own[last][0].bottom) * 3 <= min(run.height, own[last][0].height)
          || isBesideRaised(run, own[last])
      {
        own[last].append(run)
      } else {
        own.append([run])
      }
    }
    groups += own
  }

  /// A footnote's mark stands higher than its words.
  private static func isBesideRaised(_ run: PDFRun, _ line: [PDFRun]) -> Bool {
    line.count == 1 && line[0].size < run.size && line[0].bottom > run.top + run.height / 3
      && abs(run.left - line[0].right) <= run.size
  }

  /// The size of font that most letters have.
  static func usualSize(_ runs: some Sequence<PDFRun>) -> Int {
    var letters: [Int: Int] = [:]
    for run in runs { letters[run.size, default: 0] += run.text.utf8.count }
    return letters.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
  }

  private init(_ runs: [PDFRun], _ page: Int) {
    let usual = Self.usualSize(runs)
    let base = runs.filter { $0.size == usual }
    let line = base.isEmpty ? runs : base
    top = line.map(\.top).min() ?? 0
    bottom = line.map(\.bottom).max() ?? 0
    size = usual
    self.page = page
    var last: PDFRun?
    for (i, run) in runs.sorted(by: { ($0.left, $0.top) < ($1.left, $1.top) }).enumerated() {
      let isRaised = run.size * 20 <= usual * 17 && (bottom - run.bottom) * 8 >= run.height
      if i == 0 { startsRaised = isRaised }
      let gap = last.map { run.left - $0.right } ?? 0
      if let previous = last, gap < usual || run.isJoined {
        let needsBlank =
          gap * 6 > usual && previous.text.last?.isWhitespace == false
          && run.text.first?.isWhitespace == false
        if needsBlank { segments[segments.count - 1].text.add(" ", font: run.font) }
      } else {
        segments.append(PDFSegment(left: run.left, right: run.right, text: StyledText()))
      }
      let k = segments.count - 1
      segments[k].text.add(run.text, font: run.font, isRaised: isRaised)
      segments[k].right = max(segments[k].right, run.right)
      segments[k].runs.append(run)
      last = run
    }
    for k in segments.indices {
      segments[k].words = segments[k].text.string.squeezed
    }
    segments.removeAll { $0.words.isEmpty }
  }
}
