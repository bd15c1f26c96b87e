/// `word/numbering.xml`: what stands before the paragraphs of lists, counted as they come.
struct DOCXNumbering: XMLHandler {
  private struct Level {
    var format = "decimal"
    var text = ""
    var start = 1
    var isLegal = false
  }
  /// Levels by their list's id.
  private var lists: [String: [Int: Level]] = [:]
  private var listOfNumber: [String: String] = [:]
  private var starts: [String: [Int: Int]] = [:]
  private var levelOfStyle: [String: [String: Int]] = [:]
  private var openList: String?
  private var openNumber: String?
  private var openLevel: Int?

  private var counts: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  /// Counts a paragraph and gives what stands before it, such as "- ", "1. " or "II. ".
  ///
  /// - Parameters:
  ///   - number: the list; "0" for none.
  ///   - level: from 0; `nil` for that of the paragraph's `style`.
  mutating func label(number: String, level: Int?, style: String?) -> String {
    guard let list = listOfNumber[number] else { return "" }
    let level = level ?? style.flatMap { levelOfStyle[list]?[$0] } ?? 0
    guard let levels = lists[list], let format = levels[level] else { return "" }
    if begun.insert(number).inserted, let restarts = starts[number] {
      for (level, start) in restarts { counts[list, default: [:]][level] = start - 1 }
    }
    var counts = counts[list] ?? [:]
    let (next, isTooMany) = (counts[level] ?? format.start - 1).addingReportingOverflow(1)
    guard !isTooMany else { return "" }
    counts[level] = next
    for deeper in counts.keys where deeper > level { counts[deeper] = nil }
    self.counts[list] = counts

    if format.format == "bullet" {
      return ["+", "*", "–"].contains(format.text) ? format.text + " " : "- "
    }
    if format.format == "none" || format.text.isEmpty { return "" }
    var label = ""
    var isPlace = false
    for character in format.text {
      if isPlace, let place = character.wholeNumberValue, place > 0 {
        let shown = levels[place - 1] ?? Level()
        let count = counts[place - 1] ?? shown.start
        label += ListNumber.text(count, format.isLegal ? "decimal" : shown.format)
        isPlace = false
      } else if character == "%" {
        isPlace = true
      } else {
        label.append(character)
      }
    }
    return label + " "
  }

  mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let element) where element.name.space == .word: start(element)
    case .end(let name) where name.space == .word:
      switch name.name {
      case "abstractNum": openList = nil
      case "num": openNumber = nil
      case "lvl", "lvlOverride": openLevel = nil
      default: break
      }
    default: break
    }
  }

  private mutating func start(_ element: XMLElement) {
    let value = element["val"] ?? ""
    switch element.name.name {
    case "abstractNum": openList = element["abstractNumId"]
    case "num": openNumber = element["numId"]
    case "abstractNumId": openNumber.map { listOfNumber[$0] = value }
    case "lvl", "lvlOverride":
      openLevel = element["ilvl"].flatMap { Int($0) }.flatMap { 0...8 ~= $0 ? $0 : nil }
      if let openList, let openLevel { lists[openList, default: [:]][openLevel] = Level() }
    case "startOverride":
      guard let openNumber, let openLevel, let start = Int(value), start >= 0 else { return }
      starts[openNumber, default: [:]][openLevel] = start
    case "pStyle":
      if let openList, let openLevel { levelOfStyle[openList, default: [:]][value] = openLevel }
    case "numFmt": change { $0.format = value }
    case "lvlText": change { $0.text = value }
    case "start": change { $0.start = max(Int(value) ?? 1, 0) }
    case "isLgl": change { $0.isLegal = element.isOn }
    default: break
    }
  }

  private mutating func change(_ change: (inout Level) -> Void) {
    guard let openList, let openLevel, var level = lists[openList]?[openLevel] else { return }
    change(&level)
    lists[openList]?[openLevel] = level
  }
}

/// The number of a list's item as lists write it.
enum ListNumber {
  /// - Parameter format: as OOXML calls it; of those that Vietnamese documents do not use, digits are written.
  static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    case "upperLetter": letters(number)
    case "lowerLetter": letters(number).lowercased()
    case "decimalZero": number < 10 ? "0\(number)" : String(number)
    case "none": ""
    default: String(number)
    }
  }

  private static func roman(_ number: Int) -> String {
    guard 1..<4000 ~= number else { return String(number) }
    var (rest, text) = (number, "")
    for (value, letters) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  /// A to Z, then AA to ZZ.
  private static func letters(_ number: Int) -> String {
    guard 1...780 ~= number else { return String(number) }
    let letter = String(Unicode.Scalar(UInt8(0x41 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }
}
