import Dataset
import Observations
import Quantities
import RuleLanguage
import Series
import SoLieu
import Testing

struct SeriesTests {
  private func figures(_ reports: [DocumentRecords]) -> [StatedFigure] {
    var identity = SeriesIdentity()
    return reports.flatMap { report in
      report.observations.map {
        StatedFigure(observation: $0, facts: report.facts, series: identity.series(of: $0))
      }
    }
  }

  private func series(_ reports: [DocumentRecords]) throws -> [TimeSeries] {
    let gazetteer = try Gazetteer.standard()
    var builder = SeriesBuilder(prices: try .standard()) { area, day in
      gazetteer.place(named: area, on: day)?.from.map { TimePeriod.day($0).iso } ?? ""
    }
    for figure in figures(reports) { builder.add(figure) }
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
    ])
    #expect(found.map(\.kind).sorted() == [.year, .quarter, .month, .cumulative])
    #expect(found.first?.kind == .month)
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
    let found = try series([
      report("a", ["1"], period: "2012", indicator: "GTSX công nghiệp (giá cố định 1994)"),
      report("b", ["2"], period: "2013", indicator: "GTSX công nghiệp"),
      report("c", ["5"], period: "2014", indicator: "GTSX công nghiệp theo giá so sánh năm 2010"),
    ])
    #expect(
      found.first?.points.map(\.breaks) == [
        [], [], [.prices(from: "constant 1994", to: "constant 2010")],
      ])
  }

  @Test func examplesOfTheTableHoldTheirWords() throws {
    let prices = try PriceBases.standard()
    #expect(prices.basis(in: "Giá trị sản xuất công nghiệp (giá so sánh 2010)") == "constant 2010")
    #expect(prices.basis(in: "GRDP theo giá hiện hành") == "current")
    #expect(prices.basis(in: "giá so sánh 2010 và giá hiện hành").isEmpty)
    #expect(prices.basis(in: "giá vàng").isEmpty)
  }

  @Test func aPartWithTheCodeOfItsWholeIsKeptApart() throws {
    var identity = SeriesIdentity(try IndicatorCatalogue.standard())
    var record = Observation(value: ExactDecimal(1))
    record.indicatorCode = "trade.exports"
    record.unit = "USD"
    for (words, series) in [
      ("Kim ngạch xuất khẩu", "trade.exports"), ("trị giá", "trade.exports"),
      ("Hoa Kỳ", "trade.exports|hoa kỳ"),
    ] {
      record.indicator = words
      #expect(identity.series(of: record) == series)
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
