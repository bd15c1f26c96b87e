/// How many of the trials were found, by the relation that was broken and by what was done.
struct DetectionTable: CustomStringConvertible {
  struct Tally {
    var found = 0
    var missed = 0

    /// In hundredths of a per cent, rounded down.
    var rate: Int { found * 10_000 / max(1, found + missed) }
  }

  private(set) var total = Tally()
  private(set) var readAsBefore = 0
  private var byRelation: [String: Tally] = [:]
  private var byAlteration: [String: Tally] = [:]
  private var byReport: [String: Tally] = [:]

  init(_ trials: [Trial]) {
    for trial in trials {
      let part: WritableKeyPath<Tally, Int>
      switch trial.outcome {
      case .found: part = \.found
      case .missed: part = \.missed
      case .readAsBefore:
        readAsBefore += 1
        continue
      }
      total[keyPath: part] += 1
      for kind in trial.kinds { byRelation[kind, default: Tally()][keyPath: part] += 1 }
      byAlteration[trial.alteration.kind.rawValue, default: Tally()][keyPath: part] += 1
      byReport["\(trial.report)", default: Tally()][keyPath: part] += 1
    }
  }

  var description: String {
    let sections = [
      ("relation", byRelation), ("alteration", byAlteration), ("report", byReport),
    ]
    let rows = sections.flatMap { title, tallies in
      [Self.line(title, "altered", "found", "rate")]
        + tallies.sorted { $0.key < $1.key }.map { Self.line($0.key, $0.value) } + [""]
    }
    return
      (rows + [
        Self.line("all", total), "read as before and not counted: \(readAsBefore)",
      ]).joined(separator: "\n")
  }

  private static func line(_ name: String, _ tally: Tally) -> String {
    let rate = "\(tally.rate / 100).\(String(tally.rate % 100 + 100).dropFirst())%"
    return line(name, "\(tally.found + tally.missed)", "\(tally.found)", rate)
  }

  private static func line(_ name: String, _ cells: String...) -> String {
    name.padding(to: 32)
      + cells.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined()
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
