/// Texts of a CSV file that is opened as a spreadsheet, where `=1+1` is run and `9/11` is a day.
///
/// One rule: a text that a spreadsheet would take for something else is written as the formula of which it is
/// the result, `="2022-11"`. The cell then holds the text to the letter, in Excel and in LibreOffice. An
/// apostrophe before the text, as at the keyboard, would stay a letter of the cell: files have no such sign.
/// A formula holds 8,192 characters and a text in it 255 (Excel's limits): longer texts are joined from parts,
/// and only one with over 7,000 characters gets the apostrophe.
///
/// Taken for something else are texts that begin with `=`, `+`, `-`, `@`, TAB or CR (OWASP, "CSV Injection") or
/// an error's `#`, and texts with a digit whose words are all such as dates, times and sums of money have:
/// 2022-11, 9/11, 1-2, 3E5, 8,3%, 10 VND, 12345678901234567890; and TRUE, FALSE, đúng, sai.
struct SpreadsheetText: Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  /// The text as the cell is to be written.
  var guarded: String {
    guard isTakenForSomethingElse else { return text }
    guard text.utf16.count <= Self.longest else { return "'" + text }
    return "=" + pieces.map { "\"\($0)\"" }.joined(separator: "&")
  }

  private var isTakenForSomethingElse: Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else {
      return false
    }
    return Self.isFirstSign(first) || isLikeNumberOrDate
  }

  private var isLikeNumberOrDate: Bool {
    let bytes = text.utf8
    guard bytes.count <= 128 else { return false }
    guard bytes.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return bytes.count <= 8 && Self.constants.contains(text.lowercased())
    }
    var rest = text[...]
    while let start = rest.firstIndex(where: \.isLetter) {
      let end = rest[start...].firstIndex { !$0.isLetter } ?? rest.endIndex
      guard Self.numberWords.contains(rest[start..<end].lowercased()) else { return false }
      rest = rest[end...]
    }
    return true
  }

  /// Parts that a formula's text may hold, their quotes doubled.
  private var pieces: [String] {
    var pieces: [String] = []
    var piece = ""
    var length = 0
    for letter in text {
      let more = letter.utf16.count
      if length + more > Self.longestPiece {
        pieces.append(piece)
        piece = ""
        length = 0
      }
      piece += letter == "\"" ? "\"\"" : String(letter)
      length += more
    }
    return pieces + [piece]
  }

  private static let longest = 7_000
  private static let longestPiece = 255

  /// Full-width forms too: where East Asian input is usual, they are the same to a spreadsheet.
  private static func isFirstSign(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "=", "+", "-", "@", "\t", "\r", "\n", "#", "−", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static let constants: Set<String> = ["true", "false", "đúng", "sai"]

  /// The letters of exponents, times, months and currencies, in English and Vietnamese.
  private static let numberWords: Set<String> = [
    "e", "a", "p", "am", "pm", "sa", "ch", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "tháng", "thg", "ngày", "năm", "vnd",
    "đ", "đồng", "usd", "eur",
  ]
}
