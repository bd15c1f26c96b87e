import Quantities
import Testing

/// Periods as ISO 8601.
struct TimePeriodTests {
  static let written = [
    "2013", "2020-Q3", "2013-09", "2022-11-20", "2013/2014", "2022-01/2022-11", "2021-11/2022-02",
    "2022-10-15/2022-11-14", "../2022-11", "../2022-11-15", "2024-02-29", "2022-01-01/2022-01-01",
  ]

  @Test(arguments: written)
  func writesWhatItRead(_ iso: String) {
    #expect(TimePeriod(iso: iso)?.iso == iso)
  }

  @Test(arguments: [
    "", "13", "2013-13", "2013-00", "2013-9", "2013-Q5", "2013-Q0", "2022-11-31", "2023-02-29",
    "2014/2013", "2022-11/2022-01", "2022-11-14/2022-10-15", "2013/2013-09", "../2013/2014",
    "../..", "2013-09-", "2013/", "/2013", "2013-Q3/2014-Q1", "2013-09-01-02", "abcd", "-201",
    "1900-02-29",
  ])
  func refusesWhatIsNoPeriod(_ iso: String) {
    #expect(TimePeriod(iso: iso) == nil)
  }

  @Test(arguments: ["+201", "2013-+9", "2013-Q+3"])
  func signsAreNoDigits(_ iso: String) {
    #expect(TimePeriod(iso: iso) == nil)
  }

  @Test func stockOfAYearIsThatOfItsEnd() {
    #expect(TimePeriod(iso: "../2021")?.iso == "../2021-12")
  }

  @Test(
    arguments: zip(
      written,
      [
        "2012", "2019-Q3", "2012-09", "2021-11-20", "2012/2013", "2021-01/2021-11",
        "2020-11/2021-02",
        "2021-10-15/2021-11-14", "../2021-11", "../2021-11-15", "2023-02-28",
        "2021-01-01/2021-01-01",
      ]))
  func samePeriodOfTheYearBefore(_ iso: String, _ before: String) {
    #expect(TimePeriod(iso: iso)?.yearBefore.iso == before)
  }

  @Test(
    arguments: zip(
      written,
      [
        "2013-12", "2020-09", "2013-09", "2022-11", "2014-12", "2022-11", "2022-02", "2022-11",
        "2022-11", "2022-11", "2024-02", "2022-01",
      ]))
  func endsInItsLastMonth(_ iso: String, _ month: String) throws {
    let end = try #require(TimePeriod(iso: iso)).end
    #expect(TimePeriod.month(year: end.year, end.month).iso == month)
  }

  @Test func kindsOfPeriods() throws {
    let asOf = try Self.written.filter { try #require(TimePeriod(iso: $0)).isAsOf }
    #expect(asOf == ["../2022-11", "../2022-11-15"])
    let whole = try (Self.written + ["2020-01/2020-12"]).filter {
      try #require(TimePeriod(iso: $0)).isWholeYear
    }
    #expect(whole == ["2013", "2013/2014", "2020-01/2020-12"])
  }

  @Test(arguments: [(2, 2024, 29), (2, 2023, 28), (2, 1900, 28), (2, 2000, 29), (4, 2022, 30)])
  func monthsHaveTheirDays(_ month: Int, _ year: Int, _ days: Int) {
    #expect(daysIn(month: month, year: year) == days)
  }
}
