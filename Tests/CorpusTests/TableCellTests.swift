import SoLieu
import Testing

/// What the cells of a table say of its columns, and the labels of its rows.
struct TableCellTests {
  private static func table(_ lines: [String]) -> SourceText {
    let title = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 10 năm 2023\n\n"
    return SourceText(title + lines.joined(separator: "\n").replacing(" | ", with: "\t"))
  }

  private static func records(_ lines: [String]) throws -> [Observation] {
    try Reader.pipeline().extract(table(lines), document: "")
  }

  private static func skipped(_ lines: [String]) throws -> [String] {
    try Reader.pipeline().analyze(table(lines), document: "").skipped
      .filter(\.reason.isLoss).map { "\($0.text): \($0.explanation)" }
  }

  /// The figures of a last column under `head`.
  private static func compared(_ head: String, _ cells: [String]) throws -> [String] {
    let rows = cells.enumerated().map { "Cây thứ \($0 == 0 ? "nhất" : "khác") | tấn | 5 | \($1)" }
    return try records(["Chỉ tiêu | ĐVT | Tháng 10 | \(head)"] + rows)
      .filter { $0.measure != .level }
      .map { "\($0.measure.rawValue) \($0.value) \($0.unit)" }
  }

  @Test(arguments: [
    ("So với cùng kỳ (%)", ["+5,2", "-3,1"], ["change 5.2 %", "change -3.1 %"]),
    (
      "So với cùng kỳ (%)", ["5,2", "-3,1", "112"],
      ["change 5.2 %", "change -3.1 %", "change 112 %"]
    ),
    ("So với cùng kỳ (%)", ["tăng 5,2%", "giảm 4,5%"], ["change 5.2 %", "change -4.5 %"]),
    ("So với cùng kỳ (%)", ["5,2", "3,1", "30"], ["change 5.2 %", "change 3.1 %", "change 30 %"]),
    ("So với KH (%)", ["5,2", "3,1", "30"], ["ratio 5.2 %", "ratio 3.1 %", "ratio 30 %"]),
    (
      "So với cùng kỳ (%)", ["105,2", "96,9", "12"],
      ["ratio 105.2 %", "ratio 96.9 %", "ratio 12 %"]
    ),
    ("So với cùng kỳ", ["-200", "150"], ["change -200 tấn", "change 150 tấn"]),
    (
      "So với cùng kỳ", ["-7,1%", "+5%", "-200"],
      ["change -7.1 %", "change 5 %", "change -200 tấn"]
    ),
    ("So với cùng kỳ (điểm %)", ["0,2", "1,5"], ["change 0.2 pp", "change 1.5 pp"]),
  ])
  func cellsDecideWhetherAColumnComparesOrChanges(
    _ head: String, _ cells: [String], _ figures: [String]
  ) throws {
    #expect(try Self.compared(head, cells) == figures)
  }

