/// The scores below which sets of gold files may not fall: a tab-separated file with the header
/// `set records mention_f1 core_f1 exact_f1` and a row a set.
public struct FloorTable: Sendable, Hashable {
  /// The floor of one set.
  public struct Row: Sendable, Hashable {
    /// The set's name, without tabs or line ends.
    public var set: String
    /// How many gold records it has: with other gold the scores are no longer comparable.
    public var records: Int
    public var mentionF1: Rate
    public var coreF1: Rate
    public var exactF1: Rate

    public init(set: String, tally: Tally) {
      self.set = set
      records = tally.gold
      mentionF1 = tally.mentionF1
      coreF1 = tally.coreF1
      exactF1 = tally.exactF1
    }
  }

  /// Why the file cannot be read.
  public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, counted from 1.
    public var line: Int
    public var problem: String

    public var description: String { "line \(line): \(problem)" }
  }

  /// The sets in the order of the file.
  public private(set) var rows: [Row] = []

  private static let header = "set\trecords\tmention_f1\tcore_f1\texact_f1"

  public init() {}

  /// Reads the file's text.
  public init(_ text: String) throws(ReadingError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == Self.header[...] else {
      throw ReadingError(line: 1, problem: "the header is not: \(Self.header)")
    }
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard let row = Row(line) else {
        throw ReadingError(
          line: index + 1,
          problem: "write a name, a count and three scores from 0 to 1, with tabs between them")
      }
      rows.append(row)
    }
  }

  /// The file's text, every line ended by LF.
  public var text: String {
    let lines = rows.map { row in
      "\(row.set)\t\(row.records)\t\(row.mentionF1)\t\(row.coreF1)\t\(row.exactF1)"
    }
    return ([Self.header] + lines).map { $0 + "\n" }.joined()
  }

  public subscript(set: String) -> Row? { rows.first { $0.set == set } }

  /// Sets the floor of `set` to `tally`, in its place or in a new row at the end.
  public mutating func record(_ tally: Tally, for set: String) {
    let row = Row(set: set, tally: tally)
    if let index = rows.firstIndex(where: { $0.set == set }) {
      rows[index] = row
    } else {
      rows.append(row)
    }
  }

  /// What in `tally` falls below the floor of `set`, a sentence each; empty where all is well.
  public func shortfalls(of tally: Tally, in set: String) -> [String] {
    guard let floor = self[set] else { return ["\(set): no floor is written for it"] }
    let found = Row(set: set, tally: tally)
    guard found.records == floor.records else {
      return ["\(set): gold has \(found.records) records, the floor was of \(floor.records)"]
    }
    let scores: [(name: String, score: KeyPath<Row, Rate>)] = [
      ("mention_f1", \.mentionF1), ("core_f1", \.coreF1), ("exact_f1", \.exactF1),
    ]
    return scores.filter { found[keyPath: $0.score] < floor[keyPath: $0.score] }.map {
      "\(set): \($0.name) \(found[keyPath: $0.score]) is below \(floor[keyPath: $0.score])"
    }
  }
}

extension FloorTable.Row {
  fileprivate init?(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 5, !fields[0].isEmpty, let records = Int(fields[1]), records >= 0,
      let mentionF1 = Rate(fields[2]), let coreF1 = Rate(fields[3]), let exactF1 = Rate(fields[4])
    else { return nil }
    set = String(fields[0])
    self.records = records
    self.mentionF1 = mentionF1
    self.coreF1 = coreF1
    self.exactF1 = exactF1
  }
}
