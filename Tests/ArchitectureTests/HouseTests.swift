import SoLieu
import TestSupport
import Testing

/// What every source keeps to.
struct HouseTests {
  private static let forbidden = [
    "try!", "as!", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)",
  ]

  @Test(arguments: try Source.all().filter { $0.path.hasSuffix(".swift") && !$0.isGenerated })
  func nothingStopsTheProgramOrEscapesTheChecks(_ source: Source) {
    for (line, code) in source.code {
      for word in Self.forbidden {
        #expect(!code.contains(word), "\(source.path):\(line): \(word)")
      }
      #expect(!Self.unwrapsByForce(code), "\(source.path):\(line): \(code)")
    }
  }

  @Test(arguments: [
    ("a!.b", true), ("x[0]!", true), ("f()!", true), ("a! + b", true), ("var a: Int!", true),
    ("a != b", false), ("!a && !b(c)", false), ("(!a)", false), ("if !x.isEmpty {", false),
  ])
  func forceIsSeen(_ code: String, _ isForced: Bool) {
    #expect(Self.unwrapsByForce(code) == isForced)
  }

  @Test(arguments: try Source.all().filter { !$0.isGenerated })
  func noFileIsOver450Lines(_ source: Source) {
    #expect(source.lines.count <= 450)
  }

  @Test(arguments: [
    ("Sources/VietnameseRules/Data", LexiconFile.builtIn),
    ("Sources/VietnameseRules/Data/Places", LexiconFile.builtInPlaces),
    ("Sources/VietnameseRules/Data/Indicators", LexiconFile.builtInIndicators),
    ("Sources/VietnameseRules/Data/Labels", LexiconFile.builtInLabels),
    ("Sources/VietnameseRules/Data/Series", LexiconFile.builtInSeries),
    ("Sources/VietnameseRules/Data/Checks", LexiconFile.builtInChecks),
  ])
  func builtInDataIsThatOfTheFiles(_ folder: String, _ files: [LexiconFile]) throws {
    let names = try Repository.names(in: folder, ending: ".tsv")
    #expect(files.map(\.name) == names)
    for file in files {
      let isSame = Array(file.text.utf8) == (try Repository.bytes("\(folder)/\(file.name)"))
      #expect(isSame, "run scripts/embed: \(file.name) is not what is built in")
    }
  }

  @Test func everyFolderOfTestsIsATarget() throws {
    let manifest = try Repository.text("Package.swift")
    let folders = Set(
      try Repository.paths(below: "Tests", ending: ".swift").map {
        String($0.split(separator: "/")[1])
      })
    for folder in folders where folder != "Support" {
      #expect(manifest.contains("\"\(folder)\""), "\(folder) is no target")
    }
  }

  /// An exclamation mark right behind a name or a bracket, but for `!=`.
  private static func unwrapsByForce(_ code: String) -> Bool {
    let characters = Array(code)
    for (i, character) in characters.enumerated().dropFirst() where character == "!" {
      let before = characters[i - 1]
      let isBehindValue = before.isLetter || before.isNumber || "_)]".contains(before)
      let isUnequal = i + 1 < characters.count && characters[i + 1] == "="
      if isBehindValue, !isUnequal { return true }
    }
    return false
  }
}
