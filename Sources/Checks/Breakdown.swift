internal import Observations

/// A total and the parts that are told after it.
struct Breakdown {
  enum Opener { case closed, open }

  let total: Figure
  var parts: [Figure] = []
  let opener: Opener
  /// Whether the parts may hold the same things: nữ, dân tộc.
  var overlaps = false
}

extension ReportFigures {
  /// The totals of the report with their parts, in the order of the text.
  ///
  /// - Complexity: O(*n*) in the records for totals whose parts follow them.
  var breakdowns: [Breakdown] {
    var breakdowns: [Breakdown] = []
    for total in figures where isAmount(total) {
      guard let next = nextPart(of: total, after: total.index) else { continue }
      breakdowns.append(contentsOf: parts(of: total, from: next))
    }
    return breakdowns
  }

  private func parts(of total: Figure, from first: Figure) -> [Breakdown] {
    var breakdowns: [Breakdown] = []
    var last = total
    var part: Figure? = first
    while let current = part {
      let between = words(between: last, and: current)
      let kinds = vocabulary.kinds(in: between)
      let opener = kinds.last { $0 == .closed || $0 == .open }
      if let opener {
        // What is opened among the parts may be parts of the last of them.
        let isFirst = breakdowns.isEmpty
        breakdowns.append(
          Breakdown(total: total, opener: opener == .closed && isFirst ? .closed : .open))
      }
      guard !breakdowns.isEmpty else { return [] }
      let place = breakdowns.count - 1
      breakdowns[place].parts.append(current)
      if vocabulary.has(.overlapping, in: record(current).indicator) {
        breakdowns[place].overlaps = true
      }
      last = current
      part = nextPart(of: total, after: current.index)
    }
    return breakdowns
  }

  /// The next amount that is a part of the total, before anything else is told of.
  private func nextPart(of total: Figure, after index: Int) -> Figure? {
    var between: Set<Int32> = []
    var sentence = figures[index].sentence
    for figure in figures[(index + 1)...] {
      guard figure.sentence <= sentence + 1 else { return nil }
      sentence = figure.sentence
      guard isAmount(figure) else { continue }
      if figure.parent == total.indicator, figure.parent != 0 {
        if figure.unit == total.unit, record(figure).period == record(total).period,
          figure.indicator != total.indicator, record(figure).area == record(total).area
        {
          return figure
        }
      } else if figure.subject == total.subject {
        return nil
      } else if !between.contains(figure.parent), figure.parent != figures[index].indicator {
        return nil
      }
      between.insert(figure.indicator)
    }
    return nil
  }

  /// The words between two figures.
  func words(between first: Figure, and second: Figure) -> String {
    let (from, to) = (record(first).end, record(second).start)
    if first.sentence == second.sentence {
      return SentenceText(records[sentences[first.sentence]])?.words(from: from, to: to) ?? ""
    }
    let tail = SentenceText(records[sentences[first.sentence]])?.words(from: from, to: nil) ?? ""
    let head = SentenceText(records[sentences[second.sentence]])?.words(from: nil, to: to) ?? ""
    return "\(tail)\n\(head)"
  }
}
