import Dataset
import Observations
import Quantities
import RuleLanguage
import Series
import SoLieu
import Testing

struct SeriesTests {
  /// The series of a report's records, by what they are of.
  func subjects(_ records: [Observation], issuer: String = "") throws -> [String] {
    var identity = SeriesIdentity(try .standard(), try .standard(), try .standard())
    var facts = DocumentFacts()
    facts.issuer = issuer
    return identity.ids(of: DocumentRecords(document: "", facts: facts, observations: records))
      .map(\.series)
  }

  func record(
    _ indicator: String, _ code: String, _ value: String = "1", _ unit: String = "USD",
    parent: String = "", measure: Measure = .level
  ) throws -> Observation {
    var record = Observation(value: try #require(ExactDecimal(value)))
    record.indicator = indicator
    record.indicatorCode = code
    record.parent = parent
    record.unit = unit
    record.measure = measure
    record.period = "2022-11"
    return record
  }

  func series(_ reports: [DocumentRecords]) throws -> [TimeSeries] {
    var identity = SeriesIdentity(try .standard(), try .standard(), try .standard())
    var builder = SeriesBuilder(units: identity.vocabulary.units, try .standard())
    for report in reports {
      for (observation, id) in zip(report.observations, identity.ids(of: report)) {
        builder.add(StatedFigure(observation: observation, facts: report.facts, id: id))
      }
    }
    return builder.series()
  }

  @Test func amountsAreBroughtToOneMultiplier() throws {
    let found = try series([
      report("a", ["2152.8"], period: "2022-01"), report("b", ["2.5"], period: "2022-02"),
      report("c", ["1980500"], period: "2022-03", multiplier: 6),
    ])
    #expect(found.count == 1)
    let one = try #require(found.first)
    #expect(one.unitMultiplier == 9)
    #expect(one.points.map(\.value.description) == ["2152.8", "2.5", "1980.500"])
  }

  @Test func theLatestOfTheBestStatusCountsAndTheOthersAreKept() throws {
    let found = try series([
      report("t11", ["100"], status: .estimate, date: "2022-11-28"),
      report("t12", ["103"], date: "2022-12-28"), report("t1", ["102"], date: "2023-01-28"),
      report("t2", ["90"], status: .estimate, date: "2023-02-28"),
    ])
    let point = try #require(found.first?.points.first)
    #expect(point.statements.map(\.observation.text) == ["102", "103", "90", "100"])
    #expect(point.value.description == "102")
  }

  @Test func kindsOfPeriodsAndUnitsAreSeriesOfTheirOwn() throws {
    let found = try series([
      report("a", ["1"], period: "2022-01"), report("a", ["2"], period: "2022-02"),
      report("a", ["3"], period: "2022-01/2022-02"), report("a", ["4"], period: "2022"),
      report("a", ["5"], period: "2022-Q1"), report("a", ["6"], period: "2022-02/2022-03"),
      report("a", ["7"], period: "2021-02/2021-03"), report("a", ["8"], period: "2022-03/2022-05"),
    ])
    #expect(
      found.map(\.kind).sorted() == [.year, .quarter, .month, .cumulative, .span, .span])
    #expect(found.contains { $0.points.map(\.period) == ["2021-02/2021-03", "2022-02/2022-03"] })
  }

  @Test func aMergerOfProvincesBreaksTheSeries() throws {
    let found = try series([
      report("a", ["1"], period: "2025-05", area: "Tuyên Quang"),
      report("b", ["2"], period: "2025-06", area: "Tuyên Quang"),
      report("c", ["5"], period: "2025-07", area: "Tuyên Quang"),
    ])
    #expect(found.first?.points.map(\.breaks) == [[], [], [.area(since: "2025-07-01")]])
  }

