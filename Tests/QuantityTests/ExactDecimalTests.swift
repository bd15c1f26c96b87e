import Quantities
import TestSupport
import Testing

/// Exact decimals: what is printed stays what was printed.
struct ExactDecimalTests {
  @Test(arguments: [
    "0", "5", "5.50", "0.05", "-0.5", "-12", "0.0", "100", "1820.50", "-0.001",
    "999999999999999999999999999999", "0.99999999999999999999999999999",
  ])
  func writesWhatItRead(_ text: String) {
    #expect(ExactDecimal(text)?.description == text)
  }

  @Test(arguments: [
    "", "-", ".", "5.", ".5", "1,5", "1.5.2", "+1", "1 000", "--1", "1e3", "٣", "１",
    "9999999999999999999999999999999",
  ])
  func refusesWhatIsNoPlainNumber(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func leadingZerosAreNoDigitsOfTheValue() {
    #expect(ExactDecimal("007.10")?.description == "7.10")
  }

  @Test func writingAndReadingAreInverse() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let value = ExactDecimal(
        Int128(Int64.random(in: .min ... .max, using: &random)),
        fractionDigits: Int.random(in: 0...25, using: &random))
      #expect(try #require(ExactDecimal(value.description)) == value)
    }
  }

  @Test(arguments: [
    ("1.5", 9, "1500000000"), ("1.5", 1, "15"), ("1.5", 0, "1.5"), ("1.50", 1, "15.0"),
    ("-0.25", 2, "-25"), ("0", 30, "0"),
  ])
  func scalesByPowersOfTen(_ text: String, _ power: Int, _ scaled: String) throws {
    #expect(try #require(ExactDecimal(text)).scaled(by: power)?.description == scaled)
  }

  @Test func whatDoesNotFitIsNil() throws {
    let large = try #require(ExactDecimal(String(repeating: "9", count: 30)))
    #expect(large.scaled(by: 9) == nil)
    let fine = ExactDecimal(1, fractionDigits: 25)
    #expect(large + fine == nil)
    #expect(ExactDecimal(.max) + ExactDecimal(1) == nil)
    #expect(!large.isSameNumber(as: fine))
    #expect(large.integer == nil)
  }

  @Test(arguments: [
    ("4000", "650", "4650"), ("1.5", "0.25", "1.75"), ("0.5", "-0.50", "0.00"),
    ("-1", "2.5", "1.5"),
  ])
  func adds(_ a: String, _ b: String, _ sum: String) throws {
    let (a, b) = (try #require(ExactDecimal(a)), try #require(ExactDecimal(b)))
    #expect((a + b)?.description == sum)
    #expect((b + a)?.description == sum)
  }

  @Test func equalNumbersMayBePrintedDifferently() throws {
    let long = try #require(ExactDecimal("5.50"))
    let short = try #require(ExactDecimal("5.5"))
    #expect(long != short)
    #expect(long.isSameNumber(as: short))
    #expect(!long.isSameNumber(as: -short))
  }

  @Test func signsAndWholes() throws {
    let value = try #require(ExactDecimal("-5.5"))
    #expect(value.isNegative)
    #expect(value.magnitude.description == "5.5")
    #expect((-value).description == "5.5")
    #expect(value.approximation == -5.5)
    #expect(value.integer == nil)
    #expect(ExactDecimal(-12).integer == -12)
  }
}
