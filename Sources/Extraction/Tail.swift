import Observations
import Quantities
import TextModel

/// What belongs to a number and stands behind it: its base, the noun it counts, its dimension.
struct Tail {
  var base: Base??
  var baseItem: Int?
  /// Items whose words name what is counted.
  var words: [Int] = []
  var dimension: Int?
  var time: PeriodExpression?
  /// của 9 tháng năm 2017: the time is this number's alone.
  var timeIsOwn = false
  /// gấp 1,34 lần lao động nữ: compared with another thing.
  var isOfAnother = false
  /// What a contribution is made to.
  var whole = ""
  /// The words for it: mức tăng chung.
  var wholeGrowth = ""
  /// The words of its noun that stand behind a bracket.
  var behindBracket: Range<Int>?
  /// The first item that is not the number's any more.
  var next: Int
}

extension Resolver {
  /// The most words that a counted noun may have.
  private static let longestNoun = 16

  func tail(of quantity: Quantity, at i: Int, _ end: Int) -> Tail {
    var tail = Tail(next: i + 1)
    var j = i + 1
    let takesNoun = quantity.kind != .points && quantity.kind != .times && quantity.kind != .rank
    var count = 0
    if quantity.kind == .count, let after = groupEnd(from: j, end) {
      tail.words = Array(j..<after)
      tail.next = after
      return tail
    }
    loop: while j < end, count < Self.longestNoun {
      let item = items[j]
      if quantity.kind == .count || quantity.kind == .percent && !tail.words.isEmpty,
        tail.base == nil, let after = thresholdEnd(from: j, end)
      {
        tail.words += j..<min(after, end)
        tail.next = min(after, end)
        j = after
        continue loop
      }
      switch item.kind {
      case .cue(.base) where tail.base == nil && !tail.words.isEmpty && isComparative(j - 1):
        // 34,6% số doanh nghiệp đánh giá sản xuất tốt hơn quý trước
        tail.words.append(j)
        tail.next = j + 1
      case .cue(.base(.plan?))
      where quantity.kind == .count && tail.base == nil && !tail.words.isEmpty
        && isLink(j - 1) && endsHere(j + 1, end):
        // 14/15 chỉ tiêu đạt kế hoạch, 01 chỉ tiêu không đạt
        tail.words.append(j)
        tail.next = j + 1
      case .cue(.base(let base)):
        if base == .total, tail.words.isEmpty, !startsWithSo(j) {
          tail.words.append(j)
        } else if tail.base == nil {
          tail.base = .some(settled(base, at: j) ?? growthBase(behind: j, end))
          tail.baseItem = j
          // dự toán Trung ương giao
          if j + 1 < end, case .issuer? = items[j + 1].cue {
            tail.next = j + 2
            break loop
          }
        } else {
          break loop
        }
        tail.next = j + 1
        if base == .plan, let after = planEnd(from: j + 1, end) {
          tail.next = after
          break loop
        }
        if base != .total {
          // "so với tháng trước và cùng kỳ" names two: the first serves.
          if j + 2 < end, isWord(j + 1, .and), case .base? = items[j + 2].cue { tail.next = j + 3 }
          break loop
        }
      case .cue(.dimension):
        tail.dimension = j
        tail.next = j + 1
        j += 1
        continue loop
      case .time(let time) where comparesTime(quantity, tail) && base(of: time) != nil:
        // gấp 2,5 lần năm 2019, bằng 97% quý II: an earlier time is the base.
        tail.base = .some(base(of: time))
        tail.next = j + 1
        break loop
      case .time(let time)
      where quantity.kind == .percent && clause.verb == .ratio
        && tail.words.contains { !isWord($0, .of) } && tail.base == nil && base(of: time) != nil:
        // bằng 78,6% số thu tháng 4
        tail.base = .some(base(of: time))
        tail.words = []
        tail.next = j + 1
        break loop
      case .time(let time):
        guard tail.words.isEmpty == false || quantity.kind != .percent, endsHere(j + 1, end) else {
          break loop
        }
        if case .day = time {} else if !begins(j, .before) { tail.time = time }
        tail.timeIsOwn = isWord(j - 1, .of)
        tail.next = j + 1
        break loop
      case _ where quantity.kind == .rank && item.isPlainWord:
        // xếp thứ 24/63 tỉnh, thành phố
        guard quantity.denominator != nil || !numberFollows(j, end) else { break loop }
        tail.next = j + 1
      case _ where quantity.kind == .times && tail.base == nil && (tail.isOfAnother || isOther(j)):
        guard item.isPlainWord, !isWord(j, .and), !isWord(j, .against) else { break loop }
        tail.isOfAnother = true
        tail.next = j + 1
      case .sign where isSlash(j) && j + 1 < end && items[j + 1].isQuantity:
        // 11 dự án/412 MW
        tail.next = j + 1
        break loop
      case .word, .sign:
        guard takesNoun, tail.base == nil else { break loop }
        if isWord(j, .against) || isWord(j, .with) || isWord(j, .by) && quantity.kind == .money {
          break loop
        }
        if isWord(j, .and) || isWord(j, .but),
          !continues(j + 1, end) || numberFollows(j + 1, end, stopsAtLink: true)
        {
          break loop
        }
        tail.words.append(j)
        count += item.tokens.count
        tail.next = j + 1
      case .cue(.head), .cue(.bare), .cue(.average), .cue(.rate), .cue(.growth):
        guard takesNoun, tail.base == nil,
          !numberFollows(j + 1, end) || tail.words.isEmpty == false && isGenitive(j - 1)
            || quantity.kind == .count && thresholdEnd(from: j + 1, end) != nil
            || quantity.kind == .percent && leadsToThreshold(j + 1, end)
        else { break loop }
        tail.words.append(j)
        count += item.tokens.count
        tail.next = j + 1
      case .cue(.issuer)
      where quantity.kind == .percent && !tail.words.isEmpty && tail.base == nil
        && closes(j + 1, end):
        // đạt 81,5% vốn được giao
        tail.base = .some(.plan)
        tail.words = []
        tail.next = j + 1
        break loop
      case .cue(.name), .cue(.partitive), .cue(.season), .cue(.actor), .cue(.law), .cue(.place),
        .cue(.priceBasis),
        .cue(.reference), .cue(.event), .cue(.outlook),
        .cue(.issuer), .cue(.title):
        guard takesNoun, tail.base == nil else { break loop }
        tail.words.append(j)
        count += item.tokens.count
        tail.next = j + 1
      case .cue(.verb(.exceed, _)) where takesNoun && j + 1 < end && items[j + 1].cue == .reference:
        // 10 mặt hàng vượt ngưỡng 1 tỷ USD
        tail.words += [j, j + 1]
        tail.next = j + 2
        j += 2
        continue loop
      case .cue(.aspect): break
      case .openBracket where quantity.kind == .count && tail.base == nil && bracketDepth == 0:
        // 2.045/8.930 xã (22,9%) đạt chuẩn nông thôn mới: the noun goes on behind the bracket.
        guard let close = bracketEnd(from: j, end), close + 1 < end else { break loop }
        let rest = self.tail(of: quantity, at: close, end)
        if rest.base == nil, !rest.words.isEmpty, rest.dimension == nil {
          tail.words += rest.words
          tail.behindBracket = close + 1..<rest.next
        }
        break loop
      case .cue(.restate): break loop
      case .cue(.reason):
        // 801 em tử vong do đuối nước, giảm 49 em: the cause is no subject of what follows.
        guard let after = causeEnd(from: j + 1, end) else { break loop }
        if quantity.kind == .count, !tail.words.isEmpty { tail.words += j..<after }
        tail.next = after
        break loop
      case .cue(.verb), .cue(.status), .cue(.bound):
        guard takesNoun,
          quantity.kind == .count || !tail.words.isEmpty || quantity.kind == .percent,
          tail.base == nil, !governsNumber(j, end),
          continues(j, end) || endsAsVerb(j, end)
            || quantity.kind == .count && !numberFollows(j + 1, end, stopsAtJoint: false)
        else { break loop }
        if quantity.kind == .money, tail.words.isEmpty { break loop }
        // hai nhóm giảm là bưu chính (0,07%)
        if isSingle(j, .copula), tail.words.contains(where: { items[$0].isMovementVerb }) {
          break loop
        }
        // 45% là nữ, 14,8% có trình độ cao đẳng
        if quantity.kind == .percent, tail.words.isEmpty,
          !isPredicate(j) || clause.verb != nil
            || numberFollows(j + 1, end) && !leadsToThreshold(j + 1, end)
        {
          break loop
        }
        tail.words.append(j)
        count += item.tokens.count
        tail.next = j + 1
      default: break loop
      }
      j += 1
    }
    return tail
  }

