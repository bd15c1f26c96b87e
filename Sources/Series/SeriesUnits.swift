public import Quantities
public import RuleLanguage

/// Units whose figures are of one series, as they mean the same (lượt, lượt khách) or differ by a power of ten (kg,
/// tấn).
public struct SeriesUnits: Sendable {
  /// A unit in that of its series.
  struct Share: Sendable, Hashable {
    let unit: String
    /// 1 unit is so many powers of ten of the series' unit.
    let power: Int
  }

  private let shares: [String: Share]
  private let examples: [DataTable.Row]

  /// One by which every unit is a series' own.
  public init() {
    shares = [:]
    examples = []
  }

  /// Reads the table `unit-families.tsv`: `unit`, `series`, `power`, `example`.
  ///
  /// - Throws: ``LexiconError`` with every problem of the table.
  public init(file: LexiconFile) throws(LexiconError) {
    let table = DataTable(file, columns: ["unit", "series", "power", "example"])
    var problems = table.problems
    var shares: [String: Share] = [:]
    for row in table.rows {
      do throws(LexiconProblem) {
        guard let power = Int(row["power"]), abs(power) <= 12 else {
          throw row.problem(
            "power", "'\(row["power"])' is no power", remedy: "write one such as -3")
        }
        let unit = try row.text("unit")
        guard shares[unit] == nil else {
          throw row.problem("unit", "'\(unit)' has a line already", remedy: "keep one")
        }
        shares[unit] = Share(unit: try row.text("series"), power: power)
      } catch {
        problems.append(error)
      }
    }
    for row in table.rows where shares[row["series"]] != nil {
      problems.append(
        row.problem("series", "'\(row["series"])' is in another", remedy: "name that one"))
    }
    guard problems.isEmpty else { throw LexiconError(problems: problems) }
    self.shares = shares
    examples = table.rows
  }

  /// The unit in which figures in `unit` are compared, and the power of ten by which they come to it.
  func share(of unit: String) -> Share { shares[unit] ?? Share(unit: unit, power: 0) }

  /// The unit in which figures in `unit` are compared.
  public func seriesUnit(of unit: String) -> String { share(of: unit).unit }

  /// The power of ten by which figures in `unit` come to ``seriesUnit(of:)``: -3 for kg, where that is tấn.
  public func power(of unit: String) -> Int { share(of: unit).power }

  /// The lines whose example, `1500 kg = 1.500 tấn`, does not hold.
  public func wrongExamples() -> [LexiconProblem] {
    examples.compactMap { row in
      let sides = row["example"].split(separator: " = ").map { side in
        side.split(separator: " ", maxSplits: 1).map(String.init)
      }
      if sides.count == 2, sides.allSatisfy({ $0.count == 2 }),
        let before = ExactDecimal(sides[0][0]), let after = ExactDecimal(sides[1][0]),
        sides[0][1] == row["unit"], sides[1][1] == row["series"],
        before.moved(by: share(of: row["unit"]).power)?.isSameNumber(as: after) == true
      {
        return nil
      }
      return row.problem(
        "example", "the example does not hold", remedy: "write 1500 kg = 1.500 tấn")
    }
  }
}
