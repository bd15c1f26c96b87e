public import RuleLanguage
internal import VietnameseText

/// Words that say in what prices an amount is: those of a year, or those of its own time.
public struct PriceBases: Sendable {
  private let words: [(words: [String], basis: String)]
  /// What may stand between a number and the words that are of it: theo.
  private let binders: [[String]]
  private let folding = Folding()

  /// One that knows no words.
  public init() {
    words = []
    binders = []
  }

  /// Reads the table `price-bases.tsv`: `basis`, `words`, `example`.
  ///
  /// - Throws: ``LexiconError`` with every problem of the table.
  public init(file: LexiconFile) throws(LexiconError) {
    let table = DataTable(file, columns: ["basis", "words", "example"])
    guard table.problems.isEmpty else { throw LexiconError(problems: table.problems) }
    let folding = folding
    let all = table.rows.flatMap { row in
      row.list("words").map {
        (words: Self.words(of: $0, folding).map(\.key), basis: row["basis"])
      }
    }
    words = all.filter { !$0.basis.isEmpty }
    binders = all.filter { $0.basis.isEmpty }.map(\.words)
  }

  /// What the text says of prices, such as `constant 2010` or `current`; empty where it says nothing, or more
  /// than one thing.
  public func basis(in text: String) -> String {
    let found = Set(statements(in: text).map(\.basis))
    return found.count == 1 ? found.first ?? "" : ""
  }

  /// Words that say in what prices amounts are; places are in code points of their text.
  struct Statement: Sendable {
    let basis: String
    /// With the year.
    let range: Range<Int>
    /// Where the words begin that may bind it to a number before: theo, or a bracket that ends with them.
    let bound: Int?
    let isBracketed: Bool
  }

  /// What the text says of prices, in its order.
  func statements(in text: String) -> [Statement] {
    let found = Self.words(of: text, folding)
    var statements: [Statement] = []
    var next = 0
    while next < found.count {
      let phrase = words.filter { phrase in
        found[next...].lazy.map(\.key).starts(with: phrase.words)
      }.max { $0.words.count < $1.words.count }
      guard let phrase else {
        next += 1
        continue
      }
      var end = next + phrase.words.count
      var basis = phrase.basis
      // giá so sánh 2010, giá so sánh năm 2010
      let year = found[end...].prefix(2).firstIndex {
        $0.key.count == 4 && Int($0.key) != nil
      }
      if basis == "constant", let year {
        basis += " \(found[year].key)"
        end = year + 1
      }
      let first = next - binder(before: next, in: found)
      // A bracket may hold more: (giá hiện hành đạt 11.480 tỷ đồng).
      let isBracketed =
        found[first].isBracketed && (end == found.count || found[end].isCut)
      let isBound = isBracketed || first < next && !found[first].isBracketed
      statements.append(
        Statement(
          basis: basis, range: found[next].range.lowerBound..<found[end - 1].range.upperBound,
          bound: isBound ? found[first].range.lowerBound : nil, isBracketed: isBracketed))
      next = end
    }
    return statements
  }

  /// How many words bind what begins there to what stands before.
  private func binder(before place: Int, in words: [Word]) -> Int {
    binders.filter { binder in
      binder.count <= place
        && words[(place - binder.count)..<place].lazy.map(\.key).elementsEqual(binder)
        && !words[(place - binder.count + 1)...place].contains { $0.isCut }
    }.map(\.count).max() ?? 0
  }

  private struct Word: Sendable {
    let key: String
    /// In code points.
    let range: Range<Int>
    /// Whether a sign stands between it and the word before, and whether the last such opens a bracket.
    let isCut: Bool
    let isBracketed: Bool
  }

  /// The words of a text by their keys.
  private static func words(of text: String, _ folding: Folding) -> [Word] {
    var words: [Word] = []
    var word = ""
    var (start, place) = (0, 0)
    var (isCut, isBracketed) = (false, false)
    func end() {
      guard !word.isEmpty else { return }
      words.append(
        Word(
          key: folding.key(of: word), range: start..<place, isCut: isCut,
          isBracketed: isBracketed))
      word = ""
      (isCut, isBracketed) = (false, false)
    }
    for character in text {
      if character.isLetter || character.isNumber {
        if word.isEmpty { start = place }
        word.append(character)
      } else {
        end()
        if !character.isWhitespace {
          isCut = true
          isBracketed = character == "("
        }
      }
      place += character.unicodeScalars.count
    }
    end()
    return words
  }
}
