import SoLieu
import Testing

/// Records are as sure as they may be: 98 in 100 right of those with 0.9 and more, 80 in 100 of all among
/// them, and at most half right of those under 0.5. Where a change of the rules moves that, run
/// scripts/fit-confidence.
struct ConfidenceTests {
  @Test func confidenceOfTheReportsHolds() throws {
    let calibration = ScoreReport(try GoldSet.reports.scores()).calibration
    let high = try #require(calibration.high.coreShare)
    #expect(high >= Rate(tenThousandths: 9800), "of those with 0.9 and more")
    let share = try #require(calibration.high.share(of: calibration.all))
    #expect(share >= Rate(tenThousandths: 8000), "have 0.9 and more")
    #expect(calibration.low.records > 0)
    let low = try #require(calibration.low.coreShare)
    #expect(low <= Rate(tenThousandths: 5000), "of those under 0.5")
  }
}
