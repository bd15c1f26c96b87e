public import RuleLanguage
internal import VietnameseText

/// Words that say in what prices an amount is: those of a year, or those of its own time.
public struct PriceBases: Sendable {
  private let words: [(words: [String], basis: String)]
  private let folding = Folding()

  /// One that knows no words.
  public init() { words = [] }

  /// Reads the table `price-bases.tsv`: `basis`, `words`, `example`.
  ///
  /// - Throws: ``LexiconError`` with every problem of the table.
  public init(file: LexiconFile) throws(LexiconError) {
    let table = DataTable(file, columns: ["basis", "words", "example"])
    guard table.problems.isEmpty else { throw LexiconError(problems: table.problems) }
    let folding = folding
    words = table.rows.flatMap { row in
      row.list("words").map { (Self.keys($0, folding), row["basis"]) }
    }
  }

  /// What the text says of prices, such as `constant 2010` or `current`; empty where it says nothing, or more
  /// than one thing.
  public func basis(in text: String) -> String {
    let keys = Self.keys(text, folding)
    var found: Set<String> = []
    for (words, basis) in words where words.count <= keys.count {
      for start in 0...(keys.count - words.count)
      where keys[start..<start + words.count].elementsEqual(words) {
        // giá so sánh 2010, giá so sánh năm 2010
        let year = keys[(start + words.count)...].prefix(2).first {
          $0.count == 4 && Int($0) != nil
        }
        found.insert(basis == "constant" ? year.map { "\(basis) \($0)" } ?? basis : basis)
      }
    }
    return found.count == 1 ? found.first ?? "" : ""
  }

  /// The words of a text by their keys.
  private static func keys(_ text: String, _ folding: Folding) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { folding.key(of: String($0)) }
  }
}
