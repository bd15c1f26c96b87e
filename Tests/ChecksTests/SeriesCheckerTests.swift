import Checks
import Observations
import Quantities
import Testing

/// What is found across reports, and beside it what must be let be.
struct SeriesCheckerTests {
  /// A level as a report states it.
  private func level(
    _ value: String, _ period: String, in report: String, unit: String = "tấn", power: Int = 0,
    status: Status = .actual, start: Int = 0, indicator: String = "sản lượng thủy sản",
    unitPower: Int = 0, seriesUnit: String? = nil
  ) throws -> SeriesStatement {
    var record = Observation(value: try #require(ExactDecimal(value)))
    record.document = report
    record.indicator = indicator
    record.unit = unit
    record.unitMultiplier = power
    record.period = period
    record.status = status
    record.text = "\(value) \(unit)"
    record.start = start
    record.sentence = "\(report) \(period)"
    return SeriesStatement(record, day: "\(report)-28", unit: seriesUnit, unitPower: unitPower)
  }

  private func comparison(
    _ value: String, _ period: String, in report: String, _ measure: Measure = .change,
    _ base: Base = .samePeriod, unit: String = "%", indicator: String = "sản lượng thủy sản",
    isOfMoney: Bool? = nil
  ) throws -> SeriesStatement {
    var statement = try level(
      value, period, in: report, unit: unit, start: 50, indicator: indicator)
    statement.record.measure = measure
    statement.record.base = base
    statement.isOfMoney = isOfMoney
    return statement
  }

  private func codes(_ statements: [SeriesStatement], prices: String = "") throws -> [String] {
    try findings(statements, prices: prices).map(\.code)
  }

  private func findings(
    _ statements: [SeriesStatement], prices: String = ""
  ) throws -> [Finding] {
    SeriesChecker(try BuiltIn.checker()).findings(in: statements, prices: prices)
  }

  // MARK: Growth against the level of the year before

  @Test(arguments: [
    ("5.0", "1264", []), ("5.2", "1264", ["growth_not_year_before"]),
    // As printed 5,0% may be from 4,95%, and 1.264 from 1.264,4.
    ("5.0", "1265", []), ("-5.0", "1144", []), ("-5.0", "1264", ["growth_not_year_before"]),
  ])
  func growthLeadsBackToTheYearBefore(growth: String, now: String, codes: [String]) throws {
    let statements = try [
      level("1204", "2021-05", in: "2021-05"), level(now, "2022-05", in: "2022-05"),
      comparison(growth, "2022-05", in: "2022-05"),
    ]
    #expect(try self.codes(statements) == codes)
  }

  @Test func oneFittingVintageIsEnough() throws {
    func statements(_ revised: String) throws -> [SeriesStatement] {
      try [
        level("1214", "2021-05", in: "2021-05"), level(revised, "2021-05", in: "2021-06"),
        level("1264", "2022-05", in: "2022-05"), comparison("5.0", "2022-05", in: "2022-05"),
      ]
    }
    #expect(try codes(statements("1204")) == [])
    #expect(try codes(statements("1210")) == ["growth_not_year_before"])
  }

  @Test func growthFromAnEstimateIsOfWhatItWasCorrectedTo() throws {
    func statements(_ growth: String) throws -> [SeriesStatement] {
      try [
        level("1204", "2021-05", in: "2021-05", status: .estimate),
        level("1193", "2022-05", in: "2022-05"), comparison(growth, "2022-05", in: "2022-05"),
      ]
    }
    #expect(try codes(statements("-3.0")) == [])
    #expect(try codes(statements("0.5")) == ["base_revised"])
  }

  @Test func growthAgainstTheMonthBeforeAndRatiosAreChecked() throws {
    let month = try [
      level("1200", "2022-04", in: "2022-04"), level("1260", "2022-05", in: "2022-05"),
      comparison("15.0", "2022-05", in: "2022-05", .change, .previousPeriod),
    ]
    #expect(try codes(month) == ["growth_not_year_before"])
    let ratio = try [
      level("1200", "2021", in: "2021-12"), level("1260", "2022", in: "2022-12"),
      comparison("115.0", "2022", in: "2022-12", .ratio),
    ]
    #expect(try codes(ratio) == ["growth_not_year_before"])
  }

  @Test func amountsByWhichItRoseAreCheckedInTheirUnit() throws {
    func statements(_ change: String) throws -> [SeriesStatement] {
      try [
        level("1204", "2021-05", in: "2021-05", unit: "người"),
        level("1264", "2022-05", in: "2022-05", unit: "người"),
        comparison(change, "2022-05", in: "2022-05", unit: "người"),
      ]
    }
    #expect(try codes(statements("60")) == [])
    #expect(try codes(statements("61")) == ["growth_not_year_before"])
  }

  @Test func growthOfQuantityIsNotThatOfMoney() throws {
    func statements(_ isOfMoney: Bool) throws -> [SeriesStatement] {
      try [
        level("1204", "2021-05", in: "2021-05", unit: "USD", power: 6),
        level("1260", "2022-05", in: "2022-05", unit: "USD", power: 6),
        comparison("-3.0", "2022-05", in: "2022-05", isOfMoney: isOfMoney),
      ]
    }
    #expect(try codes(statements(false)) == [])
    #expect(try codes(statements(true)) == ["growth_not_year_before"])
  }

  @Test func growthInConstantPricesIsNotThatOfAmountsInOthers() throws {
    func statements(_ indicator: String) throws -> [SeriesStatement] {
      try [
        level("96.8", "2021", in: "2021-12", unit: "VND", power: 12, indicator: indicator),
        level("112.4", "2022", in: "2022-12", unit: "VND", power: 12, indicator: indicator),
        comparison("7.1", "2022", in: "2022-12", indicator: indicator),
      ]
    }
    #expect(try codes(statements("GRDP của tỉnh")) == [])
    #expect(try codes(statements("GRDP của tỉnh"), prices: "constant 2010") != [])
    #expect(try codes(statements("thu ngân sách")) == ["growth_not_year_before"])
  }

  // MARK: Months and cumulatives

  @Test func monthIsTheDifferenceOfCumulatives() throws {
    func statements(
      _ month: String, before: Status = .actual, now: Status = .actual
    ) throws -> [SeriesStatement] {
      try [
        level("4210", "2022-01/2022-04", in: "2022-04", status: before),
        level(month, "2022-05", in: "2022-05", status: now),
        level("5470", "2022-01/2022-05", in: "2022-05"),
      ]
    }
    #expect(try codes(statements("1260")) == [])
    #expect(try codes(statements("1261")) == [])
    #expect(try codes(statements("1270")) == ["month_not_cumulatives"])
    #expect(try codes(statements("1270", now: .estimate)) == ["month_not_cumulatives"])
    // An estimate is corrected by the next report.
    #expect(try codes(statements("1270", before: .estimate)) == [])
  }

  @Test func cumulativeOfAnEstimatedMonthIsAnEstimate() throws {
    let statements = try [
      level("1100", "2022-04", in: "2022-04", status: .estimate),
      level("4210", "2022-01/2022-04", in: "2022-04"), level("1270", "2022-05", in: "2022-05"),
      level("5470", "2022-01/2022-05", in: "2022-05"),
    ]
    #expect(try codes(statements) == [])
  }

  @Test func quarterIsTheDifferenceOfCumulatives() throws {
    let statements = try [
      level("3150", "2022-Q1", in: "2022-03"), level("3900", "2022-Q2", in: "2022-06"),
      level("6950", "2022-01/2022-06", in: "2022-06"),
    ]
    #expect(try codes(statements) == ["month_not_cumulatives"])
  }

  @Test func averagesAndStocksDoNotAddUp() throws {
    let price = try [
      level("42000", "2022-01/2022-04", in: "2022-04", unit: "VND/kg"),
      level("43000", "2022-05", in: "2022-05", unit: "VND/kg"),
      level("44000", "2022-01/2022-05", in: "2022-05", unit: "VND/kg"),
    ]
    #expect(try codes(price) == [])
    let stock = try [
      level("4210", "../2022-03", in: "2022-03"),
      level("4210", "2022-01/2022-04", in: "2022-04"), level("1300", "2022-05", in: "2022-05"),
      level("4150", "2022-01/2022-05", in: "2022-05"),
    ]
    #expect(try codes(stock) == [])
  }

  @Test func cumulativesDoNotFallButBalancesMay() throws {
    func statements(_ now: String, _ indicator: String) throws -> [SeriesStatement] {
      try [
        level(
          "4210", "2022-01/2022-04", in: "2022-04", status: .estimate, indicator: indicator),
        level(now, "2022-01/2022-05", in: "2022-05", indicator: indicator),
      ]
    }
    #expect(try codes(statements("4100", "sản lượng thủy sản")) == ["cumulative_falls"])
    #expect(try codes(statements("4300", "sản lượng thủy sản")) == [])
    #expect(try codes(statements("4100", "nhập siêu")) == [])
  }

  // MARK: Plans and estimates

  @Test func planOfAYearIsOneThroughItsReports() throws {
    func statements(_ ratio: String) throws -> [SeriesStatement] {
      try [
        level("412.5", "2022-01/2022-04", in: "2022-04", unit: "VND", power: 9),
        comparison("41.3", "2022-01/2022-04", in: "2022-04", .ratio, .plan),
        level("530.2", "2022-01/2022-05", in: "2022-05", unit: "VND", power: 9),
        comparison(ratio, "2022-01/2022-05", in: "2022-05", .ratio, .plan),
      ]
    }
    #expect(try codes(statements("53.0")) == [])
    let finding = try #require(try findings(statements("44.2")).first)
    #expect(finding.code == "plan_changed")
    #expect(finding.severity == .note)
    #expect(finding.numbers.map(\.role) == ["plan", "plan_before"])
    var told = try [level("1200", "2022", in: "2022-01", unit: "VND", power: 9, status: .plan)]
    // A goal for what is left of the year is no plan.
    #expect(try codes(told + statements("53.0")) == [])
    told[0].record.sentence = "Dự toán năm 2022 là 1.200 tỷ đồng."
    #expect(try codes(told + statements("53.0")) == ["plan_changed"])
    // The plan that another report had told is no new one.
    #expect(try codes(told + statements("44.2").suffix(2)) == [])
  }

  @Test func estimateIsHeldAgainstWhatWas() throws {
    func statements(_ actual: String) throws -> [SeriesStatement] {
      try [
        level("1215", "2021-05", in: "2021-05", status: .estimate),
        level(actual, "2021-05", in: "2022-05"),
      ]
    }
    #expect(try codes(statements("1203")) == ["estimate_revised"])
    #expect(try codes(statements("1215.3")) == [])
    // What was stated before is not corrected by an estimate.
    let earlier = try [
      level("1203", "2021-05", in: "2021-06"),
      level("1215", "2021-05", in: "2021-07", status: .estimate),
    ]
    #expect(try codes(earlier) == [])
  }

  // MARK: Units

  private func months(
    _ values: [String], last: SeriesStatement
  ) throws -> [SeriesStatement] {
    try values.enumerated().map { k, value in
      let month = "2022-0\(k + 1)"
      return try level(value, month, in: month)
    } + [last]
  }

  @Test func slipOfTheUnitIsToldFromAJump() throws {
    let usual = ["1204", "1263", "1188", "1220"]
    let slipped = try level(
      "1241", "2022-05", in: "2022-05", unit: "tạ", unitPower: -1, seriesUnit: "tấn")
    let finding = try #require(try findings(months(usual, last: slipped)).first)
    #expect(finding.code == "unit_slip")
    #expect(finding.severity == .error)
    #expect(finding.numbers.map(\.role) == ["expected", "others"])
    // Scaled it lies outside of the others.
    let other = try level(
      "1400", "2022-05", in: "2022-05", unit: "tạ", unitPower: -1, seriesUnit: "tấn")
    #expect(try codes(months(usual, last: other)) == [])
    // The others differ as much among themselves.
    #expect(try codes(months(["1204", "110", "630", "1300"], last: slipped)) == [])
    // Two others tell no range.
    #expect(try codes(months(["1204", "1263"], last: slipped)) == [])
  }

  @Test func statedGrowthTellsASlipFromAJump() throws {
    let usual = ["1204", "1263", "1188", "1220"]
    let jump = try level("12410", "2022-05", in: "2022-05")
    func statements(_ growth: String) throws -> [SeriesStatement] {
      try months(usual, last: jump) + [
        comparison(growth, "2022-05", in: "2022-05", .change, .previousPeriod)
      ]
    }
    #expect(try codes(statements("917.2")) == [])
    #expect(try codes(statements("1.7")) == ["unit_slip"])
    // Nothing tells; a report that says the same speaks for it, one that says it in another unit against it.
    #expect(try codes(months(usual, last: jump)) == [])
    let other = try level("1241", "2022-05", in: "2022-06")
    #expect(try codes(months(usual, last: jump) + [other]) == ["unit_slip"])
    let again = try level("12410", "2022-05", in: "2022-06")
    #expect(try codes(months(usual, last: jump) + [again]) == [])
  }

  @Test func thousandsOfMoneyAreFound() throws {
    var statements = try ["905", "870", "1012", "950"].enumerated().map { k, value in
      let month = "2022-0\(k + 1)"
      return try level(value, month, in: month, unit: "VND", power: 9)
    }
    statements.append(try level("961", "2022-05", in: "2022-05", unit: "VND", power: 6))
    #expect(try codes(statements) == ["unit_slip"])
  }

  // MARK: Gaps

  @Test func missingMonthsAreNotedWithinAFullSeries() throws {
    func codes(_ months: [Int], year: Int = 2022) throws -> [String] {
      try self.codes(
        months.map { number in
          let (year, month) = (2022 + (number - 1) / 12, (number - 1) % 12 + 1)
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)"
          return try level("1200", text, in: text)
        })
    }
    #expect(try codes([1, 2, 3, 5]) == ["series_gap"])
    #expect(try codes([1, 2, 3, 4, 5]) == [])
    // Too few; longer than what stands before; every other month; out of season.
    #expect(try codes([1, 2, 4]) == [])
    #expect(try codes([1, 2, 6, 7, 8, 9]) == [])
    #expect(try codes([1, 3, 5, 7, 9]) == [])
    #expect(try codes([4, 5, 6, 7, 8, 9, 16, 17, 18, 19, 20, 21, 28, 29, 30, 31, 32, 33]) == [])
  }

