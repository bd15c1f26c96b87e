internal import Observations
internal import Quantities

/// A figure that the report states again elsewhere is the same.
///
/// It is the same figure where the words are the same; and where the catalogue has one code for both and they differ
/// as slips do: by a digit, by two that changed places, by the decimal mark.
struct RepeatCheck: Check {
  private struct Key: Hashable {
    let code: Int32
    let area: Int32
    let unit: Int32
    let period: String
    let measure: Measure
    let base: Base?
  }

  func judgments(in report: ReportFigures) -> [Judgment] {
    var earlier: [Key: [Figure]] = [:]
    var violations: [Violation] = []
    for figure in report.figures {
      let record = report.record(figure)
      guard record.bound == nil, record.denominator == nil, record.parent.isEmpty, figure.code != 0,
        figure.interval != nil, record.status != .plan, record.status != .forecast
      else { continue }
      let key = Key(
        code: figure.code, area: figure.area, unit: figure.unit, period: record.period,
        measure: record.measure, base: record.base)
      if let first = earlier[key]?.last(where: { isRepeated($0, figure, report) }) {
        violations.append(
          Violation(
            .statedDifferently, [Violation.Part("first", first), Violation.Part("second", figure)]))
      }
      earlier[key, default: []].append(figure)
    }
    return violations.map { .violation($0) }
  }

  /// Whether both are meant to be one figure and are not.
  private func isRepeated(_ first: Figure, _ second: Figure, _ report: ReportFigures) -> Bool {
    guard first.sentence != second.sentence, let a = first.interval, let b = second.interval,
      !a.meets(b)
    else { return false }
    let (one, other) = (report.record(first), report.record(second))
    let (words, others) = (report.content(first), report.content(second))
    if words == others, words.count > 1 {
      // What is told by pronouns and bare nouns may be of something else.
      return [one, other].allSatisfy {
        $0.sentence.lowercased().contains($0.indicator.lowercased())
      }
    }
    let isAlike = words.isSubset(of: others) || others.isSubset(of: words)
    return Slip.isLikely(
      one.value, one.unitMultiplier, other.value, other.unitMultiplier, digits: isAlike ? 3 : 4)
  }
}

/// How a figure goes wrong when it is typed.
enum Slip {
  /// Whether two numbers differ by one digit, by two neighbours that changed places, or by the decimal mark, as far
  /// as both are told; the last digit that both tell may be rounded, and does not count.
  ///
  /// - Parameter digits: how many digits must count, so that it is no accident.
  static func isLikely(
    _ a: ExactDecimal, _ powerA: Int, _ b: ExactDecimal, _ powerB: Int, digits: Int
  ) -> Bool {
    let (one, other) = (Self.digits(of: a), Self.digits(of: b))
    let count = min(one.count, other.count) - 1
    guard count >= digits, a.isNegative == b.isNegative else { return false }
    let (x, y) = (Array(one.prefix(count)), Array(other.prefix(count)))
    let lengthA = one.count - a.fractionDigits + powerA
    let lengthB = other.count - b.fractionDigits + powerB
    if lengthA != lengthB { return x == y }
    let differing = x.indices.filter { x[$0] != y[$0] }
    if differing.count == 2 {
      let (i, j) = (differing[0], differing[1])
      return j == i + 1 && x[i] == y[j] && x[j] == y[i]
    }
    return differing.count == 1
  }

  private static func digits(of number: ExactDecimal) -> [UInt8] {
    Array(String(number.significand.magnitude).utf8)
  }
}
