import Encodings
import Formats
import Testing

struct CSVTests {
  private func read(_ bytes: some Sequence<UInt8>) throws -> String {
    String(decoding: try CSVReader.read(Array(bytes)).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Tên,Số\r\nLúa,5\r\n", "Tên\tSố\nLúa\t5\n\n"),
    ("Tên;Số\nLúa;5,5\nCá;6,5\n", "Tên\tSố\nLúa\t5,5\nCá\t6,5\n\n"),
    ("Tên\tSố\nLúa, ngô\t5,5", "Tên\tSố\nLúa, ngô\t5,5\n\n"),
    ("sep=;\nA;B,C\nD;E,F\n", "A\tB,C\nD\tE,F\n\n"),
    ("\"a \"\"b\"\"\",\"c\nd\"\nx,\"1,5\"\n", "a \"b\"\tc d\nx\t1,5\n\n"),
    ("a,,b\n,,c\n", "a\tb\n\tc\n\n"),
    (
      "BIỂU 1\n\nTên,Số\nLúa,5\n\nTên,Số\nCá,6\n", "BIỂU 1\n\nTên\tSố\nLúa\t5\n\nTên\tSố\nCá\t6\n\n"
    ),
    ("a,\"b\nc,d", "a\tb c,d\n\n"), ("", ""), ("a", "a\n\n"),
  ])
  func valuesAreSeparated(text: String, read: String) throws {
    #expect(try self.read(text.utf8) == read)
  }

  @Test func theEncodingIsFound() throws {
    let text = "Chỉ tiêu;Tháng 9\nSản lượng lúa;5,5\nChăn nuôi;6,5\n"
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(try DocumentFormat.sniff(wide, name: "a.csv") == .csv)
    for (bytes, encoding) in [
      (Array(text.utf8), TextEncoding.utf8), (marked, .utf8), (wide, .utf16LittleEndian),
    ] {
      let read = try CSVReader.read(bytes)
      #expect(read.encoding == encoding)
      #expect(
        String(decoding: read.bytes, as: UTF8.self)
          == text.replacing(";", with: "\t") + "\n")
    }
    #expect(throws: FormatError.self) { try CSVReader.read([0x41, 0, 0, 0x41]) }
  }
}
