import Encodings
import Formats
import Testing

struct HTMLReaderTests {
  private static func read(_ body: String) throws -> String {
    let page = "<html><head><meta charset='utf-8'></head><body>\(body)</body></html>"
    return String(decoding: try HTMLReader.read(Array(page.utf8)).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>Thu  ngân\n sách</p><p>đạt</p>", "Thu ngân sách\nđạt\n"),
    ("<div>a<div>b</div>c</div>", "a\nb\nc\n"),
    ("dòng một<br>dòng hai<br/><br/>dòng ba", "dòng một\ndòng hai\ndòng ba\n"),
    ("<p>a<h2>I. KINH <b>TẾ</b></h2>b", "a\n\nI. KINH TẾ\n\nb\n"),
    ("<ul><li>một<li><p>hai</p><p>thêm</p></ul>", "- một\n- hai\nthêm\n"),
    ("<ol start=3><li>ba<li>bốn</ol>", "3. ba\n4. bốn\n"),
    ("<ul><li>- đã có dấu</ul>", "- đã có dấu\n"),
    ("<pre>a  b\n\nc</pre>", "a b\n\nc\n"),
    ("tăng&nbsp;5&#37; &lt;&eacute;&#150;&hellip;&#7879;", "tăng\u{a0}5% <é–…ệ\n"),
    ("a<script>var x = '<p>1</p>';</script><style>p{}</style>b<!-- c -->", "ab\n"),
    ("<p>ch<b>ữ</b> <i>liền</i></p>", "chữ liền\n"),
    ("45.000 m<sup>2</sup>, 5 m<sup>3</sup>/s, 3 km<sup>2</sup>", "45.000 m2, 5 m3/s, 3 km2\n"),
    ("45.354<sup>1</sup> ha, USD<sup>[2]</sup> và 7%<sup>*</sup>.", "45.354 ha, USD và 7%.\n"),
    ("12<sup>3</sup> tỷ, 10<sup>6</sup> đồng, 25<sup>o</sup>C", "12 tỷ, 10^6 đồng, 25°C\n"),
    ("12<span style='vertical-align: super'>1</span> tỷ CO<sub>2</sub>", "12 tỷ CO2\n"),
    ("12<a href='#_ftn1' name='_ftnref1'>[1]</a> tỷ<div id='ftn1'>[1] Chú thích</div>", "12 tỷ\n"),
    ("<p>đạt <s>12</s> <strike>1</strike><del>4</del>15 tỷ</p><del><p>x</p></del>", "đạt 15 tỷ\n"),
    ("<p>đạt <b style='text-decoration: line-through'>12<i>3</i></b>15 tỷ</p>", "đạt 15 tỷ\n"),
    (
      "<style>.x { color: red; text-decoration: line-through }</style>a<b class='y x'>1</b><u>2</u>",
      "a2\n"
    ),
    ("<ul><li><s>một</s><li>hai</ul>", "- hai\n"),
    ("<p>\0Thu\0 5</p>", "Thu 5\n"),
  ])
  func elementsBecomeLines(_ body: String, _ text: String) throws {
    #expect(try Self.read(body) == text)
  }

  @Test(arguments: [
    "<nav>Menu 5</nav>", "<footer>Menu 5</footer>", "<header>Menu 5</header>",
    "<aside>Menu 5</aside>", "<form>Menu 5</form>", "<noscript>Menu 5</noscript>",
    "<div hidden>Menu 5</div>", "<p style='display: none'>Menu 5</p>",
    "<div class='x breadcrumb'>Menu 5</div>", "<div id='footer'>Menu 5</div>",
    "<div role=navigation>Menu 5</div>", "<select><option>Menu 5</option></select>",
    "<p>-A A +A</p>", "<p>Trang chủ » Tin tức</p>", "<iframe>Menu 5</iframe>",
    "<ul><li><a href=1>Một mục</a><li><a href=2>Hai mục</a><li><a href=3>Ba mục</a></ul>",
    "<h3>Tin liên quan</h3><a href=1>Thu 5 tỷ đồng ở huyện bên</a>",
  ])
  func whatIsNoTextIsLeftOut(_ part: String) throws {
    let text = "<p>Thu ngân sách tháng 9 đạt 12 tỷ đồng, tăng 5% so với cùng kỳ năm trước.</p>"
    let expected = "Thu ngân sách tháng 9 đạt 12 tỷ đồng, tăng 5% so với cùng kỳ năm trước.\n"
    if part.contains("Thu 5 tỷ") {
      // A headline with a figure is not distinguished from a statement: it stays.
      #expect(try Self.read(text + part).hasPrefix(expected))
    } else {
      #expect(try Self.read(part + text) == expected)
      #expect(try Self.read(text + part) == expected)
    }
  }

