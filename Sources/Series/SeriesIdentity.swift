public import Observations
public import Quantities

/// Tells the series of figures.
///
/// Figures are of one series by the code of their indicator, as far as its name covers what they say of it. What
/// restricts them further makes a series of its own: a part of the whole that has the code (hybrid maize, of maize), a
/// partner or a sector (exports to Hoa Kỳ, of the FDI sector), a ministry's own field. What one report states of one
/// period differently under two labels are two figures, whatever their code.
///
/// Asks for the same words once: one for many documents is faster.
public struct SeriesIdentity: Sendable {
  /// How a record words its indicator.
  public typealias Reading = @Sendable (Observation) -> Wording
  /// The day from which the area of that name stands as it did on a day, ISO 8601; empty where that is not known.
  public typealias Extent = @Sendable (_ area: String, _ day: Day) -> String
  /// The province that an area without a code is in, by what is known of its report; empty where nothing says.
  public typealias Province = @Sendable (_ area: String, _ facts: DocumentFacts) -> String
  /// Whether the catalogue has the code.
  public typealias Knowledge = @Sendable (_ code: String) -> Bool

  public let vocabulary: SeriesVocabulary
  private let reading: Reading
  private let extent: Extent
  private let province: Province
  private let hasCode: Knowledge
  private var stated: [Place: SeriesID] = [:]
  private var wordings: [Words: Wording] = [:]
  /// By code the words of the catalogue's name.
  private var names: [String: [String]] = [:]
  private var extents: [AreaTime: String] = [:]

  private struct Words: Hashable {
    let code: String
    let indicator: String
    let parent: String
    let unit: String
    let measure: Measure

    init(_ observation: Observation) {
      code = observation.indicatorCode
      indicator = observation.indicator
      parent = observation.parent
      unit = observation.unit
      measure = observation.measure
    }
  }

  private struct Place: Hashable {
    let document: String
    let start: Int

    init(_ observation: Observation) {
      document = observation.document
      start = observation.start
    }
  }

  /// What is found out once a document.
  private struct Report {
    let facts: DocumentFacts
    let office: Scopes.Office
    /// By area the province that it is in, and the words of both.
    var provinces: [String: String] = [:]
    var areas: [String: Set<String>] = [:]
    /// Of the sentence last met; its records stand together.
    var reading: (sentence: String, of: SentenceReading)?
  }

  private struct AreaTime: Hashable {
    let area: String
    let day: Day
  }

  /// - Parameters:
  ///   - reading: asked once for the same words; by default every part is taken for its whole.
  ///   - extent: asked once for an area and day.
  ///   - province: asked once a document for an area without a code.
  public init(
    reading: @escaping Reading = { _ in Wording() },
    vocabulary: SeriesVocabulary = SeriesVocabulary(),
    extent: @escaping Extent = { _, _ in "" }, province: @escaping Province = { _, _ in "" },
    hasCode: @escaping Knowledge = { _ in false }
  ) {
    self.reading = reading
    self.vocabulary = vocabulary
    self.extent = extent
    self.province = province
    self.hasCode = hasCode
  }

