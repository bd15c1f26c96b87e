import Extraction
import SoLieu
import Testing

/// What a report says of itself in its first lines, and what goes before what.
struct MetadataTests {
  private func metadata(
    _ text: String, known: ReportMetadata = ReportMetadata(), period: String = ""
  ) throws -> ReportMetadata {
    var options = ReadingOptions(period: TimePeriod(iso: period).map { ReportPeriod($0) })
    options.known = known
    return try Pipeline.standard().read(SourceText(text), document: "x", options: options).metadata
  }

  private let report = """
    CỤC THỐNG KÊ TỈNH LẠNG SƠN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Số: 512/BC-CTK                      Lạng Sơn, ngày 28 tháng 11 năm 2022

    BÁO CÁO
    Tình hình kinh tế - xã hội tháng 11 và 11 tháng năm 2022

    I. KINH TẾ
    Thu ngân sách đạt 702,3 tỷ đồng.
    """

  @Test func letterheadSaysWho() throws {
    let found = try metadata(report)
    #expect(found.issuer == .init("CỤC THỐNG KÊ TỈNH LẠNG SƠN", .letterhead))
    #expect(found.number == .init("512/BC-CTK", .letterhead))
    #expect(found.date == .init("2022-11-28", .letterhead))
    #expect(
      found.title
        == .init("BÁO CÁO Tình hình kinh tế - xã hội tháng 11 và 11 tháng năm 2022", .letterhead))
    #expect(found.period == .init("2022-11", .letterhead))
    #expect(found.area == .init("Lạng Sơn", .letterhead))
    #expect(found.url == nil)
  }

  @Test func thePageGoesBeforeTheTextAndTheNameOfTheFileBehindIt() throws {
    var known = ReportMetadata()
    known.title = .init("Tháng 11: kinh tế Lạng Sơn", .page)
    known.date = .init("2022-11-30", .page)
    known.period = .init("2021", .fileName)
    known.url = .init("https://example.org/1", .manifest)
    let found = try metadata(report, known: known, period: "2019")
    #expect(found.title == known.title)
    #expect(found.date == known.date)
    #expect(found.period?.value == "2022-11")
    #expect(found.url == known.url)
  }

  @Test func whatTheTextDoesNotSayComesFromElsewhere() throws {
    var known = ReportMetadata()
    known.period = .init("2021-03", .fileName)
    known.title = .init("bc-03-2021", .fileName)
    let found = try metadata("Thu ngân sách đạt 702,3 tỷ đồng.", known: known, period: "2019")
    #expect(found.period == .init("2021-03", .fileName))
    let option = try metadata("Thu ngân sách đạt 702,3 tỷ đồng.", period: "2019")
    #expect(option.period == .init("2019", .option))
    #expect(option.issuer == nil)
  }

  @Test func anAddressIsNoArea() throws {
    let found = try metadata(
      """
      BỘ KẾ HOẠCH VÀ ĐẦU TƯ
      CỤC ĐẦU TƯ NƯỚC NGOÀI
      6B Hoàng Diệu, Ba Đình, Hà Nội - ĐT: 080.48461

      BÁO CÁO NHANH
      Tình hình thu hút đầu tư nước ngoài 8 tháng năm 2020
      """)
    #expect(found.area == .init("Việt Nam", .letterhead))
  }
}
