import ArgumentParser
import SoLieu

/// `solieu dataset series`: one indicator's figures through time.
struct DatasetSeriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series",
    abstract: "Print an indicator's figures through time.",
    discussion: """
      An indicator is named by its code, its name in the catalogue, or by words of it, which need no \
      marks. Where several have the words the likeliest is taken, and the others are named. Months, \
      quarters, years and what runs from January on are series of their own.

      Of a figure that several reports state the latest of the best status counts: actual over \
      provisional over estimate over forecast; --revisions shows them all. Where figures may not be \
      compared, as after a merger of provinces or in prices of another year, the series is broken.

      A table with bars goes to a terminal and CSV to a pipe; with -o, the format that the ending \
      names: .csv, .json, .svg, .xlsx, .txt.

      EXAMPLES:
        solieu dataset series figures.db --indicator "xuat khau" --area "Lạng Sơn"
        solieu dataset series figures.db --indicator trade.exports --measure change \
      --base same_period
        solieu dataset series figures.db --indicator "thu ngân sách" --from 2020 -o budget.svg
      """)

  @OptionGroup var dataset: DatasetArgument

  @Option(help: ArgumentHelp("The indicator: a code, a name or words.", valueName: "words"))
  var indicator: String

  @Option(help: ArgumentHelp("The area: its code, its name or words of it.", valueName: "words"))
  var area = ""

  @Option(help: "What kind of statement.")
  var measure = Measure.level

  @Option(help: "What a change or a ratio is against.")
  var base: Base?

  @Option(
    help: ArgumentHelp("Periods from this one on.", valueName: "iso"), transform: Self.period)
  var from: TimePeriod?

  @Option(
    help: ArgumentHelp("Periods up to this one.", valueName: "iso"), transform: Self.period)
  var to: TimePeriod?

  @Flag(help: "Show every report's statement of a figure.")
  var revisions = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file rather than to the standard output.", valueName: "out"),
    completion: .file())
  var output: String?

  @Option(help: "The form of the output.")
  var format: SeriesFormat?

  @OptionGroup var language: LexiconArguments

  func validate() throws {
    guard indicator.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ValidationError("--indicator is empty; name one by its code, its name or words of it")
    }
    try OutputGuard(outputs: [("-o", output)], inputs: [("dataset", dataset.path)]).check()
    guard format == nil, let output, output != Input.standard, SeriesFormat(path: output) == nil
    else { return }
    throw ValidationError(
      "'\(output)' has no ending that names a format; end it in .csv, .json, .svg, .xlsx or .txt, or "
        + "say --format")
  }

  func run() throws {
    let catalogue = try language.catalogue()
    let units = try language.units()
    let store = try dataset.open()
    var query = SeriesQuery()
    query.measure = measure
    query.base = base
    query.area = area
    query.from = from
    query.to = to
    let codes = catalogue.search(indicator).map(\.code)
    var subjects = try reporting { () throws(DatasetError) in
      try store.subjects(named: indicator, codes: codes, query)
    }
    // A code is asked for itself: what words would find too is no answer.
    if catalogue[indicator] != nil {
      let others = subjects.filter { !$0.isOf(code: indicator) }.prefix(5).map(\.name)
      subjects.removeAll { !$0.isOf(code: indicator) }
      if subjects.isEmpty {
        try refuse(code: indicator, others: Array(others), store, query)
      } else if subjects.first.map({ $0.series != indicator }) == true, measure == .level {
        Console.report("no figures of all of '\(indicator)', only of parts of it")
      }
    }
    var found: (subject: SeriesSubject, series: [TimeSeries])?
    for subject in subjects {
      let figures = try reporting { () throws(DatasetError) in
        try store.statements(of: subject, query)
      }
      var builder = SeriesBuilder(units: units, catalogue)
      for figure in figures { builder.add(figure) }
      let series = builder.series()
      guard !series.isEmpty else { continue }
      found = (subject, series)
      break
    }
    guard let found else {
      Console.report(
        "\(dataset.path): no figures of '\(indicator)'\(area.isEmpty ? "" : " in '\(area)'"); try other "
          + "words, or see 'solieu catalogue \(indicator)'")
      throw ExitCode.someFailed
    }
    let others = subjects.filter { $0 != found.subject }.prefix(5).map(\.name)
    if !others.isEmpty {
      Console.report("also found: \(others.joined(separator: ", "))")
    }
    let isStandard = output == nil || output == Input.standard
    let terminal = Terminal.output
    let usual: SeriesFormat = isStandard && terminal.isTerminal ? .table : .csv
    let ending = isStandard ? nil : output.flatMap { SeriesFormat(path: $0) }
    let format = format ?? ending ?? usual
    var bytes: [UInt8]
    do throws(WriterError) {
      bytes = try SoLieu.bytes(
        of: found.series, as: format, revisions: revisions, width: terminal.width, units: units)
    } catch {
      Console.report(error.description)
      throw ExitCode.cannotWrite
    }
    let target = try Output(path: output)
    try target.put(&bytes)
    try target.finish()
  }

  /// Says what there is in the place of a code's figures.
  private func refuse(
    code: String, others: [String], _ store: DatasetStore, _ query: SeriesQuery
  ) throws -> Never {
    var measures: [String] = []
    for other in Measure.allCases where other != measure {
      var query = query
      query.measure = other
      query.base = nil
      let found = try reporting { () throws(DatasetError) in
        try store.subjects(named: code, codes: [code], query)
      }
      if found.contains(where: { $0.isOf(code: code) }) {
        measures.append("--measure \(other.rawValue)")
      }
    }
    let remedy =
      !measures.isEmpty
      ? "there are some with \(measures.joined(separator: ", "))"
      : others.isEmpty ? "try other words" : "see \(others.joined(separator: ", "))"
    Console.report(
      "\(dataset.path): no figures of '\(code)' (\(measure.rawValue)"
        + "\(base.map { "/\($0.rawValue)" } ?? "")); \(remedy)")
    throw ExitCode.someFailed
  }

  private func reporting<Value>(
    _ body: () throws(DatasetError) -> Value
  ) throws(ExitCode) -> Value {
    try DatasetArgument.reporting(dataset.path, .noInput, body)
  }

  private static func period(_ text: String) throws -> TimePeriod {
    guard let period = TimePeriod(iso: text) else {
      throw ValidationError("write a year (2022), a quarter (2022-Q3), a month (2022-11) or a day")
    }
    return period
  }
}
