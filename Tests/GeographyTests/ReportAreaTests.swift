import SoLieu
import TestSupport
import Testing

/// The area of a report, by its records.
struct ReportAreaTests {
  private func area(_ text: String, option: String = "") throws -> Area {
    let records = try BuiltIn.pipeline().extract(
      SourceText(text), document: "-", options: ReadingOptions(area: option))
    let record = try #require(records.first, "\(text)")
    return Area(name: record.area, code: record.areaCode)
  }

  private static let figure = "\n\nSản lượng lúa đạt 1.250 tấn, tăng 3,2% so với cùng kỳ."

  @Test(arguments: [
    ("UBND TỈNH TÂY NINH\n\nBÁO CÁO\nTình hình kinh tế tháng 9 năm 2013", "Tây Ninh", "72"),
    ("CỤC THỐNG KÊ THÀNH PHỐ HẢI PHÒNG\nBáo cáo tháng 9 năm 2013", "Hải Phòng", "31"),
    ("CỤC THỐNG KÊ TP. HỒ CHÍ MINH\nBáo cáo tháng 9 năm 2013", "Hồ Chí Minh", "79"),
    (
      "BỘ KẾ HOẠCH VÀ ĐẦU TƯ\nTỔNG CỤC THỐNG KÊ\nCỤC THỐNG KÊ TỈNH HÀ GIANG\nTháng 9 năm 2013",
      "Hà Giang", "02"
    ),
    ("SỞ Y TẾ THÀNH PHỐ CẦN THƠ\nBáo cáo tháng 9 năm 2013", "Cần Thơ", "92"),
    ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ THÁI BÌNH\nBÁO CÁO NHANH THÁNG 4/2006", "Thái Bình", "34"),
    ("NGÂN HÀNG NHÀ NƯỚC CHI NHÁNH TỈNH KHÁNH HÒA\nBáo cáo quý III năm 2013", "Khánh Hòa", "56"),
    (
      "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM\nCHI NHÁNH TỈNH KHÁNH HOÀ\nBáo cáo quý III năm 2013",
      "Khánh Hòa", "56"
    ),
    ("ỦY BAN NHÂN DÂN\nTỈNH ĐĂK LĂK\nBáo cáo tháng 10 năm 2013", "Đắk Lắk", "66"),
    // Two columns on one line.
    (
      "UBND TỈNH PHÚ YÊN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/BC     Độc lập - Tự do - Hạnh phúc\nBáo cáo tháng 5 năm 2013",
      "Phú Yên", "54"
    ),
    (
      "SỞ CÔNG THƯƠNG LẠNG SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBáo cáo tháng 5 năm 2013",
      "Lạng Sơn", "20"
    ),
    // Districts.
    ("UBND HUYỆN TUY AN\nBáo cáo tháng 5 năm 2013", "Tuy An", "559"),
    ("UỶ BAN NHÂN DÂN\nHUYỆN BÌNH XUYÊN\nBáo cáo 6 tháng đầu năm 2009", "Bình Xuyên", "249"),
    ("UBND TỈNH LONG AN\nUBND HUYỆN CHÂU THÀNH\nBáo cáo tháng 5 năm 2013", "Châu Thành", "808"),
    ("UBND HUYỆN CHÂU THÀNH\nBáo cáo tháng 5 năm 2013", "Châu Thành", ""),
    ("UBND HUYỆN CHÂU THÀNH, TỈNH LONG AN\nBáo cáo tháng 5 năm 2013", "Châu Thành", "808"),
    ("UBND THÀNH PHỐ THANH HÓA\nBáo cáo tháng 5 năm 2013", "Thanh Hóa", "380"),
    ("UBND QUẬN 1\nBáo cáo tháng 5 năm 2013", "Quận 1", "760"),
    ("UBND HUYỆN\nTuy An, ngày 27 tháng 5 năm 2013\nBáo cáo tháng 5", "Tuy An", "559"),
    ("UBND XÃ AN MỸ\nBáo cáo tháng 5 năm 2013", "An Mỹ", ""),
    // Press.
    ("TP.HCM: Thu ngân sách tháng 9 năm 2013 tăng khá", "Hồ Chí Minh", "79"),
    (
      "Đồng Nai: 9 tháng đón 2 triệu lượt khách\nTheo Bộ Công Thương, tháng 9 năm 2013 có tiến bộ.",
      "Đồng Nai", "75"
    ),
    ("Kinh tế Đồng Nai tháng 9 năm 2013 tăng trưởng khá", "Đồng Nai", "75"),
    (
      "Thu ngân sách tháng 9 năm 2013 khả quan\nTheo Cục Thống kê tỉnh Đồng Nai, kết quả này là tốt.",
      "Đồng Nai", "75"
    ),
    // What a line of the text names is no letterhead and no title.
    (
      "UBND TỈNH LẠNG SƠN\nBáo cáo tháng 9 năm 2013\n- Tại huyện Tràng Định 5 ha;\n"
        + "Thuế huyện Cao Lộc thu 5 tỷ đồng;",
      "Lạng Sơn", "20"
    ),
    (
      "BÁO CÁO\nTình hình tháng 9 năm 2013\nLạng Sơn, ngày 5 tháng 10 năm 2013\n\n"
        + "- Riêng huyện Tràng Định có tiến bộ;\nThuế huyện Cao Lộc thu 5 tỷ đồng.",
      "Lạng Sơn", "20"
    ),
    // Title, dateline, signature.
    ("BÁO CÁO\nTình hình kinh tế - xã hội tỉnh Hà Nam tháng 9 năm 2013", "Hà Nam", "35"),
    ("TÌNH HÌNH KINH TẾ - XÃ HỘI TỈNH HÀ NAM THÁNG 9 NĂM 2013", "Hà Nam", "35"),
    ("CỤC THỐNG KÊ\nLạng Sơn, ngày 20 tháng 9 năm 2013\nBáo cáo tháng 9", "Lạng Sơn", "20"),
    ("CỤC THỐNG KÊ\nBuôn Ma Thuột, ngày 20 tháng 9 năm 2013\nBáo cáo tháng 9", "Đắk Lắk", "66"),
    // The country.
    (
      "TỔNG CỤC THỐNG KÊ\nHà Nội, ngày 29 tháng 9 năm 2013\nBáo cáo tháng 9 năm 2013", "Việt Nam",
      ""
    ),
    (
      "BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN\nHà Nội, ngày 29 tháng 8 năm 2016\nBản tin tháng 8",
      "Việt Nam", ""
    ),
    ("Kinh tế cả nước tháng 9 năm 2013", "Việt Nam", ""),
    (
      "TÌNH HÌNH KINH TẾ - XÃ HỘI THÁNG 11 NĂM 2013\n\nTháng 11, cả nước có 15 nghìn doanh nghiệp.",
      "Việt Nam", ""
    ),
    ("Đồng bằng sông Cửu Long: Sản xuất lúa tháng 9 năm 2013", "Đồng bằng sông Cửu Long", ""),
    // The code is that of the report's time.
    ("UBND TỈNH BẮC NINH\nBáo cáo tháng 6 năm 2025", "Bắc Ninh", "27"),
    ("UBND TỈNH BẮC NINH\nBáo cáo tháng 7 năm 2025", "Bắc Ninh", "24"),
    ("UBND TỈNH HÀ TÂY\nBáo cáo tháng 7 năm 2007", "Hà Tây", "28"),
    ("UBND TỈNH HÀ BẮC\nBáo cáo tháng 7 năm 1995", "Hà Bắc", ""),
    ("UBND TỈNH BẮC NINH\nBáo cáo nhanh", "Bắc Ninh", ""),
    ("UBND TỈNH LẠNG SƠN\nBáo cáo nhanh", "Lạng Sơn", "20"),
    // None.
    ("Báo cáo tháng 9 năm 2013", "", ""),
    ("TÌNH HÌNH KINH TẾ - XÃ HỘI THÁNG 9 NĂM 2013\nToàn tỉnh cấy 5 ha, cả nước cấy 9 ha.", "", ""),
  ])
  func headNamesTheArea(_ head: String, _ name: String, _ code: String) throws {
    #expect(try area(head + Self.figure) == Area(name: name, code: code))
  }

