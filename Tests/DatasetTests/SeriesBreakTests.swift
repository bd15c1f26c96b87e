import Dataset
import Observations
import Quantities
import Series
import SoLieu
import Testing

/// What may not be compared.
extension SeriesTests {
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
        [], [.prices(from: "constant 1994", to: "")], [.prices(from: "", to: "constant 2010")],
      ])
  }

  @Test func anAmountWithoutABasisIsComparedWithNone() throws {
    let constant = "GRDP theo giá so sánh 2010"
    let apart = try series([
      report("a", ["5680"], period: "2023", indicator: constant, code: "growth.grdp"),
      report("b", ["11480"], period: "2023", indicator: "GRDP", code: "growth.grdp"),
      report("c", ["5700"], period: "2022", indicator: constant, code: "growth.grdp"),
    ])
    #expect(apart.map(\.prices) == ["constant 2010", ""])
    #expect(apart.map(\.points.count) == [2, 1])
    let same = try series([
      report("a", ["5680"], period: "2023", indicator: constant, code: "growth.grdp"),
      report("b", ["5.68"], period: "2023", indicator: "GRDP", code: "growth.grdp", multiplier: 12),
    ])
    #expect(same.map(\.points.count) == [1])
    #expect(same.first?.points.first?.statements.count == 2)
  }

  @Test func aRestatedPastIsOfTheAreaOfItsReport() throws {
    let found = try series([
      report("a", ["15"], period: "2024-05", date: "2024-05-29", area: "Phú Thọ"),
      report("b", ["16"], period: "2025-05", date: "2025-05-29", area: "Phú Thọ"),
      report("c", ["40", "44"], period: "2024-05", date: "2025-08-29", area: "Phú Thọ"),
      report("d", ["45"], period: "2025-08", date: "2025-08-29", area: "Phú Thọ"),
    ])
    #expect(
      Set(found.map { $0.points.map(\.value.description) }) == [["15", "16"], ["40", "45"]])
    #expect(found.allSatisfy { $0.points.allSatisfy(\.breaks.isEmpty) })
    #expect(found.contains { $0.areaSince == "2025-07-01" })
    // Where no period has both, the area changes within the series.
    let one = try series([
      report("a", ["15"], period: "2023-05", date: "2023-05-29", area: "Phú Thọ"),
      report("b", ["40"], period: "2024-05", date: "2025-08-29", area: "Phú Thọ"),
      report("c", ["16"], period: "2025-05", date: "2025-05-29", area: "Phú Thọ"),
    ])
    #expect(
      one.first?.points.map(\.breaks) == [
        [], [.area(since: "2025-07-01")], [.formerArea(until: "2025-07-01")],
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

  /// The prices of the numbers in `⟦⟧`.
  private func prices(_ marked: String, indicator: String = "GRDP") throws -> [String] {
    var sentence = ""
    var records: [Observation] = []
    for (k, part) in marked.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
      let ends = part.split(separator: "⟧", omittingEmptySubsequences: false)
      if k > 0, let text = ends.first {
        var record = try record(indicator, "growth.grdp", "\(k)", "VND")
        record.text = String(text)
        record.start = 1000 + sentence.unicodeScalars.count
        record.end = record.start + text.unicodeScalars.count
        records.append(record)
      }
      sentence += ends.joined()
    }
    for k in records.indices { records[k].sentence = sentence }
    var identity = SeriesIdentity(try .standard(), try .standard(), try .standard())
    return identity.ids(of: DocumentRecords(document: "", observations: records)).map(\.prices)
  }

  @Test func ofTwoBasesInOneSentenceEachNumberHasItsOwn() throws {
    for (sentence, expected) in [
      (
        "GRDP theo giá so sánh 2010 đạt ⟦6.120 tỷ đồng⟧, tăng ⟦5,9%⟧; theo giá hiện hành đạt ⟦11.480 tỷ đồng⟧",
        ["constant 2010", "constant 2010", "current"]
      ),
      (
        "GRDP đạt ⟦6.120 tỷ đồng⟧ (theo giá so sánh 2010) và ⟦11.480 tỷ đồng⟧ theo giá hiện hành",
        ["constant 2010", "current"]
      ),
      (
        "GRDP (giá so sánh năm 2010) đạt ⟦6.120 tỷ đồng⟧ (giá hiện hành ⟦11.480 tỷ đồng⟧)",
        ["constant 2010", "current"]
      ),
      (
        "GRDP đạt ⟦6.120 tỷ đồng⟧, tăng ⟦5,9%⟧ (giá so sánh 2010)",
        ["constant 2010", "constant 2010"]
      ),
      ("GRDP đạt ⟦6.120 tỷ đồng⟧; theo giá hiện hành đạt ⟦11.480 tỷ đồng⟧", ["", "current"]),
    ] {
      #expect(try prices(sentence) == expected, "\(sentence)")
    }
    #expect(
      try prices("Theo giá so sánh đạt ⟦5 tỷ đồng⟧", indicator: "GRDP theo giá hiện hành")
        == ["current"])
  }

  @Test func aFigureOfTheCountryIsNotTheProvinces() throws {
    func records(_ parts: [(before: String, number: String)], _ indicators: [String]) throws
      -> [Observation]
    {
      let sentence = parts.map { $0.before + $0.number }.joined()
      var start = 0
      return try zip(parts, indicators).map { part, indicator in
        var record = try record(indicator, "trade.exports", "\(indicator.count)")
        (record.area, record.areaCode) = ("Lạng Sơn", "20")
        record.sentence = sentence
        record.text = part.number
        start += part.before.unicodeScalars.count
        record.start = start
        start += part.number.unicodeScalars.count
        record.end = start
        return record
      }
    }
    let nation = "trade.exports|nationwide"
    #expect(
      try subjects(
        records(
          [
            ("Kim ngạch xuất khẩu cả nước đạt ", "24,8 tỷ USD"),
            ("; kim ngạch xuất khẩu của tỉnh đạt ", "190 triệu USD"),
          ],
          ["Kim ngạch xuất khẩu", "kim ngạch xuất khẩu của tỉnh"])) == [nation, "trade.exports"])
    #expect(
      try subjects(records([("Cả nước xuất khẩu ", "24,8 tỷ USD")], ["xuất khẩu"])) == [nation])
    #expect(
      try subjects(
        records([("Xuất khẩu thấp hơn mức của cả nước, đạt ", "190 triệu USD")], ["Xuất khẩu"]))
        == ["trade.exports"])
  }

  @Test func missingPeriodsAreGaps() throws {
    let found = try series([
      report("a", ["1"], period: "2024-01"), report("b", ["2"], period: "2024-02"),
      report("c", ["7"], period: "2024-07"), report("d", ["8"], period: "2024-08"),
    ])
    func written(_ format: SeriesFormat) throws -> String {
      String(
        decoding: try bytes(
          of: found, as: format, revisions: false, width: 80, units: SeriesUnits()),
        as: UTF8.self)
    }
    #expect(try written(.table).contains("·· 2024-03 to 2024-06 missing\n2024-07"))
    let lines = try written(.svg).split(separator: "\n").filter { $0.hasPrefix("<polyline") }
    #expect(lines.count == 2)
    let places = try written(.svg).split(separator: "<circle cx=\"").dropFirst().compactMap {
      $0.split(separator: "\"").first.flatMap { Double($0) }
    }
    try #require(places.count == 4)
    #expect(abs((places[2] - places[1]) / (places[1] - places[0]) - 5) < 0.1)
  }

  @Test func outputsSayOfWhichSeriesAndInWhatPricesAFigureIs() throws {
    let found = try series([
      report(
        "a", ["5"], period: "2023", indicator: "GRDP theo giá so sánh 2010", code: "growth.grdp")
    ])
    func written(_ format: SeriesFormat) throws -> String {
      String(
        decoding: try bytes(
          of: found, as: format, revisions: false, width: 80, units: SeriesUnits()),
        as: UTF8.self)
    }
    #expect(try written(.csv).contains("prices,area_since,series,break"))
    #expect(try written(.csv).contains(",growth.grdp,"))
    #expect(try written(.csv).contains(",constant 2010,"))
    #expect(try written(.json).contains(#""series":"growth.grdp""#))
    #expect(try written(.json).contains(#""prices":"constant 2010""#))
  }
}
