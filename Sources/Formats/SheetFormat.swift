/// How a cell shows its number, out of a format such as `#,##0.0;[Red]-#,##0.0`.
struct SheetFormat: Sendable {
  private enum Item: Equatable {
    case literal(String)
    /// Digits before and behind the decimal sign.
    case number
    /// A part of a date or time: its letter, in a run of so many.
    case date(Character, Int)
    case general
  }
  private struct Section {
    var items: [Item] = []
    var decimals = 0
    var least = 0
    var isGrouped = false
    /// Whether a zero is shown at all.
    var hasZero = false
    var isPercent = false
    var thousands = 0
    var isDate: Bool {
      items.contains { if case .date = $0 { true } else { false } }
    }
    /// Whether it is a fraction or has an exponent: shown as if it had no format.
    var isOdd = false
  }
  private let sections: [Section]

  static let general = SheetFormat("General")

  /// - Parameter code: as OOXML stores it: with English signs whatever the language.
  init(_ code: String) {
    // Sections that choose by conditions of their own are rare: such a number is shown as it is.
    let hasCondition = ["[<", "[>", "[="].contains { code.contains($0) }
    sections = hasCondition ? [Self.section("General")] : Self.split(code).map(Self.section)
  }

  var isDate: Bool { sections.first?.isDate ?? false }

  /// The number as the cell shows it, with Vietnamese signs.
  ///
  /// - Parameter from1904: whether days count from 1904-01-01.
  func text(_ number: SheetNumber, from1904: Bool = false) -> String {
    var section = sections.first ?? Section()
    var number = number
    if number.isZero, sections.count > 2 {
      section = sections[2]
    } else if number.isBelowZero, sections.count > 1 {
      section = sections[1]
      // A section of its own says how to show that it is below zero: by brackets or colours, here by a sign.
      if !section.items.contains(.number) { number = number.absolute }
    }
    if section.isDate {
      return SheetDate(number, from1904: from1904).map { dateText($0, section) } ?? number.general
    }
    guard section.items.contains(where: { $0 == .number || $0 == .general }), !section.isOdd else {
      let literals = Self.literals(section.items)
      return section.isOdd || literals.isEmpty && sections.count < 3 ? number.general : literals
    }
    number.shift(by: (section.isPercent ? 2 : 0) - 3 * section.thousands)
    let digits =
      section.items.contains(.general)
      ? number.general
      : number.isZero && !section.hasZero
        ? ""
        : number.text(
          decimals: section.decimals, least: section.least, isGrouped: section.isGrouped)
    if section.items.count == 1 { return digits }
    let isBracketed = number.isBelowZero && sections.count > 1
    return section.items.map { item in
      switch item {
      case .literal(let text):
        isBracketed ? text.filter { !["(", ")", "-", "–"].contains($0) } : text
      case .number, .general: digits
      case .date: ""
      }
    }.joined().trimmed
  }

  /// A date that is stored as one.
  func text(_ date: SheetDate) -> String {
    dateText(date, isDate ? sections[0] : Self.section("d/m/yyyy"))
  }

  private static func literals(_ items: [Item]) -> String {
    items.map { if case .literal(let text) = $0 { text } else { "" } }.joined().trimmed
  }

  // MARK: - Reading the code

  /// The sections between semicolons that are neither quoted nor escaped.
  private static func split(_ code: String) -> [Substring] {
    var sections: [Substring] = []
    var start = code.startIndex
    var isQuoted = false
    var isEscaped = false
    for k in code.indices {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch code[k] {
      case "\"": isQuoted.toggle()
      case "\\" where !isQuoted, "_" where !isQuoted, "*" where !isQuoted: isEscaped = true
      case ";" where !isQuoted:
        sections.append(code[start..<k])
        start = code.index(after: k)
      default: break
      }
    }
    sections.append(code[start...])
    return Array(sections.prefix(4))
  }

