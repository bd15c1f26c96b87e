import SoLieu
import Testing

/// Language data with a mistake: where it is, what is wrong and what to do.
struct ProblemTests {
  @Test(arguments: [
    // Columns.
    (
      "unit as=ha kind=measure\tha",
      "t.tsv:1:1: 2 columns where 3 are needed; "
        + "write meaning, pattern and example, divided by tabs"
    ),
    (
      "unit as=ha kind=measure\tha\t5 ⟦ha⟧\tx",
      "t.tsv:1:1: 4 columns where 3 are needed; "
        + "write meaning, pattern and example, divided by tabs"
    ),
    (
      "# A comment.\n\nname\tngành nghề\tngành nghề",
      "t.tsv:3:17: the example marks nothing; put ⟦ and ⟧ around the words that match"
    ),
    ("name\tngành nghề\t", "t.tsv:1:6: no example; add one in the third column, with ⟦ and ⟧"),
    ("\tngành\t⟦ngành⟧", "t.tsv:1:1: no meaning; write a class, such as unit or base"),
    ("unit as\tha\t5 ⟦ha⟧", "t.tsv:1:6: 'as' has no value; write it as as=…"),
    // Patterns.
    (
      "name\tnăm <yaer>\t⟦năm 2013⟧",
      "t.tsv:1:11: there is no token class <yaer>; use one of "
        + "day, month, quarter, year, int, number, roman, dot-date, dot-month, dot-day, word, capital"
    ),
    ("name\t(a | b\t⟦a⟧", "t.tsv:1:12: ')' is missing; close what was opened"),
    ("name\ta [b\t⟦a⟧", "t.tsv:1:10: ']' is missing; close what was opened"),
    ("name\ta) b\t⟦a⟧", "t.tsv:1:7: ')' closes nothing; take it out, or open it before"),
    ("name\ta \"b\t⟦a⟧", "t.tsv:1:10: '\"' is missing; close what was opened"),
    ("name\ta | \t⟦a⟧", "t.tsv:1:10: an empty pattern; write the words that it matches"),
    ("name\ta ~\t⟦a⟧", "t.tsv:1:9: nothing after ~ or ^; write a word there"),
    ("name\ta >\t⟦a⟧", "t.tsv:1:8: '>' cannot stand here; quote it as \">\""),
    ("name\t[a]\t⟦a⟧", "t.tsv:1:6: the pattern can match nothing; make one step necessary"),
    // Meanings.
    (
      "nmae\tngành\t⟦ngành⟧",
      "t.tsv:1:1: there is no meaning 'nmae'; "
        + "use one that another line has, such as unit, base, verb or name"
    ),
    (
      "unit as=ha kind=mesure\tha\t5 ⟦ha⟧",
      "t.tsv:1:12: kind=mesure is unknown; "
        + "use one of percent, points, times, money, measure, count, rank"
    ),
    ("unit kind=measure\tha\t5 ⟦ha⟧", "t.tsv:1:1: 'unit' needs as=; add as=…"),
    (
      "scale power=ba\tnghìn\t2 ⟦nghìn⟧",
      "t.tsv:1:7: 'ba' is no whole number; write power= with digits"
    ),
    // Two lines.
    (
      "unit as=ha kind=measure\tha\t5 ⟦ha⟧\nunit as=hộ kind=count\tHa\t5 ⟦Ha⟧",
      "t.tsv:2:23: the same words stand in t.tsv:1; keep one of the two"
    ),
  ])
  func mistakeIsReportedWithPlaceAndRemedy(_ text: String, _ problem: String) {
    #expect(Self.problems(of: text) == [problem])
  }

  @Test func everyMistakeOfEveryFileIsReported() {
    let files = ["a.tsv", "b.tsv"].map { LexiconFile(name: $0, text: "name\t(a\t⟦a⟧\nname\n") }
    let error = #expect(throws: LexiconError.self) { try Lexicon(files: files) }
    let places = error?.problems.map { "\($0.location.file):\($0.location.line)" }
    #expect(Set(places ?? []) == ["a.tsv:1", "a.tsv:2", "b.tsv:1", "b.tsv:2"])
  }

  @Test func patternThatStandsForTooManySequencesIsRefused() {
    let pattern = "a " + Array(repeating: "(b | c | d | e)", count: 9).joined(separator: " ")
    let problems = Self.problems(of: "name\t\(pattern)\t⟦a⟧")
    #expect(problems.count == 1)
    #expect(problems.first?.hasSuffix("split it into lines with fewer choices") == true)
  }

  @Test func patternFarTooLargeIsRefusedNotCut() {
    let choice = "(" + (0..<60).map { "a\($0)" }.joined(separator: " | ") + ")"
    let problems = Self.problems(of: "name\t\(choice) \(choice) \(choice) b\t⟦a1 a2 a3 b⟧")
    #expect(problems.count == 1)
  }

  @Test func linesThatSayTheSameMayShareTheirWords() throws {
    let text = "name\tnông nghiệp\t⟦nông nghiệp⟧\nname\t[ngành] nông nghiệp\t⟦nông nghiệp⟧"
    #expect(Self.problems(of: text).isEmpty)
  }

  private static func problems(of text: String) -> [String] {
    do throws(LexiconError) {
      _ = try Pipeline(lexicon: Lexicon(files: [LexiconFile(name: "t.tsv", text: text)]))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }
}
