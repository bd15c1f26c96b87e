import Evaluation
import Testing

struct FloorTableTests {
  private static let text = """
    set\trecords\tmention_f1\tcore_f1\texact_f1
    dev\t622\t0.9\t0.8123\t0.75
    seed\t99\t1.0\t0.99\t0.0001

    """

  private static func tally(gold: Int = 100, full: Int) -> Tally {
    var tally = Tally()
    tally.gold = gold
    tally.predicted = 100
    tally.found = 100
    tally.core = 90
    tally.full = full
    return tally
  }

  @Test func aTableIsWrittenAsItWasRead() throws {
    let table = try FloorTable(Self.text)
    #expect(table.rows.map(\.set) == ["dev", "seed"])
    #expect(table["dev"]?.coreF1 == Rate(tenThousandths: 8123))
    #expect(table.text == Self.text)
  }

  @Test func aSetIsRecordedInItsPlace() throws {
    var table = FloorTable()
    table.record(Self.tally(full: 80), for: "dev")
    table.record(Self.tally(full: 70), for: "seed")
    table.record(Self.tally(full: 85), for: "dev")
    #expect(table.rows.map(\.set) == ["dev", "seed"])
    #expect(table.text.contains("\ndev\t100\t1.0\t0.9\t0.85\n"))
    #expect(try FloorTable(table.text) == table)
  }

  @Test func aScoreBelowItsFloorIsNamed() {
    var table = FloorTable()
    table.record(Self.tally(full: 80), for: "dev")
    #expect(table.shortfalls(of: Self.tally(full: 80), in: "dev").isEmpty)
    #expect(table.shortfalls(of: Self.tally(full: 81), in: "dev").isEmpty)
    #expect(
      table.shortfalls(of: Self.tally(full: 79), in: "dev") == [
        "dev: exact_f1 0.79 is below 0.8"
      ])
    #expect(table.shortfalls(of: Self.tally(gold: 99, full: 80), in: "dev").count == 1)
    #expect(table.shortfalls(of: Self.tally(full: 80), in: "other").count == 1)
  }

  @Test(arguments: [
    ("set\trecords\n", 1), ("", 1), (text + "x\t1\t0.5\t0.5\n", 4), (text + "x\t1\t2\t0\t0\n", 4),
    (text + "x\t1\tnan\t0\t0\n", 4), (text + "\nx\tmany\t0\t0\t0\n", 5),
  ])
  func anErrorNamesItsLine(text: String, line: Int) throws {
    let error = try #require(throws: FloorTable.ReadingError.self) { try FloorTable(text) }
    #expect(error.line == line)
  }
}
