import Extraction
import Quantities

/// Compares the mentions found in the text of a case with those that it expects.
struct CaseJudge {
  let expected: Case
  let found: [Mention]

  /// What is wrong, a phrase each; empty where the case passes.
  func faults() -> [String] {
    var faults = valueFaults()
    for mention in expected.mentions {
      let here = found.filter {
        $0.start < mention.range.upperBound && mention.range.lowerBound < $0.end
      }
      switch mention.meaning {
      case .quantity: break
      case .time(let iso):
        let times = here.filter { $0.kind == .time }
        if times.isEmpty {
          faults.append("'\(mention.surface)' is no time")
        } else if let iso, !times.contains(where: { states(iso, $0) }) {
          let readings = times.map { $0.date.isEmpty ? $0.period : $0.date }
          faults.append(
            "'\(mention.surface)' is '\(readings.joined(separator: "', '"))', not \(iso)")
        }
      case .nothing:
        // A value that stands here is among the unexpected ones.
        break
      case .damaged:
        if !here.contains(where: { $0.kind == .damaged }) {
          faults.append("'\(mention.surface)' is not damaged")
        }
      }
    }
    return faults
  }

  /// Every value of the text must be expected, and the other way round, in the same order.
  private func valueFaults() -> [String] {
    var faults: [String] = []
    var values = found.filter { [.number, .quantity, .fraction].contains($0.kind) }[...]
    for mention in expected.mentions {
      guard case .quantity = mention.meaning else { continue }
      while let value = values.first, value.end <= mention.range.lowerBound {
        faults.append("'\(value.text)' is \(reading(value)), not expected")
        values.removeFirst()
      }
      guard let value = values.first, value.start < mention.range.upperBound else {
        faults.append("'\(mention.surface)' is no value")
        continue
      }
      values.removeFirst()
      if !means(mention, value) {
        faults.append("'\(mention.surface)' is \(reading(value)), not \(mention.reading)")
      } else if squeezed(mention.surface) != squeezed(value.text) {
        faults.append("'\(mention.surface)' is cut as '\(value.text)'")
      }
    }
    return faults + values.map { "'\($0.text)' is \(reading($0)), not expected" }
  }

  private func means(_ mention: ExpectedMention, _ found: Mention) -> Bool {
    guard case .quantity(let value, let denominator, let power, let unit) = mention.meaning,
      let foundValue = found.value
    else { return false }
    // A bare tỷ of a text about money may be money.
    let isMoney = unit.isEmpty && power >= 6 && found.unit == "VND"
    guard unit == found.unit || isMoney,
      isSame(value, power, foundValue, found.unitMultiplier)
    else { return false }
    switch (denominator, found.denominator) {
    case (nil, nil): return true
    case (let a?, let b?): return a.isSameNumber(as: b)
    default: return false
    }
  }

  /// Whether `a` × 10^`p` is `b` × 10^`q`.
  private func isSame(_ a: ExactDecimal, _ p: Int, _ b: ExactDecimal, _ q: Int) -> Bool {
    guard let x = a.scaled(by: max(0, p - q)), let y = b.scaled(by: max(0, q - p)) else {
      return false
    }
    return x.isSameNumber(as: y)
  }

  private func states(_ iso: String, _ mention: Mention) -> Bool {
    [mention.period, mention.date].contains { $0 == iso || $0 == "../" + iso }
  }

  private func reading(_ mention: Mention) -> String {
    var words = mention.value.map(\.description) ?? "nothing"
    if let denominator = mention.denominator { words += "/\(denominator)" }
    if mention.unitMultiplier != 0 { words += " e\(mention.unitMultiplier)" }
    return mention.unit.isEmpty ? words : "\(words) \(mention.unit)"
  }

  private func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