  /// so với mức tăng 6,75% của 9 tháng năm 2017: growth is compared with that of another time.
  private func growthBase(behind i: Int, _ end: Int) -> Base? {
    guard i + 1 < end, items[i + 1].isMovementVerb else { return nil }
    for j in (i + 2)..<max(i + 2, min(i + 8, end)) {
      switch items[j].kind {
      case .time(let time): return base(of: time)
      case .cue(.base(let base?)): return settled(base, at: j)
      case .comma, .semicolon, .stop: return nil
      default: continue
      }
    }
    return nil
  }

  /// 92,3% có quy mô vốn dưới 10 tỷ đồng: whether the words before the next number name a limit.
  private func leadsToThreshold(_ i: Int, _ end: Int) -> Bool {
    guard let number = items[i..<max(i, end)].firstIndex(where: \.isQuantity), number - i <= 5
    else { return false }
    return (i..<number).contains { thresholdEnd(from: $0, end) != nil }
  }

  /// tốt hơn
  private func isComparative(_ i: Int) -> Bool {
    items[i].isPlainWord && endsComparing(i)
  }

  /// Whether a percentage before it counts those of whom it is said: có, là, dự kiến.
  private func isPredicate(_ i: Int) -> Bool {
    switch items[i].cue {
    case .verb(.link, nil)?, .status(.forecast)?: true
    default: false
    }
  }

