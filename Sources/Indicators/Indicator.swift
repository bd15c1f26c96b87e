import RuleLanguage

/// One line of the catalogue: something that reports measure, under a code that never changes.
public struct Indicator: Sendable {
  /// `domain.noun` or `domain.noun.noun`.
  public let code: String
  /// The code of which it is a part or a kind; empty at the top.
  public let broader: String
  let row: DataTable.Row

  /// Its name in Vietnamese.
  public var vietnamese: String { row["vietnamese"] }
  /// Its name in English.
  public var english: String { row["english"] }
  /// The usual units, as ``Observation/unit`` has them, the commonest first.
  public var units: [String] { row.list("units") }
  /// Words for its movement first, then for its coming about.
  public var directions: [String] { row.list("directions") }
  /// What it is called in reports, in the syntax of the table.
  public var names: [String] {
    // A choice within a name is divided as the names are: (a | b) + c
    var names: [String] = []
    var open = ""
    for piece in row.list("names") {
      open += open.isEmpty ? piece : " | " + piece
      if open.count(where: { $0 == "(" }) > open.count(where: { $0 == ")" }) { continue }
      names.append(open)
      open = ""
    }
    return open.isEmpty ? names : names + [open]
  }
  /// What it is called in capitals.
  public var abbreviations: [String] { row.list("abbreviations") }
}

extension Indicator {
  static let columns = [
    "code", "broader", "vietnamese", "english", "units", "directions", "names", "abbreviations",
  ]

  /// Whether it is small letters, digits and `_`, in two or more parts that begin with a letter.
  static func isCode(_ code: String) -> Bool {
    let parts = code.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count >= 2
      && parts.allSatisfy { part in
        part.first.map { (0x61...0x7A).contains($0) } == true
          && part.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
          }
      }
  }
}
