import Extraction
import SoLieu
import TestSupport
import Testing

/// What became no record is accounted for.
struct SkippedTests {
  private static let title = "Báo cáo tình hình kinh tế - xã hội tháng 10 năm 2023\n"

  private static func skipped(_ text: String) throws -> [Skipped] {
    try Reader.pipeline().analyze(SourceText(title + text), document: "").skipped
  }

  /// `reason: words`, but for what is no figure.
  private static func losses(_ text: String) throws -> [String] {
    try skipped(text).filter(\.reason.isLoss).map { "\($0.reason.rawValue): \($0.text)" }
  }

  @Test(arguments: [
    ("Tổng thu đạt 19.94,67 tỷ đồng.", ["damaged_number: 19.94,67"]),
    ("Sở đã làm việc với 1.098 về việc này.", ["bare_number: 1.098"]),
    (
      "Ảnh: T.H\nLượt xem: 355\n>> Hải Dương thu 16.200 tỷ đồng\nXuất khẩu đạt 5 triệu USD.",
      [
        "page_chrome: Ảnh: T.H", "page_chrome: Lượt xem: 355",
        "page_chrome: >> Hải Dương thu 16.200 tỷ đồng",
      ]
    ),
    (
      "Tin liên quan:\n- Hà Nam đón 310 nghìn lượt khách",
      ["page_chrome: Tin liên quan:", "page_chrome: - Hà Nam đón 310 nghìn lượt khách"]
    ),
  ])
  func whatMayHoldAFigureIsListed(_ text: String, _ losses: [String]) throws {
    #expect(try Self.losses(text) == losses)
  }

  @Test(arguments: [
    "Theo Nghị quyết 11/NQ-CP ngày 30/1/2022 và Đề án 06, sở tiêm mũi 4 vắc xin COVID-19.",
    "1. Về nông nghiệp\n1.1. Trồng trọt\na) Lúa\nPHẦN 2",
    "Từ ngày 15/9 đến 14/10, tháng 10.2023 và năm 2022 đều thuận lợi.",
    "Điện thoại: 0213.3876501",
    "Trong 11 nhóm hàng có 9 nhóm tăng; tàu từ 15 m trở lên có 30 chiếc.",
  ])
  func datesNamesAndMarksAreNoLoss(_ text: String) throws {
    #expect(try Self.losses(text).filter { !$0.hasPrefix("page_chrome") } == [])
    #expect(try !Self.skipped(text).isEmpty)
  }

  @Test func numbersThatOnlySayWhichAreListedWithoutALoss() throws {
    let found = try Self.skipped("Trong 11 nhóm hàng có 9 nhóm tăng.").filter(\.reason.isListed)
    #expect(found.map(\.text) == ["11 nhóm hàng"])
    #expect(found.map(\.reason) == [.qualifier])
  }

  @Test func tableWithoutAColumnOfFiguresIsOneEntry() throws {
    let table = "Tên | Màu | Loại\nSơn A | 1 | 2\nSơn B | 3 | 4\n"
    let found = try Self.skipped(table).filter(\.reason.isLoss)
    #expect(found.map(\.reason) == [.table])
    #expect(found.map(\.text) == ["Tên | Màu | Loại"])
    #expect(found.map(\.detail) == ["3 lines"])
    let start = Self.title.unicodeScalars.count
    #expect(found.map(\.start) == [start])
    #expect(found.map(\.end) == [start + table.unicodeScalars.count - 1])
  }

  @Test func columnsThatDoNotFitAreNamed() throws {
    #expect(
      try Self.losses("Chỉ tiêu | Tháng 9 | Tháng 10\nLúa | 1 | 2\nNgô | 5 | 6 | 7")
        == ["table_row: Ngô | 5 | 6 | 7"])
    #expect(
      try Self.losses("Chỉ tiêu | Tháng 10 | Màu sắc\nLúa | 1 | 2") == ["table_column: Màu sắc"])
  }

  @Test(arguments: [
    "Lúa 31.200 30.100 103,7\nNgô 6.150 6.020 102,2",
    "Lúa\n31.200\n30.100\n103,7\nNgô\n6.150\n6.020\n102,2",
  ])
  func numbersThatNothingDividesAreOneTable(_ text: String) throws {
    let found = try Self.skipped(text).filter(\.reason.isLoss)
    #expect(found.map(\.reason) == [.looseRows])
  }

  @Test func oneLineOfNumbersIsNoTable() throws {
    let reasons = try Self.losses("Lúa 31.200 30.100 103,7\nXuất khẩu đạt 5 triệu USD.")
    #expect(reasons == ["bare_number: 31.200", "bare_number: 30.100", "bare_number: 103,7"])
  }

  @Test func countsNeedNoLayers() throws {
    let text = """
      Tổng thu đạt 19.94,67 tỷ đồng.
      Ảnh: T.H
      Lúa 31.200 30.100 103,7
      Năm 2022
      Ngô 6.150 6.020 102,2
      """
    let reading = try Reader.pipeline().read(SourceText(Self.title + text), document: "")
    var listed: [SkipReason: Int] = [:]
    for part in try Self.skipped(text) where part.reason.isLoss {
      listed[part.reason, default: 0] += 1
    }
    #expect(listed == [.damagedNumber: 1, .pageChrome: 1, .looseRows: 1])
    #expect(
      Dictionary(uniqueKeysWithValues: reading.skipped.occurring.map { ($0.reason, $0.count) })
        == listed)
  }

  /// A number is in a record, or among what is skipped: there is no third.
  @Test(arguments: try Repository.names(in: "Corpus/reports", ending: ".txt"))
  func everyNumberIsAccountedFor(_ name: String) throws {
    let source = try SourceText(Repository.bytes("Corpus/reports/\(name)"))
    let analysis = try Reader.pipeline().analyze(source, document: name)
    var told = Set<Int>()
    for record in analysis.observations { told.formUnion(record.start..<record.end) }
    for part in analysis.skipped { told.formUnion(part.start..<part.end) }
    let untold = analysis.tokens.filter { $0.note == "number" && !told.contains($0.start) }
    #expect(untold.map { "\($0.start): \($0.text)" } == [])
  }
}
