import Observations
import Quantities
import Testing
import Workbook

@Suite(.enabled(if: MadeWorkbook.hasPython, MadeWorkbook.note))
struct SeriesSheetTests {
  private func book(_ records: [Observation]) throws -> MadeWorkbook {
    try MadeWorkbook([Sample.document(records)])
  }

  @Test func whatIsSaidOfAPeriodIsOneRow() throws {
    var growth = try Sample.level("12.5", 0, unit: "%", start: 8)
    growth.measure = .change
    growth.base = .samePeriod
    var ratio = try Sample.level("98.60", 0, unit: "%", start: 9)
    ratio.measure = .ratio
    ratio.base = .plan
    var target = try Sample.level("2.2", 12, start: 10)
    target.status = .plan
    let sheet = try book([try Sample.level("2152.8", start: 7), growth, ratio, target])
      .sheet("series")
    #expect(sheet.rowCount == 2)
    let row = sheet.row(2)
    #expect(row["A"] == "s:trade.retail_sales")
    #expect(row["F"] == "s:2022-11")
    #expect(row["J"] == "s:actual")
    #expect(row["G"] == "n:2152.8")
    #expect(try sheet.format("G2") == "#,##0.0")
    #expect(row["H"] == "s:VND")
    #expect(row["I"] == "n:9")
    #expect(row["K"] == "n:2200")
    #expect(row["M"] == "n:98.6")
    #expect(try sheet.format("M2") == "#,##0.00")
    #expect(row["N"] == "n:12.5")
    #expect(row["W"] == "s:a.html")
    #expect(row["X"]?.contains("#sources!A2") ?? false)
    #expect(sheet.isFrozen)
  }

  @Test func levelsOfOneSeriesHaveOneMultiplier() throws {
    let sheet = try book([
      try Sample.level("2152.8", 9, period: "2022-01"),
      try Sample.level("2.25", 12, period: "2022-02"),
      try Sample.level("2301.55", 9, period: "2022-03"),
      try Sample.level("800", 6, period: "2022-04"),
      try Sample.level("9", 12, period: "2022"),
    ]).sheet("series")
    let rows = (2...6).map { sheet.row($0) }
    // The year is a series of its own.
    #expect(rows.map { $0["F"] } == ["s:2022", "s:2022-01", "s:2022-02", "s:2022-03", "s:2022-04"])
    #expect(rows.map { $0["G"] } == ["n:9", "n:2152.8", "n:2250", "n:2301.55", "n:0.8"])
    #expect(rows.map { $0["I"] } == ["n:12", "n:9", "n:9", "n:9", "n:9"])
  }

  @Test func unitsAreBlocksAndWhatHasNoLevelStandsAmongThem() throws {
    var growth = try Sample.level("3", 0, period: "2022-02", unit: "%")
    growth.measure = .change
    growth.base = .previousPeriod
    let sheet = try book([
      try Sample.level("1", 0, period: "2022-01", unit: "tấn"),
      try Sample.level("7", 0, period: "2022-01", unit: "ha"), growth,
      try Sample.level("2", 0, period: "2022-03", unit: "tấn"),
      try Sample.level("8", 0, period: "2022-04", unit: "ha"),
      try Sample.level("3", 0, period: "2022-05", unit: "tấn"),
    ]).sheet("series")
    let rows = (2...7).map { sheet.row($0) }
    let units = rows.map { $0["H"] }
    let (tonnes, hectares) = ("s:tấn", "s:ha")
    #expect(
      units == [tonnes, nil, tonnes, tonnes, hectares, hectares]
        || units == [hectares, hectares, tonnes, nil, tonnes, tonnes])
    #expect(rows.first { $0["O"] == "n:3" }?["F"] == "s:2022-02")
  }
}

@Suite(.enabled(if: MadeWorkbook.hasPython, MadeWorkbook.note))
struct ChartTests {
  private static let values = ["2152.8", "2160", "2150.25", "2170", "2180", "2190"]

