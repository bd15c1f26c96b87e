import Foundation
import TestSupport

/// A file below `Sources`.
struct Source: CustomStringConvertible {
  var path: String
  var text: String

  var description: String { path }

  /// The folder of `Sources` that it stands in.
  var room: String { String(path.split(separator: "/")[1]) }

  var isGenerated: Bool { path.contains("/Generated/") }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules that it imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ Self.modifiers.contains(String($0)) })
      else { return nil }
      return String(words[at + 1].prefix { $0 != "." })
    }
  }

  /// The lines without comments and without what stands in quotation marks.
  var code: [(line: Int, text: String)] {
    lines.enumerated().compactMap { index, line in
      var code = ""
      var isQuoted = false
      var previous: Character = " "
      for character in line {
        if character == "\"", previous != "\\" { isQuoted.toggle() }
        if !isQuoted {
          if character == "/", previous == "/" {
            code.removeLast()
            break
          }
          code.append(character)
        }
        previous = character
      }
      return code.isEmpty ? nil : (index + 1, code)
    }
  }

  static func all() throws -> [Source] {
    try Repository.paths(below: "Sources", ending: "")
      .filter { path in [".swift", ".c", ".cpp", ".h"].contains { path.hasSuffix($0) } }
      .map { Source(path: $0, text: try Repository.text($0)) }
  }

  private static let modifiers: Set<String> = [
    "public", "internal", "package", "private", "fileprivate", "@_exported", "@preconcurrency",
    "@testable",
  ]
}
