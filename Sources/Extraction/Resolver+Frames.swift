import Observations
import Quantities
import RuleLanguage
import TextModel

// Labels, titles, and the wholes whose parts follow.
extension Resolver {
  /// Từ 15 đến 18 tiêu chí: 12 xã. The numbers of a label are part of its name.
  mutating func markLabel() {
    let first = firstItem()
    var colon = first
    var hasQuantity = false
    while colon < items.count, colon - first < Self.longestLabel {
      switch items[colon].kind {
      case .colon:
        guard hasQuantity, colon + 1 < items.count else { return }
        let next = items[(colon + 1)...].prefix(4)
        guard
          next.first?.isMeasured == true
            || next.first?.isVerb == true && next.contains(where: \.isMeasured)
        else { return }
        let tokens = items[first].tokens.lowerBound..<items[colon].tokens.lowerBound
        items.replaceSubrange(first..<colon, with: [Item(kind: .word, tokens: tokens)])
        subjects = SubjectReader(document: document, vocabulary: vocabulary, items: items)
        return
      case .quantity: hasQuantity = true
      case .word, .sign, .dash, .cue(.bound), .cue(.name), .cue(.head), .cue(.verb(.link, _)): break
      default: return
      }
      colon += 1
    }
  }

  /// How many items a label with numbers may have.
  static let longestLabel = 10

  /// Theo kỳ hạn, ngắn hạn 13.790 tỷ đồng; Trong tổng dư nợ, nông nghiệp 4.236 tỷ đồng: a sentence
  /// that begins so is about parts.
  mutating func openBreakdown(at i: Int) {
    guard isFirst, bracketDepth == 0, let first = clause.words.first, clause.words.count <= 6,
      clause.words.allSatisfy({ isNameWord($0) }),
      clause.verb == nil
    else { return }
    if isWord(first, .inside), clause.words.contains(where: { items[$0].cue == .growth }),
      let whole = context.subjects.first(where: { $0.parent.isEmpty })
    {
      // GRDP tăng 7,46%. Trong mức tăng chung, dịch vụ đóng góp 0,6 điểm.
      context.frames.append(frame(of: whole, .sentence))
      clause.words = []
      return
    }
    if isWord(first, .by), clause.words.count == 2, begins(clause.words[1], .timeSpan),
      let whole = context.subjects.first(where: { $0.parent.isEmpty })
    {
      // Riêng xây dựng kéo lùi 0,12 điểm. Theo quý, quý I tăng 13,1%: the whole, time by time.
      context.subject = whole
      clause.words = []
      return
    }
    if isWord(first, .by), let whole = whole(before: i), whole.unit?.kind != .percent,
      !clause.words.dropFirst().contains(where: {
        document.tokens[items[$0].tokens.lowerBound].flags.contains(.capitalized)
      })
    {
      context.frames.append(frame(of: whole, .sentence))
      clause.words = []
    } else if isWord(first, .inside), clause.words.count > 1 {
      let name = subjects.text(Array(clause.words.dropFirst()))
      guard !name.isEmpty else { return }
      let known = context.subjects.last { WordKeys(name).isSubset(of: WordKeys($0.text)) }
      var frame =
        known.map { self.frame(of: $0, .sentence) } ?? Frame(parent: name, extent: .sentence)
      frame.parent = name
      context.frames.append(frame)
      clause.words = []
    }
  }

  private func isNameWord(_ i: Int) -> Bool {
    switch items[i].cue {
    case .growth?, .partitive?, .name?, .head?: true
    default: items[i].isPlainWord
    }
  }

  mutating func semicolon() {
    takeClauseTime()
    clause = Clause()
    clause.isApart = true
    context.returnToWhole()
    context.frames.removeAll { $0.isSingle }
    context.clauseBase = nil
  }

