import TextModel

/// Gives the figures of one document the codes of their indicators, in the order of the text.
///
/// What a label leaves unsaid is looked for around it, the nearest first: in its parent, in the
/// parents of that, in the sentence, in the headings. A part without a name of its own has the
/// indicator of its whole.
public struct IndicatorCoder {
  /// What was said of a label last.
  private struct Memory {
    var parent: String
    var sentence: String
    var indicator: Int32?
  }

  private let catalogue: IndicatorCatalogue
  private let index: NameIndex
  private var choice: IndicatorChoice
  private var words: [TextKey: [SymbolID]] = [:]
  private var surroundings: [TextKey: NameHits] = [:]
  private var titles: [Int32: NameHits] = [:]
  private var units: [TextKey: UnitTable.Unit] = [:]
  private var labels: [TextKey: Memory] = [:]
  private var last: (figure: Figure, indicator: Int32)?

  public init(_ catalogue: IndicatorCatalogue) {
    self.catalogue = catalogue
    index = catalogue.index
    choice = IndicatorChoice(index)
  }

  /// The code of the figure; empty where the catalogue has none, or more than one that is as close.
  ///
  /// O(n) in the words of label, parent and, where these do not name it, sentence and section.
  public mutating func code(of figure: Figure) -> String {
    guard !figure.label.isEmpty, !catalogue.indicators.isEmpty else { return "" }
    choice.unit = unit(figure.unit)
    choice.isRate = figure.isRate
    let found = indicator(of: figure)
    labels[TextKey(figure.label)] = Memory(
      parent: figure.parent, sentence: figure.sentence, indicator: found)
    guard let found else { return "" }
    last = (figure, found)
    choice.note(found)
    return catalogue.indicators[Int(found)].code
  }

  private mutating func indicator(of figure: Figure) -> Int32? {
    // đạt 214 tấn, tăng 8%: what is said of a quantity has its code.
    if let last, last.figure.label == figure.label, !figure.isRate {
      let isNear = last.figure.sentence == figure.sentence
      let isSame = last.figure.parent == figure.parent
      if choice.unit.isNeutral
        ? isSame || figure.parent.isEmpty && isNear
        : isSame && isNear && last.figure.unit == figure.unit && clause(of: figure).isEmpty
      {
        return last.indicator
      }
    }
    let owner = owner(of: figure)
    let parent = owner.isEmpty ? [] : words(of: owner)
    let counted = choice.unit.countsThings ? words(of: figure.unit) : []
    let label = index.vocabulary.words(of: figure.label, beside: parent + counted)
    // A label that is no more than what is counted says as little: 1.087 hộ.
    let isBare =
      index.vocabulary.bare.contains(label) || label.count == 1 && counted.first == label[0]
    var matcher = IndicatorMatcher(index, label: label, parent: parent, counted: counted)
    if matcher.isPromising {
      let ancestors = ancestors(of: owner)
      if !isBare || !owner.isEmpty, let direct = choice.best(of: matcher) {
        return refined(direct, &matcher, ancestors, owner, figure)
      }
      if isBare, let found = ofParent(figure, owner, isBare: true) { return found }
      if let found = fromAround(&matcher, ancestors, owner, figure, isBare: isBare) { return found }
    }
    if let found = ofParent(figure, owner, isBare: isBare) { return found }
    if owner.isEmpty, let last, last.figure.sentence == figure.sentence,
      isBare && !choice.unit.isNeutral || figure.hasProperName
        || !matcher.isPromising && last.figure.unit == figure.unit
          && (figure.isRate || figure.isChange && !choice.unit.isNeutral),
      choice.accepts(last.indicator)
    {
      return last.indicator
    }
    return owner.isEmpty && figure.hasProperName ? ofHeading(figure) : nil
  }

  /// What the last heading names, for a country or a place in a list below it.
  private mutating func ofHeading(_ figure: Figure) -> Int32? {
    guard let heading = figure.section.split(separator: "/").last else { return nil }
    let matcher = IndicatorMatcher(index, label: words(of: String(heading)))
    return choice.best(of: matcher)?.indicator
  }

  /// What a label names that what stands around it completes.
  private mutating func fromAround(
    _ matcher: inout IndicatorMatcher, _ ancestors: [NameHits], _ owner: String,
    _ figure: Figure, isBare: Bool
  ) -> Int32? {
    matcher.rings = ancestors
    if !ancestors.isEmpty, let found = choice.best(of: matcher) { return found.indicator }
    let isAlone = isBare && last?.figure.sentence != figure.sentence
    let titles = [title(of: owner), isAlone ? NameHits() : titleOfLast(in: figure)]
    for ring in titles where !ring.isEmpty {
      matcher.rings.append(ring)
      if let found = choice.best(of: matcher) { return found.indicator }
    }
    for text in [figure.sentence, figure.section] where !text.isEmpty {
      let ring = around(text)
      if ring.isEmpty { continue }
      matcher.rings.append(ring)
      if let found = choice.best(of: matcher) { return found.indicator }
    }
    return nil
  }

