/// Tells a page's own lines, such as menus, buttons, counters and links to other pages, from those of its
/// text, by what is in them.
///
/// It serves pages of HTML and those saved as text. A line with a figure in a sentence is never such a line.
public struct ChromeLines: Sendable {
  /// A line of a page.
  public struct Line: Sendable {
    public var text: String
    /// All of it links somewhere.
    public var isLink: Bool

    public init(_ text: String, isLink: Bool = false) {
      self.text = text
      self.isLink = isLink
    }
  }

  /// For each line given: whether it is the page's.
  public private(set) var isChrome: [Bool] = []
  /// The date that such lines give, in ISO 8601; empty where none does.
  public private(set) var date = ""

  /// Judges the lines of a page in their order. Linear in their length.
  public init(_ lines: [Line]) {
    let judged = lines.map { ChromeLine($0.text) }
    isChrome = judged.map(\.isChrome)
    markLinks(lines, judged)
    // The heading of a list goes with the list alone: it says what the lines below it are.
    var isNextChrome = true
    for i in isChrome.indices.reversed() {
      if judged[i].isListHeading { isChrome[i] = isNextChrome }
      if !lines[i].text.isEmpty { isNextChrome = isChrome[i] }
    }
    for (line, isChrome) in zip(judged, isChrome) where isChrome && date.isEmpty {
      date = line.date
    }
  }

  /// Runs of links: three or more, or what follows the heading of such a list.
  private mutating func markLinks(_ lines: [Line], _ judged: [ChromeLine]) {
    var i = 0
    while i < lines.count {
      guard lines[i].isLink else {
        i += 1
        continue
      }
      var end = i
      while end < lines.count, lines[end].isLink { end += 1 }
      let isBelowHeading = i > 0 && judged[i - 1].isListHeading
      if end - i >= 3 || isBelowHeading {
        for k in i..<end where !judged[k].isStatement { isChrome[k] = true }
      }
      i = end
    }
  }

  /// Whether a line is the page's, judged by itself.
  public static func isChrome(_ line: some StringProtocol) -> Bool {
    ChromeLine(line).isChrome
  }

  /// Names that markup gives to a page's own parts.
  static func isChromeName(_ name: some StringProtocol) -> Bool {
    ChromeVocabulary.shared.classes.contains(name.lowercased())
  }
}
