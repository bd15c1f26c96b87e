import Quantities
import Testing

/// What words of time stand for in a report.
struct PeriodExpressionTests {
  @Test(
    arguments: [
      (PeriodExpression.month(9, year: 2013), "2013-09"), (.month(9, year: nil), "--09"),
      (.quarter(3, year: 2020), "2020-Q3"), (.quarter(3, year: nil), nil), (.reportMonth, nil),
      (.firstMonths(9, year: 2022), "2022-01/2022-09"), (.firstMonths(9, year: nil), nil),
      (.lastMonths(6, year: 2022), "2022-07/2022-12"), (.cumulative, nil), (.year(2019), "2019"),
      (.sinceYearStart(to: PartialDate(year: 2022, month: 11, day: 20)), "2022-01-01/2022-11-20"),
      (.sinceYearStart(to: PartialDate(year: 2022, month: 11)), "2022-01/2022-11"),
      (.asOf(PartialDate(year: 2022, month: 11, day: 15)), "../2022-11-15"),
      (.asOf(PartialDate(month: 9, day: 30)), "../--09-30"), (.now, nil),
      (.day(PartialDate(month: 4, day: 30)), "--04-30"), (.years(2021, 2022), "2021/2022"),
      (
        .days(PartialDate(month: 6, day: 22), PartialDate(month: 6, day: 26)), "--06-22/--06-26"
      ),
      (.yearEnd(2021), "../2021-12"), (.yearEnd(nil), nil), (.relativeYear(-1), nil),
    ] as [(PeriodExpression, String?)])
  func statesWhatItsWordsState(_ expression: PeriodExpression, _ iso: String?) {
    #expect(expression.statedISO == iso)
  }

  @Test(
    arguments: [
      (PeriodExpression.month(9, year: nil), "2022-09"), (.month(12, year: nil), "2022-12"),
      (.month(9, year: 2013), "2013-09"), (.reportMonth, "2022-11"), (.reportQuarter, "2022-Q4"),
      (.quarter(1, year: nil), "2022-Q1"), (.firstMonths(9, year: nil), "2022-01/2022-09"),
      (.firstMonths(12, year: nil), "2022"), (.lastMonths(6, year: nil), "2022-07/2022-12"),
      (.cumulative, "2022-01/2022-11"), (.now, "../2022-11"), (.relativeYear(0), "2022"),
      (.relativeYear(-1), "2021"), (.relativeMonth(-1), "2022-10"), (.relativeMonth(1), "2022-12"),
      (.relativeMonth(2), "2023-01"), (.relativeMonth(-11), "2021-12"),
      (.yearEnd(nil), "../2022-12"),
      (.yearEnd(2021), "../2021-12"), (.asOf(PartialDate()), "../2022-12"),
      (.asOf(PartialDate(month: 9, day: 30)), "../2022-09-30"),
      (.asOf(PartialDate(year: 2021)), "../2021-12"),
      (.sinceYearStart(to: PartialDate(month: 11, day: 20)), "2022-01-01/2022-11-20"),
      (.sinceYearStart(to: PartialDate(month: 9)), "2022-01/2022-09"),
      (.sinceYearStart(to: PartialDate()), "2022-01/2022-11"),
      (.day(PartialDate(month: 4, day: 30)), "2022-04-30"), (.day(PartialDate(month: 4)), nil),
      (
        .days(PartialDate(month: 10, day: 16), PartialDate(month: 11, day: 15)),
        "2022-10-16/2022-11-15"
      ),
      (
        .days(PartialDate(month: 12, day: 16), PartialDate(year: 2022, month: 1, day: 15)),
        "2021-12-16/2022-01-15"
      ),
      (
        .monthSpan(PartialDate(month: 1), PartialDate(year: 2021, month: 9)), "2021-01/2021-09"
      ),
      (.years(2021, 2022), "2021/2022"), (.year(2019), "2019"),
    ] as [(PeriodExpression, String?)])
  func resolvesInAReportOfNovember2022(_ expression: PeriodExpression, _ iso: String?) {
    let report = ReportPeriod(.month(year: 2022, 11))
    #expect(report.resolve(expression)?.iso == iso)
  }

  @Test func monthLongAheadIsOfTheYearBefore() {
    let report = ReportPeriod(.month(year: 2022, 1))
    #expect(report.resolve(.month(12, year: nil))?.iso == "2021-12")
    #expect(report.resolve(.month(6, year: nil))?.iso == "2022-06")
    #expect(report.resolve(.relativeMonth(-1))?.iso == "2021-12")
  }

  @Test func reportOfAYearRunsThroughIt() {
    let report = ReportPeriod(.year(2020))
    #expect(report.cumulative.iso == "2020")
    #expect(report.asOf.iso == "../2020-12")
  }

  @Test(arguments: [
    (PartialDate(month: 2, day: 29), true), (PartialDate(year: 2023, month: 2, day: 29), false),
    (PartialDate(month: 13), false), (PartialDate(day: 5), false), (PartialDate(year: 2020), true),
    (PartialDate(month: 4, day: 0), false), (PartialDate(month: 4, day: 31), false),
  ])
  func datesThatNoYearHasAreInvalid(_ date: PartialDate, _ isValid: Bool) {
    #expect(date.isValid == isValid)
  }
}
