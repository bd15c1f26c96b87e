internal import Observations

/// A whole and the parts that are told after it.
struct Breakdown {
  /// The level of the whole; `nil` for shares, whose whole is 100 %.
  let whole: Figure?
  let parts: [Figure]
  /// Whether the parts are all that there are.
  let isClosed: Bool
  /// Whether parts may hold the same things: nữ, dân tộc.
  let overlaps: Bool
  /// After how many parts the list may end, as a semicolon may divide parts or sentences; the last is all of them.
  let ends: [Int]
}

/// A part with the words that stand between it and the amount before it.
private struct ListedPart {
  let figure: Figure
  let between: String

  /// Whether a semicolon divides it from the part before, and whether that part has more than one figure.
  var divider: (isSemicolon: Bool, hasAttribute: Bool) {
    guard let semicolon = between.lastIndex(of: ";") else {
      return (between.contains("\n"), true)
    }
    return (true, between[..<semicolon].contains(", "))
  }
}

extension ReportFigures {
  /// The amounts of the report with their parts, in the order of the text.
  func madeBreakdowns() -> [Breakdown] {
    figures.compactMap { whole in
      guard whole.isAmount, !isBalance(whole) else { return nil }
      return breakdown(whole, parts(of: whole))
    }
  }

  /// The shares, the contributions or the growth of the parts of each whole, as far as one sentence or list tells
  /// them. Parts of which the measure is not told leave the list open.
  func comparedParts(_ measure: Measure, unit: String) -> [Breakdown] {
    struct Key: Hashable {
      let parent: Int32
      let time: Int32
      let base: Base?
    }
    var breakdowns: [Breakdown] = []
    var lists: [Key: [ListedPart]] = [:]
    func close(_ key: Key) {
      guard let parts = lists.removeValue(forKey: key), parts.count > 1 else { return }
      if let breakdown = breakdown(nil, parts, isComplete: isComplete(parts)) {
        breakdowns.append(breakdown)
      }
    }
    let unit = figures.first { records[$0.index].unit == unit }?.unit
    for figure in figures where figure.measure == measure && figure.unit == unit {
      // Contributions are to one growth, however it is called.
      let parent = measure == .contribution ? 0 : figure.parent
      let key = Key(parent: parent, time: figure.time, base: figure.base)
      if let last = lists[key]?.last?.figure,
        last.sentence + 1 < figure.sentence
          || lists[key]?.contains(where: { $0.figure.indicator == figure.indicator }) == true
      {
        close(key)
      }
      let between = lists[key]?.last.map { words(between: $0.figure, and: figure) } ?? lead(figure)
      lists[key, default: []].append(ListedPart(figure: figure, between: between))
    }
    for key in lists.keys.sorted(by: { ($0.parent, $0.time) < ($1.parent, $1.time) }) {
      close(key)
    }
    return breakdowns
  }

  /// Whether all parts of the whole that the list's sentences name are in it.
  private func isComplete(_ parts: [ListedPart]) -> Bool {
    guard let first = parts.first?.figure, let last = parts.last?.figure else { return false }
    let range = sentences[first.sentence].lowerBound..<sentences[last.sentence].upperBound
    let named = Set(parts.map(\.figure.indicator))
    return figures[range].allSatisfy { $0.parent != first.parent || named.contains($0.indicator) }
  }

  /// The words of the sentence before the figure.
  private func lead(_ figure: Figure) -> String {
    text(of: figure.sentence)?.words(from: nil, to: records[figure.index].start) ?? ""
  }

