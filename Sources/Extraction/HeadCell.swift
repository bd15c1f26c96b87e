import Observations
import Quantities
import TextModel

/// What the words over one column say, a group's head and the column's own together.
struct HeadCell {
  enum Mark {
    case word(ColumnWord)
    case time(PeriodExpression)
    case base(Base, HeadBase)

    /// Whether it says by itself what is compared with.
    var isBase: Bool {
      switch self {
      case .base, .word(.plan), .word(.lastYear): true
      default: false
      }
    }
  }

  /// In the order of the words.
  private(set) var marks: [Mark] = []
  /// From bracketed units: Thực hiện (tỷ đồng).
  private(set) var unit: TableUnit?
  /// A % outside a bracket: % so KH.
  private(set) var isPercent = false
  /// Bình quân giai đoạn 2021-2023: of each of the years.
  private(set) var isMean = false
  /// Trong đó: quý IV, or what stands under Trong đó: a part of the column before.
  private(set) var isPart = false
  /// The thing that is measured: Diện tích (ha), Sản lượng tháng 9.
  private(set) var noun = ""

  /// With `isNamed` words that say nothing else name a thing.
  init(_ ranges: [Range<Int>], _ tools: TableTools, isNamed: Bool = false) {
    isPart = Self.opensParts(ranges, tools)
    let ranges = ranges.map { Self.part($0, tools) }.filter { !$0.isEmpty }
    for range in ranges { add(range, tools) }
    guard isNamed, marks.isEmpty, noun.isEmpty, let last = ranges.last,
      tools.tokens[last.lowerBound].kind == .word
    else { return }
    let bracket = tools.bracketedUnit(in: last)?.range.lowerBound
    noun = tools.document.string(last.lowerBound..<(bracket ?? last.upperBound))
  }

  /// Whether a head says that its column is a part of the one before.
  static func opensParts(_ ranges: [Range<Int>], _ tools: TableTools) -> Bool {
    ranges.contains { part($0, tools) != $0 }
  }

  /// Behind Trong đó: what is a part.
  private static func part(_ range: Range<Int>, _ tools: TableTools) -> Range<Int> {
    guard let first = range.first, let open = tools.cue(at: first, end: range.upperBound),
      case .open(let opening) = open.cue, opening != .close
    else { return range }
    var start = first + open.count
    while start < range.upperBound, tools.isSign(start, ":") { start += 1 }
    return start..<range.upperBound
  }

