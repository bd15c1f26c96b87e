import TestSupport
import Testing

/// Who may import whom: rooms import only rooms above them.
struct ImportTests {
  private static let foundation = "FoundationEssentials"

  /// What each folder of `Sources` may import.
  static let allowed: [String: Set<String>] = [
    "CICU": [], "CXML": [], "CArchive": [], "CPrograms": [], "CXLSX": [],
    "Encodings": [],
    "Formats": ["CXML", "CArchive", "CPrograms", "Encodings", "Glibc", "Musl"],
    "TextModel": [],
    "VietnameseText": ["CICU", "TextModel"],
    "Quantities": [],
    "RuleLanguage": ["TextModel", "VietnameseText"],
    "Geography": ["TextModel", "VietnameseText", "Quantities", "RuleLanguage"],
    "Indicators": ["TextModel", "VietnameseText", "RuleLanguage"],
    "VietnameseRules": [],
    "Observations": ["Quantities"],
    "Extraction": [
      "TextModel", "VietnameseText", "Quantities", "RuleLanguage", "Geography", "Indicators",
      "Observations",
    ],
    "Checks": ["VietnameseText", "RuleLanguage", "Quantities", "Observations"],
    "Series": ["VietnameseText", "RuleLanguage", "Quantities", "Observations"],
    "CNettle": [],
    "Dataset": [
      "CNettle", "TextModel", "VietnameseText", "Quantities", "Observations", "Series", "GRDB",
      "Glibc", "Musl",
    ],
    "Writers": ["CArchive", "Quantities", "Observations", "Checks", "Series", "Synchronization"],
    "Workbook": [
      "CXLSX", "Quantities", "Observations", "Checks", "Series", "Writers", "Synchronization",
      "Glibc",
      "Musl",
    ],
    "Evaluation": ["Quantities", "Observations", foundation],
    "SoLieu": [
      "TextModel", "VietnameseText", "Quantities", "RuleLanguage", "Geography", "Indicators",
      "VietnameseRules", "Observations", "Extraction", "Checks", "Series", "Writers", "Workbook",
      "Dataset", "Evaluation", "Encodings", "Formats",
    ],
    "solieu-command": [
      "SoLieu", "TextModel", "VietnameseText", "Quantities", "RuleLanguage", "Geography",
      "Indicators", "Observations", "Extraction", "Checks", "Series", "Writers", "Evaluation",
      "Encodings",
      "Formats",
      "ArgumentParser",
      foundation, "Dispatch", "Glibc",
      "Musl", "Darwin", "Synchronization",
    ],
  ]

  @Test func everyRoomHasARowInTheTable() throws {
    #expect(Set(try Source.all().map(\.room)) == Set(Self.allowed.keys))
  }

  @Test(arguments: try Source.all().filter { $0.path.hasSuffix(".swift") })
  func fileImportsOnlyWhatItsRoomMay(_ source: Source) throws {
    let allowed = try #require(Self.allowed[source.room])
    for module in source.imports {
      #expect(allowed.contains(module), "\(source.path) imports \(module)")
    }
  }

  /// The table and the manifest say the same, but for what is no target of ours.
  @Test func tableIsThatOfTheManifest() throws {
    let manifest = try Repository.text("Package.swift")
    let foreign: Set = [
      "solieu-command", "CICU", "CXML", "CArchive", "CPrograms", "CNettle", "CXLSX",
    ]
    for (room, modules) in Self.allowed where !foreign.contains(room) {
      let ours = modules.subtracting([Self.foundation, "Glibc", "Musl", "Synchronization"])
      #expect(Self.dependencies(of: room, in: manifest) == ours, "\(room)")
    }
  }

  @Test func rowsDoNotImportEachOtherInACircle() {
    var open = Self.allowed.mapValues { $0.intersection(Self.allowed.keys) }
    while let free = open.first(where: { $0.value.isEmpty })?.key {
      open[free] = nil
      for room in open.keys { open[room]?.remove(free) }
    }
    #expect(open.isEmpty)
  }

  /// The names in the brackets behind `"room", [` in the manifest; none where it has no list.
  private static func dependencies(of room: String, in manifest: String) -> Set<String>? {
    let squeezed = manifest.filter { !$0.isWhitespace }
      .replacing(#/\.product\(name:("\w+"),package:"[^"]+"\)/#) { $0.1 }
    guard let start = squeezed.firstRange(of: "room(\"\(room)\"") else { return nil }
    let rest = squeezed[start.upperBound...]
    guard rest.hasPrefix(",[") else { return [] }
    let list = rest.dropFirst(2).prefix { $0 != "]" }
    return Set(list.split(separator: ",").map { String($0.filter { $0 != "\"" }) })
  }
}