  private func breakdown(
    _ whole: Figure?, _ listed: [ListedPart], isComplete: Bool = true
  ) -> Breakdown? {
    guard let first = listed.first else { return nil }
    let opener = vocabulary.kinds(in: first.between).last {
      $0 == .closed || $0 == .open || $0 == .structure
    }
    let names = listed.map { records[$0.figure.index].indicator }
    let isPartition =
      vocabulary.isPartition(names)
      || listed.count > 1 && first.between.contains { $0 == ":" || $0 == "\n" }
        && names.last.map { vocabulary.has(.remainder, in: $0) } == true
    let isStructure =
      opener == .structure || kinds(of: first.figure.parent).contains(.structure)
    guard opener != nil || isPartition || isStructure else { return nil }
    // Theo cấp, at the head of a sentence, divides all that is spoken of and no part of it.
    if let whole, whole.parent != 0, first.figure.sentence != whole.sentence,
      let head = first.between.split(separator: "\n", omittingEmptySubsequences: false).last,
      vocabulary.kinds(in: String(head)).contains(where: { $0 == .closed || $0 == .open })
    {
      return nil
    }
    let isClosed =
      isComplete && (opener == .closed || isPartition || (whole == nil && isStructure))
    var ends: [Int] = []
    var isDividedByCommas = false
    for (k, part) in listed.enumerated().dropFirst() {
      let (isSemicolon, hasAttribute) = part.divider
      if isSemicolon {
        if isClosed { ends.append(k) }
        // Of an open list it is not sure that it goes on behind a semicolon.
        let goesOn = first.between.contains(":") || hasAttribute
        if !isClosed, isDividedByCommas || !goesOn {
          return Breakdown(
            whole: whole, parts: listed[..<k].map(\.figure), isClosed: false,
            overlaps: overlaps(listed[..<k]), ends: [k])
        }
      } else {
        isDividedByCommas = true
      }
    }
    return Breakdown(
      whole: whole, parts: listed.map(\.figure), isClosed: isClosed,
      overlaps: overlaps(listed[...]),
      ends: ends + [listed.count])
  }

  private func overlaps(_ parts: ArraySlice<ListedPart>) -> Bool {
    parts.contains { kinds(of: $0.figure.indicator).contains(.overlapping) }
  }

  /// Whether the figure is the difference of others.
  func isBalance(_ figure: Figure) -> Bool {
    kinds(of: figure.indicator).contains(.balance)
  }

  /// The amounts that are told as parts of the whole before anything else is.
  private func parts(of whole: Figure) -> [ListedPart] {
    var parts: [ListedPart] = []
    /// The amount before, whosesoever it is.
    var last = whole
    /// The indicators of the parts, which may have parts themselves.
    var named: Set<Int32> = []
    for figure in figures[(whole.index + 1)...] {
      guard figure.sentence <= last.sentence + 1 else { break }
      guard figure.isAmount else { continue }
      if isPart(figure, of: whole) {
        if haveOneUnit(figure, whole) || arePersons(figure, whole), figure.time == whole.time,
          figure.area == whole.area, figure.indicator != whole.indicator, !isBalance(figure)
        {
          let between = words(between: parts.isEmpty ? whole : last, and: figure)
          // What is opened anew among the parts is of one of them.
          if !parts.isEmpty, vocabulary.kinds(in: between).contains(.open) { break }
          parts.append(ListedPart(figure: figure, between: between))
        }
        named.insert(figure.indicator)
      } else if !named.contains(figure.parent),
        !(isSame(figure, whole) && figure.time != whole.time)
      {
        break
      }
      last = figure
    }
    return parts
  }

  /// 164 người, gồm 97 bác sĩ, 67 thạc sĩ: persons are told by what they are.
  private func arePersons(_ part: Figure, _ whole: Figure) -> Bool {
    !part.isMeasured && records[whole.index].unit == "người"
  }

  /// The words between two figures; those of the second's sentence stand on a line of their own.
  func words(between first: Figure, and second: Figure) -> String {
    let (from, to) = (records[first.index].end, records[second.index].start)
    if first.sentence == second.sentence {
      return text(of: first.sentence)?.words(from: from, to: to) ?? ""
    }
    let tail = text(of: first.sentence)?.words(from: from, to: nil) ?? ""
    let head = text(of: second.sentence)?.words(from: nil, to: to) ?? ""
    return "\(tail)\n\(head)"
  }
}
