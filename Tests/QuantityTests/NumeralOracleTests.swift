import CICU
import Quantities
import TestSupport
import Testing

/// ICU's own Vietnamese number format as the judge of what digits are worth.
struct NumeralOracleTests {
  @Test func wellFormedNumeralsAreWorthWhatICUReads() throws {
    var random = SplitMix(seed: 20_131_109)
    for _ in 0..<100_000 {
      let numeral = Self.numeral(&random)
      let reading = NumeralReader.read(Array(numeral.utf8)[...])
      let judged = try #require(Self.icu(numeral), "ICU reads no number in \(numeral)")
      guard let reading, reading.value.isSameNumber(as: judged) else {
        Issue.record("\(numeral) is \(reading?.value.description ?? "nothing"), ICU says \(judged)")
        return
      }
    }
  }

  @Test(arguments: ["", "ha", "1.2,3,4x", "12 ha"])
  func judgeRefusesWhatIsNoNumber(_ text: String) {
    #expect(Self.icu(text) == nil)
  }

  /// Digits as a Vietnamese report has them: grouped by points or not at all, with decimals or
  /// without, no more than thirteen digits before the mark.
  private static func numeral(_ random: inout SplitMix) -> String {
    let digits = Int.random(in: 1...13, using: &random)
    var whole = String(Int.random(in: 1...9, using: &random))
    for _ in 1..<max(2, digits) { whole += String(Int.random(in: 0...9, using: &random)) }
    if digits == 1 { whole = String(Int.random(in: 0...9, using: &random)) }
    if Bool.random(using: &random) { whole = grouped(whole) }
    guard Bool.random(using: &random) else { return whole }
    let isGrouped = whole.contains(".")
    var places = Int.random(in: 1...5, using: &random)
    // 255,490 alone may be English; that reading has tests of its own.
    if places == 3, !isGrouped, whole.count <= 3 { places = 2 }
    let fraction = (0..<places).map { _ in String(Int.random(in: 0...9, using: &random)) }
    return whole + "," + fraction.joined()
  }

  private static func grouped(_ digits: String) -> String {
    let all = Array(digits)
    return all.enumerated().map { place, digit in
      let left = all.count - place
      return (place > 0 && left % 3 == 0 ? "." : "") + String(digit)
    }.joined()
  }

  private static func icu(_ text: String) -> ExactDecimal? {
    var output = [CChar](repeating: 0, count: 128)
    let count = cicu_parse_vietnamese_number(
      text, Int32(text.utf8.count), &output, Int32(output.count))
    guard count > 0 else { return nil }
    let written = String(decoding: output.prefix(Int(count)).map(UInt8.init), as: UTF8.self)
    return decimal(written)
  }

  /// ICU writes a decimal plainly or as `1.5E+3`.
  private static func decimal(_ text: String) -> ExactDecimal? {
    let parts = text.split(separator: "E")
    guard let value = parts.first.flatMap({ ExactDecimal($0) }) else { return nil }
    guard parts.count == 2 else { return value }
    guard let power = Int(parts[1]) else { return nil }
    if power >= 0 { return value.scaled(by: power) }
    return ExactDecimal(value.significand, fractionDigits: value.fractionDigits - power)
  }
}