  @Test func monthOfWhichTheQuarterIsToldIsNotMissing() throws {
    var statements = try ["01", "02", "04", "05"].map {
      try level("1200", "2022-\($0)", in: "2022-\($0)")
    }
    #expect(try codes(statements) == ["series_gap"])
    statements.append(try level("3600", "2022-Q1", in: "2022-03"))
    #expect(try codes(statements) == [])
  }

  @Test func aGapOfManySeriesIsToldOnce() throws {
    var gaps = SeriesGaps()
    for indicator in ["sản lượng thủy sản", "số lượt khách"] {
      let statements = try ["01", "02", "03", "05"].map {
        try level("1200", "2022-\($0)", in: "2022-\($0)", indicator: indicator)
      }
      #expect(try gaps.keep(findings(statements)).isEmpty)
    }
    let revised = try findings([
      level("1215", "2021-05", in: "2021-05", status: .estimate),
      level("1203", "2021-05", in: "2022-05"),
    ])
    #expect(gaps.keep(revised) == revised)
    let finding = try #require(gaps.findings.first)
    #expect(gaps.findings.count == 1)
    #expect(finding.records.map(\.period) == ["2022-03", "2022-05"])
    let told = try BuiltIn.checker().phrases.english(finding)
    #expect(told.hasSuffix("2 indicators, such as sản lượng thủy sản."), "\(told)")
  }
}
