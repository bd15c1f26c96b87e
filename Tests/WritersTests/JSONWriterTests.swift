import Foundation
import Observations
import Quantities
import Testing
import Writers

struct JSONWriterTests {
  @Test func aLineHoldsEveryColumnInOrder() throws {
    let line = try written(.jsonl, [Sample.document(Sample.change())])
    #expect(
      line == #"{"document":"bao-cao.html","indicator":"xuất khẩu","indicator_code":"","#
        + #""parent":"tổng kim ngạch","measure":"change","base":"same_period","value":-5.50,"#
        + #""unit":"%","unit_mult":0,"denominator":null,"period":"2022-01/2022-11","#
        + #""status":"actual","bound":"","area":"","area_code":"","section":"","text":"","#
        + #""start":0,"end":0,"sentence":"","rule":"","confidence":0.93,"#
        + #""flags":["parts_exceed_total","slip"],"#
        + #""provenance":{"base":"paragraph","period":"report"},"alternatives":[{"value":550}]}"#
        + "\n")
  }

  @Test(arguments: ["0", "-0.5", "5.50", "120000000000000000000", "0.000001", "-31.60"])
  func numbersKeepTheirDigits(digits: String) throws {
    var record = Observation(value: try #require(ExactDecimal(digits)))
    record.denominator = record.value.magnitude
    let line = try written(.jsonl, [Sample.document(record)])
    #expect(line.contains(#""value":\#(digits),"#))
    #expect(line.contains(#""denominator":\#(digits.drop { $0 == "-" }),"#))
  }

  @Test func textIsEscaped() throws {
    var record = Sample.retail()
    record.sentence = "\"a\\b\"\n\r\t\u{8}\u{C}\u{0}\u{1F}/ấ\u{2028}\u{7F}😀"
    let line = try written(.jsonl, [Sample.document(record)])
    let escaped = #""\"a\\b\"\n\r\t\b\f\u0000\u001f/ấ"# + "\u{2028}\u{7F}😀\""
    #expect(line.contains(#""sentence":"# + escaped + ","))
    let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(parsed?["sentence"] as? String == record.sentence)
  }

  @Test func linesFollowOneAnother() throws {
    let first = Sample.document(Sample.retail())
    let second = Sample.document(Sample.change(), Sample.retail())
    let all = try written(.jsonl, [first, Sample.document(), second])
    #expect(try all == written(.jsonl, [first]) + written(.jsonl, [second]))
    #expect(all.split(separator: "\n").count == 3)
    #expect(try written(.jsonl, []).isEmpty)
  }

  @Test func oneDocumentIsOneObject() throws {
    let record = Sample.retail()
    let text = try written(.json, [Sample.document(record, record)])
    let line = try written(.jsonl, [Sample.document(record)]).dropLast()
    #expect(text == "{\"document\":\"bao-cao.html\",\"observations\":[\n\(line),\n\(line)]}\n")
    #expect(
      try written(.json, [Sample.document()])
        == "{\"document\":\"bao-cao.html\",\"observations\":[]}\n"
    )
  }

  @Test(arguments: 0...3)
  func severalDocumentsAreAnArray(count: Int) throws {
    let documents = (0..<count).map { index in
      DocumentRecords(
        document: "\(index).txt",
        observations: Array(repeating: Sample.change(), count: index))
    }
    let text = try written(.json, documents, several: true)
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    #expect(parsed?.map { $0["document"] as? String } == documents.map(\.document))
    #expect(parsed?.map { ($0["observations"] as? [Any])?.count } == Array(0..<count))
  }
}