  /// Where a cause ends that states nothing itself; `nil` where it has a number or a verb of its own.
  private func causeEnd(from i: Int, _ end: Int) -> Int? {
    for j in i..<max(i, end) {
      switch items[j].kind {
      case .comma, .semicolon, .stop, .closeBracket: return j
      case .quantity, .damaged, .time, .openBracket, .cue(.base), .cue(.verb), .colon: return nil
      default: continue
      }
    }
    return max(i, end)
  }

  func isSlash(_ i: Int) -> Bool {
    guard case .sign = items[i].kind, let token = items[i].tokens.first else { return false }
    return document.bytes[Int(document.tokens[token].span.start)] == UInt8(ascii: "/")
  }

  private func bracketEnd(from i: Int, _ end: Int) -> Int? {
    (i..<end).first {
      if case .closeBracket = items[$0].kind { return true }
      return false
    }
  }

  /// trên 95% kế hoạch vốn đầu tư công: where the words end that say which plan.
  private func planEnd(from i: Int, _ end: Int) -> Int? {
    var j = i
    while j < end, j < i + 6, items[j].isPlainWord, !isWord(j, .and), !isWord(j, .but),
      !isWord(j, .against)
    {
      j += 1
    }
    return j > i && endsHere(j, end) ? j : nil
  }

  private func comparesTime(_ quantity: Quantity, _ tail: Tail) -> Bool {
    guard tail.base == nil, tail.words.isEmpty else { return false }
    return quantity.kind == .times
      || quantity.kind == .percent && (clause.verb == .ratio || clause.verb == .multiple)
  }