  @Test func whatFitsNoneOfTheTwoIsLeftOut() throws {
    let head = "Chỉ tiêu | ĐVT | Tháng 10 | So với cùng kỳ (%)"
    #expect(
      try Self.skipped([
        head, "Lúa | tấn | 5 | 108,3", "Ngô | tấn | 5 | 93,2", "Sắn | tấn | 5 | -3,2",
      ]) == ["-3,2: table: no single number in the cell, a fall in a column of ratios"])
    #expect(
      try Self.skipped([
        head, "Lúa | tấn | 5 | 108,3", "Ngô | tấn | 5 | +3,2", "Sắn | tấn | 5 | -3,2",
      ]) == ["108,3: table: no single number in the cell, a ratio in a column of changes"])
  }

  @Test(arguments: [
    ("Tháng 10 (USD)", "level 12 USD"), ("Tháng 10 (lần)", "level 12 lần"),
    ("Năm 2022 (%)", "level 12 %"), ("Tháng 10", "level 12 VND"),
    ("BQ 2021-2023 (%)", "ratio 12 %"), ("Bình quân giai đoạn 2021-2023 (%)", "ratio 12 %"),
    ("Tốc độ PTBQ 2021-2023 (%)", "ratio 12 %"),
  ])
  func unitOverAColumnGoesBeforeThatOfTheRow(_ head: String, _ figure: String) throws {
    let records = try Self.records([
      "Chỉ tiêu | ĐVT | Tháng 9 | \(head)", "Thu ngân sách | Tỷ đồng | 5 | 12",
    ])
    #expect(
      records.last.map { "\($0.measure.rawValue) \($0.value) \($0.unit)" } == figure)
    #expect(records.last?.unitMultiplier == (head == "Tháng 10" ? 9 : 0))
  }

  @Test(arguments: [
    (["12.5", "3.25", "1.234"], ["12.5", "3.25", "1.234"]),
    (["1,234.5", "2,345", "3.456"], ["1234.5", "2345", "3.456"]),
    (["1.234", "5.678", "12.5"], ["1234", "5678", "12.5"]),
    (["1.234", "12,5", "1,234"], ["1234", "12.5", "1.234"]),
  ])
  func pointsAreReadAsThoseOfTheColumn(_ cells: [String], _ values: [String]) throws {
    let rows = cells.map { "Lúa | Nghìn tấn | \($0)" }
    let records = try Self.records(["Chỉ tiêu | ĐVT | Tháng 10"] + rows)
    #expect(records.map { "\($0.value)" } == values)
  }

  private static func timed(_ lines: [String]) throws -> [String] {
    try records(lines).map { record in
      let base = record.base.map { " \($0.rawValue)" } ?? ""
      let parent = record.parent.isEmpty ? "" : " < \(record.parent)"
      return "\(record.indicator)\(parent) \(record.value)\(base) \(record.period)"
    }
  }

  @Test(arguments: [
    ("Tháng", "1/2023", "2023-01"), ("Tháng", "Tháng 2", "2023-02"), ("Tháng", "2", "2023-02"),
    ("Thời gian", "Quý I", "2023-Q1"), ("Quý", "II/2022", "2022-Q2"), ("Quý", "3", "2023-Q3"),
    ("Năm", "2018", "2018"), ("Chỉ tiêu", "Năm 2018", "2018"),
    ("Thời gian", "6 tháng", "2023-01/2023-06"), ("Thời gian", "Ước tháng 11", "2023-11"),
  ])
  func timeThatLabelsARowIsThePeriodOfItsCells(
    _ head: String, _ label: String, _ period: String
  ) throws {
    let rows = ["\(label) | 120 | 7"]
    #expect(
      try Self.timed(["\(head) | Số hộ nghèo (hộ) | Dân số (người)"] + rows)
        == ["Số hộ nghèo 120 \(period)", "Dân số 7 \(period)"])
  }

  @Test func timesOfRowsBearOnAllColumns() throws {
    #expect(
      try Self.timed([
        "Tháng | Xuất khẩu (triệu USD) | So với tháng trước (%)", "Năm 2022 |  | ",
        "Tháng 1 | 120 | 102", "Năm 2023 |  | ", "Tháng 1 | 130 | 103", "Tổng số | 250 | 99",
      ]) == [
        "Xuất khẩu 120 2022-01", "Xuất khẩu 102 previous_period 2022-01", "Xuất khẩu 130 2023-01",
        "Xuất khẩu 103 previous_period 2023-01", "Xuất khẩu < Tổng số 250 2023-10",
        "Xuất khẩu < Tổng số 99 previous_period 2023-10",
      ])
    #expect(
      try Self.timed([
        "Chỉ tiêu | Năm 2022 | Năm 2023", "Số hộ nghèo (hộ) |  | ", "Tháng 1 | 120 | 110",
        "Tháng 2 | 119 | 109",
      ]) == [
        "Số hộ nghèo 120 2022-01", "Số hộ nghèo 110 2023-01", "Số hộ nghèo 119 2022-02",
        "Số hộ nghèo 109 2023-02",
      ])
    #expect(
      try Self.timed(["Năm | Kim ngạch xuất khẩu | Sản lượng lúa", "2018 | 12 | 13"]) == [
        "Kim ngạch xuất khẩu 12 2018", "Sản lượng lúa 13 2018",
      ])
  }

  @Test func figureWithATimeAndNoNameIsNoRecord() throws {
    let lines = ["Tháng | Thực hiện", "Tháng 2 | 120"]
    #expect(try Self.records(lines).isEmpty)
    #expect(
      try Self.skipped(lines) == [
        "120: table: no single number in the cell, nothing names it but a time"
      ])
  }
}
