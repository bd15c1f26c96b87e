/// Where `pdftotext -bbox` says that the words of pages stand.
///
/// `pdftohtml` makes one run of what stands close in neighbouring cells, and does not say where the words
/// of a run stand.
struct PDFWordBoxes {
  private struct Box {
    var left: Double
    var right: Double
    var middle: Double
  }

  private struct Page {
    var width: Double
    var boxes: [Box] = []
  }

  private var pages: [Page] = []

  init(_ markup: [UInt8], limits: FormatLimits) throws(FormatError) {
    for event in try HTMLMarkup.events(markup.filter { $0 != 0 }, limits: limits) {
      guard case .start(let element) = event else { continue }
      func number(_ name: String) -> Double {
        let number = Double(element[name]) ?? 0
        return number.isFinite ? min(max(number, -1e6), 1e6) : 0
      }
      switch element.name {
      case "page": pages.append(Page(width: number("width")))
      case "word":
        guard !pages.isEmpty else { continue }
        pages[pages.count - 1].boxes.append(
          Box(
            left: number("xmin"), right: number("xmax"),
            middle: (number("ymin") + number("ymax")) / 2))
      default: break
      }
    }
  }

  /// The pages with their runs cut where more than a blank divides words.
  func cut(_ pages: [PDFPage]) -> [PDFPage] {
    guard pages.count == self.pages.count else { return pages }
    return zip(pages, self.pages).map { page, words in
      guard words.width > 0, page.width > 0 else { return page }
      let scale = Double(page.width) / words.width
      let boxes = words.boxes.map {
        Box(left: $0.left * scale, right: $0.right * scale, middle: $0.middle * scale)
      }.sorted { $0.middle < $1.middle }
      var page = page
      page.runs = page.runs.flatMap { Self.cut($0, boxes) }
      return page
    }
  }

  private static func cut(_ run: PDFRun, _ boxes: [Box]) -> [PDFRun] {
    let words = run.text.split(whereSeparator: \.isWhitespace)
    guard words.count > 1 else { return [run] }
    // The words go down the page.
    var low = 0
    var high = boxes.count
    while low < high {
      let k = (low + high) / 2
      if boxes[k].middle < Double(run.top) { low = k + 1 } else { high = k }
    }
    let inner = boxes[low...].prefix { $0.middle < Double(run.bottom) }.filter {
      let centre = ($0.left + $0.right) / 2
      return centre > Double(run.left) && centre < Double(run.right)
    }.sorted { $0.left < $1.left }
    guard inner.count == words.count else { return [run] }
    var runs: [PDFRun] = []
    var start = 0
    for k in 1...words.count {
      guard
        k == words.count || (inner[k].left - inner[k - 1].right) * 5 > Double(run.size) * 2
      else { continue }
      var part = run
      part.left = Int(inner[start].left.rounded())
      part.width = max(Int(inner[k - 1].right.rounded()) - part.left, 0)
      let end = k == words.count ? run.text.endIndex : words[k].startIndex
      part.text = String(
        run.text[(start == 0 ? run.text.startIndex : words[start].startIndex)..<end])
      part.isJoined = start > 0
      runs.append(part)
      start = k
    }
    return runs.count > 1 ? runs : [run]
  }
}