  @Test func anIndicatorThatIsCalledSomethingElseBreaksTheSeries() throws {
    func breaks(_ code: String, _ names: [String], _ unit: String = "VND") throws -> [Bool] {
      let reports = try names.enumerated().map { k, name in
        var report = try report(
          "\(k)", ["\(k)"], period: "\(2020 + k)", indicator: name, code: code)
        report.observations[0].unit = unit
        return report
      }
      let found = try #require(try series(reports).first)
      return found.points.map { point in
        point.breaks.contains { if case .name = $0 { true } else { false } }
      }
    }
    #expect(
      try breaks("growth.grdp", ["Tổng sản phẩm trên địa bàn", "GRDP", "GRDP toàn tỉnh"])
        == [false, false, false])
    #expect(
      try breaks("prices.cpi", ["CPI", "Chỉ số giá tiêu dùng", "Giá tiêu dùng"], "%")
        == [false, false, false])
    #expect(
      try breaks(
        "trade.retail_services",
        [
          "Tổng mức lưu chuyển hàng hóa xã hội",
          "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng",
          "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ",
        ]) == [false, true, false])
  }

  @Test func districtsOfOneNameAreToldByTheirCodes() throws {
    var first = try report("a", ["1"], period: "2021", area: "Châu Thành")
    first.observations[0].areaCode = "821"
    var second = try report("b", ["9"], period: "2022", area: "Châu Thành")
    second.observations[0].areaCode = "808"
    #expect(try series([first, second]).count == 2)
  }

  @Test func whatOneReportStatesTwiceDifferentlyIsKept() throws {
    let found = try series([report("a", ["38400", "43350", "38400"])])
    #expect(found.first?.points.first?.statements.map(\.observation.text) == ["38400", "43350"])
  }

  @Test func examplesOfTheTableHoldTheirWords() throws {
    let prices = try PriceBases.standard()
    #expect(prices.basis(in: "Giá trị sản xuất công nghiệp (giá so sánh 2010)") == "constant 2010")
    #expect(prices.basis(in: "GRDP theo giá hiện hành") == "current")
    #expect(prices.basis(in: "giá so sánh 2010 và giá hiện hành").isEmpty)
    #expect(prices.basis(in: "giá vàng").isEmpty)
  }

  @Test func aPartWithTheCodeOfItsWholeIsKeptApart() throws {
    for (words, series) in [
      ("Kim ngạch xuất khẩu", "trade.exports"), ("trị giá", "trade.exports"),
      ("Hoa Kỳ", "trade.exports|hoa kỳ"),
    ] {
      #expect(try subjects([record(words, "trade.exports")]) == [series])
    }
    #expect(
      try subjects([
        record("Ngô gieo trồng", "agriculture.maize.area", "1862", "ha"),
        record("ngô lai", "agriculture.maize.area", "1540", "ha", parent: "Ngô gieo trồng"),
      ]) == ["agriculture.maize.area", "agriculture.maize.area|ngô lai"])
  }

  @Test func whatRestrictsAFigureMakesASeriesOfItsOwn() throws {
    let retail = "trade.retail_services"
    for (words, code, parent, series) in [
      ("Trị giá xuất khẩu sang Hoa Kỳ", "trade.exports", "", "trade.exports|hoa kỳ"),
      ("trị giá", "trade.exports", "Xuất khẩu sang Trung Quốc", "trade.exports|trung quốc"),
      ("khu vực ĐTNN xuất siêu kể cả dầu thô", "trade.surplus", "", "trade.surplus|fdi|with_oil"),
      ("Nhập khẩu nông, lâm, thủy sản", "trade.imports", "", "trade.imports|agro"),
      ("Xuất khẩu nông, lâm, thủy sản", "trade.exports", "", "trade.exports.agro"),
      (
        "Số dự án cấp mới", "investment.projects.new", "Hàn Quốc",
        "investment.projects.new|hàn quốc"
      ),
      (
        "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ loại trừ yếu tố giá",
        retail, "", "\(retail)|real"
      ), ("KIM NGẠCH XUẤT KHẨU", "trade.exports", "", "trade.exports"),
      ("Kim ngạch xuất khẩu của tỉnh ước", "trade.exports", "", "trade.exports"),
    ] {
      let unit = code == "investment.projects.new" ? "dự án" : code == retail ? "VND" : "USD"
      let record = try record(words, code, "1", unit, parent: parent)
      #expect(try subjects([record]) == [series], "\(words)")
    }
  }

  @Test func aMinistrySpeaksOfItsOwnField() throws {
    let records = [
      try record("Nhập khẩu", "trade.imports"), try record("xuất khẩu", "trade.exports"),
    ]
    #expect(try subjects(records) == ["trade.imports", "trade.exports"])
    #expect(try subjects(records, issuer: "BỘ CÔNG THƯƠNG") == ["trade.imports", "trade.exports"])
    #expect(
      try subjects(records, issuer: "BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN")
        == ["trade.imports|agro", "trade.exports.agro"])
    #expect(
      try subjects(records, issuer: "BỘ KẾ HOẠCH VÀ ĐẦU TƯ - CỤC ĐẦU TƯ NƯỚC NGOÀI")
        == ["trade.imports.fdi", "trade.exports.fdi"])
    let staff = [try record("giải ngân", "investment.public.disbursed", "5", "VND")]
    #expect(
      try subjects(staff, issuer: "UBND TỈNH BÌNH DƯƠNG - SỞ TÀI CHÍNH")
        == ["investment.public.disbursed"])
    #expect(try subjects(staff, issuer: "BỘ Y TẾ") == ["investment.public.disbursed|bộ y tế"])
  }

  @Test func labelsOfOneCodeThatDifferInOneReportAreTwoSeries() throws {
    func records(_ second: String) throws -> [Observation] {
      [
        try record("đàn dê", "livestock.goats.herd", "137200", "con"),
        try record("đàn cừu", "livestock.goats.herd", second, "con"),
      ]
    }
    #expect(
      try subjects(records("151900")) == ["livestock.goats.herd", "livestock.goats.herd|đàn cừu"])
    #expect(try Set(subjects(records("137000"))).count == 1, "the same figure, rounded")
  }

  @Test func growthInValueAndInQuantityAreTwoSeries() throws {
    let rice = "trade.exports.rice"
    let records = [
      try record("Gạo xuất khẩu", rice, "1.43", "tấn"),
      try record("Gạo xuất khẩu", rice, "-3.5", "%", measure: .change),
      try record("trị giá", rice, "593", "USD", parent: "Gạo xuất khẩu"),
      try record("trị giá", rice, "-20.1", "%", parent: "Gạo xuất khẩu", measure: .change),
    ]
    #expect(try subjects(records) == [rice, "\(rice)|quantity", rice, "\(rice)|value"])
    var table = WideTable(
      identity: SeriesIdentity(try .standard(), try .standard(), try .standard()))
    table.add(
      DocumentRecords(
        document: "",
        observations: records.map {
          var record = $0
          if record.measure == .change { record.base = .samePeriod }
          return record
        }))
    let growth = table.sortedRows().map { ($0.level?.unit, $0.growth[.samePeriod]?.description) }
    #expect(growth.contains { $0 == ("tấn", "-3.5") } && growth.contains { $0 == ("USD", "-20.1") })
  }

  @Test func unitsThatMeanTheSameAreBroughtTogether() throws {
    func visitors(_ document: String, _ value: String, _ unit: String, _ period: String) throws
      -> DocumentRecords
    {
      var report = try report(
        document, [value], period: period, indicator: "Sản lượng thủy sản",
        code: "fishery.production", multiplier: 0)
      report.observations[0].unit = unit
      return report
    }
    let found = try series([
      visitors("a", "25", "tấn", "2022-01"), visitors("b", "5500", "kg", "2022-02"),
      visitors("c", "31.5", "tấn", "2022-03"),
    ])
    #expect(found.map(\.unit) == ["tấn"])
    #expect(found.first?.points.map(\.value.description) == ["25", "5.500", "31.5"])
    let visits = try series([
      visitors("a", "5", "lượt khách", "2022-01"), visitors("b", "6", "lượt", "2022-02"),
      visitors("c", "7", "lượt người", "2022-03"),
    ])
    #expect(visits.map(\.points.count) == [3])
  }

  @Test func districtsWithoutACodeAreToldByTheirProvinces() throws {
    func report(_ name: String, area: String, issuer: String) throws -> DocumentRecords {
      var report = try DatasetTests.report(name, ["1"], period: "20\(name)", area: "Châu Thành")
      report.facts.area = area
      report.facts.issuer = issuer
      return report
    }
    #expect(
      try series([
        report("21", area: "Tây Ninh", issuer: ""), report("22", area: "Bến Tre", issuer: ""),
        report("23", area: "Châu Thành", issuer: "UBND TỈNH TÂY NINH - UBND HUYỆN CHÂU THÀNH"),
      ]).map(\.points.count) == [2, 1])
  }

  @Test func examplesOfTheTablesHold() throws {
    let vocabulary = try SeriesVocabulary.standard()
    #expect(vocabulary.scopes.wrongExamples().map(\.description) == [])
    #expect(vocabulary.units.wrongExamples().map(\.description) == [])
  }

  @Test func wordsNeedNoMarks() throws {
    let place = try Place()
    let store = try DatasetStore(writing: place.path("a.db"))
    for records in try [
      report("a", ["1"]), report("b", ["2"], indicator: "Số công trình", code: ""),
      report("c", ["3"], indicator: "số công trình", code: ""),
      report("d", ["4"], indicator: "Số công trình kiên cố", code: "", area: "Hà Nội"),
    ] {
      try put(records, into: store)
    }
    var query = SeriesQuery()
    let found = try store.subjects(named: "so cong trinh", codes: [], query)
    #expect(found.map(\.name) == ["Số công trình", "Số công trình kiên cố"])
    let first = try #require(found.first)
    #expect(try store.statements(of: first, query).map(\.observation.text) == ["2", "3"])
    #expect(
      try store.subjects(named: "sô\u{301} công tri\u{300}nh", codes: [], query).count == 2,
      "marks may be apart from their letters")
    #expect(
      try store.subjects(named: "ban le", codes: ["trade.retail"], query).map(\.code)
        == ["trade.retail"])
    query.area = "ha noi"
    let last = try #require(found.last)
    #expect(try store.statements(of: last, query).count == 1)
    query.area = "Hà Nam"
    #expect(try store.statements(of: last, query).isEmpty)
    query.area = ""
    query.from = TimePeriod(iso: "2022-12")
    #expect(try store.statements(of: last, query).isEmpty)
    query.from = TimePeriod(iso: "2022-Q4")
    query.to = TimePeriod(iso: "2022")
    #expect(try store.statements(of: last, query).count == 1)
  }
}