  private static func section(_ code: Substring) -> Section {
    var section = Section()
    if code.lowercased().hasPrefix("general") {
      section.items = [.general]
      let rest = self.section(code.dropFirst("general".count))
      section.items += rest.items
      return section
    }
    var rest = code
    var isBehindPoint = false
    var commas = 0
    func add(_ text: String) {
      if case .literal(let before)? = section.items.last {
        section.items[section.items.count - 1] = .literal(before + text)
      } else {
        section.items.append(.literal(text))
      }
    }
    while let character = rest.popFirst() {
      switch character {
      case "\"":
        let text = rest.prefix { $0 != "\"" }
        add(String(text))
        rest = rest.dropFirst(text.count + 1)
      case "\\": rest.popFirst().map { add(String($0)) }
      case "_": if rest.popFirst() != nil { add(" ") }
      case "*": _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        let sign = inside.lowercased()
        if sign.hasPrefix("$") {
          add(String(inside.dropFirst().prefix { $0 != "-" }))
        } else if sign == "h" || sign == "hh" || sign == "mm" || sign == "ss" {
          section.items.append(.date(sign.first ?? "h", sign.count))
        }
      case "0", "#", "?":
        if section.items.last != .number, !section.items.contains(.number) {
          section.items.append(.number)
        }
        if character == "0" { section.hasZero = true }
        if isBehindPoint {
          section.decimals += 1
          if character == "0" { section.least = section.decimals }
        } else if commas > 0 {
          section.isGrouped = true
          commas = 0
        }
      case ".": isBehindPoint = true
      case ",": commas += section.items.contains(.number) ? 1 : 0
      case "%":
        section.isPercent = true
        add("%")
      case "E", "e":
        if rest.first == "+" || rest.first == "-" { section.isOdd = true }
      case "/" where section.items.contains(.number): section.isOdd = true
      case "d", "D", "m", "M", "y", "Y", "h", "H", "s", "S":
        let letter = Character(character.lowercased())
        var count = 1
        while rest.first?.lowercased() == character.lowercased() {
          rest.removeFirst()
          count += 1
        }
        section.items.append(.date(letter, count))
      case "A" where rest.hasPrefix("M/PM"): rest = rest.dropFirst(4)
      case "@": section.items.append(.general)
      default: add(String(character))
      }
    }
    section.thousands = commas
    return section
  }

  // MARK: - Dates

  /// A date as Vietnamese writes it: 30/9/2022, 9/2022; in the format's own order where it has words.
  private func dateText(_ date: SheetDate, _ section: Section) -> String {
    let items = Self.minutes(section.items)
    let hasWords = items.contains { item in
      if case .literal(let text) = item { text.contains(where: \.isLetter) } else { false }
    }
    if hasWords {
      return items.map { item in
        switch item {
        case .literal(let text): text
        case .date(let letter, let count): date.part(letter, count)
        case .number, .general: ""
        }
      }.joined().trimmed
    }
    var parts: [Character: Int] = [:]
    for case .date(let letter, let count) in items {
      // Weekdays are not written: the date says them.
      if letter != "d" || count <= 2 { parts[letter] = max(parts[letter] ?? 0, count) }
    }
    func joined(_ letters: String, by sign: String) -> String {
      letters.compactMap { letter in parts[letter].map { date.part(letter, $0) } }
        .joined(separator: sign)
    }
    return [joined("dmy", by: "/"), joined("hns", by: ":")].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// `m` beside hours or seconds is a minute: `n` here.
  private static func minutes(_ items: [Item]) -> [Item] {
    let dates = items.indices.filter { if case .date = items[$0] { true } else { false } }
    var items = items
    for (k, i) in dates.enumerated() {
      guard case .date("m", let count) = items[i], count <= 2 else { continue }
      var isMinute = false
      if k > 0, case .date("h", _) = items[dates[k - 1]] { isMinute = true }
      if k + 1 < dates.count, case .date("s", _) = items[dates[k + 1]] { isMinute = true }
      if isMinute { items[i] = .date("n", count) }
    }
    return items
  }

  /// The formats that have numbers instead of codes.
  static let builtIn: [Int: String] = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: #"#,##0;-#,##0;"-""#, 42: #"#,##0;-#,##0;"-""#,
    43: #"#,##0.00;-#,##0.00;"-""#, 44: #"#,##0.00;-#,##0.00;"-""#, 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
  ]
}
