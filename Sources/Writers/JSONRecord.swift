internal import Observations
internal import Quantities

/// Writes one record as a JSON object with all columns in their order.
///
/// Numbers are plain, with exactly the digits stated (5.50 stays 5.50, which RFC 8259 allows); an
/// empty text is `""`, an absent denominator `null`; flags are an array of strings, provenance an
/// object from field to source, alternatives an array of objects.
struct JSONRecord: Sendable {
  /// For each column what stands before its value: `{"document":`, `,"indicator":`, ….
  private let columns: [(column: Column, opening: [UInt8])]

  init() {
    columns = Column.allCases.enumerated().map { index, column in
      var opening = [UInt8(ascii: index == 0 ? "{" : ",")]
      opening.appendJSONString(column.rawValue)
      opening.append(UInt8(ascii: ":"))
      return (column, opening)
    }
  }

  func append(_ record: Observation, to output: inout [UInt8]) {
    for (column, opening) in columns {
      output.append(contentsOf: opening)
      append(column.cell(of: record), to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private func append(_ cell: Column.Cell, to output: inout [UInt8]) {
    switch cell {
    case .text(let text): output.appendJSONString(text)
    case .integer(let number): output.append(contentsOf: String(number).utf8)
    case .decimal(let number): number.write(to: &output)
    case .empty: output.append(contentsOf: "null".utf8)
    case .list(let items):
      output.appendJSONList(items, open: "[", close: "]") { $1.appendJSONString($0) }
    case .map(let pairs):
      output.appendJSONList(pairs, open: "{", close: "}") { pair, output in
        output.appendJSONString(pair.key)
        output.append(UInt8(ascii: ":"))
        output.appendJSONString(pair.value)
      }
    case .alternatives(let all):
      output.appendJSONList(all, open: "[", close: "]") { alternative, output in
        output.append(contentsOf: "{\"value\":".utf8)
        alternative.value.write(to: &output)
        output.append(UInt8(ascii: "}"))
      }
    }
  }
}
