import Extraction
import SoLieu
import Testing

/// What a report says of itself in its first lines, and what goes before what.
struct MetadataTests {
  private func metadata(
    _ text: String, known: ReportMetadata = ReportMetadata(), file: String? = nil,
    given: ReportMetadata = ReportMetadata(), period: String = ""
  ) throws -> ReportMetadata {
    var options = ReadingOptions(period: TimePeriod(iso: period).map { ReportPeriod($0) })
    options.known = known
    options.fileName = file.map { FileName($0) }
    options.given = given
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

  @Test(arguments: [
    "Lạng Sơn, ngày 18 tháng 11 năm \n2022", "Lạng Sơn, ngày 18 tháng 11\nnăm 2022",
    "Số: 12/BC-SCT        Lạng Sơn, ngày 18\n                     tháng 11 năm 2022",
    "Số: 12/BC-SCT\tLạng Sơn, ngày\n18/11/2022",
  ])
  func aDatelineMayBeBrokenOverTwoLines(dateline: String) throws {
    let found = try metadata(
      """
      UBND TỈNH LẠNG SƠN
      SỞ CÔNG THƯƠNG
      \(dateline)
      BÁO CÁO
      Tình hình sản xuất công nghiệp tháng 11, 11 tháng; nhiệm vụ tháng 12
      Giá trị sản xuất đạt 12 tỷ đồng.
      """)
    #expect(found.date == .init("2022-11-18", .letterhead))
    #expect(found.period == .init("2022-11", .letterhead))
  }

  @Test func decemberIsAMonthOfATitle() throws {
    let found = try metadata("Tình hình sản xuất tháng 12 năm 2022\nGiá trị đạt 12 tỷ đồng.")
    #expect(found.period == .init("2022-12", .letterhead))
    let next = try metadata(
      "Tình hình sản xuất tháng 11, nhiệm vụ tháng 12 năm 2022\nGiá trị đạt 12 tỷ đồng.")
    #expect(next.period == .init("2022-11", .letterhead))
  }

  @Test(arguments: [
    "Kính gửi: Văn phòng Chính phủ", "Căn cứ Quyết định số 45/QĐ-TTg ngày 03/01/2020",
    "(Số liệu ước thực hiện đến hết tháng)", "Bảng 1. Một số chỉ tiêu chủ yếu",
    "Phần thứ nhất", "A. TÌNH HÌNH THÁNG 12", "I- KẾT QUẢ ĐẠT ĐƯỢC", "-----\nKính gởi: HĐND tỉnh",
    "Thực hiện Công văn số 12/VP-TH của Văn phòng UBND tỉnh", "Chỉ tiêu\tĐơn vị tính\tSo sánh (%)",
  ])
  func aTitleEndsWhereTheTextBegins(line: String) throws {
    let found = try metadata(
      "THÔNG CÁO BÁO CHÍ\nVề tình hình kinh tế quý IV năm 2021\n\(line)\nGiá trị đạt 12 tỷ đồng.")
    #expect(
      found.title
        == .init("THÔNG CÁO BÁO CHÍ Về tình hình kinh tế quý IV năm 2021", .letterhead))
    #expect(found.date == nil)
  }

  @Test(arguments: [
    "NHỊP BIỂN ONLINE | Trang chủ | Kinh tế\nThứ ba, 14.7.2015, 08:15 (GMT+7) | Lượt xem: 3.482\n",
    "TIN SÔNG TRÀ | Trang nhất | Kinh tế | Xã hội\n", "",
  ])
  func aNewspapersHeadlineStandsBelowItsNameAndMenu(menu: String) throws {
    let headline = "Giá dầu lao dốc, Bà Rịa - Vũng Tàu vẫn thu ngân sách gần 41.000 tỉ đồng"
    let found = try metadata("\(menu)\(headline)\nSáu tháng đầu năm 2015, thu đạt 40.927 tỉ đồng.")
    #expect(found.title == .init(headline, .letterhead))
    #expect(found.issuer == nil)
  }

  @Test func theDayOfWhatATitleCitesIsNotTheReports() throws {
    let found = try metadata(
      "BÁO CÁO\nKết quả thực hiện Nghị quyết số 01/NQ-CP ngày 08/01/2019 trong 9 tháng\nThu đạt 5 tỷ đồng.",
      file: "bc-9-thang-2021.docx")
    #expect(found.date == nil)
    #expect(found.period == .init("2021-01/2021-09", .fileName))
  }

  @Test(arguments: [
    ("UỶ BAN NHÂN DÂN\nHUYỆN ĐỨC THỌ", "UỶ BAN NHÂN DÂN HUYỆN ĐỨC THỌ"),
    ("SỞ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM", "SỞ CÔNG THƯƠNG"),
    (
      "CỤC THỐNG KÊ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH AN GIANG   Độc lập - Tự do - Hạnh phúc",
      "CỤC THỐNG KÊ TỈNH AN GIANG"
    ),
    (
      "UBND TỈNH AN GIANG\nSỞ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN",
      "UBND TỈNH AN GIANG - SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"
    ),
  ])
  func anIssuerMayGoOnInTheNextLine(lines: String, issuer: String) throws {
    let found = try metadata(
      "\(lines)\nSố 33 / BC - UBND\nĐức Thọ, ngày    tháng 7 năm 2019\nBÁO CÁO\nThu ngân sách đạt 5 tỷ đồng."
    )
    #expect(found.issuer == .init(issuer, .letterhead))
    #expect(found.number == .init("33/BC-UBND", .letterhead))
    // The day is left open until it is signed.
    #expect(found.date == .init("2019-07", .letterhead))
  }

