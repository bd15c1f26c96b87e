/// Text as a terminal shows it: letters of one cell or two, marks of none (after UAX #11, East
/// Asian Width, in short). A Vietnamese letter is one cell, composed or not.
struct DisplayText: Sendable {
  /// Each letter with how many cells it takes.
  private let letters: [(letter: Character, cells: Int)]
  /// How many cells the whole takes.
  let width: Int
  /// Whether the start gives way where there is no room, rather than the end.
  private let keepsEnd: Bool

  /// Controls, which could steer the terminal, become spaces; invisible format characters go.
  init(_ text: String, keepsEnd: Bool = false) {
    letters = text.compactMap { letter in
      switch Self.cells(of: letter) {
      case .control: (" ", 1)
      case .invisible: nil
      case .cells(let count): (letter, count)
      }
    }
    width = letters.reduce(0) { $0 + $1.cells }
    self.keepsEnd = keepsEnd
  }

  /// Appends the text, cut with `…` where it takes more than `width` cells; tells how many it took.
  @discardableResult
  func append(to output: inout [UInt8], cutTo width: Int) -> Int {
    let isCut = self.width > width
    let shown = isCut ? fitting(width - 1) : letters[...]
    if isCut, keepsEnd { output.append(contentsOf: "…".utf8) }
    for letter in shown { output.append(contentsOf: letter.letter.utf8) }
    if isCut, !keepsEnd { output.append(contentsOf: "…".utf8) }
    return shown.reduce(isCut ? 1 : 0) { $0 + $1.cells }
  }

  /// The letters at the end that is kept which take no more than `room` cells.
  private func fitting(_ room: Int) -> ArraySlice<(letter: Character, cells: Int)> {
    var rest = letters[...]
    var excess = width - room
    while excess > 0, let letter = keepsEnd ? rest.popFirst() : rest.popLast() {
      excess -= letter.cells
    }
    return rest
  }

  private enum Kind {
    case control, invisible
    case cells(Int)
  }

  private static func cells(of letter: Character) -> Kind {
    guard let scalar = letter.unicodeScalars.first else { return .invisible }
    if (0x20..<0x7F).contains(scalar.value) { return .cells(1) }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return .control
    case .format: return .invisible
    case .nonspacingMark, .enclosingMark: return .cells(0)
    default: return .cells(wide.contains { $0.contains(scalar.value) } ? 2 : 1)
    }
  }

  /// The blocks of wide letters: Hangul, Han and Kana, full-width forms, emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
