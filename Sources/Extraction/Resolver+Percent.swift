import Observations
import Quantities

// A percentage whose clause has no verb that says what it is.
extension Resolver {
  /// A percentage that no verb of change, ratio or share governs.
  func percent(
    _ reading: inout Reading, _ quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: Tail
  ) {
    let named: Base?
    if case .some(let base) = tail.base { named = base } else { named = nil }
    if wording.isRate, named == nil || named == .total {
      reading.measure = .level
      reading.manner = "rate"
      return
    }
    if let named, named != .total {
      reading.measure =
        clause.verb == nil && context.manner?.measure == .change && named != .plan
        ? .change : .ratio
      if reading.measure == .change { reading.sign = context.manner?.sign ?? 1 }
      reading.manner = "named-base"
      return
    }
    if wording.text.isEmpty, tail.words.isEmpty, clause.verb == nil || clause.verb == .link,
      let whole = provenWhole(of: quantity)
    {
      let isPlan = observations[whole].status == .plan
      reading.measure = isPlan ? .ratio : .share
      reading.base = isPlan ? .plan : .total
      reading.manner = "proven"
      return
    }
    if let fraction = context.lastFraction, wording.text.isEmpty, fraction.denominator != nil {
      ofFraction(fraction, &reading)
      return
    }
    let isDone = wording.isOpen || wording.words <= 4 && wording.firstClass.contains(.doing)
    if !tail.words.isEmpty, wording.text.isEmpty || isDone || clause.afterLabel,
      clause.verb == nil || clause.verb == .link
    {
      reading.measure = .share
      reading.manner = "counted-group"
      reading.inheritsSubject = false
      return
    }
    if !wording.text.isEmpty, !wording.isRate, let first = tail.words.first, begins(first, .total),
      clause.verb == nil || clause.verb == .link
    {
      // Nợ xấu được giữ dưới 2% tổng dư nợ
      reading.measure = .share
      reading.manner = "share"
      return
    }
    if let sibling = siblingRatio(wording) {
      reading.measure = .ratio
      reading.base = sibling
      reading.baseSource = .sentence
      reading.manner = "sibling"
      return
    }
    let restatesGrowth =
      bracketDepth > 0 && clause.status == .estimate && found.last?.measure == .change
      && found.last?.unit == "%"
    if clause.verb == .link, !restatesGrowth {
      if wording.text.isEmpty {
        reading.measure = .ratio
        reading.manner = "attained"
        if context.subject?.isRate == true { reading.measure = .level }
      } else {
        reading.measure = .level
        reading.manner = "rate"
      }
      return
    }
    // Cơ cấu kinh tế: dịch vụ 52,4%.
    if clause.verb == nil, !wording.text.isEmpty, context.frames.last?.isStructure == true {
      reading.measure = .share
      reading.manner = "structure"
      return
    }
    // chế biến tăng 11,2%, kéo chỉ số lên 8,6 điểm; sản xuất điện 9,6%: as its sibling is stated.
    if clause.verb == nil, !wording.text.isEmpty, let parent = frameParent(),
      let sibling = found.first(where: { $0.parent == parent }), sibling.measure == .change,
      sibling.unit == "%"
    {
      reading.measure = .change
      reading.sign = sibling.isNegative ? -1 : 1
      reading.manner = "sibling"
      return
    }
    // Parts of a rate are rates.
    if clause.verb == nil, !wording.text.isEmpty, context.owner?.unit?.kind == .percent {
      reading.measure = .level
      reading.manner = "part-of-rate"
      return
    }
    if let manner = context.manner, clause.verb == nil {
      switch manner.measure {
      case .change where !tail.words.isEmpty && !wording.text.isEmpty:
        // nhập siêu dưới 3% kim ngạch xuất khẩu
        reading.measure = .ratio
        reading.manner = "of-another"
        return
      case .change where manner.unitKind == .percent || manner.unitKind == .points:
        reading.measure = .change
        reading.sign = manner.sign ?? 1
        reading.manner = "spread"
        return
      case .share where found.last?.measure == .share && !wording.isRate && !wording.isBare:
        reading.measure = .share
        reading.manner = "spread"
        return
      case .share, .ratio, .contribution:
        // gấp 3,1 lần cùng kỳ, đông nhất là Hàn Quốc (24,6%): no ratio of that kind
        if bracketDepth > 0 || wording.text.isEmpty, manner.unitKind != .times {
          reading.measure = manner.measure
          reading.base = manner.base
          reading.manner = "spread"
          return
        }
      default: break
      }
    }
    if case .some(.some(let base)) = clause.base, base != .total {
      reading.measure = .change
      reading.manner = "base-first"
      return
    }
    if bracketDepth > 0, wording.text.isEmpty, let head = found.last, head.measure == .change,
      restatesGrowth || head.unit != "%" && head.unit != "pp"
    {
      // tăng 6,9% (ước tính trước đó là 6,5%), and
      // giảm 24 vụ (10,9%): the same change.
      reading.measure = .change
      reading.base = head.base
      reading.sign = head.isNegative ? -1 : 1
      reading.manner = "bracket"
      return
    }
    if let sign = context.openSign,
      bracketDepth > 0
        ? wording.text.isEmpty || found.isEmpty : clause.hasAspect && clause.verb == nil
    {
      // Sản phẩm tăng khá là hợp kim (58,9%): the verb that has no number of its own.
      reading.measure = .change
      reading.sign = sign
      reading.manner = "open-verb"
      reading.confidence -= 10
      return
    }
    let isOfPlan =
      context.manner?.measure == .ratio && context.manner?.base == .plan
      || found.contains { $0.status == .plan && $0.unit == found.last?.unit }
    if bracketDepth > 0, wording.text.isEmpty, let base = context.bracketBase {
      reading.measure = .ratio
      reading.base = base
      reading.manner = "bracket"
      return
    }
    if bracketDepth > 0, wording.text.isEmpty, isOfPlan {
      // đạt 103,3% kế hoạch; trồng cây phân tán 3,52 triệu cây (156,3%)
      reading.measure = .ratio
      reading.base = .plan
      reading.manner = "bracket"
      reading.confidence -= 10
      return
    }
    if bracketDepth > 0, wording.text.isEmpty, context.subject?.unit?.kind != .percent {
      reading.measure = .share
      reading.manner = "bracket"
      reading.confidence -= 15
      return
    }
    reading.measure = .level
    reading.manner = "rate"
    reading.confidence -= 15
  }

