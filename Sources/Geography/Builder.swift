import Quantities
import RuleLanguage

/// Gathers what the tables say, and what is wrong with them.
struct Builder {
  struct Name {
    enum Target {
      case kind(Int)
      case name(Gazetteer.Entry.Target)
    }
    var text: String
    var target: Target
  }

  private(set) var places: [Place] = []
  private(set) var kinds: [Gazetteer.Kind] = []
  private(set) var names: [Name] = []
  private(set) var problems: [LexiconProblem] = []

  /// The codes of provinces, and where code and first day of each place stand.
  private var provinceCodes: Set<String> = []
  private var keys: [Key: FileLocation] = [:]

  private struct Key: Hashable {
    var level: PlaceLevel
    /// The code, or the name of what has none.
    var code: String
    var from: Day?
  }

  init() {}

  mutating func read(_ files: [LexiconFile]) {
    // Kinds before what has a kind, provinces before their districts.
    read("kinds.tsv", of: files, columns: ["kind", "other", "level"]) {
      (builder, row) throws(LexiconProblem) in try builder.addKind(row)
    }
    read("regions.tsv", of: files, columns: ["name", "kind", "other"]) {
      (builder, row) throws(LexiconProblem) in try builder.addRegion(row)
    }
    let provinces = read(
      "provinces.tsv", of: files,
      columns: ["code", "iso", "name", "kind", "other", "from", "to", "successor"]
    ) { (builder, row) throws(LexiconProblem) in try builder.addProvince(row) }
    for row in provinces {
      for code in row.list("successor") where !provinceCodes.contains(code) {
        problems.append(
          row.problem("successor", "no line has the code \(code)", remedy: "add one, or correct it")
        )
      }
    }
    read(
      "districts.tsv", of: files,
      columns: ["code", "name", "kind", "other", "province", "from", "to"]
    ) { (builder, row) throws(LexiconProblem) in try builder.addDistrict(row) }
    read("doubtful.tsv", of: files, columns: ["name", "needs", "why"]) {
      (builder, row) throws(LexiconProblem) in try builder.addDoubtful(row)
    }
  }

  @discardableResult
  private mutating func read(
    _ name: String, of files: [LexiconFile], columns: [String],
    add: (inout Builder, DataTable.Row) throws(LexiconProblem) -> Void
  ) -> [DataTable.Row] {
    let table = DataTable(
      name, of: files, columns: columns,
      remedyWhereMissing: "put it beside the other tables of places")
    problems += table.problems
    for row in table.rows {
      do throws(LexiconProblem) {
        try add(&self, row)
      } catch {
        problems.append(error)
      }
    }
    return table.rows
  }

  private mutating func addKind(_ row: DataTable.Row) throws(LexiconProblem) {
    var levels: [PlaceLevel] = []
    for word in row.list("level") {
      guard let level = PlaceLevel(rawValue: word) else {
        throw row.problem("level", "'\(word)' is no level", remedy: Self.remedy(PlaceLevel.self))
      }
      levels.append(level)
    }
    let kind = Gazetteer.Kind(name: try row.text("kind"), levels: levels)
    if levels.isEmpty {
      throw row.problem("level", "no level", remedy: Self.remedy(PlaceLevel.self))
    }
    for name in [kind.name] + row.list("other") {
      names.append(Name(text: name, target: .kind(kinds.count)))
    }
    kinds.append(kind)
  }

  private mutating func addRegion(_ row: DataTable.Row) throws(LexiconProblem) {
    let kind = try kind(of: row, levels: [.country, .region])
    var place = Place(level: kind.levels[0], name: try name(of: row), kind: kind.name)
    place.otherNames = row.list("other")
    try add(place, row)
  }

  private mutating func addProvince(_ row: DataTable.Row) throws(LexiconProblem) {
    let kind = try kind(of: row, levels: [.province])
    var place = Place(level: .province, name: try name(of: row), kind: kind.name)
    place.code = try row.code("code", digits: 2, orMadeUp: true)
    place.isoCode = row["iso"]
    place.successors = row.list("successor")
    try addTimes(of: row, to: &place)
    provinceCodes.insert(place.code)
    try add(place, row)
  }

  private mutating func addDistrict(_ row: DataTable.Row) throws(LexiconProblem) {
    let kind = try kind(of: row, levels: [.district])
    var place = Place(level: .district, name: try name(of: row), kind: kind.name)
    place.code = try row.code("code", digits: 3)
    place.provinceCode = try row.text("province")
    guard provinceCodes.contains(place.provinceCode) else {
      throw row.problem(
        "province", "no province has the code \(place.provinceCode)",
        remedy: "use one of provinces.tsv")
    }
    try addTimes(of: row, to: &place)
    try add(place, row)
  }

  private mutating func addDoubtful(_ row: DataTable.Row) throws(LexiconProblem) {
    let target: Gazetteer.Entry.Target
    switch row["needs"] {
    case "kind": target = .onlyBehindKind
    case "never": target = .never
    default:
      throw row.problem(
        "needs", "'\(row["needs"])' is unknown", remedy: "use one of kind, never")
    }
    names.append(Name(text: try name(of: row), target: .name(target)))
  }

  private func addTimes(of row: DataTable.Row, to place: inout Place) throws(LexiconProblem) {
    place.otherNames = row.list("other")
    place.from = try row.day("from")
    place.to = try row.day("to")
    if let from = place.from, let to = place.to, to < from {
      throw row.problem("to", "it ends before it begins", remedy: "set right one of the two days")
    }
  }

  private mutating func add(_ place: Place, _ row: DataTable.Row) throws(LexiconProblem) {
    let key = Key(
      level: place.level, code: place.code.isEmpty ? place.name : place.code, from: place.from)
    if let other = keys[key] {
      throw row.problem(
        place.code.isEmpty ? "name" : "code",
        "the same place stands in \(other.file):\(other.line)",
        remedy: "keep one of the two, or give this one another first day")
    }
    keys[key] = row.location
    for name in [place.name] + place.otherNames {
      guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.isDigit })
      else { throw row.problem("other", "'\(name)' is no name", remedy: "write words") }
      names.append(Name(text: name, target: .name(.place(places.count))))
    }
    places.append(place)
  }

  private func name(of row: DataTable.Row) throws(LexiconProblem) -> String {
    let name = try row.text("name")
    guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.isDigit }) else {
      throw row.problem("name", "'\(name)' is no name", remedy: "write words")
    }
    return name
  }

  private func kind(of row: DataTable.Row, levels: Set<PlaceLevel>) throws(LexiconProblem)
    -> Gazetteer.Kind
  {
    let name = try row.text("kind")
    guard let kind = kinds.first(where: { $0.name == name && !levels.isDisjoint(with: $0.levels) })
    else {
      let known = kinds.filter { !levels.isDisjoint(with: $0.levels) }.map(\.name)
      throw row.problem(
        "kind", "'\(name)' is no kind here", remedy: "use one of \(known.joined(separator: ", "))")
    }
    return kind
  }

  private static func remedy<Word: CaseIterable & RawRepresentable>(_: Word.Type) -> String
  where Word.RawValue == String {
    "use one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))"
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
}
