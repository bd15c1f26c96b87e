import Foundation
import SoLieu

/// Reads a file of record cases; its form is in `Corpus/README.md`.
struct RecordCaseReader {
  let name: String
  private var line = 0
  private var cases: [RecordCase] = []
  private var lines: [String] = []
  /// What stands below the text of the present case.
  private var statements: [(line: Int, text: String)] = []
  private var saysNone = false

  init(name: String) { self.name = name }

  mutating func cases(of text: String) throws -> [RecordCase] {
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      try read(String(content))
    }
    try finish()
    return cases
  }

  private mutating func read(_ content: String) throws {
    if content.hasPrefix("## ") {
      try finish()
      try begin(content.dropFirst(3))
    } else if content.hasPrefix("#") {
      return
    } else if cases.isEmpty {
      if !content.isEmpty { throw error("the first case begins with '## CONSTRUCTION: note'") }
    } else if content.hasPrefix("report: ") && lines.isEmpty {
      try readReport(content.dropFirst("report: ".count))
    } else if content == "> none" {
      saysNone = true
    } else if content.hasPrefix("> ") || content.hasPrefix("todo: ") {
      statements.append((line, content))
    } else if statements.isEmpty && !saysNone {
      lines.append(Self.unescaped(content))
    } else if !content.isEmpty {
      throw error("text stands below the records; write '> ' before a record")
    }
  }

  private mutating func begin(_ heading: Substring) throws {
    guard let colon = heading.firstIndex(of: ":") else {
      throw error("write '## CONSTRUCTION: note' or '## CONSTRUCTION hard: note'")
    }
    let words = heading[..<colon].split(separator: " ")
    guard let construction = words.first, words.count == 1 || words[1...] == ["hard"] else {
      throw error("'\(heading[..<colon])' is not CONSTRUCTION or CONSTRUCTION hard")
    }
    cases.append(
      RecordCase(
        place: "\(name):\(line)", construction: String(construction), isHard: words.count == 2))
  }

  private mutating func readReport(_ content: Substring) throws {
    let words = content.split(separator: ",", maxSplits: 1).map(trimmed)
    guard let iso = words.first, let period = TimePeriod(iso: iso) else {
      throw error("'\(content)' is not PERIOD or PERIOD, AREA")
    }
    cases[cases.count - 1].options = ReadingOptions(
      period: ReportPeriod(period), area: words.count == 2 ? words[1] : "")
  }

  private mutating func finish() throws {
    defer {
      lines = []
      statements = []
      saysNone = false
    }
    guard var present = cases.popLast() else { return }
    while lines.last?.isEmpty == true { lines.removeLast() }
    present.text = lines.joined(separator: "\n")
    var finder = SurfaceFinder(present.text)
    for statement in statements {
      let place = "\(name):\(statement.line)"
      let isTodo = statement.text.hasPrefix("todo: ")
      let rest = isTodo ? String(statement.text.dropFirst("todo: ".count)) : statement.text
      if rest.hasPrefix("extra ") {
        var anywhere = SurfaceFinder(present.text)
        present.unwanted.append(
          try anywhere.next(Self.unescaped(String(rest.dropFirst("extra ".count))), place: place))
      } else if rest.hasPrefix("> ") {
        let record = try RecordLine(String(rest.dropFirst(2)), place: place)
        let surface = try finder.next(Self.unescaped(record.surface), place: place)
        present.records.append(
          ExpectedRecord(
            surface: surface, gold: record.gold(at: finder.numberStart(surface), of: surface.text),
            isTodo: isTodo))
      } else {
        throw CaseError("\(place): write 'todo: > RECORD' or 'todo: extra SURFACE'")
      }
    }
    if present.text.isEmpty { throw CaseError("\(present.place): the case has no text") }
    if present.records.isEmpty != saysNone {
      throw CaseError("\(present.place): the case needs records, or '> none' and none")
    }
    cases.append(present)
  }

  private func error(_ problem: String) -> CaseError { CaseError("\(name):\(line): \(problem)") }

  /// `\u{00A0}` is the character of that number: what an editor does not show.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.range(of: "\\u{") {
      guard let end = rest[start.upperBound...].firstIndex(of: "}"),
        let number = UInt32(rest[start.upperBound..<end], radix: 16),
        let scalar = Unicode.Scalar(number)
      else { break }
      result += rest[..<start.lowerBound]
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

/// Finds the surfaces of a text, one behind the other.
struct SurfaceFinder {
  private let text: [Unicode.Scalar]
  private var cursor = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  /// The next place of `surface` at which it does not cut a longer number.
  mutating func next(_ surface: String, place: String) throws -> Surface {
    let part = Array(surface.unicodeScalars)
    var at = cursor
    while at + part.count <= text.count {
      let end = at + part.count
      if text[at..<end] == part[...], !cutsNumber(at), !cutsNumber(end) {
        cursor = end
        return Surface(text: surface, range: at..<end)
      }
      at += 1
    }
    throw CaseError("\(place): '\(surface)' does not stand there, or not in this order")
  }

  /// Where the number of a surface begins: behind a sign or a bracket.
  func numberStart(_ surface: Surface) -> Int {
    surface.range.first { text[$0].properties.isAlphabetic || isDigit(text[$0]) }
      ?? surface.range.lowerBound
  }

  private func cutsNumber(_ place: Int) -> Bool {
    place > 0 && place < text.count && isDigit(text[place - 1]) && isDigit(text[place])
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }
}
