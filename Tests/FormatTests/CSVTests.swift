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
}
