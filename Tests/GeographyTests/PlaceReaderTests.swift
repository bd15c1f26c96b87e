import SoLieu
import Testing

/// Places in the words of a sentence.
struct PlaceReaderTests {
  /// The area that the words name, in a report of 2023 on `home`.
  private func area(_ words: String, home: String = "", on day: Day = Day(2023, 6, 30)) throws
    -> Area?
  {
    let gazetteer = try BuiltIn.gazetteer()
    let lexicon = try Lexicon(files: LexiconFile.builtIn)
    let reading = Normalizer().read(SourceText(words))
    let tokens = lexicon.tokenizer.tokenize(reading.bytes).tokens
    let reader = PlaceReader(
      gazetteer, on: day, home: gazetteer.place(named: home, on: day))
    return reader.area(in: tokens.indices, of: tokens, reading.bytes)
  }

  @Test(arguments: [
    ("riêng thành phố Thanh Hóa", "Thanh Hóa", "Thanh Hóa", "380"),
    ("tại huyện Bắc Hà", "Lào Cai", "Bắc Hà", "085"),
    ("Tại huyện Bắc Hà", "Việt Nam", "Bắc Hà", "085"),
    ("Nam Trà My", "Quảng Nam", "Nam Trà My", "516"),
    ("(Phước Sơn", "Quảng Nam", "Phước Sơn", "511"),
    ("so với TP.HCM", "Đồng Nai", "Hồ Chí Minh", "79"),
    ("Hải Dương", "Hải Phòng", "Hải Dương", "30"),
    ("riêng khu vực Hải Dương", "Hải Phòng", "Hải Dương", "30"),
    ("vùng Đồng bằng sông Cửu Long", "Việt Nam", "Đồng bằng sông Cửu Long", ""),
    ("cả nước", "Đồng Nai", "Việt Nam", ""),
    // Several of one name: that of the province that is named with it, or of home.
    ("huyện Châu Thành, tỉnh Long An", "", "Châu Thành", "808"),
    ("huyện Châu Thành", "Long An", "Châu Thành", "808"),
    ("huyện Châu Thành", "Việt Nam", "Châu Thành", ""),
    // Not in the tables.
    ("tại xã An Mỹ", "Tuy An", "An Mỹ", ""),
    ("phường 5", "Hồ Chí Minh", "Phường 5", ""),
    ("huyện Đông Sơn", "Thanh Hóa", "Đông Sơn", ""),
    ("thành phố Thanh Hóa và thành phố Thanh Hóa", "Thanh Hóa", "Thanh Hóa", "380"),
  ])
  func wordsNameAPlace(_ words: String, _ home: String, _ name: String, _ code: String) throws {
    #expect(try area(words, home: home) == Area(name: name, code: code))
  }

  @Test(arguments: [
    ("kim ngạch xuất khẩu", "Lạng Sơn"), ("", "Lạng Sơn"),
    // Names that are also something else, and districts of other provinces.
    ("học tập tư tưởng Hồ Chí Minh", "Đồng Nai"), ("Châu Á - Thái Bình Dương", "Việt Nam"),
    ("Tân Phú", "Lạng Sơn"), ("Tân Phú", ""), ("phát triển kinh tế - XÃ HỘI", "Lạng Sơn"),
    ("giữ vững hòa bình", "Việt Nam"), ("Hòa bình", "Việt Nam"),
    // More than one.
    ("Hà Nội và Hải Phòng", "Việt Nam"), ("huyện Bắc Hà và huyện Si Ma Cai", "Lào Cai"),
  ])
  func otherWordsNameNone(_ words: String, _ home: String) throws {
    #expect(try area(words, home: home) == nil)
  }

  @Test func routeIsNotTheProvinceOfFormerTimes() throws {
    #expect(
      try area("tỉnh Quảng Nam - Đà Nẵng", on: Day(1995, 1, 1))
        == Area(name: "Quảng Nam - Đà Nẵng"))
    #expect(try area("Quảng Nam - Đà Nẵng") == nil)
  }

  @Test func districtsHaveNoCodeAfterTheirEnd() throws {
    let area = try area("huyện Bắc Hà", home: "Lào Cai", on: Day(2025, 8, 31))
    #expect(area == Area(name: "Bắc Hà"))
  }
}
