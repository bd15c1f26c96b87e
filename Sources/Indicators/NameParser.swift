import RuleLanguage
import TextModel
import VietnameseText

/// A name in the table: runs of words divided by ` + `, each perhaps a choice `(a | b)`.
///
/// Works on the tokens of the cell, where `|`, `+`, `(` and `)` are signs of their own.
struct NameParser {
  /// For each part the runs of tokens that it accepts.
  typealias Name = [[Range<Int>]]

  let tokens: [Token]
  let bytes: [UInt8]
  let end: Int
  private(set) var i: Int

  init(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) {
    self.tokens = tokens
    self.bytes = bytes
    i = range.lowerBound
    end = range.upperBound
  }

  /// What is wrong, at which token.
  struct Problem: Error {
    var token: Int
    var message: String
    var remedy: String
  }

  var isAtEnd: Bool { i >= end }

  /// The next name, with the ` | ` behind it.
  mutating func name() throws(Problem) -> Name {
    var parts: Name = []
    while true {
      parts.append(try part())
      guard i < end, sign == UInt8(ascii: "+") else { break }
      i += 1
    }
    if i < end {
      guard sign == UInt8(ascii: "|") else {
        throw Problem(
          token: i, message: "a sign that opens nothing", remedy: "divide names by | and parts by +"
        )
      }
      i += 1
      if i == end { throw Problem(token: i - 1, message: "an empty name", remedy: "write words") }
    }
    return parts
  }

  private mutating func part() throws(Problem) -> [Range<Int>] {
    guard i < end, sign == UInt8(ascii: "(") else { return [try run()] }
    let start = i
    var choices: [Range<Int>] = []
    repeat {
      i += 1
      choices.append(try run())
    } while i < end && sign == UInt8(ascii: "|")
    guard i < end, sign == UInt8(ascii: ")") else {
      throw Problem(token: start, message: "')' is missing", remedy: "close what was opened")
    }
    i += 1
    return choices
  }

  /// Words up to a sign that divides.
  private mutating func run() throws(Problem) -> Range<Int> {
    let start = i
    var hasWord = false
    while i < end, !"|+()".utf8.contains(sign ?? 0) {
      if tokens[i].kind != .sign { hasWord = true }
      i += 1
    }
    if !hasWord {
      throw Problem(
        token: min(start, end - 1), message: "an empty name", remedy: "write words")
    }
    return start..<i
  }

  /// The byte of the sign here; `nil` for a word.
  private var sign: UInt8? {
    tokens[i].kind == .sign ? bytes[Int(tokens[i].span.start)] : nil
  }
}
