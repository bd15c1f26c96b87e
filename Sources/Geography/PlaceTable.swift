import Quantities
import RuleLanguage

/// The cells that only tables of places have.
extension DataTable.Row {
  /// The day of the cell, `nil` where it is empty.
  func day(_ column: String) throws(LexiconProblem) -> Day? {
    let text = self[column]
    if text.isEmpty { return nil }
    guard let day = Self.day(Array(text.utf8)) else {
      throw problem(
        column, "'\(text)' is no day", remedy: "write year, month and day as 2008-08-01")
    }
    return day
  }

  /// 2025-06-30
  private static func day(_ bytes: [UInt8]) -> Day? {
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(.some(0)) { (number: Int?, byte) in
        guard let number, (0x30...0x39).contains(byte) else { return nil }
        return number * 10 + Int(byte - 0x30)
      }
    }
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4),
      let month = number(5..<7), let day = number(8..<10),
      PartialDate(year: year, month: month, day: day).isValid
    else { return nil }
    return Day(year, month, day)
  }

  /// The cell as a code of so many digits.
  func code(_ column: String, digits: Int, orMadeUp: Bool = false) throws(LexiconProblem)
    -> String
  {
    let text = try self.text(column)
    if orMadeUp, text.hasPrefix("x-") { return text }
    guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      throw problem(column, "'\(text)' is no code", remedy: "write \(digits) digits")
    }
    return text
  }
}
