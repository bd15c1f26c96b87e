/// A piece of text in one font, where it stands on its page. Lengths are in the converter's points, from
/// the upper left corner.
struct PDFRun {
  var left: Int
  var top: Int
  var width: Int
  var height: Int
  /// The height of its font.
  var size: Int
  var font: String?
  var text: String
  /// Whether it goes on with the run before it, in which it was one.
  var isJoined = false

  var right: Int { left + width }
  var bottom: Int { top + height }
}

struct PDFPage {
  var width: Int
  var height: Int
  var runs: [PDFRun] = []

  private static let mostRuns = 20_000

  /// The pages in what `pdftohtml -xml` writes.
  static func pages(_ markup: [UInt8], limits: FormatLimits) throws(FormatError) -> [PDFPage] {
    var pages: [PDFPage] = []
    var fonts: [String: (size: Int, family: String)] = [:]
    var run: PDFRun?
    var depth = 0
    for event in try HTMLMarkup.events(markup.filter { $0 != 0 }, limits: limits) {
      switch event {
      case .start(let element):
        func number(_ name: String) -> Int {
          // Far beyond any page, and safe to add.
          min(max(Int(element[name]) ?? 0, -1_000_000), 1_000_000)
        }
        if run != nil { depth += 1 }
        switch element.name {
        case "page": pages.append(PDFPage(width: number("width"), height: number("height")))
        case "fontspec":
          let family = element["family"]
          // An embedded part of a font is called "ABCDEF+Family".
          let name = family.split(separator: "+", maxSplits: 1).last.map(String.init) ?? family
          fonts[element["id"]] = (number("size"), name)
        case "text":
          let font = fonts[element["font"]]
          run = PDFRun(
            left: number("left"), top: number("top"), width: max(number("width"), 0),
            height: max(number("height"), 1), size: max(font?.size ?? number("height"), 1),
            font: font?.family, text: "")
          depth = 0
        default: break
        }
      case .text(let text): run?.text += text
      case .end:
        if depth > 0 {
          depth -= 1
        } else if let ended = run {
          run = nil
          if let page = pages.last, page.runs.count >= mostRuns {
            throw FormatError(
              "has a page of more than \(mostRuns) pieces of text", remedy: "print that page anew")
          }
          if !pages.isEmpty, ended.text.contains(where: { !$0.isWhitespace }) {
            pages[pages.count - 1].runs.append(ended)
          }
        }
      }
    }
    return pages
  }
}