  /// đạt 22,1% kế hoạch, trong đó vốn trong nước 24,1%, vốn ngoài nước 2,9%: the base of the ratio that a
  /// part of the same whole has, or the whole itself where it was stated last.
  private func siblingRatio(_ wording: SubjectReader.Wording) -> Base? {
    guard clause.verb == nil || clause.verb == .link, !wording.text.isEmpty, !wording.isRate,
      bracketDepth == 0, let parent = frameParent(), !found.isEmpty
    else { return nil }
    if let sibling = found.first(where: { $0.parent == parent }) {
      return sibling.measure == .ratio && sibling.unit == "%" ? sibling.base : nil
    }
    guard let last = found.last, last.indicator == parent, last.measure == .ratio, last.unit == "%"
    else { return nil }
    return last.base
  }

  /// phát hiện 74 vụ, làm rõ 58 vụ, đạt 78,4%; trong đó nữ 2.112 người (53%): the level before the last
  /// one of which that is so many percent, by the digits printed.
  func provenWhole(of quantity: Quantity) -> Int? {
    guard let part = observations.last, part.measure == .level, !isFirst, part.denominator == nil,
      part.unit != "%",
      quantity.value.fractionDigits > 0 || quantity.value.approximation >= 10
    else { return nil }
    let amount = part.value.approximation
    let stated = quantity.value.approximation
    var half = 0.5
    for _ in 0..<quantity.value.fractionDigits { half /= 10 }
    let paragraph = observations.indices.dropLast().suffix(Self.longestProof)
    return paragraph.last {
      let whole = observations[$0]
      guard whole.measure == .level,
        whole.unit.hasPrefix(part.unit) || part.unit.hasPrefix(whole.unit), !part.unit.isEmpty,
        whole.unitMultiplier == part.unitMultiplier, whole.value.approximation > amount
      else { return false }
      return abs(100 * amount / whole.value.approximation - stated) <= half * 1.02
    }
  }

  /// How many records back the whole of a part may stand.
  private static let longestProof = 10

  /// The percentage beside a fraction: of the plan where something is measured (204/210 ha), else a
  /// share (9/11 nhóm hàng).
  func ofFraction(_ fraction: Quantity, _ reading: inout Reading) {
    reading.manner = "fraction"
    let isTarget = fraction.unit.map { $0.kind == .measure || $0.kind == .money } ?? false
    if isTarget || clause.isPlanned || context.isPlannedFraction {
      reading.measure = .ratio
      reading.base = .plan
    } else {
      reading.measure = .share
    }
  }
}
