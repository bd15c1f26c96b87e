import SoLieu
import Testing

/// Names and what stood under them, by the built-in tables.
struct GazetteerTests {
  @Test(arguments: [
    ("Lạng Sơn", "20"), ("lạng sơn", "20"), ("LẠNG SƠN", "20"), ("tỉnh Lạng Sơn", "20"),
    ("Hòa Bình", "17"), ("Hoà Bình", "17"), ("TỈNH HOÀ BÌNH", "17"),
    ("Bắc Cạn", "06"), ("Đắc Lắc", "66"), ("Đăk Lăk", "66"), ("Daklak", "66"),
    ("Bà Rịa - Vũng Tàu", "77"), ("Bà Rịa–Vũng Tàu", "77"), ("BR-VT", "77"),
    ("Thừa Thiên - Huế", "46"), ("TT-Huế", "46"), ("TT. Huế", "46"),
    ("Hồ Chí Minh", "79"), ("TP.HCM", "79"), ("TP. Hồ Chí Minh", "79"), ("TPHCM", "79"),
    ("thành phố Hồ Chí Minh", "79"), ("TP Hải Phòng", "31"), ("T.P Hải Phòng", "31"),
    // Districts, by their kind or where no province has the name.
    ("huyện Bắc Hà", "085"), ("Bắc Hà", "085"), ("thành phố Thanh Hóa", "380"),
    ("TP Thanh Hoá", "380"), ("TX. Sông Cầu", "557"), ("quận 1", "760"), ("Q. 12", "761"),
    ("Ia H’Drai", "618"), ("M'Đrắk", "652"), ("Phan Rang-Tháp Chàm", "582"),
    // A province and a town below it have one name.
    ("Cao Bằng", "04"), ("thành phố Cao Bằng", "040"), ("thị xã Cao Bằng", "040"),
    ("Điện Biên", "11"), ("huyện Điện Biên", "100"),
  ])
  func nameIsFound(_ name: String, _ code: String) throws {
    let place = try BuiltIn.gazetteer().place(named: name, on: Day(2020, 6, 30))
    #expect(place?.code == code)
  }

  @Test(arguments: [
    // Mergers of 1 July 2025: a code alone is no key.
    ("Yên Bái", Day(2025, 6, 30), "15"), ("Lào Cai", Day(2025, 6, 30), "10"),
    ("Lào Cai", Day(2025, 7, 1), "15"), ("Yên Bái", Day(2025, 7, 1), ""),
    ("Bắc Ninh", Day(2013, 9, 30), "27"), ("Bắc Ninh", Day(2025, 9, 30), "24"),
    ("Bắc Giang", Day(2013, 9, 30), "24"), ("Bắc Giang", Day(2025, 9, 30), ""),
    ("Lâm Đồng", Day(2013, 1, 1), "68"), ("Lâm Đồng", Day(2025, 7, 31), "68"),
    ("Huế", Day(2013, 1, 1), "46"), ("Thừa Thiên Huế", Day(2025, 3, 31), "46"),
    // Earlier ones.
    ("Hà Tây", Day(2008, 7, 31), "28"), ("Hà Tây", Day(2008, 8, 1), ""),
    ("Đắk Nông", Day(2003, 12, 31), ""), ("Đắk Nông", Day(2004, 1, 1), "67"),
    ("Hậu Giang", Day(1990, 1, 1), "x-hau-giang"), ("Hậu Giang", Day(2010, 1, 1), "93"),
    ("Quảng Nam - Đà Nẵng", Day(1996, 12, 31), "x-quang-nam-da-nang"),
    ("Quảng Nam - Đà Nẵng", Day(1997, 1, 1), ""),
    ("tỉnh Cần Thơ", Day(2003, 1, 1), "92"), ("thành phố Cần Thơ", Day(2004, 1, 1), "92"),
    ("huyện Bắc Hà", Day(2025, 6, 30), "085"), ("huyện Bắc Hà", Day(2025, 7, 1), ""),
  ])
  func nameIsThatOfItsTime(_ name: String, _ day: Day, _ code: String) throws {
    let place = try BuiltIn.gazetteer().place(named: name, on: day)
    #expect((place?.code ?? "") == code)
  }

