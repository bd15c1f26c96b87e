import SoLieu
import Testing

/// What the shape of a table says: columns that are reckoned from others or are parts of them, rows that
/// compare or are not filled in, lines that only blanks or drawn rules set apart.
struct TableShapeTests {
  private static func source(_ lines: [String]) -> SourceText {
    let title = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 6 năm 2023\n\n"
    return SourceText(title + lines.joined(separator: "\n").replacing(" ; ", with: "\t"))
  }

  /// Each record as indicator, parent, measure, base, value, unit, status and period.
  private static func brief(_ lines: [String]) throws -> [String] {
    try Reader.pipeline().extract(source(lines), document: "").map { record in
      [
        record.indicator + (record.parent.isEmpty ? "" : " < " + record.parent) + ":",
        record.measure == .level ? "" : record.measure.rawValue, record.base?.rawValue ?? "",
        "\(record.value)", record.unit, record.status == .actual ? "" : record.status.rawValue,
        record.period,
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private static func skipped(_ lines: [String]) throws -> [String] {
    try Reader.pipeline().analyze(source(lines), document: "").skipped.filter(\.reason.isLoss)
      .map { "\($0.text.replacing("\t", with: " ; ")): \($0.explanation)" }
  }

  // MARK: Columns

  private static let reckoned = [
    "Ngô: 40 tấn 2022-01/2022-06", "Ngô: 100 tấn plan 2023", "Ngô: 50 tấn 2023-01/2023-06",
    "Ngô: ratio same_period 125 % 2023-01/2023-06", "Ngô: ratio plan 50 % 2023-01/2023-06",
  ]

  @Test(arguments: [
    ["So sánh (%) ; ", " ;  ;  ;  ;  ; 5/3 ; 5/4", "1 ; 2 ; 3 ; 4 ; 5 ; 6 ; 7"],
    ["So sánh (%) ; ", " ;  ;  ;  ;  ; 3/1 ; 3/2", "A ; B ; 1 ; 2 ; 3 ; 4 ; 5"],
    ["So sánh (%) ; ", "A ; B ; 1 ; 2 ; 3 ; 4=3/1 ; 5=3/2*100"],
    ["So sánh (%) ; ", "A ; B ; (1) ; (2) ; (3) ; (4)=(3)/(1) ; (5)=(3)/(2)"],
    ["(5)/(3) ; (5)/(4)", "(1) ; (2) ; (3) ; (4) ; (5) ; (6) ; (7)"],
  ])
  func columnsThatAreReckonedFromOthersCompareThem(_ ends: [String]) throws {
    let head = "Chỉ tiêu ; ĐVT ; TH 6 tháng năm 2022 ; KH năm 2023 ; TH 6 tháng năm 2023 ; "
    let lines = [head + ends[0]] + ends.dropFirst() + ["Ngô ; tấn ; 40 ; 100 ; 50 ; 125 ; 50"]
    #expect(try Self.brief(lines) == Self.reckoned)
  }

  @Test func aColumnThatDoesNotSayWhatItIsAgainstIsLeftOut() throws {
    let head = "Chỉ tiêu ; ĐVT ; KH năm 2023 ; TH 6 tháng năm 2023 ; So sánh (%) ; "
    let lines = [head, "A ; B ; 1 ; 2 ; 3 ; 4", "Ngô ; tấn ; 100 ; 50 ; 50 ; 110"]
    #expect(
      try Self.brief(lines) == ["Ngô: 100 tấn plan 2023", "Ngô: 50 tấn 2023-01/2023-06"])
    #expect(try Self.skipped(lines) == ["So sánh (%): table: the column is not understood"])
    // Which columns are the fourth and the first, nothing says.
    #expect(
      try Self.skipped(["Chỉ tiêu ; ĐVT ; Tháng 5 ; Tháng 6 ; 4/1", "Ngô ; tấn ; 5 ; 6 ; 120"])
        == ["4/1: table: the column is not understood"])
  }

  @Test func aDifferenceIsThatOfTheOnlyTwoColumns() throws {
    #expect(
      try Self.brief([
        "Chỉ tiêu ; ĐVT ; 6 tháng năm 2022 ; 6 tháng năm 2023 ; Chênh lệch",
        "Ngô ; tấn ; 40 ; 50 ; 10",
      ]).last == "Ngô: change same_period 10 tấn 2023-01/2023-06")
    #expect(
      try Self.skipped([
        "Chỉ tiêu ; ĐVT ; Tháng 12/2022 ; Tháng 6/2023 ; Dự kiến tháng 7/2023 ; Chênh lệch",
        "Ngô ; tấn ; 40 ; 50 ; 60 ; 10",
      ]) == ["Chênh lệch: table: the column is not understood"])
  }

  @Test func aPartHasTheYearAndTheStatusOfTheColumnBefore() throws {
    #expect(
      try Self.brief([
        "Chỉ tiêu ; ĐVT ; Năm 2022 ; Trong đó: Quý IV ; KH 2023 ; Trong đó: Quý I",
        "Hộ nghèo ; Hộ ; 120 ; 110 ; 100 ; 25",
      ]) == [
        "Hộ nghèo: 120 hộ 2022", "Hộ nghèo: 110 hộ 2022-Q4", "Hộ nghèo: 100 hộ plan 2023",
        "Hộ nghèo: 25 hộ plan 2023-Q1",
      ])
  }

  @Test func partsOfAColumnAreNamedBelowTheirHead() throws {
    #expect(
      try Self.brief([
        "Biểu 4: Lao động được tạo việc làm (người)",
        "Huyện ; Thực hiện 6 tháng ; Trong đó ;  ; Tỷ lệ % so KH", " ;  ; Nữ ; Đi làm việc ở xa ; ",
        "Cao Lộc ; 640 ; 300 ; 12 ; 53,3",
      ]) == [
        "Cao Lộc: 640 người 2023-01/2023-06", "Nữ < Cao Lộc: 300 người 2023-01/2023-06",
        "Đi làm việc ở xa < Cao Lộc: 12 người 2023-01/2023-06",
        "Cao Lộc: ratio plan 53.3 % 2023-01/2023-06",
      ])
  }

  @Test func soVoiThangCungKyIsOfTheMonth() throws {
    let head = "Ngành ; Ước tháng 6/2023 (tấn) ; Ước 6 tháng/2023 (tấn) ; % so với tháng cùng kỳ"
    #expect(
      try Self.brief([head, "Khai khoáng ; 5 ; 30 ; 97"]).last
        == "Khai khoáng: ratio same_period 97 % estimate 2023-06")
  }

  // MARK: Rows

  @Test func rowsCompareWhereTheirLabelsSayIt() throws {
    #expect(
      try Self.brief([
        "TT ; Chỉ tiêu ; ĐVT ; Tháng 6", "1 ; Giá tiêu dùng ;  ; ",
        " ; - So với tháng trước ; % ; 0,3", " ; - So với tháng 12 năm trước ; % ; 0,9",
        "2 ; Chỉ số sản xuất so với cùng kỳ năm trước ; % ; 105,2", "3 ; Bán lẻ ; tỷ đồng ; 18",
        " ; - Giảm so với cùng kỳ ; % ; 2,5", "4 ; Thu ngân sách so với dự toán ; % ; 12",
      ]) == [
        "Giá tiêu dùng: change previous_period 0.3 % 2023-06",
        "Giá tiêu dùng: change year_end 0.9 % 2023-06",
        "Chỉ số sản xuất: ratio same_period 105.2 % 2023-06", "Bán lẻ: 18 VND 2023-06",
        "Bán lẻ: change same_period -2.5 % 2023-06", "Thu ngân sách: ratio plan 12 % 2023-06",
      ])
  }

  @Test(arguments: [
    ["Chỉ tiêu ; Năm 2022 ; 6 tháng", "Tốc độ tăng GRDP (%) ; 7,2 ; 5,4", "- Lúa ; 3,1 ; 3,2"],
    [
      "Tốc độ tăng các ngành", "Đơn vị tính: %", "Chỉ tiêu ; Năm 2022 ; 6 tháng",
      "Công nghiệp ; 7,2 ; 5,4", "Lúa ; 3,1 ; 3,2",
    ],
  ])
  func growthIsAChangeOfItsPartsToo(_ lines: [String]) throws {
    let changes = try Self.brief(lines).map { $0.split(separator: ": ")[1] }
    #expect(
      changes == [
        "change previous_period 7.2 % 2022", "change same_period 5.4 % 2023-01/2023-06",
        "change previous_period 3.1 % 2022", "change same_period 3.2 % 2023-01/2023-06",
      ])
  }

  @Test func whatIsNeitherRatioNorChangeIsLeftOut() throws {
    let head = "Chỉ tiêu ; ĐVT ; Tháng 5 ; Tháng 6"
    #expect(
      try Self.skipped([head, "Bán lẻ so với tháng trước ; % ; 0,5 ; 101,2"]) == [
        "0,5: table: no single number in the cell, a ratio or a change",
        "101,2: table: no single number in the cell, a ratio or a change",
      ])
    #expect(
      try Self.skipped(["Chỉ tiêu ; Tháng 6", "So với tháng trước (%) ; 0,5"])
        == ["0,5: table: no single number in the cell, nothing names it but a comparison"])
  }

  @Test func aRowThatIsNotFilledInIsNoWhole() throws {
    #expect(
      try Self.brief([
        "Chỉ tiêu ; ĐVT ; Tháng 6", "Trường đạt chuẩn ; trường ; ", "Xã đạt chuẩn ; xã ; 88",
        "Sản lượng ; tấn ; ", "- Ngô ; tấn ; 5",
      ]) == ["Xã đạt chuẩn: 88 xã 2023-06", "Ngô < Sản lượng: 5 tấn 2023-06"])
  }

  @Test func aCountTakesNoPercentFromTheRowAbove() throws {
    let head = "Chỉ tiêu ; Năm 2022 ; KH 2023"
    let rate = "Tỷ lệ hộ nghèo (%) ; 3,5 ; 3,0"
    let reason = "table: no single number in the cell, no unit but the % of the row above"
    #expect(
      try Self.skipped([head, rate, "- Trường mầm non ; 230 ; 235"])
        == ["230: \(reason)", "235: \(reason)"])
    #expect(
      try Self.brief([head, rate, "- Thành thị ; 1,2 ; 1,0"]).last
        == "Thành thị < Tỷ lệ hộ nghèo: 1.0 % plan 2023")
    #expect(try Self.brief([head, "Số hộ nghèo ; 230 ; 235"]).first == "Số hộ nghèo: 230 hộ 2022")
  }

  @Test func datesAndYearsAreNoFigures() throws {
    let reason = "table: no single number in the cell, a time"
    #expect(
      try Self.skipped([
        "Chỉ tiêu ; ĐVT ; KH 2023 ; Tháng 6", "Xây xong ; ngày ; 15/6 ; 30/6",
        "Năm hoàn thành ;  ; 2025 ; 2024", "Số xã đạt chuẩn ; Xã ; 90 ; 88/181",
      ]) == ["15/6", "30/6", "2025", "2024"].map { "\($0): \(reason)" })
  }

  @Test func aRowWhoseUnitIsTwoIsRefused() throws {
    #expect(
      try Self.skipped(["Chỉ tiêu ; ĐVT ; Tháng 6", "Bán lẻ ; Tỷ đồng Nghìn tấn ; 5"]) == [
        "Bán lẻ ; Tỷ đồng Nghìn tấn ; 5: table: the row does not fit, its unit is not understood"
      ])
  }

  @Test func fewerColumnsBelowAGapAreNotThoseOfTheHead() throws {
    let lines = ["Chỉ tiêu ; ĐVT ; Tháng 5 ; Tháng 6", "Ngô ; tấn ; 5 ; 6", "", "Sắn ; tấn ; 7"]
    #expect(try Self.brief(lines) == ["Ngô: 5 tấn 2023-05", "Ngô: 6 tấn 2023-06"])
    #expect(
      try Self.skipped(lines)
        == ["Sắn ; tấn ; 7: table: the row does not fit, 3 cells under 4 columns"])
  }

  // MARK: Lines

  @Test func onlyBlanksDivideTheColumns() throws {
    let lines = [
      "Chỉ tiêu          ĐVT         Kế hoạch   Ước tháng 6   So với cùng",
      "                              2023                      kỳ năm trước (%)",
      "Ngô lai           Nghìn tấn      2.500         214,5      108,3",
      "thu hoạch sớm     Nghìn tấn      1.500                     93,2",
      "Sắn               Nghìn tấn        500          14,5",
    ]
    #expect(
      try Self.brief(lines).filter { !$0.contains("ratio") } == [
        "Ngô lai: 2500 tấn plan 2023", "Ngô lai: 214.5 tấn estimate 2023-06",
        "thu hoạch sớm: 1500 tấn plan 2023", "Sắn: 500 tấn plan 2023",
        "Sắn: 14.5 tấn estimate 2023-06",
      ])
  }

  @Test(arguments: [
    ["Tên gọi  của  xã  đã đổi", "Năm 2022  xã  có 12 trường"],
    ["Chỉ tiêu   ĐVT   Tháng 6", "Ngô   tấn    5   6   7", "Sắn   tấn   6"],
  ])
  func blanksThatDivideNoColumnsMakeNoTable(_ lines: [String]) throws {
    let records = try Reader.pipeline().extract(Self.source(lines), document: "")
    #expect(!records.contains { $0.rule.hasPrefix("table") })
  }

  @Test func namesGoOnOverTheLinesOfADrawnTable() throws {
    let lines = [
      "+------------+----------+-------+", "|Chỉ tiêu    |ĐVT       |Tháng 6|",
      "+------------+----------+-------+", "|Kim ngạch   |Triệu USD |  12,5 |",
      "|nhập khẩu   |          |       |", "|Tổng mức    |          |       |",
      "|bán lẻ      |Tỷ đồng   |  21,4 |", "|Thu nội địa |Tỷ        |  11,4 |",
      "|trừ dầu thô |đồng      |       |", "+------------+----------+-------+",
    ]
    #expect(
      try Self.brief(lines)
        == ["Kim ngạch nhập khẩu: 12.5 USD 2023-06", "Tổng mức bán lẻ: 21.4 VND 2023-06"])
    #expect(try Self.skipped(lines).count == 1)
  }
}
