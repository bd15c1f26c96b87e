import SoLieu
import Testing

/// Tables flattened into text: rows, labels, units and what is left out.
struct TableTests {
  private static let title = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 10 năm 2023\n\n"

  /// Cells divided by tabs; ` | ` in a line of a test stands for one.
  private static func tabs(_ lines: [String]) -> String {
    lines.joined(separator: "\n").replacing(" | ", with: "\t")
  }

  private static func records(_ lines: [String]) throws -> [Observation] {
    try Reader.pipeline().extract(SourceText(title + tabs(lines)), document: "")
  }

  private static func skipped(_ lines: [String]) throws -> [String] {
    try Reader.pipeline().analyze(SourceText(title + tabs(lines)), document: "").skipped
      .filter(\.reason.isLoss)
      .map { "\($0.text.replacing("\t", with: " | ")): \($0.explanation)" }
  }

  private static func brief(_ record: Observation) -> String {
    let power = record.unitMultiplier == 0 ? "" : "e\(record.unitMultiplier) "
    let parent = record.parent.isEmpty ? "" : " < \(record.parent)"
    return "\(record.indicator)\(parent): \(record.value) \(power)\(record.unit)"
  }

  private static let fields = [
    "Đàn vịt: 950 e3 con plan 2023", "Đàn vịt: 812.5 e3 con estimate 2023-10",
    "Đàn vịt: 85.5 % plan estimate 2023-10", "Đàn vịt: 103.1 % same_period estimate 2023-10",
  ]

  @Test(arguments: [
    "TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2023\tƯớc tháng 10\tSo với KH (%)\tSo với cùng kỳ (%)\n"
      + "1\tĐàn vịt\tnghìn con\t950\t812,5\t85,5\t103,1",
    "TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2023 | Ước tháng 10 | So với KH (%) | So với cùng kỳ (%)\n"
      + "1 | Đàn vịt | nghìn con | 950 | 812,5 | 85,5 | 103,1",
    "| Chỉ tiêu | ĐVT | Kế hoạch năm 2023 | Ước tháng 10 | So với KH (%) | So với cùng kỳ (%) |\n"
      + "|---|---|---|---|---|---|\n| Đàn vịt | nghìn con | 950 | 812,5 | 85,5 | 103,1 |",
    "Chỉ tiêu\tKế hoạch\tƯớc tháng 10\tSo với (%)\t\n\t\t\tKế hoạch\tCùng kỳ\n"
      + "(A)\t(1)\t(2)\t(3)=2/1\t(4)\nĐàn vịt (nghìn con)\t950\t812,5\t85,5\t103,1",
    "TT | Chỉ tiêu | ĐVT | Kế hoạch | Ước tháng 10 | So sánh (%)\nKH | CK\n"
      + "1 | Đàn vịt | nghìn con | 950 | 812,5 | 85,5 | 103,1",
    "(Đơn vị tính: nghìn con)\nChỉ tiêu\tKế hoạch\tƯớc tháng 10\t% so KH\t% so CK\n"
      + "Đàn vịt\t950\t812,5\t85,5\t103,1",
    "Chỉ tiêu\tKế hoạch (nghìn con)\tƯớc tháng 10 (nghìn con)\tƯTH/KH (%)\tso với CK\n"
      + "Đàn vịt\t950\t812,5\t85,5\t103,1",
  ])
  func sameTableInManyFormsGivesTheSameRecords(_ text: String) throws {
    let records = try Reader.pipeline().extract(SourceText(Self.title + text), document: "")
    let found = records.map { record in
      let base = record.base.map { "\($0.rawValue) " } ?? ""
      let status = record.status == .actual ? "" : "\(record.status.rawValue) "
      return "\(Self.brief(record)) \(base)\(status)\(record.period)"
    }
    #expect(found == Self.fields)
    #expect(records.map(\.text) == ["950", "812,5", "85,5", "103,1"])
  }

