import Observations
import Quantities
import Series
import Testing

struct WideTableTests {
  private func record(
    _ value: String, _ unit: String = "VND", _ measure: Measure = .level, base: Base? = nil,
    period: String = "2022-11", status: Status = .actual
  ) throws -> Observation {
    var record = Observation(value: try #require(ExactDecimal(value)))
    record.indicator = "Tổng mức bán lẻ"
    record.indicatorCode = "trade.retail_sales"
    record.measure = measure
    record.base = base
    record.unit = unit
    record.unitMultiplier = unit == "VND" ? 9 : 0
    record.period = period
    record.status = status
    return record
  }

  private func rows(_ documents: [(date: String, records: [Observation])]) -> [WideRow] {
    var table = WideTable()
    for (date, records) in documents {
      var facts = DocumentFacts()
      facts.date = date
      table.add(DocumentRecords(document: date, facts: facts, observations: records))
    }
    return table.sortedRows()
  }

  @Test func whatIsSaidOfOnePeriodIsOneRow() throws {
    let rows = rows([
      (
        "2022-11-30",
        [
          try record("2152.8"), try record("12.5", "%", .change, base: .samePeriod),
          try record("98.6", "%", .ratio, base: .plan), try record("35", "%", .share, base: .total),
          try record("2200", status: .plan), try record("3", "vụ", .change, base: .samePeriod),
          try record("1.25", "lần", .ratio, base: .previousPeriod),
        ]
      )
    ])
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row.level?.value.description == "2152.8")
    #expect(row.level?.unitMultiplier == 9)
    #expect(row.target?.value.description == "2200")
    #expect(row.percentOfPlan?.description == "98.6")
    #expect(row.growth[.samePeriod]?.description == "12.5")
    #expect(row.growth[.previousPeriod]?.description == "25")
    #expect(row.share?.description == "35")
  }

  @Test func equallySureFiguresKeepTheirOrder() throws {
    for _ in 0..<20 {
      var money = try record("48920")
      money.start = 40
      var count = try record("316270", "món")
      count.start = 20
      var growth = try record("6.3", "%", .change, base: .samePeriod)
      growth.start = 60
      let rows = rows([("2022-11-30", [money, count, growth])])
      #expect(rows.first { $0.growth[.samePeriod] != nil }?.level?.unit == "món")
      #expect(rows.first { $0.level?.unit == "món" }?.start == 20)
    }
  }

  @Test func aRatioToTheYearBeforeIsGrowth() throws {
    let rows = rows([("", [try record("102.35", "%", .ratio, base: .samePeriod)])])
    #expect(rows.first?.growth[.samePeriod]?.description == "2.35")
  }

  @Test func growthStandsBesideItsOwnLevel() throws {
    let rows = rows([
      (
        "",
        [
          try record("250", "lượt"), try record("5", "%", .change, base: .samePeriod),
          try record("240", "người"), try record("-2", "%", .change, base: .samePeriod),
        ]
      )
    ])
    let growth = Dictionary(
      uniqueKeysWithValues: rows.map { ($0.level?.unit ?? "", $0.growth[.samePeriod]?.description) }
    )
    #expect(growth == ["lượt": "5", "người": "-2"])
  }

  @Test func theLatestOfTheBestStatusCounts() throws {
    let actual = try record("2150")
    let estimate = try record("2152.8", status: .estimate)
    let later = try record("2151")
    for documents in [
      [("2022-11-30", [estimate]), ("2022-12-30", [actual])],
      [("2022-12-30", [actual]), ("2023-01-30", [estimate])],
      [("2022-11-30", [later]), ("2022-12-30", [actual])],
    ] {
      #expect(rows(documents).first?.level?.value.description == "2150")
    }
  }

  @Test func unitsAreRowsOfTheirOwnAndPeriodsFollowByKind() throws {
    let rows = rows([
      (
        "",
        [
          try record("5", period: "2022-01/2022-11"), try record("1", period: "2022-02"),
          try record("7", "tấn", period: "2022-01"), try record("2", period: "2022-01"),
          try record("9", period: "2021"),
        ]
      )
    ])
    #expect(
      rows.map { "\($0.period) \($0.level?.unit ?? "")" } == [
        "2021 VND", "2022-01 VND", "2022-01 tấn", "2022-02 VND", "2022-01/2022-11 VND",
      ])
  }
}