  @Test func signatureNamesTheArea() throws {
    let lines = (1...14).map { "- Việc \($0) đã làm." }.joined(separator: "\n")
    let text =
      "Báo cáo tháng 9 năm 2013" + Self.figure + "\n" + lines
      + "\n\nTM. UBND TỈNH KHÁNH HÒA\nKT. CHỦ TỊCH"
    #expect(try area(text) == Area(name: "Khánh Hòa", code: "56"))
  }

  @Test func optionSpeaksForAReportThatNamesNone() throws {
    let plain = "Báo cáo tháng 9 năm 2013" + Self.figure
    #expect(try area(plain, option: "hoà bình") == Area(name: "Hòa Bình", code: "17"))
    #expect(try area(plain, option: "Xứ Lạng") == Area(name: "Xứ Lạng"))
    #expect(
      try area("UBND TỈNH LẠNG SƠN\n" + plain, option: "Hòa Bình")
        == Area(name: "Lạng Sơn", code: "20"))
  }

  /// Every report with gold has the area that the gold says.
  @Test(
    arguments: try ["Corpus/reports", "../shared/dev", "../shared/seed"]
      .filter { Repository.exists($0) }
      .flatMap { folder in
        try Repository.names(in: folder, ending: ".gold.jsonl").map { "\(folder)/\($0)" }
      })
  func areaIsThatOfTheGold(_ path: String) throws {
    let gold = try GoldFile(name: path, bytes: Repository.bytes(path))
    let report = try SourceText(
      Repository.bytes(path.replacing(".gold.jsonl", with: ".txt")))
    let gazetteer = try BuiltIn.gazetteer()
    let day = TimePeriod(iso: gold.head.period)?.lastDay
    let expected = gazetteer.area(named: gold.head.area, on: day)
    for record in try BuiltIn.pipeline().extract(report, document: gold.name) {
      #expect(record.area == expected.name)
      #expect(record.areaCode == expected.code)
    }
  }
}