  var words: [ColumnWord] {
    marks.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  func has(_ words: ColumnWord...) -> Bool { self.words.contains { words.contains($0) } }

  /// The marks behind so với, or `nil` where nothing is compared. So sánh (%) over 9 tháng so với kế
  /// hoạch names no base of its own: the words below it do.
  var target: ArraySlice<Mark>? {
    let comparing = marks.indices.filter {
      if case .word(.against) = marks[$0] { true } else { false }
    }
    guard var start = comparing.first else { return nil }
    for next in comparing.dropFirst() {
      guard !marks[(start + 1)..<next].contains(where: \.isBase) else { break }
      start = next
    }
    return marks[(start + 1)...]
  }

  /// The marks before so với: all where nothing is compared.
  var subject: ArraySlice<Mark> { target.map { marks[..<($0.startIndex - 1)] } ?? marks[...] }

  // MARK: Reading

  private mutating func add(_ range: Range<Int>, _ tools: TableTools) {
    var scanned = range
    if let bracket = tools.bracketedUnit(in: range) {
      unit = bracket.unit
      if bracket.range.upperBound == range.upperBound {
        scanned = range.lowerBound..<bracket.range.lowerBound
      }
    }
    if tools.leading(scanned)?.word == .mean { isMean = true }
    var found = placedMarks(scanned, tools)
    let first = found.first?.at ?? scanned.upperBound
    if let name = name(scanned.lowerBound..<first, found.first?.mark, tools, scanned.upperBound) {
      noun = noun.isEmpty ? name.text : noun
      if unit == nil { unit = tools.countedUnit(in: scanned.lowerBound..<name.end) }
      found.removeAll { $0.at < name.end }
    }
    for mark in found {
      if case .word(.percent) = mark.mark { isPercent = true }
      marks.append(mark.mark)
    }
  }

  private func placedMarks(
    _ range: Range<Int>, _ tools: TableTools
  ) -> [(at: Int, mark: Mark)] {
    var found: [(at: Int, mark: Mark)] = []
    var times: [Range<Int>] = []
    var bases: [Range<Int>] = []
    for item in tools.items.items(of: range, isHead: true) {
      switch item.kind {
      case .time(let time):
        found.append((item.tokens.lowerBound, .time(time)))
        times.append(item.tokens)
      case .cue(.base(let base?)):
        found.append((item.tokens.lowerBound, .base(base, HeadBase(item, tools))))
        bases.append(item.tokens)
      default:
        // 2022, 2023 and 2023/2022 are years here, whatever they are in prose.
        for t in item.tokens {
          if let year = tools.year(t..<t + 1) { found.append((t, .time(.year(year)))) }
        }
      }
    }
    for (word, place) in tools.words(in: range) {
      switch word {
      case .empty, .ditto, .month, .quarter, .label, .note, .ordinal, .unit, .mean: continue
      // The bars of 10/2023 and 31/12/2022 compare nothing.
      case .against where times.contains { $0.contains(place.lowerBound) }: continue
      case .against
      where tools.isSign(place.lowerBound, "/")
        && bases.contains { $0.contains(place.lowerBound) }:
        continue
      default: found.append((place.lowerBound, .word(word)))
      }
    }
    // So với of "so với cùng kỳ" stands before the base that begins with the same words.
    return found.sorted { a, b in
      if a.at != b.at { return a.at < b.at }
      if case .word(.against) = a.mark { return true }
      return false
    }
  }

  /// The thing that `range`, which stands before the first mark, names. Tỷ lệ alone is a mark, but
  /// with what it is a rate of the name of a thing.
  private func name(
    _ range: Range<Int>, _ mark: Mark?, _ tools: TableTools, _ end: Int
  ) -> (text: String, end: Int)? {
    if range.isEmpty, case .word(.rate)? = mark {
      let next = range.lowerBound + (tools.leading(range.lowerBound..<end)?.range.count ?? 1)
      guard next < end, tools.tokens[next].kind == .word, tools.leading(next..<end) == nil else {
        return nil
      }
      switch tools.cue(at: next, end: end)?.cue {
      case .base?, .period?: return nil
      default: return (tools.document.string(range.lowerBound..<end), end)
      }
    }
    guard let start = range.first else { return nil }
    let text = tools.document.string(range)
    switch tools.cue(at: start, end: range.upperBound) {
    case (.bare, _)?: return (text, range.upperBound)
    case (.head, let count)? where range.count > count || count > 1:
      return (text, range.upperBound)
    case (.rate, let count)? where range.count > count: return (text, range.upperBound)
    default: return unit != nil && unit?.kind != .percent ? (text, range.upperBound) : nil
    }
  }
}

/// What a base's words say beside the base itself.
struct HeadBase {
  /// năm trước, tháng trước, quý trước: what the base goes back by.
  enum Step { case year, month, quarter }

  private(set) var step: Step?
  /// The time that it names: so với tháng 9/2022, kế hoạch năm 2023.
  private(set) var time: PeriodExpression?

  init(_ item: Item, _ tools: TableTools) {
    if let named = item.named {
      time = .month(Int(named.month), year: named.year == 0 ? nil : Int(named.year))
    }
    for t in item.tokens {
      if let year = tools.year(t..<t + 1), time == nil { time = .year(year) }
      if step == nil, tools.vocabulary.isWord(tools.tokens[t], .year) { step = .year }
    }
    for (word, _) in tools.words(in: item.tokens) {
      if word == .month { step = .month }
      if word == .quarter { step = .quarter }
    }
  }
}
