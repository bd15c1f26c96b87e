import SoLieu
import TestSupport
import Testing

/// The catalogue of indicators and the codes of the gold agree.
struct IndicatorListTests {
  struct Row {
    let code: String
    let broader: String
    let vietnamese: String
    let english: String
  }

  static func rows() throws -> [Row] {
    try String(decoding: Repository.bytes("Corpus/indicators.tsv"), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        try #require((4...8).contains(fields.count), "\(line)")
        return Row(
          code: fields[0], broader: fields[1], vietnamese: fields[2], english: fields[3])
      }
  }

  @Test func codesAreOneEachAndLeadUpwards() throws {
    let rows = try Self.rows()
    let broader = Dictionary(rows.map { ($0.code, $0.broader) }) { first, _ in first }
    #expect(broader.count == rows.count)
    for row in rows {
      #expect(row.code.wholeMatch(of: /[a-z_]+(\.[a-z0-9_]+)+/) != nil, "\(row.code)")
      #expect(!row.vietnamese.isEmpty && !row.english.isEmpty, "\(row.code)")
      var code = row.code
      for _ in rows where !code.isEmpty {
        code = try #require(broader[code], "above \(row.code)")
      }
      #expect(code.isEmpty, "\(row.code) leads back to itself")
    }
  }

  @Test(arguments: try Repository.names(in: GoldSet.reports.folder, ending: ".gold.jsonl"))
  func goldListsKnownCodes(_ name: String) throws {
    let codes = Set(try Self.rows().map(\.code))
    let path = "\(GoldSet.reports.folder)/\(name)"
    let gold = try GoldFile(name: path, bytes: Repository.bytes(path))
    for record in gold.records {
      #expect(codes.isSuperset(of: record.codes ?? []), "\(record.at)")
    }
  }
}
