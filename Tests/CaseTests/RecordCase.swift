import SoLieu
import TestSupport

/// A text of a sentence or a paragraph with the records that a careful reader finds in it.
struct RecordCase {
  /// `a-levels.txt:12`.
  var place: String
  /// The construction that it shows: `a5`.
  var construction: String
  /// Looks like the construction and is none, or is easily read wrong.
  var isHard: Bool
  var options = ReadingOptions()
  var text = ""
  /// In the order of the text.
  var records: [ExpectedRecord] = []
  /// Numbers of which the program makes a record today, and should not.
  var unwanted: [Surface] = []
}

/// Words of the text and where they stand.
struct Surface {
  var text: String
  /// Half-open range of code points.
  var range: Range<Int>
}

/// A record line: what gold would say of the number.
struct ExpectedRecord {
  var surface: Surface
  var gold: GoldRecord
  /// Should be right and is not yet.
  var isTodo: Bool
}

/// A file of `Corpus/cases/records`.
struct RecordCaseFile: CustomStringConvertible {
  /// The file's name.
  var description: String
  var cases: [RecordCase]

  static let folder = "Corpus/cases/records"

  /// Every file of the folder, in the order of the names.
  static func all() throws -> [RecordCaseFile] {
    try Repository.names(in: folder, ending: ".txt").map { name in
      var reader = RecordCaseReader(name: name)
      return RecordCaseFile(
        description: name, cases: try reader.cases(of: Repository.text("\(folder)/\(name)")))
    }
  }
}
