import Foundation
import SoLieu

/// `SURFACE = VALUE [eN] UNIT | MEASURE [BASE] | field: entries | …`, entries divided by ` / `.
struct RecordLine {
  var surface: String
  private var value: ExactDecimal
  private var denominator: ExactDecimal?
  private var power: Int
  private var units: [String]
  private var measures: [String]
  private var bases: [String]?
  private var fields: [String: [String]] = [:]

  private static let fieldNames = ["indicator", "parent", "period", "status", "bound"]

  init(_ line: String, place: String) throws {
    let pieces = line.split(separator: "|").map(trimmed)
    guard pieces.count >= 2, let sign = pieces[0].range(of: " = ", options: .backwards) else {
      throw CaseError("\(place): write SURFACE = VALUE UNIT | MEASURE BASE | field: entries")
    }
    surface = String(pieces[0][..<sign.lowerBound])
    let reading = String(pieces[0][sign.upperBound...])
    let readings = entries(reading)
    guard case .quantity(let value, let denominator, let power, let unit)? = Meaning(readings[0])
    else { throw CaseError("\(place): '\(reading)' is not VALUE eN UNIT") }
    self.value = value
    self.denominator = denominator
    self.power = power
    units = [unit] + readings.dropFirst()

    let words = pieces[1].split(separator: " ")
    measures = words[0].split(separator: "/").map(String.init)
    bases = [""]
    if words.count > 1 {
      let names = words[1].split(separator: "/").map { $0 == "-" ? "" : String($0) }
      bases = names == ["?"] ? nil : names
    }
    let isKnown =
      measures.allSatisfy { Measure(rawValue: $0) != nil }
      && (bases ?? []).allSatisfy { $0.isEmpty || Base(rawValue: $0) != nil }
    guard isKnown, words.count <= 2 else {
      throw CaseError("\(place): '\(pieces[1])' is not MEASURE or MEASURE BASE")
    }

    for piece in pieces.dropFirst(2) {
      guard let colon = piece.range(of: ": "),
        Self.fieldNames.contains(String(piece[..<colon.lowerBound]))
      else {
        throw CaseError(
          "\(place): '\(piece)' is not one of \(Self.fieldNames.joined(separator: ", ")): entries")
      }
      fields[String(piece[..<colon.lowerBound])] = entries(String(piece[colon.upperBound...]))
        .map { $0 == "-" ? "" : $0 }
    }
  }

  /// The record as a gold file would have it; its number stands `at` that code point.
  func gold(at: Int, of text: String) -> GoldRecord {
    var gold = GoldRecord(at: at, value: value.approximation)
    gold.text = text
    gold.unitMultiplier = power
    gold.denominator = denominator.map { [$0.approximation] } ?? []
    gold.unit = units
    gold.measure = measures
    gold.base = bases
    gold.indicator = fields["indicator"]
    gold.parent = fields["parent"]
    gold.period = fields["period"]
    gold.status = fields["status"]
    gold.bound = fields["bound"]
    return gold
  }
}

/// `text` without the blanks around it.
func trimmed(_ text: Substring) -> String {
  var rest = text.drop { $0 == " " }
  while rest.last == " " { rest.removeLast() }
  return String(rest)
}

/// The parts of `text` between ` / `.
private func entries(_ text: String) -> [String] {
  var all: [String] = []
  var rest = text[...]
  while let slash = rest.range(of: " / ") {
    all.append(trimmed(rest[..<slash.lowerBound]))
    rest = rest[slash.upperBound...]
  }
  return all + [trimmed(rest)]
}