  @Test func provinceKnowsItsOtherFacts() throws {
    let gazetteer = try BuiltIn.gazetteer()
    let place = try #require(gazetteer.place(named: "Hải Dương", on: Day(2013, 1, 1)))
    #expect(place.isoCode == "VN-61")
    #expect(place.kind == "tỉnh")
    #expect(place.level == .province)
    #expect(place.from == Day(1997, 1, 1))
    #expect(place.to == Day(2025, 6, 30))
    #expect(place.successors == ["31"])
    #expect(place.officialCode == "30")
    let ended = try #require(gazetteer.place(named: "Hà Bắc", on: Day(1995, 1, 1)))
    #expect(ended.officialCode == "")
    let quarter = try #require(gazetteer.place(named: "quận 1", on: Day(2020, 1, 1)))
    #expect(quarter.displayName == "Quận 1")
  }

  @Test func sixtyThreeProvincesThenThirtyFour() throws {
    let provinces = try BuiltIn.gazetteer().places.filter { $0.level == .province }
    #expect(provinces.count { $0.stands(on: Day(2025, 6, 30)) } == 63)
    #expect(provinces.count { $0.stands(on: Day(2025, 7, 1)) } == 34)
  }

  @Test func everyDayHasOnePlaceForACode() throws {
    let provinces = try BuiltIn.gazetteer().places.filter { $0.level == .province }
    for place in provinces {
      for other in provinces where other != place && other.code == place.code {
        #expect(other.from.map { !place.stands(on: $0) } ?? false, "\(place.name) \(other.name)")
      }
    }
  }

  /// Each place is found by each of its names on a day on which it stood.
  @Test func everyNameLeadsToItsPlace() throws {
    let gazetteer = try BuiltIn.gazetteer()
    for place in gazetteer.places {
      let day = place.from ?? place.to
      for name in [place.name] + place.otherNames {
        // A number is a name only behind its kind.
        let isNumber = place.name != place.displayName
        #expect(gazetteer.places(named: name, on: day).contains(place) != isNumber, "\(name)")
        #expect(
          gazetteer.places(named: "\(place.kind) \(name)", on: day).contains(place), "\(name)")
      }
    }
  }

  @Test func districtsOfOneNameAreToldApartByTheirProvince() throws {
    let gazetteer = try BuiltIn.gazetteer()
    let day = Day(2013, 1, 1)
    #expect(gazetteer.place(named: "huyện Châu Thành", on: day) == nil)
    #expect(gazetteer.places(named: "huyện Châu Thành", on: day).count > 5)
    let home = try #require(gazetteer.place(named: "Long An", on: day))
    let place = try #require(gazetteer.place(named: "huyện Châu Thành", on: day, in: home))
    #expect(place.provinceCode == "80")
    #expect(gazetteer.area(named: "huyện Châu Thành", on: day) == Area(name: "Châu Thành"))
  }

  @Test func provinceContainsItsDistrictsBeforeItsMergerToo() throws {
    let gazetteer = try BuiltIn.gazetteer()
    let district = try #require(gazetteer.place(named: "Ba Vì"))
    for (name, day) in [("Hà Tây", Day(2006, 1, 1)), ("Hà Nội", Day(2009, 1, 1))] {
      let province = try #require(gazetteer.place(named: name, on: day))
      #expect(gazetteer.contains(province, district), "\(name)")
    }
    let other = try #require(gazetteer.place(named: "Hòa Bình", on: Day(2009, 1, 1)))
    #expect(!gazetteer.contains(other, district))
    let old = try #require(gazetteer.province(of: district, on: Day(2006, 1, 1)))
    #expect(old.name == "Hà Tây")
  }

  @Test(arguments: ["", "Paris", "tỉnh", "12", "Lạng", "Lạng Sơn Cao Bằng", "tỉnh Bắc Hà"])
  func whatIsNoNameIsNotFound(_ name: String) throws {
    #expect(try BuiltIn.gazetteer().place(named: name, on: Day(2013, 1, 1)) == nil)
  }

  @Test func countryHasManyNamesAndNoCode() throws {
    let gazetteer = try BuiltIn.gazetteer()
    for name in ["Việt Nam", "cả nước", "Cả nước", "toàn quốc"] {
      #expect(gazetteer.area(named: name) == Area(name: "Việt Nam"), "\(name)")
    }
    #expect(gazetteer.area(named: "ĐBSCL") == Area(name: "Đồng bằng sông Cửu Long"))
    #expect(gazetteer.area(named: "Lào") == Area(name: "Lào"))
  }

  @Test func gazetteerOfNoTablesKnowsNothing() {
    #expect(Gazetteer().places.isEmpty)
    #expect(Gazetteer().place(named: "Lạng Sơn") == nil)
    #expect(Gazetteer().area(named: "Lạng Sơn") == Area(name: "Lạng Sơn"))
  }
}
