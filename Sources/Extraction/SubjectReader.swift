import Observations
import Quantities
import RuleLanguage
import TextModel

/// Cuts the subject out of the words before and behind a number.
struct SubjectReader {
  let document: TokenizedDocument
  let vocabulary: Vocabulary
  let items: [Item]

  /// Words before a number, as item indices, commas among them.
  struct Wording {
    var text = ""
    var isBare = false
    var isRate = false
    var isStock = false
    var isGrowth = false
    var isStructure = false
    /// Names a part of every economy: khu vực ngoài nhà nước.
    var isSector = false
    /// Names only where, or only at which prices.
    var isPlace = false
    var isPriceBasis = false
    /// tỷ lệ học sinh giỏi, khá: the members of a list share its first words.
    var isSharedHead = false
    /// Only bình quân.
    var isAverage = false
    /// The words behind its bare noun: lúa of "diện tích lúa".
    var owner = ""
    /// Says only that something happened: xảy ra.
    var isEvent = false
    /// Begins with the name of a quantity: tổng, diện tích, tỷ lệ.
    var isIndicator = false
    /// Ends with cho: the counted noun belongs to it.
    var isOpen = false
    /// How many tokens it has.
    var words = 0
    /// What its first word does.
    var firstClass: WordClass = []
    /// The item that it begins with.
    var first: Int?
  }

  /// The most words that a segment before a comma may have to be taken for a part of a name.
  private static let longestJoined = 14

  func wording(of indices: some Collection<Int>) -> Wording {
    wording(of: Array(indices))
  }

  func wording(of indices: [Int]) -> Wording {
    // Most numbers of a list have no words of their own.
    guard indices.contains(where: { !items[$0].isComma }) else { return Wording() }
    // nhờ áp dụng tiến bộ kỹ thuật nên năng suất đạt 45,5 tạ/ha
    if let hence = indices.lastIndex(where: { items[$0].isPlainWord && has(.hence, $0) }),
      hence + 1 < indices.count, hence > 0
    {
      return wording(of: Array(indices[(hence + 1)...]))
    }
    guard indices.contains(where: { items[$0].isComma }) else {
      return describe(trim(withoutActor(indices)))
    }
    let parts = segments(withoutSetting(indices))
    guard !parts.isEmpty else { return Wording() }
    var first = parts.count - 1
    while first > 0, joins(parts[first - 1], parts[first]) { first -= 1 }
    let chosen = Array(parts[first...].joined(separator: [-1]))
    return describe(chosen)
  }

  /// The words without the segments at their beginning that only set the scene: Theo Nghị định 171,
  /// Nhân kỷ niệm 78 năm, Dịp giáp hạt.
  private func withoutSetting(_ indices: [Int]) -> [Int] {
    var rest = indices[...]
    while let comma = rest.firstIndex(where: { items[$0].isComma }) {
      let segment = rest[..<comma]
      let later = rest[(comma + 1)...]
      guard later.contains(where: { !items[$0].isComma }) else {
        // Theo kết quả điều tra, toàn tỉnh có 36.420 con trâu; Kết quả, 14/15 chỉ tiêu đạt
        if let first = segment.first, case .word = items[first].kind,
          has(.by, first) || segment.count <= 2 && setsScene(segment)
        {
          return []
        }
        break
      }
      if !segment.isEmpty, !setsScene(segment) { break }
      rest = later
    }
    return withoutActor(Array(rest))
  }

  /// Whether the words only set the scene.
  func setsScene(_ words: [Int]) -> Bool { setsScene(words[...]) }

  private func setsScene(_ segment: ArraySlice<Int>) -> Bool {
    guard let first = segment.first else { return false }
    if case .word = items[first].kind, has(.setting, first) || has(.about, first) { return true }
    return segment.contains {
      switch items[$0].cue {
      case .reference?, .law?: return true
      default: return false
      }
    }
  }

  /// Công an bắt 27 vụ: who does it is no part of what is done.
  private func withoutActor(_ indices: [Int]) -> [Int] {
    var rest = indices[...]
    while let first = rest.first {
      if case .actor? = items[first].cue {
        rest.removeFirst()
      } else if let next = rest.dropFirst().first, has(.actor, first), has(.doing, next),
        case .word = items[first].kind
      {
        rest.removeFirst()
      } else {
        break
      }
    }
    guard rest.count < indices.count, let next = rest.first else { return indices }
    switch items[next].cue {
    case .event?, .verb(.link, _)?: return Array(rest)
    default: return has(.doing, next) ? Array(rest) : indices
    }
  }

  /// The item indices of `indices` between its commas, without empty ones.
  private func segments(_ indices: [Int]) -> [[Int]] {
    var parts: [[Int]] = [[]]
    for index in indices {
      if items[index].isComma { parts.append([]) } else { parts[parts.count - 1].append(index) }
    }
    return parts.map(trim).filter { !$0.isEmpty }
  }