  @Test func numbersDashesAndGroupsGiveParents() throws {
    let records = try Self.records([
      "TT | Chỉ tiêu | ĐVT | Thực hiện",
      "I | TRỒNG TRỌT |  | ",
      "1 | Lúa |  | ",
      " | Diện tích | ha | 1.200",
      " | Sản lượng | nghìn tấn | 6,5",
      " | - Lúa mùa | nghìn tấn | 2,5",
      "2 | Ngô | ha | 310",
      " | Trong đó: Ngô lai | ha | 250",
      "II | THU NGÂN SÁCH | tỷ đồng | 812",
      " | Trong đó: |  | ",
      " | Thuế | tỷ đồng | 500",
      " | Phí | tỷ đồng | 12",
      " | Tổng chi | tỷ đồng | 700",
    ])
    #expect(
      records.map(Self.brief) == [
        "Diện tích < Lúa: 1200 ha", "Sản lượng < Lúa: 6.5 e3 tấn",
        "Lúa mùa < Sản lượng: 2.5 e3 tấn", "Ngô < TRỒNG TRỌT: 310 ha", "Ngô lai < Ngô: 250 ha",
        "THU NGÂN SÁCH: 812 e9 VND", "Thuế < THU NGÂN SÁCH: 500 e9 VND",
        "Phí < THU NGÂN SÁCH: 12 e9 VND", "Tổng chi < THU NGÂN SÁCH: 700 e9 VND",
      ])
  }

  @Test func indentsAndNamesAcrossTheTableGiveParents() throws {
    let text = """
      Nội dung | Thực hiện tháng 10 | % so CK
      A. KINH TẾ
      Diện tích (ha) | |
        Lúa | 1.200 | 101
          Lúa lai | 200 | 99,5
        Ngô | 310 | 97
      B. XÃ HỘI
      Số vụ cháy (vụ) | 3 | 75
      Tỉnh thu 500 tỷ đồng.
      """
    let records = try Reader.pipeline().extract(SourceText(Self.title + text), document: "")
    #expect(
      records.filter { $0.measure == .level }.map(Self.brief) == [
        "Lúa < Diện tích: 1200 ha", "Lúa lai < Lúa: 200 ha", "Ngô < Diện tích: 310 ha",
        "Số vụ cháy < XÃ HỘI: 3 vụ", "thu: 500 e9 VND",
      ])
  }

  @Test func emptyCellsGiveNothing() throws {
    let lines = [
      "Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | % so KH | Ghi chú", "Lúa | ha | - | 12 | … | 5",
      "Ngô | ha | x |  | ...", "Lạc | ha | 10 | –",
    ]
    #expect(try Self.records(lines).map(Self.brief) == ["Lúa: 12 ha", "Lạc: 10 ha"])
    #expect(try Self.skipped(lines).isEmpty)
  }

  @Test(arguments: [
    ("Triệu đồng", "VND", 6), ("Tr. đồng", "VND", 6), ("1.000 tấn", "tấn", 3), ("%", "%", 0),
    ("tạ/ha", "tạ/ha", 0), ("Nghìn USD", "USD", 3), ("Cột điện", "cột điện", 0), ("", "", 0),
  ])
  func columnOfUnitsGivesTheUnit(_ words: String, _ unit: String, _ power: Int) throws {
    let records = try Self.records(["Chỉ tiêu | ĐVT | Thực hiện", "Mục này | \(words) | 12"])
    #expect(records.map(\.unit) == [unit] && records.map(\.unitMultiplier) == [power])
  }

  @Test func thingsOverTheColumnsAreIndicatorsOfTheRows() throws {
    let records = try Self.records([
      "Huyện | Diện tích (ha) | Năng suất (tạ/ha) | Tỷ lệ hộ nghèo (%)",
      "An Hải | 1.200 | 55,2 | 4",
    ])
    #expect(
      records.map(Self.brief) == [
        "Diện tích < An Hải: 1200 ha", "Năng suất < An Hải: 55.2 tạ/ha",
        "Tỷ lệ hộ nghèo < An Hải: 4 %",
      ])
  }

  @Test func numbersAreReadInTheStyleOfTheTable() throws {
    let lines = [
      "Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện", "Thu | tỷ đồng | 1,250 | 98.5",
      "Chi | tỷ đồng | 2,100,000.5 | 77.25",
    ]
    let values = try Self.records(lines).map { "\($0.value)" }
    #expect(values == ["1250", "98.5", "2100000.5", "77.25"])
  }

  @Test func signsWordsAndBracketsOfFallsCount() throws {
    let records = try Self.records([
      "Chỉ tiêu | ĐVT | Tháng 10 | Tăng/giảm (%)", "Lúa | ha | 5 | -3,2", "Ngô | ha | 5 | (1,5)",
      "Lạc | ha | trên 5 | giảm 2", "Tỷ lệ sinh | % | 5 | +0,4",
    ]).filter { $0.measure == .change }
    #expect(records.map { "\($0.value)" } == ["-3.2", "-1.5", "-2", "0.4"])
    #expect(records.map(\.unit) == ["%", "%", "%", "pp"])
    #expect(records.map(\.text) == ["-3,2", "1,5", "2", "+0,4"])
  }

  @Test func stockStandsAtTheEndOfItsTime() throws {
    let records = try Self.records([
      "Chỉ tiêu | ĐVT | Năm 2022 | 10 tháng", "Dư nợ | tỷ đồng | 5 | 7",
      "Cho vay | tỷ đồng | 5 | 7",
    ])
    #expect(records.map(\.period) == ["../2022-12", "../2023-10", "2022", "2023-01/2023-10"])
  }

  @Test func headOfTheNextPageIsNoRowAndThatOfAnotherTableBeginsOne() throws {
    let records = try Self.records([
      "TT | Chỉ tiêu | ĐVT | Tháng 10", "1 | Lúa | ha | 5", "TT | Chỉ tiêu | ĐVT | Tháng 10",
      "2 | Ngô | ha | 6", "TT | Tên xã | ĐVT | Kế hoạch", "1 | Xã An | ha | 7",
    ])
    #expect(records.map(Self.brief) == ["Lúa: 5 ha", "Ngô: 6 ha", "Xã An: 7 ha"])
    #expect(records.map(\.status) == [.actual, .actual, .plan])
  }

  @Test func sectionIsTheHeadingAbove() throws {
    let records = try Self.records([
      "II. THU NGÂN SÁCH", "Kết quả thu tháng 9 (Đơn vị tính: triệu đồng):", "Nội dung | Thực hiện",
      "Thuế | 800",
    ])
    #expect(records.map(\.section) == ["BÁO CÁO / II. THU NGÂN SÁCH"])
    #expect(records.map(Self.brief) == ["Thuế: 800 e6 VND"] && records[0].period == "2023-09")
  }

  @Test(arguments: [
    (
      ["Tên | Màu | Loại", "Sơn A | 1 | 2"],
      ["Tên | Màu | Loại: table: no column of figures is understood, 2 lines"]
    ),
    (
      ["Chỉ tiêu | Tháng 10 | Màu sắc", "Lúa | 1 | 2"],
      ["Màu sắc: table: the column is not understood"]
    ),
    (
      ["Chỉ tiêu | Tháng 9 | Tháng 10", "Lúa | 1 | 2", " | 3 | 4", "Ngô | 5 | 6 | 7"],
      [
        "3 | 4: table: the row does not fit, it has no label",
        "Ngô | 5 | 6 | 7: table: the row does not fit, 4 cells under 3 columns",
      ]
    ),
    (
      ["Chỉ tiêu | Tháng 9 | Tháng 10", "Lúa | 1 ha 2 tấn | chưa có", "Ngô | 1.2,3.4 | 2"],
      [
        "1 ha 2 tấn: table: no single number in the cell, more than one",
        "chưa có: table: no single number in the cell, words alone",
        "1.2,3.4: a number without one likely reading",
      ]
    ),
  ])
  func whatIsNoRecordIsListedWithTheReason(_ lines: [String], _ reasons: [String]) throws {
    #expect(try Self.skipped(lines) == reasons)
  }

  @Test(arguments: [
    ["- | Lúa đạt 12.000 ha", "- | Ngô đạt 1.000 ha"],
    ["1. | Nông nghiệp | Lúa đạt 12.000 ha, ngô đạt 1.000 ha."],
  ])
  func proseWithTabsIsNoTable(_ lines: [String]) throws {
    #expect(try Self.records(lines).map { "\($0.value)" } == ["12000", "1000"])
  }

  @Test func tableIsReadInLinearTime() throws {
    // Every line could begin a table that reaches to the end.
    let text = String(repeating: "Lúa | ngô | so với cùng kỳ\n", count: 20_000)
    let records = try Reader.pipeline().extract(SourceText(Self.title + text), document: "")
    #expect(records.isEmpty)
  }

  @Test func aGroupOfComparisonsWithoutABaseLeavesItToTheWordsBelow() throws {
    let records = try Self.records([
      "Chỉ tiêu | ĐVT | Ước 9 tháng | So sánh (%) |  | ",
      " |  |  | Tháng 9 so với tháng trước | 9 tháng so với kế hoạch | 9 tháng so với cùng kỳ",
      "Đàn vịt | con | 812 | 102,1 | 85,5 | 103,1",
    ])
    #expect(records.map { $0.base?.rawValue } == [nil, "previous_period", "plan", "same_period"])
    #expect(records.suffix(2).allSatisfy { $0.period == "2023-01/2023-09" })
  }

  @Test(arguments: ["\"", "″", "”", "''", "-\"-", "nt", "-nt-", "//", "-//-", "-", "–", "như trên"])
  func aDittoMarkRepeatsTheUnitAbove(_ mark: String) throws {
    let records = try Self.records([
      "Chỉ tiêu | Đơn vị tính | Thực hiện 9 tháng", "Lúa | Nghìn tấn | 5", "Ngô | \(mark) | 6",
      "Sắn | \(mark) | 7", "Tỷ lệ che phủ rừng | % | 42", "Số xã |  | 9",
    ])
    #expect(records.map(\.unit) == ["tấn", "tấn", "tấn", "%", "xã"])
    #expect(records.prefix(3).allSatisfy { $0.unitMultiplier == 3 })
  }

  @Test func aRatioToABudget() throws {
    let records = try Self.records([
      "Nội dung | Dự toán năm (tỷ đồng) | Thực hiện 9 tháng (tỷ đồng) | So DT (%)",
      "Thu nội địa | 4.700 | 3.600 | 76,6",
    ])
    #expect(records.last?.measure == .ratio)
    #expect(records.last?.base == .plan)
  }

  @Test func bracketsAreAFallAndNoRatio() throws {
    let lines = [
      "Chỉ tiêu | ĐVT | Thực hiện 9 tháng | So với cùng kỳ (%) | Tăng, giảm so với cùng kỳ (%)",
      "Số dự án | dự án | 54 | (8,5) | (8,5)", "Số vốn | tỷ đồng | 70 | 110,5 | 10,5",
    ]
    let records = try Self.records(lines)
    #expect(
      records.map { "\($0.measure.rawValue) \($0.value)" } == [
        "level 54", "change -8.5", "level 70", "ratio 110.5", "change 10.5",
      ])
    #expect(
      try Self.skipped(lines) == [
        "(8,5): table: no single number in the cell, a fall in a column of ratios"
      ])
  }
}