  /// A base that names a month or a quarter is judged by it: so với quý IV/2024 is the quarter before.
  func settled(_ base: Base?, at i: Int) -> Base? {
    guard base == .samePeriod || base == .previousPeriod, let report = context.report,
      let named = items[i].named
    else { return base }
    let current = plannedPeriod()?.end ?? report.period.end
    let year = named.year == 0 ? current.year : Int(named.year)
    if named.isQuarter {
      return Int(named.month) == current.month && year < current.year
        ? .samePeriod : .previousPeriod
    }
    if Int(named.month) == current.month { return year == current.year ? base : .samePeriod }
    return named.month == 12 && year == current.year - 1 && named.year != 0
      ? .yearEnd : .previousPeriod
  }

  /// Whether item `i` is a plain word of the class.
  func isWord(_ i: Int, _ wordClass: WordClass) -> Bool {
    guard items.indices.contains(i), case .word = items[i].kind else { return false }
    return begins(i, wordClass)
  }

  /// Whether item `i`, of whatever kind, is one word of the class.
  func isSingle(_ i: Int, _ wordClass: WordClass) -> Bool {
    items[i].tokens.count == 1 && begins(i, wordClass)
  }

  func begins(_ i: Int, _ wordClass: WordClass) -> Bool {
    vocabulary.isWord(document.tokens[items[i].tokens.lowerBound], wordClass)
  }

  private func isGenitive(_ i: Int) -> Bool {
    isWord(i, .of) || isWord(i, .about)
  }

  private func startsWithSo(_ i: Int) -> Bool {
    begins(i, .against)
  }

  private func endsHere(_ i: Int, _ end: Int) -> Bool {
    guard i < end else { return true }
    switch items[i].kind {
    case .comma, .semicolon, .stop, .closeBracket: return true
    default: return false
    }
  }

  /// 15 sản phẩm tăng, 8 sản phẩm giảm so với cùng kỳ: the verb says what was counted.
  private func endsAsVerb(_ i: Int, _ end: Int) -> Bool {
    switch items[i].cue {
    case .verb(.up, _)?, .verb(.down, _)?: break
    default: return false
    }
    if endsHere(i + 1, end) || isWord(i + 1, .and) { return true }
    if case .base? = items[i + 1].cue { return endsHere(i + 2, end) }
    return false
  }

  /// Whether a number comes before the next comma.
  private func numberFollows(
    _ i: Int, _ end: Int, stopsAtLink: Bool = false, stopsAtJoint: Bool = true
  ) -> Bool {
    for j in i..<max(i, min(i + 12, end)) {
      switch items[j].kind {
      case .quantity: return true
      case .comma, .semicolon, .stop, .openBracket: return false
      case .cue(.verb(.link, _)) where stopsAtLink: return false
      case .word, .cue(.aspect):
        guard stopsAtJoint || isSingle(j, .but) else { continue }
        if isSingle(j, .and) || isSingle(j, .with) || isSingle(j, .but) { return false }
      default: continue
      }
    }
    return false
  }

  /// Whether the cue at `i` stands right before a number.
  private func governsNumber(_ i: Int, _ end: Int) -> Bool {
    var next = i + 1
    while next < end {
      switch items[next].kind {
      case .quantity, .damaged: return true
      case .cue(.bound), .cue(.aspect), .cue(.verb), .cue(.status), .time, .cue(.respective):
        next += 1
      default: return false
      }
    }
    return false
  }

  /// Whether the words from `i` go on as words, with no number before the next comma.
  private func continues(_ i: Int, _ end: Int) -> Bool {
    var j = i
    while j < end, j < i + 3 {
      switch items[j].kind {
      case .quantity, .damaged: return false
      case .cue(.verb(.up, _)), .cue(.verb(.down, _)), .cue(.verb(.ratio, _)),
        .cue(.verb(.share, _)),
        .cue(.verb(.multiple, _)), .cue(.verb(.exceed, _)):
        return false
      case .comma, .semicolon, .stop: return j > i
      default: j += 1
      }
    }
    return true
  }
}
