import Observations
import Quantities
import TextModel

// Whom a number speaks of.
extension Resolver {
  mutating func subject(
    of quantity: Quantity, _ wording: SubjectReader.Wording, _ tail: inout Tail,
    _ reading: inout Reading
  ) -> Subject {
    if let other = sameElsewhere(wording, quantity, tail) { return other }
    // 500 - 510 triệu tấn hàng hóa: both ends are of one thing.
    if quantity.bound == .to, wording.text.isEmpty, !isFirst, let current = context.subject,
      found.last?.isRangeStart == true
    {
      return current
    }
    let kind = quantity.kind ?? .count
    let isRelative = kind == .percent || kind == .points || kind == .times
    let noun = subjects.text(tail.words)
    let current = context.subject
    var subject: Subject
    if isRelative {
      if wording.isGrowth, wording.words <= 4, !namesGrown, let current {
        subject = current
      } else if reading.measure == .contribution, clause.contributes, !wording.text.isEmpty,
        !isContributor(), var contributor = current, !isFirst
      {
        contributor.parent = wording.text
        subject = contributor
      } else if let anaphor = anaphor(wording) {
        subject = anaphor
      } else if reading.manner == "counted-group", clause.afterLabel, !noun.isEmpty {
        subject = Subject(text: noun, parent: wording.text)
      } else if reading.manner == "counted-group", !noun.isEmpty, !wording.text.isEmpty {
        // vận động 100% trẻ 6 tuổi vào lớp 1
        subject = made(wording, joined(wording.text, noun, ""), quantity)
      } else if !wording.text.isEmpty {
        subject = made(wording, wording.text, quantity)
      } else if reading.measure == .share, reading.manner == "counted-group", !noun.isEmpty {
        subject = Subject(text: noun, parent: frameParent() ?? groupWhole(tail))
        context.owner = subject
      } else if reading.measure == .change, let first = tail.words.first, tail.dimension == nil,
        isNamed(first) || isPlain(first)
      {
        // giảm 5% số vụ tai nạn giao thông
        subject = known(noun, quantity) ?? Subject(text: noun, parent: frameParent() ?? "")
      } else {
        subject = current ?? Subject(text: noun)
      }
      if !tail.whole.isEmpty, subject.parent.isEmpty { subject.parent = tail.whole }
      if reading.measure == .contribution, let verb = clause.contributionItem, !isContributor(),
        clause.words.contains(where: { $0 < verb && !items[$0].isComma })
      {
        // nhóm giao thông đẩy CPI chung tăng 0,12 điểm
        let own = subjects.wording(of: clause.words.filter { $0 < verb })
        if !own.text.isEmpty {
          subject = made(own, own.text, quantity)
          subject.parent = subjects.text(clause.words.filter { $0 > verb })
        }
      }
      if let dimension = tail.dimension {
        subject = dimensioned(dimension, subject, hasOwn: !wording.text.isEmpty)
      }
      if reading.measure == .share, !noun.isEmpty, reading.manner != "counted-group" {
        if !namesWholeAgain(tail) || subject.parent.isEmpty { subject.parent = noun }
      } else if reading.measure == .share, reading.manner == "spread", subject.parent.isEmpty,
        wording.text.isEmpty, let last = found.last(where: { $0.measure == .share }),
        !last.parent.isEmpty, last.indicator != subject.text
      {
        // điện chiếm 21,2%; tiếp theo là kinh doanh bất động sản 2,66 tỷ USD (14,0%): of the same.
        subject.parent = last.parent
      } else if reading.manner == "proven", reading.measure == .share, subject.parent.isEmpty,
        let whole = provenWhole(of: quantity), observations[whole].indicator != subject.text
      {
        subject.parent = observations[whole].indicator
      } else if reading.measure == .share, reading.manner == "share", subject.parent.isEmpty,
        wording.text.isEmpty, let whole = provenWhole(of: quantity),
        observations[whole].indicator != subject.text
      {
        subject.parent = observations[whole].indicator
      } else if reading.measure == .share, reading.manner == "share", subject.parent.isEmpty,
        wording.text.isEmpty, let last = lastShare, last.indicator != subject.text
      {
        // chế biến chiếm 48,2% tổng vốn đăng ký. Điện đứng thứ hai, chiếm 21,2%: of the same.
        subject.parent = last.parent
      } else if reading.measure == .share, reading.manner == "share", subject.parent.isEmpty,
        !wording.text.isEmpty, !isFirst, let whole = current
      {
        // Dân số 1.263.710 người, nữ chiếm 50,9%; nông nghiệp chiếm 26%, dịch vụ chiếm 39%: of the same.
        let sibling = found.last { $0.indicator == whole.text }
        subject.parent = sibling?.measure == .share ? sibling?.parent ?? "" : whole.text
      } else if reading.measure == .share, reading.manner != "fraction", subject.parent.isEmpty,
        wording.text.isEmpty, let own = current, !own.unitName.isEmpty, own.text == subject.text,
        let whole = context.subjects.last(where: {
          $0.unitName == own.unitName && $0.text != own.text
        })
      {
        // Thả nuôi tôm 2.346 ha, tôm chết 312 ha, chiếm 13,3%.
        subject.parent = whole.text
      } else if reading.measure == .contribution, bracketDepth > 0,
        let last = found.last(where: { $0.measure == .contribution }), !last.parent.isEmpty
      {
        // khu vực II đóng góp 0,29 điểm (riêng công nghiệp kéo lùi 0,14 điểm): to the same whole.
        subject.parent = last.parent
      } else if reading.measure == .contribution, subject.parent.isEmpty,
        let whole = context.subjects.first(where: { $0.parent.isEmpty && $0.text != subject.text })
      {
        subject.parent = whole.text
      } else if reading.measure == .contribution, subject.parent.isEmpty {
        subject.parent = tail.wholeGrowth
      } else if reading.measure == .share, reading.manner == "spread", !wording.text.isEmpty,
        let last = found.last, last.measure == .share
      {
        subject.parent = last.parent
      }
      return subject
    }
    if let anaphor = anaphor(wording) { return anaphor }
    if let season = season(wording, quantity, noun) { return season }
    if let before = context.beforeSlash, wording.text.isEmpty, reading.measure == .level {
      if kind != .count, let current { return current }
      if kind == .count {
        return Subject(
          text: joined(before, quantity.unit?.name ?? "", noun), parent: frameParent() ?? "")
      }
    }
    if clause.afterLabel, kind == .count, !noun.isEmpty {
      // Nhà ở: 1.427 nhà sập
      return Subject(
        text: joined(quantity.unit?.name ?? "", noun, ""), parent: frameParent() ?? "")
    }
    if !wording.text.isEmpty {
      var text = wording.text
      if kind == .count {
        if wording.isOpen {
          text = joined(text, quantity.unit?.name ?? "", noun)
        } else if !noun.isEmpty {
          text = joined(text, quantity.unit?.name ?? "", noun)
        } else if isVerbal(wording) || countsObjects(wording, quantity) {
          text = joined(text, quantity.unit?.name ?? "", "")
        }
      } else if !noun.isEmpty {
        text = joined(text, noun, "")
      }
      subject = made(wording, text, quantity)
      if !noun.isEmpty { subject.isBare = false }
      // Lũ làm 3 người chết, 11 người bị thương
      if isBare(tail.words) { subject.thing = wording.text }
      return subject
    }
    if reading.measure == .change {
      if !noun.isEmpty, let known = known(noun, quantity) { return known }
      if noun.isEmpty, clause.time == nil || quantity.kind == .count,
        let known = current.flatMap({ isCounted($0, in: quantity.unitName) ? $0 : nil })
          ?? context.subjects.last(where: { $0.unitName == quantity.unitName })
      {
        return known
      }
      // Giảm 41 phòng và 126 đơn vị sự nghiệp
      let isOther =
        kind == .count && current?.unit != nil && !isSingleClassifier(quantity)
        && current?.unitName != quantity.unitName
      if !noun.isEmpty || isOther {
        return Subject(
          text: joined(quantity.unit?.name ?? "", noun, ""), parent: frameParent() ?? "")
      }
      return current ?? Subject(text: quantity.unit?.name ?? "")
    }
    if noun.isEmpty {
      // Toàn tỉnh hiện có 3.727 doanh nghiệp: all of them, not the last ones named.
      if clause.time == .now, kind == .count {
        reading.inheritsSubject = false
        return Subject(text: quantity.unit?.name ?? "")
      }
      // trong đó khách quốc tế 1.150 lượt; lũy kế 1,46 triệu lượt: of all of them.
      if clause.isApart, let time = clause.time, time.isCumulative, let current,
        !current.parent.isEmpty,
        let whole = context.subjects.last(where: {
          $0.text == current.parent && $0.unitName == quantity.unitName
        })
      {
        context.frames.removeAll { $0.extent == .sentence }
        return whole
      }
      if isFirst, bracketDepth == 0, let current, !current.parent.isEmpty, frameParent() == nil,
        let whole = context.subjects.last(where: {
          $0.text == current.parent && $0.unitName == quantity.unitName
        })
      {
        // Đưa đi 60.500 lao động, gồm Nhật Bản 32.340. Riêng tháng 6 đưa đi 12.560: of all of them.
        reading.inheritsSubject = true
        return whole
      }
      if let current, current.unitName == quantity.unitName || kind != .count || current.unit == nil
      {
        reading.inheritsSubject = true
        return current
      }
      if let same = context.subjects.last(where: { $0.unitName == quantity.unitName }) {
        return same
      }
      var name = quantity.unit?.name ?? ""
      // kiểm tra 1.672 tổ chức đảng và 5.418 đảng viên
      if !context.action.isEmpty, let last = clause.words.last, isWord(last, .and),
        clause.words.count == 1
      {
        name = joined(context.action, name, "")
      }
      return Subject(text: name, parent: frameParent() ?? followedOwner())
    }
    var text = kind == .count ? joined(quantity.unit?.name ?? "", noun, "") : noun
    if !context.action.isEmpty, !clause.words.isEmpty,
      clause.words.allSatisfy({ items[$0].isComma || isWord($0, .and) })
    {
      text = joined(context.action, text, "")
    }
    if isBare(tail.words), let owner = context.owner {
      return Subject(
        text: text, parent: owner.thing.isEmpty ? owner.text : owner.thing, isBare: true)
    }
    if var known = known(noun, quantity) {
      if let parent = frameParent(), parent != known.text { known.parent = parent }
      return known
    }
    reading.inheritsSubject = false
    return Subject(
      text: text, parent: frameParent() ?? followedOwner(), isBare: isBare(tail.words))
  }

