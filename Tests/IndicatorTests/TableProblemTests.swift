import SoLieu
import Testing

/// Tables of indicators with a mistake: where it is, what is wrong and what to do.
struct TableProblemTests {
  private static let header =
    "code\tbroader\tvietnamese\tenglish\tunits\tdirections\tnames\tabbreviations\n"
  private static let words = "words\tis\ncủa\tfiller\n"
  private static let abbreviations = "abbreviation\twords\tbeside\nXK\txuất khẩu\t\n"

  private static func row(
    code: String = "a.b", broader: String = "", names: String = "xuất khẩu"
  ) -> String {
    "\(code)\t\(broader)\tXuất khẩu\tExports\tUSD\ttăng\t\(names)\t\n"
  }

  @Test(arguments: [
    (
      "indicators.tsv", header + row(code: "Exports"),
      "indicators.tsv:2:1: 'Exports' is no code; "
        + "write domain.noun in small letters, digits and _, such as trade.retail_sales"
    ),
    (
      "indicators.tsv", header + row() + row(),
      "indicators.tsv:3:1: the code a.b stands in indicators.tsv:2 too; "
        + "keep one of the two lines, or give this one another code"
    ),
    (
      "indicators.tsv", header + row(broader: "a.c"),
      "indicators.tsv:2:5: no line has the code a.c; add one, or correct it"
    ),
    (
      "indicators.tsv", header + row(broader: "a.b"),
      "indicators.tsv:2:5: a.b stands above itself; "
        + "name the code of the whole of which it is a part or a kind"
    ),
    (
      "indicators.tsv", header + row(names: "xuất khẩu | (gạo | cà phê + xuất khẩu"),
      "indicators.tsv:2:45: ')' is missing; close what was opened"
    ),
    (
      "indicators.tsv", header + row(names: "xuất khẩu | | gạo"),
      "indicators.tsv:2:45: an empty name; write words"
    ),
    (
      "indicators.tsv", header + row(names: ""),
      "indicators.tsv:2:33: no names; write one in this column"
    ),
    (
      "words.tsv", "words\tis\ncủa\tsmall\n",
      "words.tsv:2:5: 'small' is unknown; use one of filler, rate, bare"
    ),
    (
      "words.tsv", "words\tis\nđịa bàn\tfiller\n",
      "words.tsv:2:1: 'địa bàn' is no single word; write one word"
    ),
    (
      "abbreviations.tsv", "abbreviation\twords\tbeside\nX K\txuất khẩu\t\n",
      "abbreviations.tsv:2:1: 'X K' is no abbreviation; write one word in capitals"
    ),
    (
      "abbreviations.tsv", abbreviations + "XK\txuất kho\thàng\n",
      "abbreviations.tsv:3:1: a line above takes every XK; "
        + "put the line with nothing beside it last, and keep one such line"
    ),
  ])
  func problemIsNamed(_ name: String, _ text: String, _ expected: String) throws {
    var texts = [
      "indicators.tsv": Self.header + Self.row(), "words.tsv": Self.words,
      "abbreviations.tsv": Self.abbreviations,
    ]
    texts[name] = text
    let files = texts.map { LexiconFile(name: $0.key, text: $0.value) }
    let error = #expect(throws: LexiconError.self) { try IndicatorCatalogue(files: files) }
    #expect(error?.problems.first?.description == expected)
  }

  @Test func missingTableIsNamed() {
    let error = #expect(throws: LexiconError.self) { try IndicatorCatalogue(files: []) }
    #expect(
      error?.problems.first?.description
        == "words.tsv:1:1: there is no such table; put it beside the other tables of indicators")
  }
}
