import Quantities
import Testing

/// Digits with more than one reading, slips and damage.
struct NumeralReaderTests {
  @Test(arguments: [
    ("45.354", "45354"), ("1.041,6", "1041.6"), ("1.539,253", "1539.253"), ("0,5", "0.5"),
    ("1.820,50", "1820.50"), ("0.13", "0.13"), ("0.130", "0.130"), ("86.38", "86.38"),
    ("2,152.8", "2152.8"), ("1,682,668", "1682668"), ("14,551", "14.551"), ("04", "4"),
    ("29315.30", "29315.30"), ("4736,0", "4736.0"), ("17,.8", "17.8"), ("0", "0"),
  ])
  func digitsHaveTheirLikeliestValue(_ digits: String, _ value: String) {
    #expect(NumeralReader.read(Array(digits.utf8)[...])?.value.description == value)
  }

  @Test(arguments: [
    "19.94,67", "25.9140,5", "3,45,6", "1.2.3", "1..2.3", "12.3456.789", "1.234,567.8",
    String(repeating: "9", count: 31), String(repeating: "1", count: 200_000), "",
  ])
  func digitsWithoutALikelyReadingHaveNone(_ digits: String) {
    #expect(NumeralReader.read(Array(digits.utf8)[...]) == nil)
  }

  @Test func slipIsReportedAsOne() {
    #expect(NumeralReader.read(Array("5,.3".utf8)[...])?.isSlip == true)
    #expect(NumeralReader.read(Array("5,3".utf8)[...])?.isSlip == false)
  }

  @Test func peopleAreCountedInWholes() {
    let reading = NumeralReader.read(Array("255,490".utf8)[...], isCount: true)
    #expect(reading?.value.description == "255490")
    #expect(reading?.alternative?.description == "255.490")
    let scaled = NumeralReader.read(Array("14,551".utf8)[...], isCount: true, isScaled: true)
    #expect(scaled?.value.description == "14.551")
  }

  @Test func documentIsTheWitnessOfItsStyle() {
    var style = NumberStyle()
    for number in ["5.71", "4.4", "86.38"] { style.observe(Array(number.utf8)[...]) }
    #expect(style.prefersEnglish)
    let scaled = NumeralReader.read(Array("1.386".utf8)[...], style: style, isScaled: true)
    #expect(scaled?.value.description == "1.386")
    #expect(scaled?.alternative?.description == "1386")
    for number in ["5,7", "14,96", "1.820,5"] { style.observe(Array(number.utf8)[...]) }
    #expect(!style.prefersEnglish)
    #expect(
      NumeralReader.read(Array("1.386".utf8)[...], style: style, isScaled: true)?.value.description
        == "1386")
  }

  @Test func numbersOfBothStylesAreNoWitness() {
    var style = NumberStyle()
    for number in ["1.234", "1,234", "2019", "19.94,67"] { style.observe(Array(number.utf8)[...]) }
    #expect(style == NumberStyle())
  }
}