  /// Vụ đông 2001 - 2002 đã trồng 9.340 ha: where nothing else is named, the season is.
  private func season(_ wording: SubjectReader.Wording, _ quantity: Quantity, _ noun: String)
    -> Subject?
  {
    guard let item = clause.seasonItem, quantity.kind == .measure, noun.isEmpty, isFirst,
      frameParent() == nil, bracketDepth == 0,
      wording.text.isEmpty || wording.words <= 3 && wording.firstClass.contains(.doing)
    else { return nil }
    let name = document.string(
      items[item].tokens.prefix { document.tokens[$0].kind == .word })
    return Subject(text: joined(wording.text, name, ""))
  }

  /// gồm khu vực nhà nước 100,8 nghìn tỷ đồng, chiếm 33,7% tổng vốn: the whole of the list, in short.
  private func namesWholeAgain(_ tail: Tail) -> Bool {
    guard let parent = frameParent(), let first = tail.words.first, begins(first, .total),
      let last = tail.words.last
    else { return false }
    let noun = items[first].tokens.lowerBound + 1..<items[last].tokens.upperBound
    return noun.count <= 2
      && WordKeys(document.string(noun)).isSubset(of: WordKeys(parent))
  }

  /// The last share but few before this number, where it named its whole.
  private var lastShare: Observation? {
    guard context.subject.map({ $0.parent.isEmpty }) == true else { return nil }
    return observations.suffix(5).last { share in
      share.measure == .share && !share.parent.isEmpty
        && context.subjects.contains { $0.text == share.indicator }
    }
  }