  /// A label (Thu nội địa: 1.204 tỷ), or the title of a list (Sản phẩm chủ yếu: đường 168 tấn).
  mutating func colon(_ i: Int) {
    var next = i + 1
    while next < items.count {
      switch items[next].kind {
      case .time:
        next += 1
        continue
      case .cue(.verb(.link, _)), .cue(.bound), .cue(.aspect):
        next += 1
        continue
      default: break
      }
      break
    }
    let isLabel = next < items.count && items[next].isQuantity
    if isLabel {
      clause.afterLabel = true
      return
    }
    if next < items.count, opensQuotation(next) {
      // Ông Nguyễn Văn Thắng kể: “Quý II, đơn hàng chỉ bằng 60% cùng kỳ”
      takeClauseTime()
      clause = Clause()
      return
    }
    let title = subjects.wording(of: clause.words)
    if clause.status == .plan || clause.isPlanned && title.words <= 2 {
      // KH T5: what follows are targets.
      context.sentenceStatus = .plan
      takeClauseTime()
      clause = Clause()
      return
    }
    let isLast = i == items.count - 1
    if clause.opensList, let last = context.frames.indices.last {
      if isLast { context.frames[last].extent = .list }
      takeClauseTime()
      clause = Clause()
      return
    }
    if !title.text.isEmpty, isNumbered, !isLast, !title.isStructure {
      // 1. Nông nghiệp: Cả năm gieo sạ…: a heading in the line.
      takeClauseTime()
      clause = Clause()
      return
    }
    if title.isPlace || subjects.setsScene(clause.words) || isReportTitle {
      takeClauseTime()
      clause = Clause()
      return
    }
    if !title.text.isEmpty, !isLast, !title.isStructure, isClause() {
      // Biển cũng không phụ người: ngư dân đánh bắt 43.500 tấn
      takeClauseTime()
      clause = Clause()
      return
    }
    if !title.text.isEmpty {
      context.frames.removeAll { $0.extent == .sentence }
      context.frames.append(
        Frame(
          parent: title.text, extent: isLast ? .list : .sentence,
          period: clause.time.flatMap { context.resolve($0) }, isLabel: true,
          isStructure: title.isStructure, contributes: clause.verb == .contribute))
      let subject = Subject(text: title.text)
      context.subject = subject
      context.owner = subject
      if isFirst, !isLast { context.label = subject }
    } else if isLast, let whole = isFirst ? nil : sentenceWhole ?? context.subject {
      // Thu ngân sách 702,3 tỷ đồng, đạt 46,4% dự toán: its parts follow in bullets.
      context.frames.removeAll { $0.extent == .sentence }
      context.frames.append(frame(of: whole, .list))
    } else if isLast, var whole = context.frames.last {
      whole.extent = .list
      whole.mark = nil
      context.frames.removeAll { $0.extent == .sentence }
      context.frames.append(whole)
    } else if !isLast, !isFirst, let whole = context.subject, whole.unit != nil {
      // Đã giải quyết 9.530 hồ sơ: trước hạn 7.718, đúng hạn 1.764.
      context.frames.removeAll { $0.extent == .sentence }
      context.frames.append(frame(of: whole, .sentence))
    }
    takeClauseTime()
    clause.words = []
    clause.verb = nil
    clause.sign = nil
  }

  /// Kết quả điều tra 01/10/2010, Một số chỉ tiêu chủ yếu: no whole of what follows.
  private var isReportTitle: Bool {
    let words = clause.words.filter { !items[$0].isComma }
    guard let first = words.first else { return false }
    return items[first].cue == .title
      || words.count > 1 && items[first].cue == .partitive && items[words[1]].cue == .base(.plan)
  }

  private func opensQuotation(_ i: Int) -> Bool {
    let token = document.tokens[items[i].tokens.lowerBound]
    let text = document.bytes[token.span.range]
    return text.starts(with: "“".utf8) || text.first == UInt8(ascii: "\"")
  }

  /// Whether the words before the colon say something, and are no title.
  private func isClause() -> Bool {
    clause.words.count > 2 && context.openSign == nil
      && !clause.words.contains { items[$0].cue == .partitive }
      && (clause.hasAspect || clause.words.contains { isWord($0, .clausal) } || isJudgement)
  }

  /// Gạo là mặt hàng gặp khó nhất
  private var isJudgement: Bool {
    guard let link = clause.verbItem, isSingle(link, .copula), let first = clause.words.first,
      let last = clause.words.last
    else { return false }
    return first < link && link < last
  }

  /// Whether the line begins with a number of its own: 1. Nông nghiệp
  var isNumbered: Bool {
    guard let first = items.first, case .sign = first.kind, let token = first.tokens.first else {
      return false
    }
    return document.tokens[token].kind == .number
  }

  /// The first level of the sentence's subjects: what its list is about.
  var sentenceWhole: Subject? {
    guard let name = found.first(where: { $0.measure == .level })?.indicator else { return nil }
    return context.subjects.last { $0.text == name }
  }

  func frame(of whole: Subject, _ extent: Frame.Extent) -> Frame {
    Frame(
      parent: whole.text, extent: extent, unitName: whole.unitName, period: whole.period,
      status: whole.status)
  }

