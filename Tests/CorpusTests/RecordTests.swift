import SoLieu
import TestSupport
import Testing

/// What holds for the records of every report.
struct RecordTests {
  static func reports() throws -> [String] {
    try Repository.names(in: GoldSet.reports.folder, ending: ".txt")
  }

  @Test(arguments: try reports())
  func everyRecordIsCutOutOfItsReport(_ name: String) throws {
    let source = try SourceText(Repository.bytes("\(GoldSet.reports.folder)/\(name)"))
    let scalars = Array(String(decoding: source.bytes, as: UTF8.self).unicodeScalars)
    let records = try Reader.pipeline().extract(source, document: name)
    try #require(!records.isEmpty)
    for record in records {
      try #require(0 <= record.start && record.start < record.end && record.end <= scalars.count)
      #expect(Array(record.text.unicodeScalars) == Array(scalars[record.start..<record.end]))
      #expect(record.sentence.contains(record.text), "\(record.text) in \(record.sentence)")
      #expect(record.document == name)
      #expect(!record.indicator.isEmpty, "\(record.text) in \(record.sentence)")
      #expect(record.period.isEmpty || TimePeriod(iso: record.period) != nil, "\(record.period)")
      #expect(record.flags.isEmpty)
    }
    #expect(records.map(\.start) == records.map(\.start).sorted())
  }

  @Test func sameReportGivesTheSameBytes() throws {
    let another = try Pipeline.standard()
    for name in try Self.reports() {
      let bytes = try Repository.bytes("\(GoldSet.reports.folder)/\(name)")
      let first = try Self.lines(Reader.pipeline(), bytes)
      #expect(try Self.lines(Reader.pipeline(), bytes) == first, "\(name)")
      #expect(try Self.lines(another, bytes) == first, "\(name)")
    }
  }

  @Test func reportsAtTheSameTimeGiveTheSameBytes() async throws {
    let pipeline = try Reader.pipeline()
    let reports = try Self.reports().map { try Repository.bytes("\(GoldSet.reports.folder)/\($0)") }
    let alone = try reports.map { try Self.lines(pipeline, $0) }
    let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, bytes) in reports.enumerated() {
        group.addTask { (index, try Self.lines(pipeline, bytes)) }
      }
      return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
    }
    #expect(alone.indices.allSatisfy { together[$0] == alone[$0] })
  }

  @Test(arguments: [
    "", " ", "\n", "\r\n\r\n", "\u{FEFF}", "\u{A0}\u{200B}\t", "...", "(((", "I.", "-", "1.",
  ])
  func emptyDocumentHasNoRecords(_ text: String) throws {
    let analysis = try Reader.pipeline().analyze(SourceText(text), document: "")
    #expect(analysis.observations.isEmpty)
  }

  @Test(arguments: [
    "Căn cứ Nghị quyết số 01/NQ-CP ngày 05/01/2022 của Chính phủ và Quyết định 546/QĐ-TTg.",
    "Hà Nội, ngày 29 tháng 11 năm 2022", "Số: 512/BC-CTK", "Điều 5, Khoản 2 của Luật Đầu tư công.",
    "Dịch COVID-19 và cúm A/H5N1 được kiểm soát; phủ sóng 4G tại các xã.",
    "Đại hội Đảng bộ lần thứ XV, nhiệm kỳ 2020-2025 thành công tốt đẹp.",
    "I. TÌNH HÌNH KINH TẾ THÁNG 11", "Kỳ họp thứ 14 Hội đồng nhân dân khóa IX.",
    "Bão số 3 gây mưa lớn trên quốc lộ 1A.", "Đăng lúc 14:30 ngày 12/10/2022 (GMT+7)",
    "Tiếp tục thực hiện Chương trình 135 và Chỉ thị 16.", "Triển khai tiêm mũi 4 cho nhân dân.",
    "1. Nông nghiệp\n2. Công nghiệp\n2.1. Khai khoáng",
  ])
  func namesAndDatesAreNoRecords(_ text: String) throws {
    let records = try Reader.pipeline().extract(SourceText(text), document: "")
    #expect(records.map(\.text).isEmpty)
  }

  private static func lines(_ pipeline: Pipeline, _ bytes: [UInt8]) throws -> [UInt8] {
    let records = pipeline.extract(try SourceText(bytes), document: "report")
    var writer = try makeWriter(WriterOptions(.jsonl))
    var output: [UInt8] = []
    try writer.begin(into: &output)
    try writer.write(DocumentRecords(document: "report", observations: records), into: &output)
    try writer.end(into: &output)
    return output
  }
}