  /// Whether the comma between two segments stands inside one name.
  private func joins(_ left: [Int], _ right: [Int]) -> Bool {
    guard let start = right.first, let end = left.last else { return false }
    // …, trong tháng chấp thuận: a time between them begins another clause.
    if items[end..<max(end, start)].contains(where: \.isTime) { return false }
    switch items[start].cue {
    case .head?, .bare?, .average?, .rate?, .growth?, .event?: return false
    default: break
    }
    let words = left.reduce(0) { $0 + items[$1].tokens.count }
    guard words <= Self.longestJoined else { return false }
    // tỷ lệ án bị hủy, sửa do lỗi chủ quan
    if case .rate? = items[left[0]].cue, right.count <= 4 { return true }
    // A segment of a whole clause has a verb of its own.
    return !left.contains { isClausal($0) }
  }

  private func isClausal(_ index: Int) -> Bool {
    if case .word = items[index].kind { return has(.clausal, index) }
    return false
  }

  private func has(_ wordClass: WordClass, _ index: Int) -> Bool {
    let symbol = document.tokens[items[index].tokens.lowerBound].symbol
    return vocabulary.wordClass(symbol).contains(wordClass)
  }

  /// Takes conjunctions off both ends.
  private func trim(_ segment: [Int]) -> [Int] {
    var segment = segment
    while let first = segment.first, isJoint(first) { segment.removeFirst() }
    while let last = segment.last, isJoint(last) { segment.removeLast() }
    return segment
  }

  private func isJoint(_ index: Int) -> Bool {
    switch items[index].kind {
    case .word, .sign, .stop, .dash, .cue(.verb(.link, _)), .cue(.verb(.reach, _)):
      return items[index].tokens.count == 1 && has(.joint, index)
    default: return false
    }
  }

  private func describe(_ indices: [Int]) -> Wording {
    var wording = Wording()
    var kinds = Kinds()
    // Neighbouring items are one piece of the text.
    var run: Range<Int>?
    func close(_ run: Range<Int>?, _ separator: String) {
      guard let run else { return }
      if !wording.text.isEmpty { wording.text += separator }
      wording.text += document.string(run)
    }
    var separator = " "
    let kept = withoutLaws(indices)
    for index in kept {
      if index < 0 {
        close(run, separator)
        run = nil
        separator = ", "
        continue
      }
      var tokens = items[index].tokens
      // với vốn đăng ký
      if wording.words == 0, tokens.count > 1, has(.with, index) {
        tokens = tokens.lowerBound + 1..<tokens.upperBound
      }
      kinds.add(items[index].kind)
      wording.words += tokens.count
      if let open = run, open.upperBound == tokens.lowerBound {
        run = open.lowerBound..<tokens.upperBound
      } else {
        if run != nil {
          close(run, separator)
          separator = " "
        }
        run = tokens
      }
    }
    close(run, separator)
    kinds.describe(&wording)
    if let first = kept.first, first >= 0 {
      wording.first = first
      let token = document.tokens[items[first].tokens.lowerBound]
      wording.firstClass = vocabulary.wordClass(token.symbol)
      if case .cue(.head) = items[first].kind {
        wording.isSharedHead = !wording.firstClass.isDisjoint(with: [.number, .total])
      }
      if kinds.count > 1, case .cue(.bare) = items[first].kind {
        wording.owner = plainText(indices.drop { $0 < 0 || items[$0].cue == .bare })
      }
    }
    if let last = indices.last, last >= 0 {
      wording.isOpen = items[last].tokens.count == 1 && has(.for, last)
    }
    return wording
  }

  /// Which kinds of items a wording has.
  private struct Kinds {
    private(set) var count = 0
    private var bare = 0
    private var averages = 0
    private var places = 0
    private var priceBases = 0
    private var events = 0
    private var isRate = false
    private var isGrowth = false
    private var isStock = false
    private var isStructure = false
    private var isSector = false
    private var isIndicator = false
    private var isSharedHead = false

    mutating func add(_ kind: Item.Kind) {
      count += 1
      guard case .cue(let cue) = kind else { return }
      switch cue {
      case .bare:
        bare += 1
        if count == 1 { (isIndicator, isSharedHead) = (true, true) }
      case .average: averages += 1
      case .rate:
        isRate = true
        if count == 1 { (isIndicator, isSharedHead) = (true, true) }
      case .growth:
        isGrowth = true
        if count == 1 { (isIndicator, isSharedHead) = (true, true) }
      case .head(let head):
        if head == .stock { isStock = true }
        if head == .structure { isStructure = true }
        if head == .sector, count == 1 { isSector = true }
        if count == 1 { isIndicator = true }
      case .place: places += 1
      case .priceBasis: priceBases += 1
      case .event: events += 1
      default: break
      }
    }