  /// What stands around the label makes of a name that fits it, the nearest first.
  private mutating func refined(
    _ direct: IndicatorMatcher.Candidate, _ matcher: inout IndicatorMatcher,
    _ ancestors: [NameHits], _ owner: String, _ figure: Figure
  ) -> Int32 {
    guard matcher.isOpen else { return direct.indicator }
    if let found = completed(direct, &matcher, by: ancestors) { return found.indicator }
    let isGeneral = index.isAbove(direct.indicator)
    if let found = completed(direct, &matcher, by: [title(of: owner)], orNarrowed: true) {
      return found.indicator
    }
    if isGeneral, direct.saysNothing,
      let found = completed(direct, &matcher, by: [titleOfLast(in: figure)], orNarrowed: true)
    {
      return found.indicator
    }
    // xuất khẩu gạo, cà phê: what a sentence goes on with is of the same kind; what it comes back to
    // is what it was.
    if let last, last.figure.sentence == figure.sentence, labels[TextKey(owner)]?.indicator == nil,
      labels[TextKey(figure.label)]?.sentence != figure.sentence,
      let found = completed(direct, &matcher, by: [title(of: last.indicator)]), found.around > 1
    {
      return found.indicator
    }
    // vụ Đông Xuân gieo cấy lúa: the season, which is no word of the label, tells which rice. One
    // word is too little.
    if isGeneral, !figure.clause.isEmpty,
      let found = completed(direct, &matcher, by: [clause(of: figure)], orNarrowed: true),
      found.around > 1, index.isBelow(found.indicator, direct.indicator)
    {
      return found.indicator
    }
    // Under Nhập khẩu, cars are those imported; but a heading does not say which part of a whole.
    if !figure.section.isEmpty,
      let found = completed(direct, &matcher, by: [around(figure.section)]),
      !index.isBelow(found.indicator, direct.indicator)
    {
      return found.indicator
    }
    return direct.indicator
  }

  /// The name that takes words of `rings` and all those of the label that `direct` takes; or one of
  /// a part or a kind of it.
  private func completed(
    _ direct: IndicatorMatcher.Candidate, _ matcher: inout IndicatorMatcher,
    by rings: [NameHits], orNarrowed: Bool = false
  ) -> IndicatorMatcher.Candidate? {
    guard rings.contains(where: { !$0.isEmpty }) else { return nil }
    matcher.rings = rings
    guard let found = choice.best(of: matcher), found.around > 0,
      found.includes(direct)
        || orNarrowed && index.isBelow(found.indicator, direct.indicator)
    else { return nil }
    return found
  }

  /// The parent; that of the parent where the parent says nothing by itself.
  private mutating func owner(of figure: Figure) -> String {
    var owner = figure.parent
    for _ in 0..<3 where !owner.isEmpty {
      guard index.vocabulary.bare.contains(words(of: owner)),
        let above = labels[TextKey(owner)]?.parent, !above.isEmpty
      else { break }
      owner = above
    }
    return owner
  }

  /// The title of the owner's indicator: năng suất | thu hoạch is that of the rice harvested.
  private mutating func title(of owner: String) -> NameHits {
    guard !owner.isEmpty, let memory = labels[TextKey(owner)], let indicator = memory.indicator
    else { return NameHits() }
    return title(of: indicator)
  }

  /// The title of the indicator of which the section spoke last.
  private mutating func titleOfLast(in figure: Figure) -> NameHits {
    guard let last, last.figure.section == figure.section else { return NameHits() }
    return title(of: last.indicator)
  }

  private mutating func title(of indicator: Int32) -> NameHits {
    if let present = titles[indicator] { return present }
    let made = NameHits(title: index.names.titles[Int(indicator)], index)
    titles[indicator] = made
    return made
  }

  private mutating func ancestors(of owner: String) -> [NameHits] {
    guard !owner.isEmpty else { return [] }
    var found: [NameHits] = []
    var above = labels[TextKey(owner)]?.parent ?? ""
    while found.count < 3, !above.isEmpty, above != owner {
      found.append(around(above))
      above = labels[TextKey(above)]?.parent ?? ""
    }
    return found
  }

  /// The indicator of the whole, for a part without a name: that of a proper name (Hàn Quốc), of a
  /// label that says nothing, or of a kind of what has no kinds in the catalogue.
  private mutating func ofParent(_ figure: Figure, _ owner: String, isBare: Bool) -> Int32? {
    guard !owner.isEmpty else { return nil }
    let found: Int32?
    if let memory = labels[TextKey(owner)] {
      found = memory.indicator
    } else {
      var matcher = IndicatorMatcher(index, label: words(of: owner))
      matcher.rings = [around(figure.sentence)]
      found = choice.best(of: matcher)?.indicator
    }
    guard let found, choice.accepts(found), !figure.isRate || choice.isRate(found) else {
      return nil
    }
    return isBare || figure.hasProperName || !hasNarrower(found) ? found : nil
  }

  /// Whether the parts and kinds of the indicator have codes of their own in the figure's unit.
  private func hasNarrower(_ indicator: Int32) -> Bool {
    index.narrower[Int(indicator)].contains { choice.accepts($0) || hasNarrower($0) }
  }

  private mutating func words(of text: String) -> [SymbolID] {
    let key = TextKey(text)
    if let present = words[key] { return present }
    let made = index.vocabulary.words(of: text)
    words[key] = made
    return made
  }

  private mutating func around(_ text: String) -> NameHits {
    let key = TextKey(text)
    if let present = surroundings[key] { return present }
    let made = NameHits(around: words(of: text), index)
    surroundings[key] = made
    return made
  }

  /// Clauses seldom come twice, so that they are not kept.
  private func clause(of figure: Figure) -> NameHits {
    NameHits(around: index.vocabulary.words(of: figure.clause), index)
  }

  private mutating func unit(_ name: String) -> UnitTable.Unit {
    let key = TextKey(name)
    if let present = units[key] { return present }
    let made = index.units.unit(named: name)
    units[key] = made
    return made
  }
}

extension Figure {
  /// Whether every word of the label has a capital: Hàn Quốc.
  fileprivate var hasProperName: Bool {
    label.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
  }
}
