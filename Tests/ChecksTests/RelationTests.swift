import Checks
import Extraction
import Observations
import Quantities
import SoLieu
import Testing
import TextModel

/// What is found, and beside it what must be let be.
struct RelationTests {
  private func codes(_ text: String) throws -> [String] {
    var options = ReadingOptions()
    options.period = TimePeriod(iso: "2022-05").map { ReportPeriod($0) }
    let records = try BuiltIn.pipeline().extract(
      SourceText(text), document: "t", options: options)
    return try BuiltIn.checker().findings(in: records).map(\.code)
  }

  @Test(
    "Roundings fit",
    arguments: [
      // 1.820,5 + 460 is 2.279,95 to 2.281,05.
      "Giải ngân 5 tháng 2.280,9 tỷ đồng, gồm vốn trong nước 1.820,5 tỷ đồng, vốn nước ngoài 460 tỷ đồng.",
      // 12.500 is as good as 12.450 to 12.550.
      "Diện tích gieo trồng 12.500 ha, gồm lúa 9.312 ha, ngô 3.164 ha.",
      "Tiếp nhận 656.696/664.213 hồ sơ, đạt 98,9%.",
      "Sản lượng lúa bằng 104,2% so với cùng kỳ, tăng 4,2% so với cùng kỳ.",
      "Xảy ra 72 vụ tai nạn, giảm 12 vụ (-14,3%) so với cùng kỳ.",
      "Gieo trồng 204 ha (kế hoạch 210 ha), đạt 97,1% kế hoạch.",
      "Tháng 5, sản lượng cá đạt 1.260 tấn (cùng kỳ 1.200 tấn), tăng 5% so với cùng kỳ.",
      "Thu ngân sách 5 tháng đạt 905 tỷ đồng, trong đó thu nội địa 700 tỷ đồng, chiếm 77,3%.",
    ])
  func roundingsFit(text: String) throws { #expect(try codes(text) == []) }

  @Test(
    "What only looks like a relation is let be",
    arguments: [
      // Parts that may overlap.
      "Giải quyết việc làm cho 100 người, trong đó nữ 60 người, dân tộc thiểu số 50 người.",
      "Sâu bệnh gây hại 2.164 ha, trong đó đạo ôn 1.325 ha, chuột 984 ha.",
      // A cut that leaves some over.
      "Thu ngân sách 905 tỷ đồng, trong đó thu nội địa 600 tỷ đồng, thu xuất nhập khẩu 105 tỷ đồng.",
      // The semicolon ends the list.
      "Đơn nhận được 5.312 đơn, chia ra khiếu nại 1.206, tố cáo 187, kiến nghị 3.919; đủ điều kiện xử lý 4.870 đơn.",
      // A balance may be less over the year than in a month.
      "Nhập siêu tháng 5 là 1,2 tỷ USD, lũy kế 5 tháng nhập siêu 0,8 tỷ USD.",
      // An average does not add up.
      "Năng suất lúa tháng 5 đạt 62 tạ/ha, bình quân 5 tháng đạt 57 tạ/ha.",
      // Two plans.
      "Thu ngân sách 5 tháng 905 tỷ đồng, bằng 51% dự toán Trung ương, bằng 46% dự toán HĐND tỉnh giao.",
      // The difference is no part.
      "Kim ngạch xuất, nhập khẩu 31,7 tỷ USD, gồm xuất khẩu 16,4 tỷ USD; nhập khẩu 15,3 tỷ USD; xuất siêu 1,1 tỷ USD.",
      // The area of another is no whole.
      "Thu nội địa 700 tỷ đồng, chiếm 77,3% tổng thu.",
    ])
  func whatOnlyLooksLikeARelation(text: String) throws { #expect(try codes(text) == []) }

  @Test func aWholeMayBePointedBackTo() throws {
    let text =
      "Thu ngân sách 5 tháng đạt 905 tỷ đồng. Trong tổng thu, thu nội địa 700 tỷ đồng, chiếm 87,3%."
    #expect(try codes(text) == ["share_not_levels"])
  }

  @Test("Bullets, each a sentence of its own")
  func listsGoOnOverLines() throws {
    let text = """
      Giải ngân vốn đầu tư 5 tháng 614,83 tỷ đồng, bao gồm:
      + Vốn ngân sách địa phương 211,46 tỷ đồng;
      + Vốn chương trình mục tiêu 286,92 tỷ đồng;
      + Vốn nước ngoài 136,91 tỷ đồng.
      """
    #expect(try codes(text) == ["parts_above_total"])
  }

  @Test("The same records give the same findings, and none are found in none")
  func edges() throws {
    #expect(try BuiltIn.checker().findings(in: []).isEmpty)
    let record = Observation(value: ExactDecimal(5))
    #expect(try BuiltIn.checker().findings(in: [record]).isEmpty)
    #expect(try BuiltIn.checker().checked([record]) == [record])
  }
}