  @Test func sixPeriodsAreALine() throws {
    let book = try MadeWorkbook([Sample.document(try Sample.months(Self.values))])
    #expect(try book.sheets.last == "charts")
    let chart = try #require(book.charts.first)
    #expect(book.charts.count == 1)
    #expect(chart.contains("<c:lineChart>"))
    #expect(chart.contains("<a:t>Tổng mức bán lẻ – Lạng Sơn</a:t>"))
    #expect(chart.contains("<a:t>tỷ VND</a:t>"))
    #expect(chart.contains("<c:cat><c:strRef><c:f>series!$F$2:$F$7</c:f>"))
    #expect(chart.contains("<c:val><c:numRef><c:f>series!$G$2:$G$7</c:f>"))
    #expect(chart.contains("<c:pt idx=\"5\"><c:v>2022-06</c:v>"))
    #expect(chart.contains("<c:pt idx=\"2\"><c:v>2150.25</c:v>"))
  }

  @Test func aGapIsNoZero() throws {
    var records = try Sample.months(Self.values + ["2200"])
    records[3].measure = .change
    records[3].base = .samePeriod
    records[3].unit = "%"
    let chart = try #require(try MadeWorkbook([Sample.document(records)]).charts.first)
    #expect(chart.contains("$G$2:$G$8"))
    // Nothing else is said of blanks: they are gaps.
    #expect(!chart.contains("dispBlanksAs"))
    #expect(!chart.contains("<c:pt idx=\"3\"><c:v>0</c:v>"))
  }

  @Test func missingMonthsAreEmptyCells() throws {
    var records = try Sample.months(Self.values)
    for k in 3..<6 { records[k].period = "2022-0\(k + 3)" }
    let book = try MadeWorkbook([Sample.document(records)])
    let chart = try #require(book.charts.first)
    #expect(chart.contains("$G$2:$G$9"))
    let sheet = try book.sheet("series")
    #expect(sheet.row(5)["F"] == "s:2022-04")
    #expect(sheet.row(5)["G"] == nil)
    #expect(sheet.row(7)["F"] == "s:2022-06")
  }

  @Test func growthWithoutLevelsIsDrawn() throws {
    var records = try Sample.months(["0.2", "0.3", "-0.1", "0.4", "0.1", "0.2"])
    for k in records.indices {
      (records[k].measure, records[k].base) = (.change, .previousPeriod)
      (records[k].unit, records[k].unitMultiplier) = ("%", 0)
    }
    let chart = try #require(try MadeWorkbook([Sample.document(records)]).charts.first)
    #expect(chart.contains("series!$O$2:$O$7"))
    #expect(chart.contains("<c:pt idx=\"2\"><c:v>-0.1</c:v>"))
  }

  @Test func whatIsNoLineIsNotDrawn() throws {
    let few = try Sample.months(Array(Self.values.prefix(5)))
    let unknown = try Sample.months(Self.values, code: "")
    var spans = try Sample.months(Self.values)
    for month in 1...6 { spans[month - 1].period = "2022-0\(month + 1)/2022-12" }
    var places = try Sample.months(Self.values)
    places[0].areaCode = "241"
    for records in [few, unknown, spans, places] {
      let book = try MadeWorkbook([Sample.document(records)])
      #expect(book.charts.isEmpty)
      #expect(try !book.sheets.contains("charts"))
    }
  }

  @Test func aSeriesAcrossTwoSheetsIsNotDrawn() throws {
    let documents = [Sample.document(try Sample.months(Self.values))]
    #expect(try MadeWorkbook(documents, rowLimit: 5).charts.isEmpty)
    #expect(try MadeWorkbook(documents, rowLimit: 7).charts.count == 1)
  }

  @Test func theLongestHundredAreDrawn() throws {
    var records: [Observation] = []
    for number in 0..<103 {
      let values = number < 3 ? Self.values : Self.values + ["1"]
      records += try Sample.months(values, code: "code.\(number)")
    }
    let book = try MadeWorkbook([Sample.document(records)])
    #expect(book.charts.count == 100)
    #expect(book.charts.allSatisfy { $0.contains("<c:ptCount val=\"7\"/>") })
    #expect(try book.sheet("charts").row(1)["A"]?.hasSuffix("(100/103)") ?? false)
  }
}