  /// One that knows the series of these figures, and no others.
  public init(of figures: [StatedFigure], units: SeriesUnits) {
    var vocabulary = SeriesVocabulary()
    vocabulary.units = units
    self.init(vocabulary: vocabulary)
    stated = Dictionary(
      figures.map { (Place($0.observation), $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// The series of the records, in their order.
  ///
  /// - Complexity: O(*n*) in the records of the document.
  public mutating func ids(of document: DocumentRecords) -> [SeriesID] {
    if !stated.isEmpty {
      return document.observations.map { stated[Place($0)] ?? SeriesID(series: $0.indicatorCode) }
    }
    var report = Report(
      facts: document.facts, office: vocabulary.scopes.office(of: document.facts.issuer))
    let reportDay = TimePeriod(iso: Vintage.day(document.facts))?.lastDay
    var units: [LabelConflicts.Label: String] = [:]
    var last: [String: String] = [:]
    var ids: [SeriesID] = []
    var wordings: [Wording] = []
    let codes = Dictionary(
      grouping: document.observations.filter { !$0.indicatorCode.isEmpty },
      by: { $0.indicator.lowercased() }
    ).mapValues { Set($0.map(\.indicatorCode)) }
    for (k, observation) in document.observations.enumerated() {
      var wording = wording(of: observation)
      // What its whole is, the whole's own figures say best.
      if !wording.isBare, observation.parent != observation.indicator,
        let whole = codes[observation.parent.lowercased()]
      {
        wording.isPart = whole.contains(observation.indicatorCode)
      }
      let own = vocabulary.prices.basis(in: "\(observation.indicator) \(observation.parent)")
      let sentence = reading(of: document.observations[k...], &report)
      var id = SeriesID(
        series: subject(of: observation, wording, &report),
        prices: own.isEmpty ? sentence.basis(of: observation) : own,
        areaSince: since(observation, reportDay))
      id.areaKey = areaKey(of: observation, &report)
      // A figure of the country in a province's report, where its label is of none else.
      let isOther = observation.areaCode.isEmpty || wording.label.contains { $0.isBeyondName }
      let scope = isOther ? "" : sentence.scope(of: observation, vocabulary.scopes)
      if !scope.isEmpty { id.subject += "|\(scope)" }
      let label = LabelConflicts.Label(observation, id)
      if observation.measure == .level {
        units[label] = observation.unit
        last[id.subject] = observation.unit
      } else if wording.isOfMoneyAndAmounts, observation.isRelative {
        // A growth is of the level under its label, or else of the last.
        id.dimension = (units[label] ?? last[id.subject]).map { SeriesID.Dimension(unit: $0) }
      }
      ids.append(id)
      wordings.append(wording)
    }
    var labels = LabelConflicts(units: vocabulary.units)
    for (k, observation) in document.observations.enumerated() {
      labels.add(observation, ids[k], isWhole: wordings[k].isWhole)
    }
    let apart = labels.apart()
    for (k, observation) in document.observations.enumerated()
    where apart.contains(LabelConflicts.Label(observation, ids[k])) {
      let scope = "|\(observation.indicator.lowercased())"
      if !ids[k].subject.hasSuffix(scope) { ids[k].subject += scope }
    }
    return ids
  }

  private mutating func wording(of observation: Observation) -> Wording {
    guard !observation.indicatorCode.isEmpty else { return Wording() }
    let words = Words(observation)
    if let known = wordings[words] { return known }
    let wording = reading(observation)
    wordings[words] = wording
    return wording
  }

  /// How the sentence of the first of the records reads.
  private func reading(
    of records: ArraySlice<Observation>, _ report: inout Report
  ) -> SentenceReading {
    let sentence = records.first?.sentence ?? ""
    if let known = report.reading, known.sentence == sentence { return known.of }
    let reading = SentenceReading(records.prefix { $0.sentence == sentence }, vocabulary)
    report.reading = (sentence, reading)
    return reading
  }

  private mutating func subject(
    of observation: Observation, _ wording: Wording, _ report: inout Report
  ) -> String {
    let code = observation.indicatorCode
    let indicator = observation.indicator.lowercased()
    guard !code.isEmpty else { return "|\(indicator)|\(observation.parent.lowercased())" }
    let area: Set<String>
    if let known = report.areas[observation.area] {
      area = known
    } else {
      area = Set(vocabulary.scopes.keys(of: "\(observation.area) \(report.facts.area)"))
      report.areas[observation.area] = area
    }
    let name = names[code] ?? vocabulary.scopes.keys(of: wording.name)
    names[code] = name
    let own = vocabulary.scopes.restrictions(
      in: wording.label, code: code, name: name, area: area)
    // Of a part without a name, what restricts it may not be all.
    let isWhole = wording.isNamed && !wording.isPart
    var scopes = isWhole || own.areAll && !own.scopes.isEmpty ? own.scopes : [indicator]
    let owner = vocabulary.scopes.restrictions(
      in: wording.parent, code: code, name: name, area: area, numbers: wording.isBare)
    for scope in owner.scopes where !scopes.contains(scope) { scopes.append(scope) }
    scopes.removeAll { isWithin(code, $0) }
    if scopes.isEmpty {
      let part = vocabulary.scopes.part(of: code, by: report.office)
      if !part.isEmpty { scopes = [part] }
    }
    if scopes.count == 1, hasCode("\(code).\(scopes[0])") { return "\(code).\(scopes[0])" }
    return ([code] + scopes).joined(separator: "|")
  }

  /// Whether the code is of the scope itself: trade.exports.fdi, and trade.exports.rice as trade.exports.agro is there.
  private func isWithin(_ code: String, _ scope: String) -> Bool {
    let parts = code.split(separator: ".")
    if parts.contains(where: { $0.split(separator: "_").contains(scope[...]) }) { return true }
    return (1..<parts.count).contains {
      hasCode("\(parts[..<$0].joined(separator: ".")).\(scope)")
    }
  }

  private func areaKey(of observation: Observation, _ report: inout Report) -> String {
    let area = observation.area
    guard observation.areaCode.isEmpty, !area.isEmpty else { return observation.areaKey }
    let within = report.provinces[area] ?? province(area, report.facts)
    report.provinces[area] = within
    return within.isEmpty
      ? observation.areaKey : "\(observation.areaKey)|\(within.lowercased())"
  }

  /// A report speaks of the area as it stands on its day, also where it tells of years before a merger.
  private mutating func since(_ observation: Observation, _ reportDay: Day?) -> String {
    guard !observation.area.isEmpty, let period = TimePeriod(iso: observation.period) else {
      return ""
    }
    let day = reportDay.map { max($0, period.lastDay) } ?? period.lastDay
    let key = AreaTime(area: observation.area, day: day)
    if let known = extents[key] { return known }
    let since = extent(observation.area, day)
    extents[key] = since
    return since
  }
}

extension Observation {
  /// By what its area is told from others: a province by its name, as codes went over to other names at the
  /// mergers; a district, whose name others may bear, by its code too.
  var areaKey: String {
    areaCode.count > 2 || area.isEmpty ? "\(area.lowercased())|\(areaCode)" : area.lowercased()
  }

  /// Whether its number is against another, without a unit of its own.
  var isRelative: Bool { measure != .level && ["%", "lần", "pp"].contains(unit) }
}
