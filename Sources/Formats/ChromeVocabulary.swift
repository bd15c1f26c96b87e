/// The table of phrases, ready for looking up.
struct ChromeVocabulary: Sendable {
  enum Kind: String, Sendable {
    case piece, home, count, phone, when, start, list
    case `class`
  }

  static let shared = ChromeVocabulary(chromePhrases)

  private(set) var classes: Set<String> = []
  private var kinds: [String: Kind] = [:]
  /// The words of the longest phrase that begins, or ends, with a word.
  private var longestFrom: [String: Int] = [:]
  private var longestTo: [String: Int] = [:]

  private init(_ table: String) {
    for row in table.split(separator: "\n") {
      let columns = row.split(separator: "\t")
      guard columns.count == 2, let kind = Kind(rawValue: String(columns[0])) else { continue }
      for phrase in columns[1].split(separator: "|") {
        let words = phrase.split(separator: " ")
        let key = words.joined(separator: " ")
        if kind == .class {
          classes.insert(key)
        } else if kinds[key] == nil || kind == .count {
          kinds[key] = kind
          let (first, last) = (String(words[0]), String(words[words.count - 1]))
          longestFrom[first] = max(longestFrom[first] ?? 0, words.count)
          longestTo[last] = max(longestTo[last] ?? 0, words.count)
        }
      }
    }
  }

  /// The longest phrase that the words begin with.
  func longest(_ words: ArraySlice<String>, isFirst: Bool) -> (length: Int, kind: Kind)? {
    let longest = words.first.flatMap { longestFrom[$0] } ?? 0
    for length in stride(from: min(longest, words.count), to: 0, by: -1) {
      let key = words.prefix(length).joined(separator: " ")
      guard let kind = kinds[key], kind != .start || isFirst else { continue }
      return (length, kind)
    }
    return nil
  }

  /// Whether the words begin with what is counted.
  func counts(_ words: ArraySlice<String>) -> Bool {
    longest(words, isFirst: false)?.kind == .count
  }

  /// Whether the words end in what a number stands behind, but for other numbers.
  func isCount(before words: ArraySlice<String>) -> Bool {
    var words = words
    while let last = words.last, last.allSatisfy({ $0.isNumber || $0.isPunctuation }) {
      words.removeLast()
    }
    let longest = words.last.flatMap { longestTo[$0] } ?? 0
    for length in stride(from: min(longest, words.count), to: 0, by: -1) {
      let key = words.suffix(length).joined(separator: " ")
      if let kind = kinds[key], kind == .count || kind == .phone { return true }
    }
    return false
  }
}

/// A date or a time of day as a page's head writes it.
struct ChromeDate {
  private(set) var isTime = false
  /// Of a date.
  private(set) var iso = ""

  /// - Parameter word: such as `31/08/2020`, `4-10-2024`, `30.8.2019`, `09:42`, `07:45:10`, `8h15`, `gmt+7`.
  init?(_ word: String) {
    if word.hasPrefix("gmt") || word.hasPrefix("utc") {
      isTime = true
      return
    }
    for mark in ["/", "-", "."] as [Character] {
      let parts = word.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      let (day, month, year) =
        numbers[0] > 1900
        ? (numbers[2], numbers[1], numbers[0]) : (numbers[0], numbers[1], numbers[2])
      guard (1...31).contains(day), (1...12).contains(month), (1990...2100).contains(year)
      else { return nil }
      iso = "\(year)-\(Self.two(month))-\(Self.two(day))"
      return
    }
    for mark in [":", "h"] as [Character] {
      let parts = word.split(separator: mark, omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count), let hour = Int(parts[0]), (0...24).contains(hour),
        parts.dropFirst().allSatisfy({ part in
          part.count == 2 && Int(part).map { (0...59).contains($0) } == true
        })
      else { continue }
      isTime = true
      return
    }
    return nil
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
