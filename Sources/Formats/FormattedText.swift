public import Encodings

/// A document's text, out of whatever wrapped it: what `solieu text` prints and where records' places count.
///
/// A paragraph is a line. A heading stands between empty lines. A table is a run of lines between empty
/// lines, a row each, its cells divided by tabs; a cell has no tab and no line end, and empty cells are kept.
/// A cell that spans columns stands in the first, the others are empty; one that spans rows likewise.
public struct FormattedText: Sendable {
  /// Well-formed UTF-8 with LF line ends, without NUL.
  public private(set) var bytes: [UInt8] = []
  public let format: DocumentFormat
  /// How the text was encoded, where that had to be found out, and how surely.
  public var encoding: TextEncoding?
  public var encodingConfidence = 1.0
  public var properties = DocumentProperties()
  /// What whoever uses the text should know, such as "is cut off: its end is missing".
  public var notes: [String] = []

  public init(format: DocumentFormat) { self.format = format }

  /// A text that is one already.
  public init(format: DocumentFormat, _ text: DecodedText) {
    self.format = format
    bytes = text.bytes.filter { $0 != 0 }
    encoding = text.encoding
    encodingConfidence = text.confidence
  }

  /// Adds a line; blanks at its ends go, line ends within it become blanks. Nothing where it is empty.
  public mutating func addParagraph(_ text: some StringProtocol) {
    let line = Self.line(text)
    guard !line.isEmpty else { return }
    bytes += line
    bytes.append(UInt8(ascii: "\n"))
  }

  public mutating func addHeading(_ text: some StringProtocol) {
    endBlock()
    addParagraph(text)
    endBlock()
  }

  /// Adds the row of a table; nothing where all cells are empty.
  public mutating func addRow(_ cells: [some StringProtocol]) {
    let lines = cells.map(Self.line)
    guard lines.contains(where: { !$0.isEmpty }) else { return }
    for (k, line) in lines.enumerated() {
      if k > 0 { bytes.append(UInt8(ascii: "\t")) }
      bytes += line
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds what another text holds.
  mutating func append(_ other: FormattedText) { bytes += other.bytes }

  /// An empty line, unless there is one already.
  public mutating func endBlock() {
    let newline = UInt8(ascii: "\n")
    guard !bytes.isEmpty, bytes.suffix(2) != [newline, newline] else { return }
    bytes.append(newline)
  }

  /// One line: white space in runs becomes one blank, no-break spaces stay, NUL goes. So do soft hyphens:
  /// once old encodings are repaired, where one is a letter, they say only where a line may end.
  private static func line(_ text: some StringProtocol) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    var isBlank = false
    for byte in text.utf8 where byte != 0 {
      switch byte {
      case 0x09...0x0D, 0x20: isBlank = true
      // U+00AD is C2 AD; no other character has these two bytes side by side.
      case 0xAD where !isBlank && line.last == 0xC2: line.removeLast()
      default:
        if isBlank, !line.isEmpty, line.last != 0x20 { line.append(0x20) }
        isBlank = false
        line.append(byte)
      }
    }
    if line.last == 0x20 { line.removeLast() }
    return line
  }
}

/// What a file says of its document beside the text.
public struct DocumentProperties: Sendable, Equatable {
  public var title = ""
  /// Who issued it: the company of an office document, the site of a page.
  public var issuer = ""
  /// Who wrote it: a person, an office, the program that made the file; the end of a page's title.
  public var author = ""
  /// When it was made: ISO 8601, as precise as the file says.
  public var date = ""
  /// The address of a saved page.
  public var url = ""

  public init() {}
}
