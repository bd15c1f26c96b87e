import Foundation
import SoLieu
import TestSupport
import Testing

/// The reader with the built-in language data, made once for all tests.
enum Reader {
  private static let standard = Result { () throws(LexiconError) in try Pipeline.standard() }

  static func pipeline() throws -> Pipeline { try standard.get() }
}

/// A folder of reports with gold beside them.
struct GoldSet: CustomStringConvertible {
  /// How scores name it.
  var description: String
  /// The folder, from the root of the repository.
  var folder: String

  /// Whether each document has a floor of its own beside that of the set.
  var hasFloorsOfDocuments = false

  /// Our own reports, which are always there.
  static let reports = GoldSet(
    description: "reports", folder: "Corpus/reports", hasFloorsOfDocuments: true)
  /// Those that may stand beside the repository.
  static let shared = ["seed", "dev"].map {
    GoldSet(description: $0, folder: "../shared/\($0)")
  }

  var isThere: Bool { Repository.exists(folder) }

  /// Each gold file with what our reader says of its report.
  func scores() throws -> [DocumentScore] {
    let pipeline = try Reader.pipeline()
    return try Repository.names(in: folder, ending: ".gold.jsonl").map { name in
      let gold = try GoldFile(name: name, bytes: Repository.bytes("\(folder)/\(name)"))
      let source = try SourceText(Repository.bytes("\(folder)/\(gold.name).txt"))
      return Scorer().score(
        gold: gold, observations: pipeline.extract(source, document: gold.name))
    }
  }
}

/// The floors of all sets, in `Corpus/scores.tsv`.
enum Floors {
  static let path = "Corpus/scores.tsv"

  /// `SOLIEU_RECORD_SCORES=1` writes the scores of this run as the new floors.
  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["SOLIEU_RECORD_SCORES"] == "1"
  }

  static func table() throws -> FloorTable {
    Repository.exists(path) ? try FloorTable(Repository.text(path)) : FloorTable()
  }

  static func write(_ table: FloorTable) throws {
    try Data(table.text.utf8).write(to: Repository.root.appending(path: path))
  }
}