  @Test(arguments: [
    "Document1", "Microsoft Word - Báo cáo tháng 11 năm 2022.doc", "bao-cao thang 11.docx",
    "CỤC THỐNG KÊ TỈNH LẠNG SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Mẫu báo cáo",
    "Báo cáo tháng 8 năm 2019 tỉnh Lạng Sơn", "Tình hình tháng 11 năm 2022 tỉnh Cà Mau",
    "Báo cáo tình hình kinh tế",
  ])
  func aTitleOfPropertiesIsOftenJunkOrOfAnotherReport(title: String) throws {
    var known = ReportMetadata()
    known.title = .init(title, .properties)
    let found = try metadata(report, known: known)
    #expect(found.title?.origin == .letterhead)
    #expect(found.period == .init("2022-11", .letterhead))
    #expect(found.area == .init("Lạng Sơn", .letterhead))
  }

  @Test func aTitleOfPropertiesThatIsThisReportsGoesBeforeTheLetterhead() throws {
    var known = ReportMetadata()
    known.title = .init("Báo cáo kinh tế Lạng Sơn tháng 11 năm 2022", .properties)
    #expect(try metadata(report, known: known).title == known.title)
  }

  @Test func aTitleSaysThePeriodAndTheAreaWhereTheTextDoesNot() throws {
    let text = "Giá trị sản xuất công nghiệp đạt 12 tỷ đồng."
    var known = ReportMetadata()
    known.title = .init("Báo cáo kinh tế - xã hội quý III năm 2020 tỉnh Bình Định", .properties)
    let office = try metadata(text, known: known, file: "Cà Mau 2019.docx")
    #expect(office.title == known.title)
    #expect(office.period == .init("2020-Q3", .properties))
    #expect(office.area == .init("Bình Định", .properties))
    known.title = .init("Hà Nam: Kinh tế tháng 9/2021", .page)
    let page = try metadata(text, known: known)
    #expect(page.period == .init("2021-09", .page))
    #expect(page.area == .init("Hà Nam", .page))
    known.title = .init("Giá trị sản xuất tăng khá", .page)
    known.issuer = .init("Cổng thông tin điện tử tỉnh Hà Nam", .page)
    #expect(try metadata(text, known: known).area == .init("Hà Nam", .page))
  }

  @Test(arguments: [
    ("2022-12-02T08:00:00Z", "2022-12-02"), ("2013-12-23T00:00:00Z", ""), ("2024-01-05", ""),
  ])
  func theDayOfAFilesMakingCountsOnlyNearItsPeriod(made: String, date: String) throws {
    var known = ReportMetadata()
    known.date = .init(made, .properties)
    let text = "Tình hình kinh tế tháng 11 năm 2022\nThu ngân sách đạt 702,3 tỷ đồng."
    #expect(try metadata(text, known: known).date == .init(date, .properties))
    #expect(try metadata(report, known: known).date == .init("2022-11-28", .letterhead))
    let without = try metadata("Thu ngân sách đạt 702,3 tỷ đồng.", known: known)
    #expect(without.date == nil)
    #expect(without.period == nil)
  }

  @Test(arguments: [
    ("Admin", false), ("python-docx", false), ("Nguyễn Văn An", false), ("Trường Giang", false),
    ("Cục Thống kê tỉnh Cà Mau", false), ("Cục Thống kê tỉnh Lạng Sơn", true),
  ])
  func anAuthorIsAnIssuerWhereHeIsAnOfficeOfThePlace(author: String, isIssuer: Bool) throws {
    var known = ReportMetadata()
    known.issuer = .init("Microsoft", .properties)
    known.author = .init(author, .properties)
    let found = try metadata("Kinh tế tỉnh Lạng Sơn năm 2022\nThu đạt 5 tỷ đồng.", known: known)
    #expect(found.issuer == (isIssuer ? known.author : nil))
    #expect(found.author == nil)
  }

  @Test func aManifestSaysWhatNothingElseDoes() throws {
    var given = ReportMetadata()
    given.title = .init("Báo cáo của Hà Nam", .manifest)
    given.period = .init("2019", .manifest)
    given.area = .init("hà nam", .manifest)
    let text = "Giá trị sản xuất công nghiệp đạt 12 tỷ đồng."
    let found = try metadata(text, file: "bc.docx", given: given)
    #expect(found.title == given.title)
    #expect(found.period == given.period)
    #expect(found.area == .init("Hà Nam", .manifest))
    let named = try metadata(text, file: "BC T10.2019 Quang Ninh.docx", given: given)
    #expect(named.period == .init("2019-10", .fileName))
    #expect(named.area == .init("Quảng Ninh", .fileName))
    #expect(try metadata(text, file: "bc.docx").title == .init("bc", .fileName))
    #expect(try metadata(report, file: "Ha Nam 2001.doc", given: given).area?.value == "Lạng Sơn")
  }
}
