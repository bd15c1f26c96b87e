import Foundation
import TestSupport

/// The reports of the Corpus, composed.
enum Reports {
  static let names = (try? Repository.names(in: "Corpus/reports", ending: ".txt")) ?? []

  static func text(_ name: String) throws -> String {
    try Repository.text("Corpus/reports/\(name)").composed
  }

  static func all() throws -> [String] { try names.map(text) }
}
