import Checks
import Extraction
import Observations
import Quantities
import SoLieu
import Testing
import TextModel

/// Evidence settles doubt, and changes nothing that is in none.
struct SettlingTests {
  private func checked(_ text: String) throws -> [Observation] {
    var options = ReadingOptions()
    options.period = TimePeriod(iso: "2022-05").map { ReportPeriod($0) }
    return try BuiltIn.checker().checked(
      BuiltIn.pipeline().extract(SourceText(text), document: "t", options: options))
  }

  private func provenance(_ record: Observation, _ field: String) -> Provenance? {
    record.provenance.first { $0.field == field }?.source
  }

  @Test func theReadingThatAddsUpIsTaken() throws {
    let records = try checked(
      "Kim ngạch xuất khẩu 5 tháng đạt 5,2 triệu USD, gồm gạo 3.105 triệu USD, rau quả 2,095 triệu USD."
    )
    let rice = try #require(records.first { $0.indicator == "gạo" })
    #expect(rice.value.description == "3.105")
    #expect(provenance(rice, "value") == .relation)
    #expect(rice.alternatives.isEmpty)
    #expect(records.allSatisfy { $0.flags.isEmpty })
  }

  @Test func theUsualReadingIsConfirmed() throws {
    let text =
      "Thu ngân sách 5 tháng đạt 2,3 tỷ đồng, gồm thu nội địa 1.250 triệu đồng, thu khác 1,05 tỷ đồng."
    let domestic = try #require(try checked(text).first { $0.indicator == "thu nội địa" })
    #expect(domestic.value.description == "1250")
    #expect(provenance(domestic, "value") == .relation)
    #expect(domestic.alternatives.isEmpty)
    let before = try BuiltIn.pipeline().extract(SourceText(text), document: "t")
      .first { $0.indicator == "thu nội địa" }
    #expect(before?.alternatives.count == 1)
    #expect(domestic.confidence > (before?.confidence ?? domestic.confidence))
  }

  @Test("All of them times a thousand would add up as well")
  func figuresInDoubtProveNothingOfEachOther() throws {
    let records = try checked(
      "Doanh thu vận tải 5 tháng đạt 3.740 tỷ đồng, gồm đường bộ 2.206 tỷ đồng, đường thủy 1.534 tỷ đồng."
    )
    #expect(records.count == 3)
    #expect(records.allSatisfy { $0.alternatives.count == 1 && provenance($0, "value") == nil })
  }

  @Test("A slip stays as it is printed, and is flagged")
  func oneReadingIsNeverChanged() throws {
    let records = try checked(
      "Thu ngân sách 5 tháng đạt 905 tỷ đồng, gồm thu nội địa 700 tỷ đồng, thu khác 250 tỷ đồng.")
    #expect(records.map(\.value.description) == ["905", "700", "250"])
    #expect(records.allSatisfy { $0.flags == ["parts_above_total"] })
  }
}