  /// Tốc độ tăng thu đạt 7,9%: whether the words say what grows.
  private var namesGrown: Bool {
    guard let last = clause.words.last, isWord(last, .doing),
      let growth = clause.words.firstIndex(where: { items[$0].cue == .growth })
    else { return false }
    return clause.words.index(after: growth) == clause.words.endIndex - 1
  }

  /// riêng cửa khẩu Thanh Thủy, trừ yếu tố giá, xảy ra 14 vụ: what was named before, at another place,
  /// at other prices, at another time.
  private func sameElsewhere(
    _ wording: SubjectReader.Wording, _ quantity: Quantity, _ tail: Tail
  ) -> Subject? {
    // bình quân 13,4 tiêu chí/xã
    if wording.isAverage, quantity.kind == .count || quantity.kind == .measure,
      quantity.unitName.contains("/"), let unit = quantity.unit,
      clause.verb == nil || clause.verb == .link,
      isFirst || clause.isApart || clause.words.first.map({ items[$0].isComma }) == true
    {
      return Subject(
        text: joined(unit.name, wording.text, ""), parent: frameParent() ?? "", isBare: true)
    }
    guard tail.words.isEmpty else { return nil }
    if wording.isAverage, quantity.kind == .percent || quantity.kind == .points {
      return context.subject
    }
    if wording.isPriceBasis, let current = context.subject {
      return current.renamed(joined(current.text, wording.text, ""))
    }
    if wording.isPlace {
      // Hiện Lạng Sơn có 3.727 doanh nghiệp: all of them, not the last ones named.
      if clause.time == .now, quantity.kind == .count {
        return Subject(text: quantity.unit?.name ?? "")
      }
      let whole =
        isFirst
        ? context.subjects.last { $0.parent.isEmpty && $0.unitName == quantity.unitName } : nil
      guard var same = whole ?? sameCounted(quantity) else { return nil }
      if same.text == frameParent() { same.parent = "" }
      return elsewhere(same, wording) ?? same
    }
    let happens = wording.isEvent && wording.firstClass.contains(.happening)
    return happens && quantity.kind == .count ? sameCounted(quantity) : nil
  }