  /// Sites on ASP.NET put the whole page in one form.
  @Test func whatHoldsMostOfThePageIsKept() throws {
    let body =
      "<form><div class=menu><p>Đơn vị</p></div><p>Thu ngân sách đạt 12 tỷ đồng.</p></form>"
    #expect(try Self.read(body) == "Thu ngân sách đạt 12 tỷ đồng.\n")
  }

  @Test func tablesBecomeRows() throws {
    let table = """
      <p>Bảng</p><table><tr><th rowspan=2>Chỉ tiêu<th colspan=2>Thực hiện<th>So sánh
      <tr><td>Tháng 8<td>Tháng<br>9<td>%
      <tr><td><p>Thu</p><td>1,5<td><td>105
      <tr><td rowspan=2>Chi<td>2<td>3<td>99<tr><td>4<td>5<td>98</table><p>Hết</p>
      """
    #expect(
      try Self.read(table) == """
        Bảng

        Chỉ tiêu\tThực hiện\t\tSo sánh
        \tTháng 8\tTháng 9\t%
        Thu\t1,5\t\t105
        Chi\t2\t3\t99
        \t4\t5\t98

        Hết

        """)
  }

  @Test(arguments: [
    ("<table><tr><td><p>Một</p><p>Hai</p></table>", "Một\nHai\n\n"),
    ("<table><tr><td>Một<tr><td>Hai</table>", "Một\n\nHai\n\n"),
    (
      "<table><tr><td>Trái<td><table><tr><td>a<td>1<tr><td>b<td>2</table></table>",
      "Trái\n\na\t1\nb\t2\n\n"
    ),
    (
      "<table><tr><td><p>UBND TỈNH</p><p>Số: 5/BC</p><td><p>CỘNG HÒA</p><p>Hà Nội</p></table>",
      "UBND TỈNH\nSố: 5/BC\n\nCỘNG HÒA\nHà Nội\n\n"
    ),
  ])
  func tablesOfLayoutBecomeTheirContents(_ body: String, _ text: String) throws {
    #expect(try Self.read(body) == text)
  }

  @Test func theHeadGivesProperties() throws {
    let page = """
      <html><head><title>Kinh tế | Lạng Sơn</title><meta property="og:title" content="Kinh tế  tháng 11">
      <meta property="og:site_name" content="Cổng Lạng Sơn"><link rel="canonical" href="https://a.vn/1">
      <meta property="article:published_time" content="2022-11-30T09:42:00+07:00"></head><body>a</body>
      """
    let properties = try HTMLReader.read(Array(page.utf8)).properties
    #expect(properties.title == "Kinh tế tháng 11")
    #expect(properties.issuer == "Cổng Lạng Sơn")
    #expect(properties.url == "https://a.vn/1")
    #expect(properties.date == "2022-11-30T09:42:00+07:00")
  }

  @Test func thePagesHeadlineIsItsTitle() throws {
    func properties(_ body: String) throws -> DocumentProperties {
      let title = "<title>Tháng 9/2021 - Tin tức | Cục Thống kê tỉnh Hà Nam</title>"
      return try HTMLReader.read(Array((title + body).utf8)).properties
    }
    let found = try properties("<h1>Tình hình kinh tế - <b>xã hội</b> tháng 9</h1><p>a</p>")
    #expect(found.title == "Tình hình kinh tế - xã hội tháng 9")
    #expect(found.author == "Cục Thống kê tỉnh Hà Nam")
    // A name of the site; several articles.
    for body in ["<h1>Hà Nam</h1>", "<h1>một hai ba bốn năm sáu</h1><h1>b</h1>"] {
      #expect(try properties(body).title.hasPrefix("Tháng 9/2021"))
    }
  }

  /// In .VnTimeH small letters stand for capitals.
  @Test func aStyleSheetNamesTheFonts() throws {
    let page = """
      <html><head><meta charset=utf-8><style><!-- /* Fonts */ @font-face { font-family: ".VnTime" }
      p.MsoNormal, li.MsoNormal { margin: 0; font-family:".VnTime","serif" } .h{font-family:.VnTimeH}
      div p { font-family: .VnTimeH }
      @media print { .q { font-family: ".VnTimeH" } } --></style></head><body>
      <p class="a h">b¸o c¸o</p><p class=MsoNormal>Gi¸ trÞ s¶n xuÊt <span class=q>t¨ng</span>
      <span style="font-family: Arial">é</span></p><p>é</p></body></html>
      """
    #expect(
      String(decoding: try HTMLReader.read(Array(page.utf8)).bytes, as: UTF8.self)
        == "BÁO CÁO\nGiá trị sản xuất TĂNG é\né\n")
  }

  @Test func theDateInThePagesHeadIsKept() throws {
    let page = "<title>T</title><p>Thứ Hai, 31/08/2020 - 09:42 | Lượt xem: 1.384</p><p>Văn bản</p>"
    let text = try HTMLReader.read(Array(page.utf8))
    #expect(text.properties.date == "2020-08-31")
    #expect(text.properties.title == "T")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Văn bản\n")
  }

  @Test(
    arguments: [10_000, 200_000], ["<div>", "<table><tr><td>", "<ul><li>", "<b>", "<font face=a>"])
  func nestingWithoutEndIsRefusedOrRead(_ count: Int, _ tag: String) {
    let page = String(repeating: tag, count: count) + "chữ"
    do {
      let text = try HTMLReader.read(Array(page.utf8))
      #expect(text.bytes.starts(with: "chữ".utf8))
    } catch {
      #expect(error.problem == "nests more than 4096 elements")
    }
  }

  @Test func wrongDeclarationsAreRefuted() throws {
    func page(_ declared: String, _ words: String) -> String {
      "<html><head><meta charset='\(declared)'></head><body><p>\(words)</p></body></html>"
    }
    // Bytes of windows-1258, as Latin 1 shows them.
    let bytes =
      "TôÒng thu ngân sách trên ðiòa bàn tiÒnh tháng 5 ýõìc ðaòt 412,5 tyÒ ðôÌng, tãng so võìi cùng kyÌ."
    let old = page("utf-8", bytes).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(try HTMLReader.read(old).encoding == .windows1258)
    let new = page(
      "windows-1258", "Tổng thu ngân sách trên địa bàn tỉnh tháng 5 ước đạt 412,5 tỷ đồng")
    #expect(try HTMLReader.read(Array(new.utf8)).encoding == .utf8)
  }

  @Test func nestingAsOfOldEditorsIsRead() throws {
    let page = String(repeating: "<font><span>", count: 1500) + "chữ"
    #expect(try HTMLReader.read(Array(page.utf8)).bytes == Array("chữ\n".utf8))
  }

  @Test(arguments: [
    "<p title='" + String(repeating: "a", count: 5_000_000) + "'>chữ</p>",
    "<p " + String(repeating: "a=1 ", count: 100_000) + ">chữ</p>",
    "<!DOCTYPE html [<!ENTITY a 'bbbb'><!ENTITY c '&a;&a;&a;'>]><p>chữ</p>",
    "<p>chữ</p>" + String(repeating: "</div>", count: 100_000),
    "<p>chữ</p><table><tr><td colspan=999999999 rowspan=99999999>a<td>b</table>",
    "<p>chữ</p><p", "<p>chữ</p><!-- ", "<p>chữ</p><script>", "\u{feff}<p>chữ</p>",
  ])
  func brokenAndHugeMarkupIsRead(_ page: String) throws {
    let text = String(decoding: try HTMLReader.read(Array(page.utf8)).bytes, as: UTF8.self)
    #expect(text.contains("chữ\n"))
    #expect(text.utf8.count < 4000)
  }

  @Test func entitiesOfTheDocumentsOwnStayUnread() throws {
    let page =
      "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>a &x; b</p>"
    let text = String(decoding: try HTMLReader.read(Array(page.utf8)).bytes, as: UTF8.self)
    #expect(!text.contains("root:"))
  }

  @Test func tooManyBytesAreRefused() {
    var options = FormatOptions()
    options.limits.bytes = 10
    #expect(throws: FormatError.self) {
      try HTMLReader.read(Array("<p>0123456789".utf8), options: options)
    }
  }
}
