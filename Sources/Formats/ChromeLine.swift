/// One line, and whether it is a page's own: covered by phrases, dates, times and numbers of such lines.
struct ChromeLine {
  private(set) var isChrome = false
  /// The heading of a list of links.
  private(set) var isListHeading = false
  /// In ISO 8601, of the first date in it; empty where there is none.
  private(set) var date = ""
  /// Says something with a figure: no such line is a page's own.
  private(set) var isStatement = false

  /// What a part between bars is made of.
  private struct Part {
    var words = 0
    var known = 0
    var kinds: Set<ChromeVocabulary.Kind> = []
    var hasTime = false
    var hasDate = false
    /// A number that nothing explains.
    var hasNumber = false
    /// More unknown words than the name of any section has: the rest is not looked at.
    var isLong: Bool { words - known > 12 }
    var isCovered: Bool { words > 0 && known == words && !hasNumber }
  }

  init(_ line: some StringProtocol) {
    let text = String(line)
    // A row of a table; a line longer than any menu.
    guard !text.utf8.contains(0x09), text.utf8.count <= 2000 else {
      isStatement = true
      return
    }
    var parts = [Part()]
    var bars = 0
    var arrows = 0
    var words: [Substring] = []
    for piece in text.unicodeScalars.split(whereSeparator: { $0.value <= 0x20 || $0 == "\u{a0}" }) {
      let word = Substring(piece)
      if ["|", "»", "›", ">", "•", "·", "/", "::", "→"].contains(word) {
        if ["»", "›", ">", "→"].contains(word) { arrows += 1 } else { bars += 1 }
        cover(words, &parts[parts.count - 1])
        words = []
        parts.append(Part())
      } else {
        words.append(word)
      }
    }
    cover(words, &parts[parts.count - 1])
    parts.removeAll { $0.words == 0 }
    judge(parts, bars: bars, arrows: arrows, text)
  }

  private mutating func judge(_ parts: [Part], bars: Int, arrows: Int, _ text: String) {
    let unknown = parts.filter { !$0.isCovered }
    isStatement =
      unknown.contains { $0.isLong && !$0.kinds.contains(.start) }
      || unknown.contains { $0.hasNumber && $0.words >= 4 }
      || unknown.reduce(0) { $0 + $1.words } > 12 && text.contains { ".;".contains($0) }
    guard !parts.isEmpty, !isStatement else { return }
    let kinds = parts.reduce(into: Set()) { $0.formUnion($1.kinds) }
    isListHeading = kinds.contains(.list) && unknown.isEmpty
    let isDated = parts.contains(where: \.hasDate)
    let isSigned =
      !kinds.isDisjoint(with: [.piece, .count, .list, .phone, .home])
      || isDated && (kinds.contains(.when) || parts.contains(where: \.hasTime))
    if unknown.isEmpty {
      // A letter, a weekday or a date alone may be anything.
      isChrome = isSigned && !isSingleLetter(text)
    } else if bars + arrows > 0, unknown.allSatisfy({ $0.words <= 6 && !$0.hasNumber }) {
      let isPath = arrows > 0 && bars == 0 && !text.hasSuffix(".")
      isChrome = isPath || isSigned && !(kinds == [.piece])
    } else if kinds.contains(.start) {
      isChrome = !unknown.contains(where: \.hasNumber) || unknown.allSatisfy { $0.words < 4 }
    }
  }

  private func isSingleLetter(_ text: String) -> Bool { text.filter { !$0.isWhitespace }.count < 2 }

  /// Takes what is known from the left, the longest phrase first.
  private mutating func cover(_ raw: [Substring], _ part: inout Part) {
    let vocabulary = ChromeVocabulary.shared
    let words = raw.prefix(Self.mostWords).map(Self.trimmed).filter { !$0.isEmpty }
    let rest = raw.dropFirst(Self.mostWords)
    part.words += rest.count
    if rest.contains(where: Self.hasDigit) { part.hasNumber = true }
    var i = 0
    while i < words.count, !part.isLong {
      if let (length, kind) = vocabulary.longest(words[i...], isFirst: i == 0) {
        part.kinds.insert(kind)
        part.known += length
        part.words += length
        i += length
        if kind == .start {
          // What follows is of the page too, unless it is a statement.
          part.words += words.count - i
          if words[i...].contains(where: Self.hasDigit) { part.hasNumber = true }
          return
        }
        continue
      }
      let word = words[i]
      i += 1
      part.words += 1
      if let found = ChromeDate(word) {
        part.known += 1
        if found.isTime { part.hasTime = true } else { part.hasDate = true }
        if date.isEmpty { date = found.iso }
      } else if Self.hasDigit(word) {
        let isCounted = vocabulary.counts(words[i...]) || isBehindCount(words[..<(i - 1)])
        if isCounted { part.known += 1 } else { part.hasNumber = true }
      }
    }
  }

  /// A number behind "lượt xem" or "hotline".
  private func isBehindCount(_ words: ArraySlice<String>) -> Bool {
    ChromeVocabulary.shared.isCount(before: words)
  }

  private static let mostWords = 40

  private static func hasDigit(_ word: some StringProtocol) -> Bool {
    word.utf8.contains { 0x30...0x39 ~= $0 }
  }

  /// In lower case, without the punctuation around it; the signs of "-A" and "A+" stay.
  private static func trimmed(_ word: Substring) -> String {
    let lower = word.lowercased()
    if ["-a", "a+", "+a", "a-", "©", "®"].contains(lower) { return lower }
    let isEdge: (Character) -> Bool = { ($0.isPunctuation || $0.isSymbol) && !"©®".contains($0) }
    var rest = lower[...]
    while let last = rest.last, isEdge(last) { rest.removeLast() }
    while let first = rest.first, isEdge(first) { rest.removeFirst() }
    return String(rest)
  }
}
