import Dataset
import Observations
import Quantities
import RuleLanguage
import Series
import SoLieu
import Testing

struct SeriesTests {
  private func series(_ reports: [DocumentRecords]) throws -> [TimeSeries] {
    var identity = SeriesIdentity(try .standard(), try .standard(), try .standard())
    var builder = SeriesBuilder()
    for report in reports {
      for observation in report.observations {
        builder.add(
          StatedFigure(
            observation: observation, facts: report.facts, id: identity.id(of: observation)))
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

  @Test func pricesOfAnotherYearBreakTheSeries() throws {
    let output = "industry.gross_output"
    let found = try series([
      report(
        "a", ["1"], period: "2012", indicator: "GTSX công nghiệp (giá cố định 1994)", code: output),
      report("b", ["2"], period: "2013", indicator: "GTSX công nghiệp", code: output),
      report(
        "c", ["5"], period: "2014", indicator: "GTSX công nghiệp theo giá so sánh năm 2010",
        code: output),
    ])
    #expect(
      found.first?.points.map(\.breaks) == [
        [], [], [.prices(from: "constant 1994", to: "constant 2010")],
      ])
  }

  @Test func amountsInPricesOfTwoYearsInOnePeriodAreTwoSeries() throws {
    let found = try series([
      report("a", ["24816"], period: "2014", indicator: "GRDP (giá so sánh 2010)"),
      report("a", ["32750"], period: "2014", indicator: "GRDP theo giá hiện hành"),
    ])
    #expect(Set(found.map(\.prices)) == ["constant 2010", "current"])
    #expect(found.allSatisfy { $0.points.count == 1 })
  }

  @Test func anIndicatorThatIsCalledSomethingElseBreaksTheSeries() throws {
    let found = try series([
      report(
        "a", ["1"], period: "2021", indicator: "Tổng sản phẩm trên địa bàn", code: "growth.grdp"),
      report("b", ["2"], period: "2022", indicator: "GRDP", code: "growth.grdp"),
      report("c", ["3"], period: "2023", indicator: "GRDP toàn tỉnh", code: "growth.grdp"),
    ])
    #expect(
      found.first?.points.map(\.breaks) == [
        [], [.name(from: "Tổng sản phẩm trên địa bàn", to: "GRDP")], [],
      ])
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
    var identity = SeriesIdentity(try .standard(), try .standard(), try .standard())
    var record = Observation(value: ExactDecimal(1))
    record.indicatorCode = "trade.exports"
    record.unit = "USD"
    for (words, series) in [
      ("Kim ngạch xuất khẩu", "trade.exports"), ("trị giá", "trade.exports"),
      ("Hoa Kỳ", "trade.exports|hoa kỳ"),
    ] {
      record.indicator = words
      #expect(identity.id(of: record).series == series)
    }
  }

  @Test func wordsNeedNoMarks() throws {
    let place = try Place()
    let store = try DatasetStore(writing: place.path("a.db"))
    for records in try [
      report("a", ["1"]), report("b", ["2"], indicator: "Số công trình", code: ""),
      report("c", ["3"], indicator: "số công trình", code: ""),
      report("d", ["4"], indicator: "Số công trình kiên cố", code: "", area: "Hà Nội"),
    ] {
      try store.replace(records, identity: SeriesIdentity(), content: "", reading: "")
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
