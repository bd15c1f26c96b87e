import SoLieu
import Testing

/// Tables of places with a mistake: where it is, what is wrong and what to do.
struct TableProblemTests {
  private static let kinds = "kind\tother\tlevel\ntỉnh\t\tprovince\nhuyện\t\tdistrict\n"
  private static let provinces = "code\tiso\tname\tkind\tother\tfrom\tto\tsuccessor\n"
  private static let districts = "code\tname\tkind\tother\tprovince\tfrom\tto\n"
  private static let province = "20\tVN-09\tLạng Sơn\ttỉnh\t\t1979-01-01\t\t\n"

  @Test(arguments: [
    (
      "provinces.tsv", provinces + "20\tVN-09\tLạng Sơn\ttỉnh\n",
      "provinces.tsv:2:1: 4 columns where 8 are needed; "
        + "write code, iso, name, kind, other, from, to, successor, divided by tabs"
    ),
    (
      "provinces.tsv", "code\tname\n",
      "provinces.tsv:1:1: no column iso, kind, other, from, to, successor; "
        + "name the columns in the first line that is no comment"
    ),
    (
      "provinces.tsv", "# A comment.\n" + provinces + "2\t\tLạng Sơn\ttỉnh\t\t\t\t\n",
      "provinces.tsv:3:1: '2' is no code; write 2 digits"
    ),
    (
      "provinces.tsv", provinces + "20\t\t\ttỉnh\t\t\t\t\n",
      "provinces.tsv:2:5: no name; write one in this column"
    ),
    (
      "provinces.tsv", provinces + "20\t\t-\ttỉnh\t\t\t\t\n",
      "provinces.tsv:2:5: '-' is no name; write words"
    ),
    (
      "provinces.tsv", provinces + "20\t\tLạng Sơn\ttinh\t\t\t\t\n",
      "provinces.tsv:2:14: 'tinh' is no kind here; use one of tỉnh"
    ),
    (
      "provinces.tsv", provinces + "20\t\tLạng Sơn\ttỉnh\t\t2008-02-30\t\t\n",
      "provinces.tsv:2:20: '2008-02-30' is no day; write year, month and day as 2008-08-01"
    ),
    (
      "provinces.tsv", provinces + "20\t\tLạng Sơn\ttỉnh\t\t2008-02-01\t2007-01-01\t\n",
      "provinces.tsv:2:31: it ends before it begins; set right one of the two days"
    ),
    (
      "provinces.tsv", provinces + "20\t\tLạng Sơn\ttỉnh\t\t\t2025-06-30\t99\n",
      "provinces.tsv:2:32: no line has the code 99; add one, or correct it"
    ),
    (
      "provinces.tsv", provinces + province + province,
      "provinces.tsv:3:1: the same place stands in provinces.tsv:2; "
        + "keep one of the two, or give this one another first day"
    ),
    (
      "districts.tsv", districts + "178\tTràng Định\thuyện\t\t21\t\t2025-06-30\n",
      "districts.tsv:2:23: no province has the code 21; use one of provinces.tsv"
    ),
    (
      "districts.tsv", districts + "78\tTràng Định\thuyện\t\t20\t\t2025-06-30\n",
      "districts.tsv:2:1: '78' is no code; write 3 digits"
    ),
    (
      "kinds.tsv", "kind\tother\tlevel\ntỉnh\t\tprovinz\n",
      "kinds.tsv:2:7: 'provinz' is no level; "
        + "use one of country, region, province, district, commune"
    ),
    (
      "doubtful.tsv", "name\tneeds\twhy\nHồ Chí Minh\tsome\t\n",
      "doubtful.tsv:2:13: 'some' is unknown; use one of kind, never"
    ),
  ])
  func problemIsNamed(_ name: String, _ text: String, _ expected: String) throws {
    var texts = [
      "kinds.tsv": Self.kinds, "regions.tsv": "name\tkind\tother\n",
      "provinces.tsv": Self.provinces + Self.province, "districts.tsv": Self.districts,
      "doubtful.tsv": "name\tneeds\twhy\n",
    ]
    texts[name] = text
    let files = texts.map { LexiconFile(name: $0.key, text: $0.value) }
    let error = #expect(throws: LexiconError.self) { try Gazetteer(files: files) }
    #expect(error?.problems.first { $0.location.file == name }?.description == expected)
  }

  @Test func missingTableIsNamed() {
    let error = #expect(throws: LexiconError.self) { try Gazetteer(files: []) }
    #expect(
      error?.problems.first?.description
        == "kinds.tsv:1:1: there is no such table; put it beside the other tables of places")
  }
}
