import Formats
import TestSupport
import Testing

struct ChromeLinesTests {
  @Test(arguments: [
    "Skip to main content",
    "Chế độ ban đêm In trang Xuất PDF Đọc nội dung",
    "-A A +A",
    "A- A A+",
    "Trang chủ | Kinh tế | Đường dây nóng: 0903.155.268",
    "TIN SÔNG TRÀ | Trang nhất | Kinh tế | Xã hội | Đường dây nóng: 055.3718.206",
    "MIỀN ĐÔNG ONLINE | 04.07.2022 | Hotline: 0251.382.4455",
    "Trang chủ » Tin tức » Kinh tế - xã hội",
    "Kinh tế > Địa phương",
    "Thứ Sáu, 4-10-2024, 08:14 | 3.412 lượt xem",
    "Thứ Hai, 31/08/2020 - 09:42 | Lượt xem: 1.384",
    "30.8.2019 - 07:45 GMT+7 | Hoàng Lam | 2.316 lượt xem",
    "Cập nhật: 03/10/2016 15:40 - Số lần xem: 2817",
    "Bình luận (17)",
    "Chia sẻ Facebook Zalo In bài viết",
    "Đăng nhập | Sơ đồ trang | English",
    "Tin liên quan:",
    "Từ khóa: GRDP, đầu tư công",
    "Copyright © Cổng thông tin điện tử tỉnh Lạng Sơn",
    "Ghi rõ nguồn khi phát hành lại thông tin từ Cổng",
  ])
  func pagesHaveTheirOwn(_ line: String) {
    #expect(ChromeLines.isChrome(line))
  }

  @Test(arguments: [
    "",
    "A",
    "Tình hình kinh tế - xã hội tháng 11 năm 2022",
    "1. Về phát triển kinh tế",
    "Số: 187/BC-TCTK",
    "Hà Nội, ngày 29 tháng 10 năm 2022",
    "Nơi nhận: Lưu VT (03 bản). ĐT: 024.38269557",
    "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
    "Trong tháng đón 5.200 lượt khách; lượt xem truyền hình tăng 5%.",
    "Trang chủ | Thu ngân sách 9 tháng đạt 12.345 tỷ đồng, tăng 8,2% so với cùng kỳ",
    "Tin liên quan: Sóc Trăng xuất khẩu tôm đạt 850 triệu USD",
    "Từ khóa của năm là chuyển đổi số: 662.511 tài khoản đã được cài đặt.",
    "Thu hút 41 dự án > 752,6 triệu USD vốn đăng ký trong năm",
    "Chỉ tiêu\tLượt xem\t1.384",
    "Giới thiệu sản phẩm đạt 120 tỷ đồng",
    "30/9/2022",
    "12,5",
    "Thứ hai, công tác giảm nghèo",
  ])
  func textStays(_ line: String) {
    #expect(!ChromeLines.isChrome(line))
  }

  @Test func theDateOfThePageIsKept() {
    let lines = ["Kinh tế tháng 8", "Thứ Hai, 31/8/2020 - 09:42 | Lượt xem: 1.384", "Từ 01/7/2019"]
    let chrome = ChromeLines(lines.map { .init($0) })
    #expect(chrome.isChrome == [false, true, false])
    #expect(chrome.date == "2020-08-31")
  }

  @Test func linksInARowAndBelowTheirHeadingArePagesOwn() {
    let lines: [ChromeLines.Line] = [
      .init("Giới thiệu tỉnh", isLink: true), .init("Văn bản", isLink: true),
      .init("Thống kê", isLink: true), .init("Thu ngân sách đạt 5 tỷ đồng."),
      .init("Xem Nghị quyết của tỉnh", isLink: true), .init("Đoạn cuối."), .init("Tin liên quan"),
      .init("Hội nghị tổng kết", isLink: true),
    ]
    #expect(
      ChromeLines(lines).isChrome == [true, true, true, false, false, false, true, true])
  }

  @Test func theHeadingOfAListStaysWithTheList() {
    let lines = ["Hết.", "Tin liên quan:", "Long An: thu ngân sách đạt hơn 7.900 tỷ đồng (03/06)"]
    #expect(ChromeLines(lines.map { .init($0) }).isChrome == [false, false, false])
    #expect(ChromeLines(lines.prefix(2).map { .init($0) }).isChrome == [false, true])
  }

  /// In every report, nothing that has a record goes.
  @Test(
    arguments: try Repository.names(in: "Corpus/reports", ending: ".txt").map {
      "Corpus/reports/\($0)"
    })
  func noRecordIsInAPagesOwnLine(_ path: String) throws {
    let text = try Repository.bytes(path)
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let chrome = ChromeLines(lines.map { .init(String(decoding: $0, as: UTF8.self)) })
    let gold = try Repository.text(path.replacing(".txt", with: ".gold.jsonl"))
    // Places count characters.
    var starts: [Int] = []
    var at = 0
    for line in lines {
      starts.append(at)
      at += String(decoding: line, as: UTF8.self).unicodeScalars.count + 1
    }
    for record in gold.split(separator: "\n") {
      guard let mark = record.firstRange(of: "\"at\": "),
        let place = Int(record[mark.upperBound...].prefix { $0.isNumber })
      else { continue }
      let line = starts.lastIndex { $0 <= place } ?? 0
      #expect(
        !chrome.isChrome[line], "\(path): \(String(decoding: lines[line], as: UTF8.self))")
    }
  }
}