  /// The last subject counted in the unit of `quantity`; for a percentage the last of all.
  private func sameCounted(_ quantity: Quantity) -> Subject? {
    if quantity.kind == .percent || quantity.kind == .points { return context.subject }
    return context.subjects.last { $0.unitName == quantity.unitName }
  }

  /// Chỉ số này stands for what was named before it.
  private func anaphor(_ wording: SubjectReader.Wording) -> Subject? {
    // In a new sentence it is the whole that the last one was about, not its last part.
    let whole = isFirst ? context.subjects.last { $0.parent.isEmpty } : nil
    guard let current = whole ?? context.subject,
      let this = clause.words.lastIndex(where: { isWord($0, .this) }), this > 0
    else { return nil }
    let before = clause.words[..<this]
    guard let comma = before.lastIndex(where: { items[$0].isComma }) else { return current }
    let scope = subjects.wording(of: Array(before[..<comma]))
    guard !scope.text.isEmpty, !before.isEmpty, !isWord(before[0], .setting) else { return current }
    var subject = current.renamed(scope.text)
    subject.parent = current.text
    return subject
  }

  /// giảm 2% biên chế
  private func isPlain(_ i: Int) -> Bool {
    guard case .word = items[i].kind else { return false }
    return !begins(i, .joint) && !begins(i, .clausal) && clause.verbItem != nil
  }

