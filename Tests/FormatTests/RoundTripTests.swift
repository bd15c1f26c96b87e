import Formats
import TestSupport
import Testing

/// What reports say after they went through each format: the same paragraphs, in their order.
@Suite(.enabled(if: OfficeFile.isThere, OfficeFile.note), .serialized)
struct RoundTripTests {
  private static let reports = [
    "bac-giang-2021", "ca-nuoc-2007", "bo-tai-chinh-2021-05", "quang-nam-thien-tai-2020-11",
  ]

  @Test(arguments: reports)
  func html(_ report: String) throws {
    let made = try OfficeFile.made(OfficeFile.page(OfficeFile.paragraphs(report)), as: "html")
    #expect(try OfficeFile.lines(HTMLReader.read(made)) == OfficeFile.paragraphs(report))
  }

  @Test(arguments: reports)
  func rtf(_ report: String) throws {
    let made = try OfficeFile.made(OfficeFile.page(OfficeFile.paragraphs(report)), as: "rtf")
    #expect(try OfficeFile.lines(RTFReader.read(made)) == OfficeFile.paragraphs(report))
  }

  @Test(arguments: reports)
  func doc(_ report: String) throws {
    let made = try OfficeFile.made(OfficeFile.page(OfficeFile.paragraphs(report)), as: "doc")
    let lines = try OfficeFile.lines(DOCReader.read(made))
    #expect(try lines == OfficeFile.paragraphs(report))
  }

  @Test(arguments: reports)
  func pdf(_ report: String) throws {
    let made = try OfficeFile.made(OfficeFile.page(OfficeFile.paragraphs(report)), as: "pdf")
    #expect(try OfficeFile.lines(PDFReader.read(made)) == OfficeFile.paragraphs(report))
  }

  private static let table = """
    <p>Thu ngân sách đạt 12.345<sup>1</sup> tỷ đồng; diện tích 45.000 m<sup>2</sup>, tăng 5%.</p>
    <table border=1 width="100%"><tr><th rowspan=2>Chỉ tiêu</th><th colspan=2>Thực hiện</th>
    <th rowspan=2>So sánh (%)</th></tr><tr><th>Tháng 10</th><th>Tháng 11 năm 2022</th></tr>
    <tr><td>1. Giá trị sản xuất nông nghiệp, lâm nghiệp và thủy sản trên địa bàn</td>
    <td align=right>1.234,5</td><td align=right>1.300,1</td><td align=right>105,3</td></tr>
    <tr><td>2. Thu ngân sách</td><td align=right>500</td><td align=right>612</td>
    <td align=right>122,4</td></tr>
    <tr><td>Trong đó: thu nội địa</td><td align=right>300</td><td></td><td align=right>101</td></tr>
    </table>
    <p>Cuối cùng là một đoạn văn khác khá dài để xem dòng được nối lại như thế nào khi nó vượt qua
    hết chiều rộng của trang giấy này, đạt 98%.</p>
    """

  private static let rows = """
    1. Giá trị sản xuất nông nghiệp, lâm nghiệp và thủy sản trên địa bàn\t1.234,5\t1.300,1\t105,3
    2. Thu ngân sách\t500\t612\t122,4
    Trong đó: thu nội địa\t300\t\t101

    Cuối cùng là một đoạn văn khác khá dài để xem dòng được nối lại như thế nào khi nó vượt qua hết \
    chiều rộng của trang giấy này, đạt 98%.

    """

  @Test(arguments: ["html", "rtf", "pdf", "doc"])
  func tablesKeepTheirRows(_ format: String) throws {
    let made = try OfficeFile.made(OfficeFile.page(body: Self.table), as: format)
    let text = try Self.read(made, format)
    #expect(text.hasSuffix(Self.rows), "\(text)")
    #expect(text.contains("45.000 m2, tăng 5%.\n"))
    // antiword does not tell what LibreOffice raised.
    if format != "doc" { #expect(text.contains("12.345 tỷ đồng")) }
    let head = "Chỉ tiêu\tThực hiện\t\tSo sánh (%)\n\tTháng 10\tTháng 11 năm 2022\t\n"
    #expect(text.contains(head), "\(text)")
  }

  private static func read(_ bytes: [UInt8], _ format: String) throws -> String {
    let text =
      switch format {
      case "html": try HTMLReader.read(bytes)
      case "rtf": try RTFReader.read(bytes)
      case "pdf": try PDFReader.read(bytes)
      default: try DOCReader.read(bytes)
      }
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
