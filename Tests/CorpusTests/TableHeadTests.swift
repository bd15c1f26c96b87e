import SoLieu
import Testing

/// What the words over a column say of its figures.
struct TableHeadTests {
  /// The last columns of a table whose report is on `title`, each as measure, base, status, period.
  private static func columns(_ title: String, _ heads: [String]) throws -> [String] {
    let cells = heads[0].split(separator: " | ", omittingEmptySubsequences: false).count
    let row = "Điện" + String(repeating: "\t12", count: cells - 1)
    let table = (heads.map { $0.replacing(" | ", with: "\t") } + [row]).joined(separator: "\n")
    let text = "BÁO CÁO\nTình hình kinh tế - xã hội \(title)\n\n\(table)\n"
    return try Reader.pipeline().extract(SourceText(text), document: "").map { record in
      [
        record.measure == .level ? "" : record.measure.rawValue, record.base?.rawValue ?? "",
        record.status == .actual ? "" : record.status.rawValue, record.period,
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    // Levels.
    ("Kế hoạch", "plan 2023"), ("Dự toán HĐND giao", "plan 2023"), ("KH 2024", "plan 2024"),
    ("Kế hoạch năm sau", "plan 2024"), ("Kế hoạch tháng 11", "plan 2023-11"),
    ("Thực hiện", "2023-10"), ("TH 10T/2023", "2023-01/2023-10"),
    ("Chính thức tháng 9", "2023-09"), ("Ước thực hiện tháng 10", "estimate 2023-10"),
    ("Sơ bộ năm 2022", "provisional 2022"), ("Dự kiến cả năm", "forecast 2023"),
    ("Lũy kế", "2023-01/2023-10"), ("Kỳ báo cáo", "2023-10"), ("2022", "2022"),
    ("Đến 31/10/2023", "../2023-10-31"),
    // Levels before.
    ("Cùng kỳ năm trước", "2022-10"), ("TH 10 tháng năm trước", "2022-01/2022-10"),
    ("Năm trước", "2022"), ("Tháng trước", "2023-09"), ("Cùng kỳ 9 tháng 2022", "2022-01/2022-09"),
    ("31/12/2022", "../2022-12"),
    // Comparisons.
    ("So với kế hoạch (%)", "ratio plan 2023-10"), ("TH/KH (%)", "ratio plan 2023-10"),
    ("Đạt (%)", "ratio plan 2023-10"), ("Tỷ lệ thực hiện (%)", "ratio plan 2023-10"),
    ("% so CK", "ratio same_period 2023-10"),
    ("So với tháng trước (%)", "ratio previous_period 2023-10"),
    ("10 tháng 2023 so với 10 tháng 2022 (%)", "ratio same_period 2023-01/2023-10"),
    ("Tháng 10 so với tháng 9 (%)", "ratio previous_period 2023-10"),
    ("So với tháng 12 năm trước (%)", "ratio year_end 2023-10"),
    ("So với năm trước (%)", "ratio same_period 2023-10"),
    ("Tăng, giảm so với cùng kỳ (%)", "change same_period 2023-10"),
    ("Tốc độ tăng (%)", "change same_period 2023-10"), ("Cơ cấu (%)", "share total 2023-10"),
  ])
  func headSaysWhatTheColumnHolds(_ head: String, _ column: String) throws {
    // Behind a column of results, for which the comparisons stand.
    let isLevel = !["ratio", "change", "share"].contains { column.hasPrefix($0) }
    let heads = isLevel ? "Chỉ tiêu | ĐVT | \(head)" : "Chỉ tiêu | ĐVT | Tháng 10 | \(head)"
    #expect(try Self.columns("tháng 10 năm 2023", [heads]).last == column)
  }

  @Test(arguments: [
    (
      "Chỉ tiêu | Năm 2022 | KH 2023 | Ước TH 2023 | So với KH (%) | So với 2022 (%)",
      [
        "2022", "plan 2023", "estimate 2023", "ratio plan estimate 2023",
        "ratio previous_period estimate 2023",
      ]
    ),
    (
      "Chỉ tiêu | 2023 | 2022 | 2023/2022 (%) | Tăng, giảm",
      ["2023", "2022", "ratio previous_period 2023", "change previous_period 2023"]
    ),
  ])
  func yearsAreComparedInAYearlyReport(_ head: String, _ columns: [String]) throws {
    #expect(try Self.columns("năm 2023", [head]) == columns)
  }

  @Test func ratioStandsForTheLastResultsOfItsLength() throws {
    let head = "Chỉ tiêu | Tháng 10 | 10 tháng | So với tháng trước (%) | So với cùng kỳ (%)"
    #expect(
      try Self.columns("tháng 10 năm 2023", [head]) == [
        "2023-10", "2023-01/2023-10", "ratio previous_period 2023-10",
        "ratio same_period 2023-01/2023-10",
      ])
  }

  @Test(arguments: [
    [
      "Chỉ tiêu | ĐVT | Thực hiện |  | So với cùng kỳ (%) | ",
      " |  | Tháng 10 | Lũy kế | Tháng 10 | Lũy kế",
    ],
    [
      "Chỉ tiêu | ĐVT | Thực hiện | Thực hiện | So với cùng kỳ (%) | So với cùng kỳ (%)",
      "Chỉ tiêu | ĐVT | Tháng 10 | Lũy kế | Tháng 10 | Lũy kế", "A | B | 1 | 2 | 3 | 4",
    ],
  ])
  func groupsStandOverTheirColumns(_ heads: [String]) throws {
    #expect(
      try Self.columns("tháng 10 năm 2023", heads) == [
        "2023-10", "2023-01/2023-10", "ratio same_period 2023-10",
        "ratio same_period 2023-01/2023-10",
      ])
  }

  @Test func columnsOfPricesHaveTheirBasesBelowTheGroup() throws {
    let heads = [
      "Nhóm hàng | Chỉ số giá tháng 10 so với (%) |  |  | ",
      " | Kỳ gốc 2019 | Tháng 10 năm trước | Tháng 12 năm trước | Tháng trước",
    ]
    #expect(
      try Self.columns("tháng 10 năm 2023", heads) == [
        "ratio base_year 2023-10", "ratio same_period 2023-10", "ratio year_end 2023-10",
        "ratio previous_period 2023-10",
      ])
  }
}