  private func isNamed(_ i: Int) -> Bool {
    switch items[i].cue {
    case .head?, .rate?, .bare?: true
    default: isWord(i, .number)
    }
  }

  /// Whether the words stand before the verb of the contribution: xây dựng kéo lùi 0,12 điểm.
  private func isContributor() -> Bool {
    guard let verb = clause.contributionItem else { return false }
    return clause.words.allSatisfy { $0 < verb || items[$0].isComma }
  }

  /// 1.485 lao động, 78% có việc làm: where only a predicate follows, it is said of who came before.
  private func groupWhole(_ tail: Tail) -> String {
    guard let first = tail.words.first, let current = context.subject, !isFirst else { return "" }
    switch items[first].cue {
    case .verb?, .status?, .event?: return current.text
    case .name? where begins(first, .have): return current.text
    default: return begins(first, .doing) || begins(first, .clausal) ? current.text : ""
    }
  }

  /// với 3.106 lượt hộ vay hangs on what was named before it.
  private func followedOwner() -> String {
    if let hungOn { return hungOn }
    for i in clause.words where isWord(i, .with) { return context.owner?.text ?? "" }
    return ""
  }

  /// 52 dự án với nhu cầu vay 25.800 tỷ đồng: what the number right before với counts.
  private var hungOn: String? {
    guard let first = clause.words.first, isWord(first, .with), let last = found.last,
      last.measure == .level
    else { return nil }
    return last.indicator
  }

  func frameParent() -> String? { context.frames.last?.parent }

  /// A subject of its own words, with the parent that a list, a bracket or an owner gives it.
  private mutating func made(
    _ wording: SubjectReader.Wording, _ text: String, _ quantity: Quantity
  ) -> Subject {
    var subject = Subject(text: text)
    subject.isRate = wording.isRate
    subject.isStock = wording.isStock
    subject.isGrowth = wording.isGrowth
    subject.isBare = wording.isBare
    subject.thing = wording.owner
    closeFrames(for: subject, quantity, isTotal: wording.firstClass.contains(.total))
    // The same subject again, or the next of a list of stocks, stands at the same moment.
    if let same = context.subjects.last(where: { Subject.sameName($0.text, subject.text) }) {
      subject.isStock = subject.isStock || same.isStock
      subject.unit = same.unit
      subject.unitName = same.unitName
    }
    if let last = hungOn, !Subject.sameName(last, subject.text) {
      subject.parent = last
    } else if wording.isBare, let owner = context.owner, !Subject.sameName(owner.text, subject.text)
    {
      subject.parent = owner.thing.isEmpty ? owner.text : owner.thing
    } else {
      subject.parent = frameParent() ?? ""
      if wording.isSector, subject.parent.isEmpty { subject.parent = sectorWhole(quantity) }
      if wording.isBare { subject.isBare = false }
      if subject.parent.isEmpty, let label = context.label, wording.words <= 3,
        wording.firstClass.contains(.doing), quantity.kind == .measure
      {
        subject.parent = label.text
      }
    }
    return subject
  }

  /// Khu vực ngoài nhà nước 268 tỷ đồng, in a sentence of its own: a part of what the paragraph is about.
  private func sectorWhole(_ quantity: Quantity) -> String {
    let whole = context.subjects.last {
      $0.parent.isEmpty && !$0.isBare
        && (quantity.kind == .percent || $0.unitName == quantity.unitName)
    }
    if let whole { return whole.text }
    // Its sisters have what they are parts of.
    return context.subjects.last { !$0.parent.isEmpty && $0.unitName == quantity.unitName }?.parent
      ?? ""
  }
}