    func describe(_ wording: inout Wording) {
      guard count > 0 else { return }
      wording.isRate = isRate
      wording.isGrowth = isGrowth
      wording.isStock = isStock
      wording.isStructure = isStructure
      wording.isSector = isSector && count == 1
      wording.isIndicator = isIndicator
      wording.isSharedHead = isSharedHead
      wording.isBare = bare + averages == count || isRate && count == 1 && wording.words <= 2
      wording.isAverage = averages == count
      wording.isPlace = places == count
      wording.isPriceBasis = priceBases == count
      wording.isEvent = events == count
    }
  }

  private func plainText(_ indices: some Sequence<Int>) -> String {
    indices.filter { $0 >= 0 }.map { document.string(items[$0].tokens) }.joined(separator: " ")
  }

  private func isLaw(_ index: Int) -> Bool {
    switch items[index].kind {
    case .cue(.law): return true
    // theo giá so sánh 2010 says how, (giá so sánh 2010) of what.
    case .cue(.priceBasis): return has(.by, index) && index > 0
    default: return false
    }
  }

  /// hộ dùng hóa đơn theo Nghị định 70/2025/NĐ-CP: by which law is no part of the name.
  private func withoutLaws(_ indices: [Int]) -> [Int] {
    guard indices.contains(where: { $0 >= 0 && isLaw($0) }) else { return indices }
    var kept: [Int] = []
    for index in indices {
      if index >= 0, isLaw(index) {
        if let last = kept.last, last >= 0, has(.by, last) { kept.removeLast() }
      } else {
        kept.append(index)
      }
    }
    return kept
  }

  /// The plain words of some items, in their order.
  func text(_ indices: [Int]) -> String { indices.isEmpty ? "" : describe(trim(indices)).text }

  /// The members of a list of subjects: A, B và C; `nil` where there are not `count` of them.
  ///
  /// - Parameter divides: whether a name of the tables may be several members: trâu, bò.
  func members(_ indices: [Int], count: Int, divides: Bool = false) -> [String]? {
    // Một số ngành tăng khá là A, B: the list begins behind the verb.
    var listed = indices
    if let link = indices.indices.last(where: { beginsList(behind: $0, indices) }) {
      listed = Array(indices[(link + 1)...])
    }
    var parts = segments(withoutSetting(listed))
    // Kỳ thi năm học 2004-2005, tỉ lệ tốt nghiệp tiểu học, THCS: the list begins with the quantity.
    if let head = parts.firstIndex(where: { describe($0).isSharedHead }) {
      parts = Array(parts[head...])
    }
    if parts.count != count, let split = dividedLast(parts), split.count >= count {
      return distributed(split.suffix(count).map { describe($0).text })
    }
    if parts.count < count {
      guard divides else { return nil }
      let names = parts.flatMap { part -> [String] in
        let commas: [Substring] = describe(trim(part)).text.split(separator: ", ")
        return commas.flatMap { $0.split(separator: " và ").map { String($0) } }
      }
      return names.count == count ? distributed(names) : nil
    }
    let members = parts.suffix(count).map { describe(trim($0)) }
    return members[0].isSharedHead ? distributed(members.map(\.text)) : members.map(\.text)
  }

  /// The segments with the one at the end cut in two at và.
  private func dividedLast(_ parts: [[Int]]) -> [[Int]]? {
    guard let last = parts.last else { return nil }
    for (k, index) in last.enumerated().reversed() {
      guard case .word = items[index].kind, has(.and, index) else { continue }
      let left = trim(Array(last[..<k]))
      let right = trim(Array(last[(k + 1)...]))
      if !left.isEmpty, !right.isEmpty { return parts.dropLast() + [left, right] }
    }
    return nil
  }

  /// Whether a list begins behind the verb at place `k`: là, or có before the name of a quantity.
  private func beginsList(behind k: Int, _ indices: [Int]) -> Bool {
    guard case .verb(.link, _)? = items[indices[k]].cue, k + 1 < indices.count else { return false }
    if items[indices[k]].tokens.count == 1, has(.copula, indices[k]) { return true }
    switch items[indices[k + 1]].cue {
    case .head?, .rate?, .bare?: return true
    default: return false
    }
  }

  /// A short member takes the head of the first: tỷ lệ học sinh xếp loại giỏi, khá.
  private func distributed(_ members: [String]) -> [String] {
    guard let first = members.first else { return members }
    let head = first.split(separator: " ")
    let isShort = members.dropFirst().allSatisfy { $0.split(separator: " ").count <= 2 }
    return members.enumerated().map { k, member in
      let words = member.split(separator: " ")
      guard k > 0, isShort, words.count + 2 < head.count else { return member }
      return (head.dropLast(words.count) + words).joined(separator: " ")
    }
  }
}