  mutating func open(_ opening: Cue.Opening, at i: Int) {
    let title = subjects.wording(of: clause.words)
    if opening == .close {
      context.frames.removeAll()
      clause.words = []
      return
    }
    if opening == .parts, hasSeveralSubjects(),
      !context.frames.contains(where: { $0.extent == .sentence }),
      isSingle(i, .only), !isPartOfLast(i)
    {
      // The last member of a list of equals.
      return
    }
    if isFirst, context.sentencePeriod == nil, clause.time == nil, title.text.isEmpty {
      context.sentencePeriod = context.lastPeriod
    }
    // riêng tháng 6: another time of the same indicator, no part.
    if i + 1 < items.count, case .time = items[i + 1].kind { return }
    takeClauseTime()
    if !title.text.isEmpty, isFirst || title.words > 2 {
      let subject = Subject(text: title.text)
      context.subject = subject
      context.owner = subject
    }
    if let whole = title.text.isEmpty ? whole(before: i) : context.subject {
      let outer = context.frames.last { $0.extent == .sentence }
      let isMember = outer != nil && opening != .list && bracketDepth == 0 && isMember(whole)
      // may mặc tăng 2%, trong đó áo 3%: parts of a part, until a semicolon.
      let isNested = isMember && begins(i, .inside) && whole.unit != nil && !clause.isApart
      if !isNested { context.frames.removeAll { $0.extent == .sentence } }
      var frame = frame(of: whole, .sentence)
      if isMember, !isNested, let outer { frame = outer }
      frame.isSingle = isSingle(i, .only) && !isMember || isNested
      // Xuất khẩu ước 1,7 tỷ USD. Dẫn đầu là gạo: a sentence of its own says itself how final it is.
      if isFirst, opening == .leading { frame.status = .actual }
      context.frames.append(frame)
      clause.opensList = opening == .list
      clause.isApart = false
    }
    clause.words = []
    clause.verb = nil
    clause.sign = nil
  }

  /// đàn gia cầm 352 nghìn con, tăng 5,1%, riêng gà 276 nghìn con: counted as the last one was.
  private func isPartOfLast(_ i: Int) -> Bool {
    guard let last = found.last, let current = context.subject, current.text == last.indicator,
      !current.unitName.isEmpty
    else { return false }
    for item in items[i...].prefix(12) {
      switch item.kind {
      case .quantity(let quantity): return quantity.unitName == current.unitName
      case .cue(.verb(.up, _)), .cue(.verb(.down, _)), .semicolon: return false
      default: continue
      }
    }
    return false
  }

  func hasSeveralSubjects() -> Bool {
    guard let one = found.first else { return false }
    return found.contains {
      $0.indicator.utf8.count != one.indicator.utf8.count || $0.indicator != one.indicator
    }
  }

  /// The whole of the parts that begin at `i`: the last subject that is counted as they are.
  func whole(before i: Int) -> Subject? {
    guard let current = context.subject else { return nil }
    // thuế sản phẩm đóng góp 0,23 điểm. Riêng công nghiệp đóng góp 85,9%: to the same whole.
    if isFirst, let last = observations.last, last.measure == .contribution,
      last.indicator == current.text,
      !current.parent.isEmpty
    {
      return context.subjects.last { $0.text == current.parent } ?? Subject(text: current.parent)
    }
    for item in items[i...].prefix(24) {
      guard let next = item.quantity, let unit = next.unit else { continue }
      if unit.kind == .percent || unit.kind == .points || current.unitName == next.unitName {
        return current
      }
      let own = context.subjects[min(context.sentenceSubjects, context.subjects.count)...]
      if let same = own.last(where: {
        $0.unitName == next.unitName && $0.parent != current.text
      })
        ?? own.last(where: {
          // cơ sở of cơ sở lưu trú
          $0.unitName.hasPrefix(next.unitName + " ") && $0.parent != current.text
        })
      {
        return same
      }
      // giải quyết việc làm cho 772 nghìn người. Đưa 78.640 lao động, gồm Nhật Bản 41.205 người
      if !own.isEmpty, current.unit?.kind == .count, unit.kind == .count { return current }
      return context.subjects.last { $0.unitName == next.unitName && $0.parent != current.text }
        ?? (current.isRate
          ? context.subjects.last { !$0.isRate && $0.unit?.kind == unit.kind } : nil) ?? current
    }
    return current.isBare ? context.owner ?? current : current
  }

  /// riêng among the members of a list names one more of them.
  func isMember(_ subject: Subject) -> Bool {
    context.frames.contains { $0.extent == .sentence && $0.parent == subject.parent }
  }

  /// A new whole closes the parts before it: the parent's own name, a total.
  mutating func closeFrames(
    for subject: Subject, _ quantity: Quantity, isTotal: Bool
  ) {
    guard let frame = context.frames.last, frame.extent != .bracket else { return }
    // …, trong đó cho thu hoạch 16.540 ha; sản lượng 28.700 tấn: what is counted otherwise is no part.
    let isOther =
      clause.isApart && subject.isRate && frame.extent == .sentence && frame.unitName != "%"
      || clause.isApart && frame.extent == .sentence && !frame.unitName.isEmpty
        && quantity.unitName != frame.unitName && quantity.kind != .percent
    // trong đó tiền gửi 2.706 tỷ đồng; dư nợ 1.741 tỷ đồng: another stock.
    let isOtherStock =
      clause.isApart && subject.isStock && frame.extent == .sentence && !frame.isLabel
      && WordKeys(subject.text).isDisjoint(with: WordKeys(frame.parent))
      && (context.subject.map { WordKeys(subject.text).isDisjoint(with: WordKeys($0.text)) } ?? true)
    if isOther || isOtherStock || isTotal && !isFirst
      || Subject.sameName(subject.text, frame.parent)
    {
      context.frames.removeAll { $0.extent != .bracket }
    }
  }
}
