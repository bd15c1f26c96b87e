/// Finds a page set in two columns, and divides its runs so that each column is read to its end.
enum PDFColumns {
  /// The runs of the page in parts to be read one after the other.
  static func parts(_ page: PDFPage) -> [[PDFRun]] {
    guard let gutter = gutter(page) else { return [page.runs] }
    // What crosses the gutter divides the columns above it from those below.
    let crossing = page.runs.filter { $0.left < gutter && $0.right > gutter }
      .sorted { $0.top < $1.top }
    var parts: [[PDFRun]] = []
    var isAcross = false
    var rest = page.runs.filter { $0.left >= gutter || $0.right <= gutter }
    func addColumns(_ runs: [PDFRun]) {
      parts.append(runs.filter { $0.right <= gutter })
      parts.append(runs.filter { $0.left >= gutter })
    }
    for run in crossing {
      let above = rest.filter { $0.bottom <= run.top + run.height / 2 }
      if !above.isEmpty { addColumns(above) }
      rest.removeAll { $0.bottom <= run.top + run.height / 2 }
      // Lines across that follow each other are one part.
      if above.isEmpty, isAcross {
        parts[parts.count - 1].append(run)
      } else {
        parts.append([run])
      }
      isAcross = true
    }
    addColumns(rest)
    return parts.filter { !$0.isEmpty }
  }

  /// The middle of the blank between two columns of prose; `nil` where there are none.
  private static func gutter(_ page: PDFPage) -> Int? {
    let step = 4
    let range = page.width * 35 / 100..<max(page.width * 65 / 100, page.width * 35 / 100 + 1)
    guard page.runs.count >= 16, page.width > 0, page.runs.count < 20_000 else { return nil }
    var best: (x: Int, crossings: Int, width: Int)?
    var run: (start: Int, crossings: Int)?
    for x in stride(from: range.lowerBound, to: range.upperBound, by: step) {
      let crossings = page.runs.count { $0.left < x && $0.right > x }
      if let open = run, open.crossings == crossings {
        let width = x - open.start
        if best.map({ (crossings, -width) < ($0.crossings, -$0.width) }) ?? true {
          best = (open.start + width / 2, crossings, width)
        }
      } else {
        run = (x, crossings)
      }
    }
    guard let best, best.crossings * 5 <= page.runs.count, best.width >= step else { return nil }
    let left = page.runs.filter { $0.right <= best.x }
    let right = page.runs.filter { $0.left >= best.x }
    return isProse(left) && isProse(right) && isLevel(left, right) ? best.x : nil
  }

  /// Lines that fill their column, most of them.
  private static func isProse(_ runs: [PDFRun]) -> Bool {
    guard let start = runs.map(\.left).min(), let end = runs.map(\.right).max() else {
      return false
    }
    let lines = PDFLine.lines(runs, page: 0)
    let full = lines.count {
      ($0.right - $0.left) * 10 >= (end - start) * 7 && $0.segments.count == 1
        && !($0.segments[0].isNumber)
    }
    return lines.count >= 6 && full * 10 >= lines.count * 6
  }

  /// Whether the columns stand beside each other for most of their height.
  private static func isLevel(_ left: [PDFRun], _ right: [PDFRun]) -> Bool {
    guard let a = left.map(\.top).min(), let b = left.map(\.bottom).max(),
      let c = right.map(\.top).min(), let d = right.map(\.bottom).max()
    else { return false }
    return (min(b, d) - max(a, c)) * 2 >= min(b - a, d - c)
  }
}
