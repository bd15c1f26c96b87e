import Foundation
import Quantities
import TestSupport

/// A report of `Corpus/checks`, and the relations that it states between its figures.
struct ConsistentReport: Sendable, CustomStringConvertible {
  /// A number of the text that takes part in a relation.
  struct Figure: Sendable {
    /// The code points of its sign and digits.
    var range: Range<Int>
    var number: PrintedNumber
  }

  struct Relation: Sendable {
    var kind: String
    /// Which figure each name is.
    var figures: [String: Int]
    var holds: RelationExpression

    /// Whether the figures, those of `altered` changed, no longer fulfil it.
    func isBroken(_ report: ConsistentReport, altered: [Int: PrintedNumber] = [:]) -> Bool? {
      holds.isBroken(
        figures.mapValues { (altered[$0] ?? report.figures[$0].number).interval })
    }
  }

  static let folder = "Corpus/checks"

  /// How the report is named.
  var description: String
  var area: String
  var period: String
  var text: [Unicode.Scalar]
  /// In the order of the text.
  var figures: [Figure] = []
  var relations: [Relation] = []

  static func all() throws -> [ConsistentReport] {
    try Repository.names(in: folder, ending: ".txt").map { try Self($0.dropLast(4)) }
  }

  init(_ name: some StringProtocol) throws {
    text = Array(try Repository.text("\(Self.folder)/\(name).txt").unicodeScalars)
    let lines = try Repository.text("\(Self.folder)/\(name).relations.jsonl")
      .split(separator: "\n").map { Data($0.utf8) }
    let decoder = JSONDecoder()
    guard let first = lines.first else { throw RelationError("\(name) has no relations") }
    let head = try decoder.decode(Head.self, from: first)
    (description, area, period) = (head.doc, head.area, head.period)
    let stated = try lines.dropFirst().map { try decoder.decode(StatedRelation.self, from: $0) }
    var places: [Int: Int] = [:]
    for figure in stated.flatMap(\.figures.values).sorted(by: { $0.at < $1.at })
    where places[figure.at] == nil {
      places[figure.at] = figures.count
      figures.append(try Self.figure(figure, in: text))
    }
    for relation in stated {
      guard let holds = RelationExpression(relation.holds),
        holds.names.sorted() == relation.figures.keys.sorted()
      else { throw RelationError("\(name): \(relation.holds) is not of its figures, each once") }
      let indices = relation.figures.compactMapValues { places[$0.at] }
      relations.append(Relation(kind: relation.relation, figures: indices, holds: holds))
    }
  }

  private static func figure(_ stated: StatedFigure, in text: [Unicode.Scalar]) throws -> Figure {
    guard text.indices.contains(stated.at), let value = ExactDecimal(stated.value) else {
      throw RelationError("\(stated.at): \(stated.value) is no number of the text")
    }
    let rest = text[stated.at...]
    var end = rest.dropFirst().firstIndex { !isPart($0) } ?? rest.endIndex
    while let last = text[..<end].last, last == "." || last == "," { end -= 1 }
    let number = PrintedNumber(
      value: value, multiplier: stated.mult, isExact: stated.exact ?? false)
    return Figure(range: stated.at..<end, number: number)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "." || scalar == ","
  }

  private struct Head: Decodable {
    var doc: String
    var area: String
    var period: String
  }

  private struct StatedRelation: Decodable {
    var relation: String
    var figures: [String: StatedFigure]
    var holds: String
  }

  private struct StatedFigure: Decodable {
    var at: Int
    var value: String
    var mult: Int
    var exact: Bool?
  }
}

/// A file of relations that cannot be read.
struct RelationError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
